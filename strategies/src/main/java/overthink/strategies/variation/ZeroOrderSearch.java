package overthink.strategies.variation;

import overthink.core.api.Session;
import overthink.core.api.Strategy;

/**
 * Zero-order search: a pivot, a few neighbours of it side by side, the best of them all by outcome score is the next pivot, and so
 * on. The best so far is committed after each round; one that the budget does not pay for to its end changes nothing.
 */
final class ZeroOrderSearch implements Strategy {

    private final int neighbours;
    private final double stride;
    private final double[] scores;

    /**
     * Makes the strategy.
     *
     * @param neighbours of each pivot, at least 1
     * @param stride how far they lie from it, in (0, 1]
     */
    ZeroOrderSearch(int neighbours, double stride) {
        this.neighbours = neighbours;
        this.stride = stride;
        scores = new double[neighbours];
    }

    @Override
    public void run(Session session) {
        if (session.generate(1, 1) == 0) {
            return;
        }
        int pivot = session.size() - 1;
        session.commit(pivot);
        double best = session.verify(pivot);
        while (!Double.isNaN(best)) {
            int from = session.size();
            for (int i = 0; i < neighbours; i++) {
                if (session.vary(pivot, stride) == Session.NONE) {
                    return;
                }
            }
            session.verify(from, from + neighbours, scores);
            if (Double.isNaN(scores[neighbours - 1])) {
                return;
            }
            int leader = pivot;
            for (int i = 0; i < neighbours; i++) {
                if (scores[i] > best) {
                    best = scores[i];
                    leader = from + i;
                }
            }
            if (leader != pivot) {
                pivot = leader;
                session.commit(pivot);
            }
        }
    }
}
