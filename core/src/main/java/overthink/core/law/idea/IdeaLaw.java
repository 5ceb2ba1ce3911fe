package overthink.core.law.idea;

import java.util.Optional;
import overthink.core.api.RealRange;
import overthink.core.law.cost.CountLaw;
import overthink.core.law.difficulty.Beta;
import overthink.core.law.difficulty.DifficultyLaw;
import overthink.core.law.difficulty.DifficultyParts;
import overthink.core.law.difficulty.Point;

/**
 * A problem has ideas. Their weights are those of a Dirichlet process of concentration c, by stick breaking: the j-th idea takes
 * the share V<sub>j</sub> ~ Beta(1, c) of what the ideas before it leave. An idea has a chance u of its own that a candidate
 * which follows it is right; u has mean p, the problem's declared chance, and variance v·p(1 − p). A candidate draws an idea by
 * the weights, then is right with probability u. Ideas are the problem's, the same in all trials.
 *
 * <p>So a candidate of a problem is right with its realised chance q = Σ w<sub>j</sub>u<sub>j</sub>, and given its ideas the
 * candidates that draw one each are independent: E[q] = p and Var q = v·p(1 − p)/(1 + c). With v = 1 q ~ Beta(c·p, c·(1 − p)),
 * and k candidates leave B(c·p, c·(1 − p) + k)/B(c·p, c·(1 − p)) unsolved (Ferguson 1973). Two candidates draw different ideas
 * with probability c/(1 + c).
 *
 * @param concentration c, in {@link #CONCENTRATION}, or infinite: then no two candidates share an idea, and q = p
 * @param polarisation v, in [0, 1]: at 1 an idea is right always or never, at 0 (and below 1e-6) all are alike; between them u
 *     is a beta law's
 * @param tokens of an idea
 */
public record IdeaLaw(double concentration, double polarisation, CountLaw tokens) {

    /** What a finite concentration may be: from one idea in a million to as many as a problem needs thousands of sticks for. */
    public static final RealRange CONCENTRATION = new RealRange(1e-6, 1000);

    /** No two candidates share an idea, and ideas cost nothing: to follow one is a fresh sample. */
    public static final IdeaLaw FRESH = of(Double.POSITIVE_INFINITY);

    /** v below which all ideas are alike, and the shape below which a beta law is its two atoms. */
    private static final double LEAST = 1e-6;

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException when {@code concentration} is finite and outside its range, or {@code polarisation}
     *     outside [0, 1]
     */
    public IdeaLaw {
        if (concentration != Double.POSITIVE_INFINITY) {
            CONCENTRATION.check("concentration", concentration);
        }
        RealRange.PROBABILITY.check("polarisation", polarisation);
    }

    /** Ideas that are right always or never, and cost nothing. */
    public static IdeaLaw of(double concentration) {
        return new IdeaLaw(concentration, 1, new CountLaw.Constant(0));
    }

    /** Whether candidates share ideas, so that a problem's chance is another than the declared one. */
    public boolean shared() {
        return concentration != Double.POSITIVE_INFINITY && polarisation >= LEAST;
    }

    /**
     * u of an idea.
     *
     * @param p the problem's declared chance, in [0, 1]
     * @param rank where the idea stands among all of them, in (0, 1)
     */
    public double chance(double p, double rank) {
        if (polarisation < LEAST || p <= 0 || p >= 1) {
            return p;
        }
        double size = 1 / polarisation - 1;
        if (size * Math.min(p, 1 - p) < LEAST) {
            return rank < 1 - p ? 0 : 1;
        }
        return Beta.quantile(size * p, size * (1 - p), rank);
    }

    /**
     * The law of q over problems of a law of p; empty where it has no name: with a density of p, or ideas that are neither right
     * always nor never.
     */
    public Optional<DifficultyLaw> realised(DifficultyLaw declared) {
        return shared() ? DifficultyParts.mapped(declared, this::ofPoint) : Optional.of(declared);
    }

    private Optional<DifficultyLaw> ofPoint(DifficultyLaw law) {
        if (!(law instanceof Point point)) {
            return Optional.empty();
        }
        double p = point.p();
        if (p <= 0 || p >= 1) {
            return Optional.of(point);
        }
        double right = concentration * p;
        double wrong = concentration * (1 - p);
        return polarisation == 1 && Beta.SHAPE.contains(right) && Beta.SHAPE.contains(wrong)
                ? Optional.of(new Beta(right, wrong))
                : Optional.empty();
    }
}
