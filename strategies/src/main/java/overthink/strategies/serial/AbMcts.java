package overthink.strategies.serial;

import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;
import overthink.core.api.Session;
import overthink.core.api.Strategy;
import overthink.strategies.selection.CandidateScores;

/**
 * Wider or deeper, by Thompson sampling (Inoue et al. 2025, AB-MCTS-A with Beta posteriors). From the root down, each node of a
 * tree of candidates draws from the posterior of what is made at it and of what is made below its children; where the first draw
 * is at least the other, a new child is made at it: a fresh candidate at the root, a revision elsewhere. Else the child is gone
 * down to whose posterior gives the greatest draw. Each score, as a probability r, counts as r of a success. The best score
 * answers, the first of equals.
 *
 * <p>The first candidate is the answer until its score is paid for; when a score cannot be paid for, it ends.
 */
public final class AbMcts implements Strategy {

    private static final int ROOT = 0;

    private final double prior;
    /** By node, the root being 0 and candidate k being k + 1: sums of scores, and how many. */
    private double[] madeHere = new double[64];

    private double[] below = new double[64];
    private double[] own = new double[64];
    private int[] children = new int[64];
    private int[] descendants = new int[64];
    private int[] parent = new int[64];
    private int[] firstChild = new int[64];
    private int[] nextSibling = new int[64];

    /**
     * Makes it.
     *
     * @param prior successes, and failures, that every posterior starts from; at least 1
     */
    AbMcts(double prior) {
        this.prior = prior;
    }

    @Override
    public void run(Session session) {
        UniformRandomProvider random = session.random();
        enter(ROOT, -1);
        int best = Session.NONE;
        double bestScore = Double.NEGATIVE_INFINITY;
        while (true) {
            int at = descend(random);
            int made = at == ROOT ? session.generate() : session.revise(at - 1);
            if (made == Session.NONE) {
                return;
            }
            if (best == Session.NONE) {
                best = made;
                session.commit(made);
            }
            double score = session.verify(made);
            if (Double.isNaN(score)) {
                return;
            }
            if (score > bestScore) {
                bestScore = score;
                if (best != made) {
                    best = made;
                    session.commit(made);
                }
            }
            enter(made + 1, at);
            learn(made + 1, CandidateScores.probability(score));
        }
    }

    /** The node at which the next candidate is made. */
    private int descend(UniformRandomProvider random) {
        int at = ROOT;
        while (children[at] > 0) {
            double wider = draw(madeHere[at], children[at], random);
            double deeper = draw(below[at], descendants[at], random);
            if (wider >= deeper) {
                return at;
            }
            double greatest = -1;
            int next = at;
            for (int child = firstChild[at]; child >= 0; child = nextSibling[child]) {
                double drawn = draw(own[child] + below[child], 1 + descendants[child], random);
                if (drawn > greatest) {
                    greatest = drawn;
                    next = child;
                }
            }
            at = next;
        }
        return at;
    }

    private double draw(double sum, int count, UniformRandomProvider random) {
        return BetaDraw.of(prior + sum, prior + count - sum, random);
    }

    private void learn(int node, double score) {
        own[node] = score;
        int above = parent[node];
        madeHere[above] += score;
        children[above]++;
        for (; above >= 0; above = parent[above]) {
            below[above] += score;
            descendants[above]++;
        }
    }

    private void enter(int node, int above) {
        if (node >= parent.length) {
            int room = 2 * node;
            madeHere = Arrays.copyOf(madeHere, room);
            below = Arrays.copyOf(below, room);
            own = Arrays.copyOf(own, room);
            children = Arrays.copyOf(children, room);
            descendants = Arrays.copyOf(descendants, room);
            parent = Arrays.copyOf(parent, room);
            firstChild = Arrays.copyOf(firstChild, room);
            nextSibling = Arrays.copyOf(nextSibling, room);
        }
        madeHere[node] = 0;
        below[node] = 0;
        own[node] = 0;
        children[node] = 0;
        descendants[node] = 0;
        parent[node] = above;
        firstChild[node] = -1;
        nextSibling[node] = above < 0 ? -1 : firstChild[above];
        if (above >= 0) {
            firstChild[above] = node;
        }
    }
}
