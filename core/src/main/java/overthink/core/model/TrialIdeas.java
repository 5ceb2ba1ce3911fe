package overthink.core.model;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import overthink.core.fault.ContractViolation;
import overthink.core.fault.Fault.Kind;
import overthink.core.law.idea.IdeaLaw;
import overthink.core.law.idea.Sharpening;
import overthink.core.random.Address;
import overthink.core.random.Lineage;
import overthink.core.random.Purpose;
import overthink.core.random.Site;
import overthink.core.world.Policy;

/** The ideas drawn in one trial, numbered from 0 in the order of their drawing, and the candidates that follow them. */
final class TrialIdeas {

    private static final int REMEMBERED = 16;

    /** The most ideas of a trial. */
    static final int MOST = 1 << 24;

    private final IdeaLaw law;
    private final Sharpening sharpening;
    private final Nodes nodes;
    /** The ideas of the problems turned to last, by number, those as far apart as there is room for in one place. */
    private final @Nullable ProblemIdeas[] remembered = new ProblemIdeas[REMEMBERED];

    private final Site draws = new Site(Purpose.IDEA);
    private final Site own = new Site(Purpose.OWN_IDEA);
    private final Site candidates = new Site(Purpose.IDEA_CANDIDATES);
    private final AnswerNumbers classes = new AnswerNumbers();
    private ProblemTables problem;

    private int size;
    /** Which of the problem's ideas each is; of those that no other is alike to a number beyond. */
    private int[] code = new int[16];

    private double[] chance = new double[16];
    /** Where the next candidate that follows each is. */
    private long[] cursor = new long[16];

    TrialIdeas(IdeaLaw law, Policy policy, Nodes nodes, ProblemTables problem) {
        this.law = law;
        this.nodes = nodes;
        this.problem = problem;
        sharpening = new Sharpening(policy.temperature(), policy.wrongAnswers());
    }

    /** Turns to another problem. */
    void turnTo(ProblemTables tables) {
        problem = tables;
        draws.turnTo(tables.origin, tables.index);
        own.turnTo(tables.origin, tables.index);
        candidates.turnTo(tables.origin, tables.index);
    }

    /** Begins a trial: forgets what was drawn. */
    void begin(long trial) {
        draws.begin(trial);
        own.begin(trial);
        candidates.begin(trial);
        classes.reset();
        size = 0;
    }

    /** How many were drawn. */
    int size() {
        return size;
    }

    /** The number of an idea, drawn or the next, for what is drawn of it. */
    long address(int idea) {
        return candidates.slot(idea);
    }

    /** Draws an idea. */
    void draw() {
        if (size == MOST) {
            throw new ContractViolation(Kind.OVERSPENT, "asked for more than %d ideas in one trial".formatted(MOST));
        }
        if (size == code.length) {
            code = Arrays.copyOf(code, 2 * size);
            chance = Arrays.copyOf(chance, 2 * size);
            cursor = Arrays.copyOf(cursor, 2 * size);
        }
        cursor[size] = Lineage.cursor(address(size));
        if (law.concentration() == Double.POSITIVE_INFINITY) {
            code[size] = size;
            double one = law.chance(problem.problem.declared(), Address.uniform(own.slot(size)));
            chance[size] = sharpening.accuracy(one, problem.declaredSilence);
        } else {
            ProblemIdeas ideas = ideas();
            code[size] = ideas.at(Address.uniform(draws.slot(size)));
            chance[size] = ideas.chance(code[size]);
        }
        size++;
    }

    /** The ideas of the problem in hand. */
    private ProblemIdeas ideas() {
        int place = problem.index % REMEMBERED;
        ProblemIdeas known = remembered[place];
        if (known == null) {
            known = new ProblemIdeas(law, sharpening);
            remembered[place] = known;
        }
        known.turnTo(problem);
        return known;
    }

    /** Which idea it is, numbered by first appearance among those looked up. */
    int number(int idea) {
        return classes.of(code[idea]);
    }

    /** The chance of a candidate that follows it. */
    double chance(int idea) {
        return chance[idea];
    }

    /** The number of the next candidate that follows an idea. */
    long nextCandidate(int idea) {
        return Lineage.child(cursor[idea]);
    }

    /** Makes a candidate that follows an idea and is right with some chance; room was made. Returns whether it is right. */
    boolean follow(int idea, double right) {
        long number = nextCandidate(idea);
        cursor[idea] = Lineage.advanced(cursor[idea]);
        boolean sound = nodes.falls(number, Address.threshold(right));
        nodes.addMade(number, sound);
        return sound;
    }
}
