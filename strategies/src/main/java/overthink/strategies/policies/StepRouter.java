package overthink.strategies.policies;

import overthink.core.api.Resource;
import overthink.core.api.Session;
import overthink.core.api.Strategy;

/**
 * Solutions that grow step by step: the first policy drafts each step, and where its process score is not above a threshold the last
 * policy writes the step anew, below the same node (Liao et al. 2025, reward-guided speculative decoding). Of as many solutions as
 * the budget pays for, the one with the best last score answers, the first of equals.
 *
 * <p>Where the budget may not pay for every step twice, at the last policy's cost, there is nothing to route: the answer is then one
 * candidate of the first policy, generated whole. So it is where one round is left and no solution.
 */
public final class StepRouter implements Strategy {

    private final AskedPolicies roster;
    private final double threshold;
    private double lastScore;

    /**
     * Makes it.
     *
     * @param threshold of scores, in log-odds
     */
    StepRouter(AskedPolicies roster, double threshold) {
        this.roster = roster;
        this.threshold = threshold;
    }

    @Override
    public void run(Session session) {
        roster.begin(session);
        Session drafting = roster.of(session, 0);
        Session careful = roster.of(session, roster.size() - 1);
        // a step that is drafted and written anew costs no more than two of whoever costs more
        long paid = Math.min(drafting.solutions(1, 0), careful.solutions(1, 0)) / 2;
        if (paid == 0) {
            answerWhole(session, drafting);
            return;
        }
        double bestScore = Double.NEGATIVE_INFINITY;
        for (long made = 0; made < paid; made++) {
            int candidate = grown(session, drafting, careful);
            if (candidate == Session.NONE) {
                if (made == 0) {
                    answerWhole(session, drafting);
                }
                return;
            }
            if (made == 0 || lastScore > bestScore) {
                bestScore = lastScore;
                session.commit(candidate);
            }
        }
    }

    /** Answers with one candidate that nobody routes. */
    private static void answerWhole(Session session, Session drafting) {
        int candidate = drafting.generate();
        if (candidate == Session.NONE) {
            candidate = session.generate();
        }
        if (candidate != Session.NONE) {
            session.commit(candidate);
        }
    }

    /** Whether but one round is left. */
    private static boolean lastRound(Session session) {
        long limit = session.limit(Resource.ROUNDS);
        return limit != Long.MAX_VALUE && limit - session.spent(Resource.ROUNDS) <= 1;
    }

    /** A solution; {@link Session#NONE} where the budget ended before it did. */
    private int grown(Session session, Session drafting, Session careful) {
        int node = Session.NONE;
        do {
            int step = lastRound(session) ? Session.NONE : drafting.extend(node);
            if (step == Session.NONE) {
                return Session.NONE;
            }
            lastScore = session.score(step);
            if (!(lastScore > threshold) && !lastRound(session)) {
                int anew = careful.extend(node);
                if (anew != Session.NONE) {
                    step = anew;
                    lastScore = session.score(step);
                }
            }
            node = step;
        } while (!session.complete(node));
        return node;
    }
}
