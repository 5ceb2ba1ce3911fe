package overthink.core.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import overthink.core.api.Capability;
import overthink.core.law.difficulty.DifficultyLaw;
import overthink.core.law.idea.Sharpening;
import overthink.core.random.Origin;
import overthink.core.world.Gathering;
import overthink.core.world.Problem;

/** The problems of a {@link SyntheticWorld} as drawn under a seed. */
public final class SyntheticDraw implements DrawnWorld {

    private final SyntheticWorld world;
    /** The world as it plays: its answers are those at its temperature. */
    private final SyntheticWorld played;

    private final List<ProblemTables> problems = new ArrayList<>();
    /** By policy beside the first. */
    private final List<List<ProblemTables>> others = new ArrayList<>();
    /** By problem: what is seen of it beforehand; empty where nothing is. */
    private final double[] signals;

    private final long seed;
    private final Gathering gathering;
    /** By problem; none when all weigh the same. */
    private final double[] weights;

    SyntheticDraw(SyntheticWorld world, long seed) {
        this(world, seed, ProblemSet.draw(world, seed), gathering(world), new double[0]);
    }

    /** Problems with weights, which stand for the population. */
    SyntheticDraw(SyntheticWorld world, long seed, List<Problem> problems, double[] weights) {
        this(world, seed, problems, Gathering.POPULATION, weights);
    }

    private SyntheticDraw(SyntheticWorld world, long seed, List<Problem> drawn, Gathering gathering, double[] weights) {
        this.world = world;
        played = world.sharpened();
        this.seed = seed;
        this.gathering = gathering;
        this.weights = weights;
        Origin origin = Origin.of(seed);
        Sharpening sharpening =
                new Sharpening(world.policy().temperature(), world.policy().wrongAnswers());
        for (Problem problem : drawn) {
            problems.add(new ProblemTables(problem, world.policy().silence(), sharpening, origin));
        }
        signals = world.signal() == null ? new double[0] : new double[drawn.size()];
        drawOthers(drawn, origin);
    }

    private void drawOthers(List<Problem> drawn, Origin origin) {
        OtherPolicies drawing = new OtherPolicies(world, origin);
        if (drawing.none()) {
            return;
        }
        for (int number = 1; number < world.ensemble().size(); number++) {
            others.add(new ArrayList<>(drawn.size()));
        }
        for (int i = 0; i < drawn.size(); i++) {
            drawing.turnTo(drawn.get(i));
            for (int number = 1; number <= others.size(); number++) {
                others.get(number - 1).add(drawing.tables(number, drawn.get(i)));
            }
            if (signals.length > 0) {
                signals[i] = drawing.seen(drawn.get(i));
            }
        }
    }

    /** Problems that are spread stand for a population. */
    private static Gathering gathering(SyntheticWorld world) {
        Gathering declared = world.problems().gathering();
        return declared == Gathering.POPULATION ? Gathering.SPREAD : declared;
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

    @Override
    public Gathering gathering() {
        return gathering;
    }

    @Override
    public double weight(int problem) {
        return weights.length == 0 ? 1 : weights[problem];
    }

    @Override
    public Optional<Population> population(Set<Capability> needs) {
        return world.problems().gathering() == Gathering.POPULATION
                        && DrawnTraits.of(world, needs).isEmpty()
                ? DrawnTraits.realised(world).map(law -> new Population(world, law, seed))
                : Optional.empty();
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
        return DrawnTraits.realised(world);
    }

    @Override
    public int steps(int problem) {
        return problems.get(problem).steps;
    }

    /** By policy. */
    private List<List<ProblemTables>> tables() {
        List<List<ProblemTables>> tables = new ArrayList<>();
        tables.add(problems);
        tables.addAll(others);
        return tables;
    }

    @Override
    public Model model() {
        return new TreeModel(played, world.policy(), tables(), signals);
    }

    /** What one thread needs to know of the problems beside their trials. */
    public ProblemTruth truth() {
        return new ProblemTruth(played, tables(), signals);
    }
}
