package overthink.strategies.particle;

import org.apache.commons.rng.UniformRandomProvider;
import overthink.core.api.Session;
import overthink.core.api.Strategy;

/**
 * Parallel tempering over whole solutions: chains at temperatures T<sub>1</sub> &lt; … &lt; T<sub>K</sub>, a geometric
 * ladder, each with one solution x, whose law tends to p(x)·o(x)<sup>1/T</sup>, o the odds of its outcome score or of
 * its last process score. In each round every chain keeps a prefix of its solution, of a length drawn evenly from 0 to
 * L − 1 of its L steps, and the policy generates another ending; that is accepted with probability min(1,
 * (o′/o)<sup>1/T</sup>·L/L′) (Metropolis and Hastings). Then neighbours, odd and even pairs in turn, exchange their
 * solutions with probability min(1, (o<sub>j</sub>/o<sub>i</sub>)<sup>1/T<sub>i</sub> − 1/T<sub>j</sub></sup>) (Geyer
 * 1991), after the last round too, even if the budget did not pay for all its endings. It ends with the budget; the answer is the best solution seen, or the one that the coldest chain holds.
 */
final class ParallelTempering implements Strategy {

    private final int chains;
    private final double coldest;
    private final double hottest;
    private final boolean outcome;
    private final boolean best;
    private double[] cold = {};
    private int[] states = {};
    private double[] scores = {};
    private int[] proposals = {};
    private int[] parents = {};
    private int leader;
    private double leading;

    /** How many chains have their temperatures. */
    private int prepared;

    /**
     * Makes the strategy.
     *
     * @param chains how many, or as many as the budget pays a solution for
     * @param coldest the lowest temperature
     * @param hottest the highest temperature
     * @param outcome whether outcome scores count, not last process scores
     * @param best whether the best solution seen is the answer, not that of the coldest chain
     */
    ParallelTempering(int chains, double coldest, double hottest, boolean outcome, boolean best) {
        this.chains = chains;
        this.coldest = coldest;
        this.hottest = hottest;
        this.outcome = outcome;
        this.best = best;
    }

    @Override
    public void run(Session session) {
        int count = (int) Math.max(1, Math.min(chains, session.solutions(0, 1)));
        prepare(count);
        for (int k = 0; k < count; k++) {
            proposals[k] = Session.NONE;
            states[k] = Session.NONE;
        }
        leader = Session.NONE;
        leading = Double.NEGATIVE_INFINITY;
        boolean paid = true;
        for (int round = 0; paid; round++) {
            int before = session.size();
            paid = finish(session, count);
            boolean begun = round > 0 && session.size() > before;
            int finished = 0;
            for (int k = 0; k < count; k++) {
                finished += unfinished(session, proposals[k]) ? 0 : 1;
            }
            session.together(finished);
            for (int k = 0; k < count; k++) {
                if (!unfinished(session, proposals[k])) {
                    paid &= consider(session, k);
                }
            }
            if (begun) {
                exchange(session.random(), (round - 1) % 2, count);
            }
            if (leader != Session.NONE) {
                session.commit(best || states[0] == Session.NONE ? leader : states[0]);
            }
            if (paid) {
                propose(session, count);
            }
        }
    }

    /** Scores a chain's proposal and accepts it or not; returns whether the budget paid for the score. */
    private boolean consider(Session session, int k) {
        int proposal = proposals[k];
        double score = outcome ? session.verify(proposal) : session.score(proposal);
        if (Double.isNaN(score)) {
            return false;
        }
        if (leader == Session.NONE || score > leading) {
            leader = proposal;
            leading = score;
        }
        decide(session, k, score);
        return true;
    }

    /** Extends all proposals to their ends, together; returns whether the budget paid for that. */
    private boolean finish(Session session, int count) {
        while (true) {
            int pending = 0;
            for (int k = 0; k < count; k++) {
                if (unfinished(session, proposals[k])) {
                    parents[pending++] = proposals[k];
                }
            }
            if (pending == 0) {
                return true;
            }
            int paid = session.extend(parents, pending);
            int child = session.size() - paid;
            for (int k = 0; k < count && child < session.size(); k++) {
                if (unfinished(session, proposals[k])) {
                    proposals[k] = child++;
                    if (states[0] == Session.NONE && session.complete(proposals[k])) {
                        session.commit(proposals[k]);
                    }
                }
            }
            if (paid < pending) {
                return false;
            }
        }
    }

    private static boolean unfinished(Session session, int node) {
        return node == Session.NONE || !session.complete(node);
    }

    /** Accepts a chain's proposal or leaves it; the first one is accepted. */
    private void decide(Session session, int k, double score) {
        boolean accepted = states[k] == Session.NONE;
        if (!accepted) {
            double ratio = cold[k] * (score - scores[k])
                    + StrictMath.log((double) session.depth(states[k]) / session.depth(proposals[k]));
            accepted = StrictMath.log(session.random().nextDouble()) < ratio;
        }
        if (accepted) {
            states[k] = proposals[k];
            scores[k] = score;
        }
    }

    private void exchange(UniformRandomProvider random, int first, int count) {
        for (int k = first; k + 1 < count; k += 2) {
            double ratio = (cold[k] - cold[k + 1]) * (scores[k + 1] - scores[k]);
            if (StrictMath.log(random.nextDouble()) < ratio) {
                int state = states[k];
                states[k] = states[k + 1];
                states[k + 1] = state;
                double score = scores[k];
                scores[k] = scores[k + 1];
                scores[k + 1] = score;
            }
        }
    }

    private void propose(Session session, int count) {
        for (int k = 0; k < count; k++) {
            int length = session.depth(states[k]);
            int kept = (int) (session.random().nextDouble() * length);
            proposals[k] = kept == 0 ? Session.NONE : AbstractParticles.at(session, states[k], kept);
        }
    }

    /** Makes room for so many chains and works out their temperatures, unless it was done before. */
    private void prepare(int count) {
        if (count == prepared) {
            return;
        }
        if (count > states.length) {
            cold = new double[count];
            states = new int[count];
            scores = new double[count];
            proposals = new int[count];
            parents = new int[count];
        }
        for (int k = 0; k < count; k++) {
            double share = count == 1 ? 0 : (double) k / (count - 1);
            cold[k] = 1 / (coldest * StrictMath.pow(hottest / coldest, share));
        }
        prepared = count;
    }
}
