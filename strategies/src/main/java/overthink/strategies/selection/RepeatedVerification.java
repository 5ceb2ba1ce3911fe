package overthink.strategies.selection;

import overthink.core.api.Session;
import overthink.core.api.Strategy;

/**
 * Best-of-N with {@code calls} verifier calls on each candidate: what of the noise belongs to the single call averages
 * out, what belongs to the candidate, its answer or the problem stays.
 *
 * <ul>
 *   <li>{@link Combination#MEAN}: the candidate with the highest mean of its scores (log-odds), the first of equals.
 *   <li>{@link Combination#ALL_ACCEPT}: the first candidate whose calls all accept (score above 0). A candidate's calls end
 *       at its first rejection, and all calls once a candidate passed. If none passes, it abstains or answers the candidate
 *       that was accepted most often before its first rejection, the first of equals. Each call waits for the verdict
 *       before it.
 * </ul>
 *
 * <p>The first candidate is the answer until its calls are paid for (unless it abstains); when a call cannot be paid for,
 * it ends.
 */
public final class RepeatedVerification implements Strategy {

    /** How a candidate's scores make one. */
    enum Combination {
        /** Their mean. */
        MEAN,
        /** How many accept before the first that does not; all of them must. */
        ALL_ACCEPT
    }

    /** What is answered when no candidate is accepted by all its calls. */
    enum Fallback {
        /** The candidate that was accepted most often before its first rejection. */
        BEST,
        /** Nothing. */
        ABSTAIN
    }

    private final int calls;
    private final Combination combination;
    private final boolean abstains;

    RepeatedVerification(int calls, Combination combination, Fallback fallback) {
        this.calls = calls;
        this.combination = combination;
        abstains = combination == Combination.ALL_ACCEPT && fallback == Fallback.ABSTAIN;
    }

    @Override
    public void run(Session session) {
        boolean first = true;
        boolean asks = true;
        double best = Double.NEGATIVE_INFINITY;
        while (true) {
            int drawn = session.generate(Integer.MAX_VALUE, calls);
            if (drawn == 0) {
                return;
            }
            int end = session.size();
            if (first && !abstains) {
                session.commit(end - drawn);
            }
            first = false;
            if (combination == Combination.MEAN) {
                session.together((long) drawn * calls);
            }
            for (int candidate = end - drawn; candidate < end && asks; candidate++) {
                double merit = combination == Combination.MEAN ? mean(session, candidate) : accepts(session, candidate);
                if (Double.isNaN(merit)) {
                    return;
                }
                boolean passed = combination == Combination.ALL_ACCEPT && merit == calls;
                if (abstains ? passed : merit > best) {
                    best = merit;
                    session.commit(candidate);
                }
                asks = !passed;
            }
        }
    }

    /** The mean of a candidate's scores; {@code NaN} when one cannot be paid for. */
    private double mean(Session session, int candidate) {
        double sum = 0;
        for (int call = 0; call < calls; call++) {
            double score = session.verify(candidate);
            if (Double.isNaN(score)) {
                return Double.NaN;
            }
            sum += score;
        }
        return sum / calls;
    }

    /** How many calls accept a candidate before the first that does not; {@code NaN} when one cannot be paid for. */
    private double accepts(Session session, int candidate) {
        for (int call = 0; call < calls; call++) {
            double score = session.verify(candidate);
            if (Double.isNaN(score)) {
                return Double.NaN;
            }
            if (!(score > 0)) {
                return call;
            }
        }
        return calls;
    }
}
