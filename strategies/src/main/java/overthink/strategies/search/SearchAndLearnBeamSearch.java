package overthink.strategies.search;

import java.util.Arrays;
import overthink.core.api.Session;

/**
 * Beam search as search-and-learn defines it: each iteration has exactly n beams, the survivors repeated and cut to n,
 * and extends each by one step, in the last iteration to its end. A completed beam leaves and never competes again; of
 * the others the n/width best stay, of equals the later, in their old order. The first n completed are the result, or
 * the n best of them, repeated up to n; the first of the best scores among those wins.
 */
final class SearchAndLearnBeamSearch extends AbstractSearch {

    /** The tool's own number of iterations. */
    static final int ITERATIONS = 40;

    private final int width;
    private final int iterations;
    private final boolean sortCompleted;
    private final Tree tree;
    private final Ranking ranking = new Ranking();
    private int[] beams = {};
    private double[] values = {};
    private boolean[] pruned = {};
    private int[] completed = {};
    private int[] result = {};
    private int completions;

    SearchAndLearnBeamSearch(int width, int iterations, boolean sortCompleted, Aggregate aggregate) {
        this.width = width;
        this.iterations = iterations;
        this.sortCompleted = sortCompleted;
        tree = new Tree(aggregate);
    }

    @Override
    void search(Session session) {
        int n = solutions(session);
        grow(n);
        tree.start();
        completions = 0;
        int active = n;
        Arrays.fill(beams, 0, n, Session.NONE);
        for (int iteration = 1; iteration <= iterations && active > 0; iteration++) {
            for (int i = active; i < n; i++) {
                beams[i] = beams[i - active];
            }
            boolean paid = iteration == iterations
                    ? tree.finish(session, beams, n, true)
                    : tree.advance(session, beams, n, true);
            active = setCompletedAside(n);
            if (!paid) {
                break;
            }
            active = prune(active, n / width);
        }
        choose(session, n);
    }

    /** Moves the completed beams out; returns how many are left. */
    private int setCompletedAside(int count) {
        int active = 0;
        for (int i = 0; i < count; i++) {
            int beam = beams[i];
            if (!tree.unfinished(beam)) {
                if (completions == completed.length) {
                    completed = Arrays.copyOf(completed, 2 * completions + 16);
                }
                completed[completions++] = beam;
            } else {
                beams[active++] = beam;
            }
        }
        return active;
    }

    /** Keeps the best beams in their order; to keep none means to keep all, as it does in the tool. */
    private int prune(int active, int kept) {
        if (kept == 0 || kept >= active) {
            return active;
        }
        for (int i = 0; i < active; i++) {
            values[active - 1 - i] = tree.value(beams[i]);
            pruned[i] = true;
        }
        int[] ranked = ranking.best(values, active, kept);
        for (int i = 0; i < kept; i++) {
            pruned[active - 1 - ranked[i]] = false;
        }
        int left = 0;
        for (int i = 0; i < active; i++) {
            if (!pruned[i]) {
                beams[left++] = beams[i];
            }
        }
        return left;
    }

    private void choose(Session session, int n) {
        if (completions == 0) {
            return;
        }
        int count = Math.min(n, completions);
        if (sortCompleted) {
            if (completions > values.length) {
                values = new double[2 * completions];
            }
            for (int i = 0; i < completions; i++) {
                values[i] = tree.value(completed[i]);
            }
            int[] ranked = ranking.best(values, completions, count);
            for (int i = 0; i < count; i++) {
                result[i] = completed[ranked[i]];
            }
        } else {
            System.arraycopy(completed, 0, result, 0, count);
        }
        for (int i = count; i < n; i++) {
            result[i] = result[i - count];
        }
        int selected = 0;
        for (int i = 1; i < count; i++) {
            if (tree.value(result[i]) > tree.value(result[selected])) {
                selected = i;
            }
        }
        trace().result(result, n, selected);
        session.commit(result[selected]);
    }

    private void grow(int n) {
        if (n > beams.length) {
            beams = new int[n];
            values = new double[n];
            pruned = new boolean[n];
            result = new int[n];
        }
    }
}
