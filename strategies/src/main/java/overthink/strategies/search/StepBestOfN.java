package overthink.strategies.search;

import java.util.Arrays;
import overthink.core.api.Session;

/**
 * One solution that grows step by step: m continuations at each step, of which the best by process score, the first of
 * equals, is kept. m is how many whole solutions the budget pays for, or a given number if that is less.
 */
final class StepBestOfN extends AbstractSearch {

    private final int samples;
    private final Tree tree = new Tree();
    private int[] parents = {};

    /**
     * Makes the search.
     *
     * @param samples the most continuations at a step; 0 for as many as the budget pays for
     */
    StepBestOfN(int samples) {
        this.samples = samples;
    }

    @Override
    void search(Session session) {
        int count = solutions(session);
        if (samples > 0) {
            count = Math.min(count, samples);
        }
        if (count > parents.length) {
            parents = new int[count];
        }
        tree.start();
        int tip = Session.NONE;
        while (tree.unfinished(tip)) {
            Arrays.fill(parents, 0, count, tip);
            int paid = tree.grow(session, parents, count);
            if (paid < count) {
                return;
            }
            int first = session.size() - paid;
            tip = first;
            for (int node = first + 1; node < first + paid; node++) {
                if (tree.value(node) > tree.value(tip)) {
                    tip = node;
                }
            }
        }
        session.commit(tip);
    }
}
