package overthink.strategies.search;

import java.util.Arrays;
import overthink.core.api.Session;

/**
 * Beam search as its_hub defines it: B/width empty paths; at each level every path that has not stopped gets one step,
 * and its score replaces the old one; the {@code width} best of all, stopped ones included, of equals the earlier, are
 * repeated B/width times. The first of the best scores wins. Whether a path has stopped by length is tested before the
 * step is added, so a path can have one step more than {@code maxSteps}.
 */
final class ItsHubBeamSearch extends AbstractSearch {

    private final int width;
    private final int maxSteps;
    private final Tree tree = new Tree();
    private final Ranking ranking = new Ranking();
    private int[] paths = {};
    private int[] kept = {};
    private int[] parents = {};
    private double[] values = {};

    /**
     * Makes the search.
     *
     * @param width how many paths are kept at each level
     * @param maxSteps the length, above which a path is not extended; 0 for no such limit
     */
    ItsHubBeamSearch(int width, int maxSteps) {
        this.width = width;
        this.maxSteps = maxSteps;
    }

    @Override
    void search(Session session) {
        int copies = Math.max(1, solutions(session) / width);
        // one path stays one, however many would be kept
        grow(copies == 1 ? 1 : copies * width);
        tree.start();
        int count = copies;
        Arrays.fill(paths, 0, count, Session.NONE);
        while (advance(session, count)) {
            int survivors = Math.min(width, count);
            int[] ranked = rank(count, survivors);
            for (int i = 0; i < survivors; i++) {
                kept[i] = paths[ranked[i]];
            }
            count = survivors * copies;
            for (int i = 0; i < count; i++) {
                paths[i] = kept[i % survivors];
            }
        }
        choose(session, count);
    }

    /** Extends the paths that have not stopped; returns whether there were any and the budget paid for all. */
    private boolean advance(Session session, int count) {
        int pending = 0;
        for (int i = 0; i < count; i++) {
            if (!stopped(session, paths[i])) {
                parents[pending++] = paths[i];
            }
        }
        if (pending == 0) {
            return false;
        }
        int paid = tree.grow(session, parents, pending);
        if (paid < pending) {
            return false;
        }
        int child = session.size() - paid;
        for (int i = 0; i < count; i++) {
            if (!stopped(session, paths[i])) {
                paths[i] = child++;
            }
        }
        return true;
    }

    private boolean stopped(Session session, int path) {
        return path != Session.NONE && (tree.complete(path) || (maxSteps > 0 && session.depth(path) > maxSteps));
    }

    private int[] rank(int count, int survivors) {
        for (int i = 0; i < count; i++) {
            values[i] = tree.value(paths[i]);
        }
        return ranking.best(values, count, survivors);
    }

    /** A path that was cut short of an answer is none that can be committed: then the best candidate stands. */
    private void choose(Session session, int count) {
        if (paths[0] == Session.NONE) {
            return;
        }
        int selected = 0;
        for (int i = 1; i < count; i++) {
            if (tree.value(paths[i]) > tree.value(paths[selected])) {
                selected = i;
            }
        }
        trace().result(paths, count, selected);
        if (tree.complete(paths[selected])) {
            session.commit(paths[selected]);
        }
    }

    private void grow(int count) {
        if (count > paths.length) {
            paths = new int[count];
            kept = new int[count];
            parents = new int[count];
            values = new double[count];
        }
    }
}
