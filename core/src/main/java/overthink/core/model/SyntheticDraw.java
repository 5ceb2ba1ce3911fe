package overthink.core.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import overthink.core.law.difficulty.DifficultyLaw;
import overthink.core.random.Origin;
import overthink.core.world.Problem;

/** The problems of a {@link SyntheticWorld} as drawn under a seed. */
public final class SyntheticDraw implements DrawnWorld {

    private final SyntheticWorld world;
    private final List<ProblemTables> problems = new ArrayList<>();

    SyntheticDraw(SyntheticWorld world, long seed) {
        this.world = world;
        Origin origin = Origin.of(seed);
        for (Problem problem : ProblemSet.draw(world, seed)) {
            problems.add(new ProblemTables(problem, world.policy().silence(), origin));
        }
    }

    /**
     * A drawn world as what it is.
     *
     * @throws IllegalArgumentException when it was not drawn from declared laws
     */
    public static SyntheticDraw of(DrawnWorld drawn) {
        if (drawn instanceof SyntheticDraw declared) {
            return declared;
        }
        throw new IllegalArgumentException("only worlds of declared laws are known so well");
    }

    /** The world whose problems these are. */
    public SyntheticWorld world() {
        return world;
    }

    @Override
    public int size() {
        return problems.size();
    }

    /** A problem. */
    public Problem problem(int number) {
        return problems.get(number).problem;
    }

    @Override
    public double p(int problem) {
        return problems.get(problem).p;
    }

    @Override
    public long counted(int problem) {
        return problems.get(problem).problem.counted();
    }

    @Override
    public int level(int problem) {
        return problems.get(problem).problem.level();
    }

    @Override
    public List<String> levels() {
        return world.levels();
    }

    @Override
    public Optional<DifficultyLaw> difficulty() {
        return Optional.of(world.problems().law());
    }

    @Override
    public int steps(int problem) {
        return problems.get(problem).steps;
    }

    @Override
    public Model model() {
        return new TreeModel(world, problems);
    }

    /** What one thread needs to know of the problems beside their trials. */
    public ProblemTruth truth() {
        return new ProblemTruth(world, problems);
    }
}
