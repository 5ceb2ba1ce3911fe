package overthink.strategies.policies;

import overthink.core.api.Session;
import overthink.core.api.Strategy;
import overthink.strategies.voting.Recount;

/**
 * Policies in order, from the cheapest on: each answers where a check holds of what it generated, else the next one is asked; the
 * last one answers unchecked (Chen, Zaharia and Zou 2023, FrugalGPT; Yue et al. 2024 for agreement as the check).
 *
 * <p>What cannot be paid for leaves what was said before it; where nothing was, the world's first policy answers.
 */
public final class Cascade implements Strategy {

    /** What must hold. */
    enum Check {
        /** The outcome score of the best candidate is above the threshold. */
        VERIFIER,
        /** So large a share of the candidates gives the leading answer. */
        AGREEMENT
    }

    private final AskedPolicies roster;
    private final Check check;
    private final double threshold;
    private final double share;
    private final int samples;
    private final Recount recount = new Recount();
    private final double[] scores = new double[256];

    /**
     * Makes it.
     *
     * @param threshold of scores
     * @param share of votes
     * @param samples candidates of each policy
     */
    Cascade(AskedPolicies roster, Check check, double threshold, double share, int samples) {
        this.roster = roster;
        this.check = check;
        this.threshold = threshold;
        this.share = share;
        this.samples = samples;
    }

    @Override
    public void run(Session session) {
        roster.begin(session);
        for (int i = 0; i < roster.size(); i++) {
            Session policy = roster.of(session, i);
            if (samples == 1 && i == roster.size() - 1) {
                answerUnchecked(session, policy);
                return;
            }
            if (check == Check.VERIFIER ? accepted(session, policy) : agreed(session, policy)) {
                break;
            }
        }
        AskedPolicies.answerUnrouted(session);
    }

    private static void answerUnchecked(Session session, Session policy) {
        int candidate = policy.generate();
        if (candidate != Session.NONE) {
            session.commit(candidate);
        }
        AskedPolicies.answerUnrouted(session);
    }

    /** Answers with the candidate of the highest score among a policy's; whether it is above the threshold, or nothing more is paid. */
    private boolean accepted(Session session, Session policy) {
        double bestScore = Double.NEGATIVE_INFINITY;
        int owed = samples;
        while (owed > 0) {
            int some = policy.generate(owed, 1);
            if (some == 0) {
                return true;
            }
            if (owed == samples) {
                session.commit(session.size() - some);
            }
            owed -= some;
            int end = session.size();
            for (int from = end - some; from < end; from += scores.length) {
                int count = Math.min(end - from, scores.length);
                session.verify(from, from + count, scores);
                for (int i = 0; i < count; i++) {
                    if (scores[i] > bestScore) {
                        bestScore = scores[i];
                        session.commit(from + i);
                    }
                }
                if (Double.isNaN(scores[count - 1])) {
                    return true;
                }
            }
        }
        return bestScore > threshold;
    }

    /** Answers with the first of the leading answer of a policy's candidates; whether its share is large enough, or nothing more is paid. */
    private boolean agreed(Session session, Session policy) {
        recount.clear();
        int owed = samples;
        while (owed > 0) {
            int some = policy.generate(owed);
            if (some == 0) {
                return true;
            }
            int end = session.size();
            if (owed == samples) {
                session.commit(end - some);
            }
            owed -= some;
            for (int candidate = end - some; candidate < end; candidate++) {
                recount.add(session, candidate);
            }
            if (recount.winner() != Session.NONE) {
                session.commit(recount.winner());
            }
        }
        return recount.winnerVotes() >= share * samples;
    }
}
