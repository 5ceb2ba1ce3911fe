package overthink.core.model;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import overthink.core.law.difficulty.DifficultyLaw;
import overthink.core.law.difficulty.Panel;
import overthink.core.random.Origin;
import overthink.core.world.Problem;

/**
 * The problems of a declared world as a law, of which nodes can be had as problems with weights. They are for exact ways, which
 * know nothing of a problem's ideas but what they make of its p.
 */
public final class Population {

    private final SyntheticWorld world;
    private final DifficultyLaw law;
    private final long seed;

    /** Of a world, and the law of what its ideas and temperature make of p. */
    Population(SyntheticWorld world, DifficultyLaw law, long seed) {
        this.world = world;
        this.law = law;
        this.seed = seed;
    }

    /** The law of p. */
    public DifficultyLaw law() {
        return law;
    }

    /** A problem at every node of some panels, in their order, with the node's weight. */
    public DrawnWorld at(List<Panel> panels) {
        Origin origin = Origin.of(seed);
        List<Problem> problems = new ArrayList<>();
        double[] weights = panels.stream()
                .flatMapToDouble(panel -> IntStream.range(0, panel.size()).mapToDouble(panel::weight))
                .toArray();
        for (Panel panel : panels) {
            for (int node = 0; node < panel.size(); node++) {
                double p = panel.p(node);
                problems.add(ProblemSet.problem(world, origin, problems.size(), p, p, panel.level(), panel.counted()));
            }
        }
        return new SyntheticDraw(world, seed, problems, weights);
    }
}
