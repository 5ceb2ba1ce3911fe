package overthink.strategies.serial;

import overthink.core.api.Session;
import overthink.core.api.Strategy;

/**
 * The best candidate so far is revised; the revision takes its place where its outcome score is higher (Madaan et al. 2023,
 * Self-Refine; the verifier is the feedback). It ends when the best score is enough.
 *
 * <p>The first candidate is the answer until its score is paid for; when a score cannot be paid for, it ends.
 */
public final class SelfRefine implements Strategy {

    private final boolean tell;
    private final double enough;

    /**
     * Makes it.
     *
     * @param tell whether the policy is told that the candidate is wrong
     * @param enough the score, in log-odds, that ends it
     */
    SelfRefine(boolean tell, double enough) {
        this.tell = tell;
        this.enough = enough;
    }

    @Override
    public void run(Session session) {
        int best = session.generate();
        if (best == Session.NONE) {
            return;
        }
        session.commit(best);
        double bestScore = session.verify(best);
        while (!Double.isNaN(bestScore) && bestScore < enough) {
            int revision = session.revise(best, tell);
            if (revision == Session.NONE) {
                return;
            }
            double score = session.verify(revision);
            if (Double.isNaN(score)) {
                return;
            }
            if (score > bestScore) {
                best = revision;
                bestScore = score;
                session.commit(best);
            }
        }
    }
}
