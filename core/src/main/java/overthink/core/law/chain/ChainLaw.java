package overthink.core.law.chain;

import org.jspecify.annotations.Nullable;
import overthink.core.api.RealRange;
import overthink.core.api.WholeRange;
import overthink.core.law.cost.CountLaw;

/**
 * How a policy revises its candidates, and when it is done. The r-th revision after the first candidate of a chain (r from 0)
 * keeps the answer before it with probability φ; else it is drawn afresh, right with probability
 * f<sub>r</sub> = 1/(1 + e<sup>−(l − δr)</sup>), l the {@linkplain Revision#freshLogOdds log-odds} at the chain's beginning.
 * So b = (1 − φ)f of the wrong ones are mended and a = (1 − φ)(1 − f) of the right ones lost. Without drift the share of right
 * ones after R revisions is f + (p − f)φ<sup>R</sup>.
 *
 * <p>With probability ψ a fresh draw leaves out the wrong answers among the last c candidates of its chain, which it has in
 * context: sequential search as sampling without replacement.
 *
 * @param revision φ and l
 * @param told φ and l where the strategy told that the candidate is wrong, whether it is or not
 * @param drift δ, in {@link #DRIFT}: what the log-odds of a fresh draw lose with each revision before it
 * @param avoidance ψ, in [0, 1]
 * @param context c, in {@link #CONTEXT}: how many of the chain's last candidates a revision reads, and pays for as input
 * @param stop when the policy considers a chain done
 * @param tokens of a revision; null for those of a solution
 */
public record ChainLaw(
        Revision revision,
        Revision told,
        ByDifficulty drift,
        ByDifficulty avoidance,
        int context,
        Stop stop,
        @Nullable CountLaw tokens) {

    /** What the drift may be. */
    public static final RealRange DRIFT = RealRange.within(20);

    /** How many candidates a revision may read. */
    public static final WholeRange CONTEXT = new WholeRange(1, 1024);

    /** How many it reads unless stated. */
    public static final int USUAL_CONTEXT = 4;

    /** Every revision is a fresh sample, and after each the policy is done. */
    public static final ChainLaw FRESH = of(Revision.Tendency.FRESH);

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException when one is outside its range on some difficulty
     */
    public ChainLaw {
        drift.check("drift", DRIFT);
        avoidance.check("avoidance", RealRange.PROBABILITY);
        CONTEXT.check("context", context);
    }

    /** Chains whose revisions are like this, told or not, without drift and avoidance, and done after each. */
    public static ChainLaw of(Revision revision) {
        return new ChainLaw(
                revision, revision, ByDifficulty.of(0), ByDifficulty.of(0), USUAL_CONTEXT, Stop.ALWAYS, null);
    }

    /** This law with another way to revise what was told to be wrong. */
    public ChainLaw withTold(Revision other) {
        return new ChainLaw(revision, other, drift, avoidance, context, stop, tokens);
    }

    /** This law with another drift. */
    public ChainLaw withDrift(double other) {
        return new ChainLaw(revision, told, ByDifficulty.of(other), avoidance, context, stop, tokens);
    }

    /** This law with avoidance ψ of the wrong answers among the last c candidates. */
    public ChainLaw withAvoidance(double psi, int last) {
        return new ChainLaw(revision, told, drift, ByDifficulty.of(psi), last, stop, tokens);
    }

    /** This law where the policy is done after a right segment with probability τr, after a wrong one with τw. */
    public ChainLaw withStop(double right, double wrong) {
        Stop other = new Stop(ByDifficulty.of(right), ByDifficulty.of(wrong));
        return new ChainLaw(revision, told, drift, avoidance, context, other, tokens);
    }

    /** This law with other tokens of a revision. */
    public ChainLaw withTokens(CountLaw other) {
        return new ChainLaw(revision, told, drift, avoidance, context, stop, other);
    }

    /**
     * When the policy considers a chain done.
     *
     * @param right τr, in [0, 1]: after a right segment
     * @param wrong τw, in [0, 1]: after a wrong one
     */
    public record Stop(ByDifficulty right, ByDifficulty wrong) {

        /** It always is. */
        public static final Stop ALWAYS = new Stop(ByDifficulty.of(1), ByDifficulty.of(1));

        /** The least of both together: below it a chain would end by its budget alone. */
        private static final double LEAST = 1e-6;

        /**
         * Checks the ranges.
         *
         * @throws IllegalArgumentException when one is outside its range on some difficulty, or both are 0 on one, where chains
         *     would have no end
         */
        public Stop {
            right.check("stop.right", RealRange.PROBABILITY);
            wrong.check("stop.wrong", RealRange.PROBABILITY);
            for (double p : new double[] {0, 1}) {
                if (right.at(p) + wrong.at(p) < LEAST) {
                    throw new IllegalArgumentException(
                            ("stop: right (%s) and wrong (%s) must add up to at least %s on every difficulty, and do not on a"
                                            + " problem of p = %d, where a chain would have no end")
                                    .formatted(
                                            RealRange.text(right.at(p)),
                                            RealRange.text(wrong.at(p)),
                                            RealRange.text(LEAST),
                                            (int) p));
                }
            }
        }
    }
}
