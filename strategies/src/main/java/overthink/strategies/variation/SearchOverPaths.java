package overthink.strategies.variation;

import java.util.Arrays;
import overthink.core.api.Session;
import overthink.core.api.Strategy;

/**
 * Search over paths: N paths grow for some steps; then, until they are whole, each is taken back by a few steps and goes on from there
 * several times over by a few more, and the N best by process score go on. One candidate generated whole comes first: it tells how
 * many steps there are, and is the answer unless one of the paths ends better. N is as many as the budget pays for.
 */
final class SearchOverPaths implements Strategy {

    private final int start;
    private final int width;
    private final int back;
    private final int forward;

    /** The paths that go on. */
    private int[] paths = {};
    /** What grows. */
    private int[] growing = {};

    private double[] scores = {};
    private int best;
    private double bestScore;

    /**
     * Makes the strategy.
     *
     * @param start steps before the first branching, at least 1
     * @param width how often each path goes on, at least 1
     * @param back steps that it is taken back, at least 0
     * @param forward steps that it then goes on, more than {@code back}
     */
    SearchOverPaths(int start, int width, int back, int forward) {
        this.start = start;
        this.width = width;
        this.back = back;
        this.forward = forward;
    }

    @Override
    public void run(Session session) {
        long solutions = session.solutions(1, 1);
        if (session.generate(1, 1) == 0) {
            return;
        }
        best = session.size() - 1;
        session.commit(best);
        bestScore = session.score(best);
        int steps = session.depth(best);
        if (Double.isNaN(bestScore) || solutions < 2) {
            return;
        }
        int first = Math.min(start, steps);
        long branchings = ((long) steps - first + forward - back - 1) / (forward - back);
        long each = first + branchings * width * forward;
        long count = (solutions - 1) * steps / each;
        if (count == 0) {
            sample(session, solutions - 1);
        } else {
            search(session, (int) Math.min(count, Integer.MAX_VALUE / 4 / width), first, steps);
        }
    }

    /** The best of candidates generated whole, for a budget that pays for no path. */
    private void sample(Session session, long most) {
        int made = session.generate((int) Math.min(most, Integer.MAX_VALUE), 1);
        int from = session.size() - made;
        reserve(made);
        session.score(from, from + made, scores);
        take(session, from, made);
    }

    private void search(Session session, int count, int first, int steps) {
        reserve(count * width);
        Arrays.fill(growing, 0, count, Session.NONE);
        if (!grow(session, count, first)) {
            return;
        }
        System.arraycopy(growing, 0, paths, 0, count);
        int depth = first;
        if (depth == steps && look(session, count)) {
            take(session, session.size() - count, count);
        }
        while (depth < steps) {
            int taken = Math.min(back, depth - 1);
            int target = Math.min(steps, depth - taken + forward);
            for (int i = 0; i < count; i++) {
                int from = paths[i];
                for (int step = 0; step < taken; step++) {
                    from = session.parent(from);
                }
                Arrays.fill(growing, i * width, (i + 1) * width, from);
            }
            int branches = count * width;
            if (!grow(session, branches, target - depth + taken) || !look(session, branches)) {
                return;
            }
            depth = target;
            if (depth == steps) {
                take(session, session.size() - branches, branches);
            } else {
                keep(count, branches);
            }
        }
    }

    /** Grows what is listed by some steps; whether the budget paid for them. */
    private boolean grow(Session session, int count, int steps) {
        for (int step = 0; step < steps; step++) {
            if (session.extend(growing, count) < count) {
                return false;
            }
            int from = session.size() - count;
            for (int i = 0; i < count; i++) {
                growing[i] = from + i;
            }
        }
        return true;
    }

    /** Scores the latest nodes; whether the budget paid for that. */
    private boolean look(Session session, int count) {
        int end = session.size();
        session.score(end - count, end, scores);
        return !Double.isNaN(scores[count - 1]);
    }

    /** Commits the best of some candidates whose scores are there, if it is better than what is committed. */
    private void take(Session session, int from, int count) {
        int before = best;
        for (int i = 0; i < count; i++) {
            if (scores[i] > bestScore) {
                bestScore = scores[i];
                best = from + i;
            }
        }
        if (best != before) {
            session.commit(best);
        }
    }

    /** Keeps the best of the branches, the first of equals. */
    private void keep(int count, int branches) {
        for (int kept = 0; kept < count; kept++) {
            int leader = 0;
            for (int i = 1; i < branches; i++) {
                if (scores[i] > scores[leader]) {
                    leader = i;
                }
            }
            paths[kept] = growing[leader];
            scores[leader] = Double.NEGATIVE_INFINITY;
        }
    }

    private void reserve(int branches) {
        if (branches > growing.length) {
            growing = new int[branches];
            paths = new int[branches];
            scores = new double[branches];
        }
    }
}
