package overthink.strategies.selection;

import java.util.Arrays;
import overthink.core.api.Session;
import overthink.core.api.Strategy;

/**
 * Candidates meet in pairs before a judge. N is how many candidates the budget pays for with all their matches;
 * all are generated at once and seeded in order of generation.
 *
 * <ul>
 *   <li>{@link Kind#KNOCKOUT}: each round pairs neighbours among those left, in order; the winners go on, and of an odd
 *       number the last goes on without a match. N − 1 matches.
 *   <li>{@link Kind#ROUND_ROBIN}: everyone meets everyone, and the most verdicts won win, the first of equals.
 *       N·(N − 1)/2 matches.
 * </ul>
 *
 * <p>A match asks with the earlier candidate named first; with both orders it asks the other way round as well, and when
 * the two verdicts differ, a tossed coin decides who goes on. The first candidate is the answer until a round is over; when a verdict
 * cannot be paid for, it ends.
 */
public final class Tournament implements Strategy {

    /** Who meets whom. */
    enum Kind {
        /** Single elimination. */
        KNOCKOUT,
        /** All pairs. */
        ROUND_ROBIN
    }

    private final Kind kind;
    private final boolean bothOrders;
    private int[] left = {};
    private int[] won = {};

    Tournament(Kind kind, boolean bothOrders) {
        this.kind = kind;
        this.bothOrders = bothOrders;
    }

    @Override
    public void run(Session session) {
        int planned = planned(session);
        if (planned > left.length) {
            left = Arrays.copyOf(left, planned);
            won = Arrays.copyOf(won, planned);
        }
        int count = 0;
        while (count < planned) {
            int drawn = session.generate(planned - count);
            if (drawn == 0) {
                break;
            }
            for (int candidate = session.size() - drawn; candidate < session.size(); candidate++) {
                left[count++] = candidate;
            }
        }
        if (count == 0) {
            return;
        }
        session.commit(left[0]);
        switch (kind) {
            case KNOCKOUT -> knockout(session, count);
            case ROUND_ROBIN -> roundRobin(session, count);
        }
    }

    /** The most candidates that the budget pays for together with all their matches; at least 1. */
    private int planned(Session session) {
        long low = 1;
        long high = Math.max(1, Math.min(Integer.MAX_VALUE, session.solutions(0, 0)));
        while (low < high) {
            long middle = (low + high + 1) >>> 1;
            if (session.pays(middle, calls(middle))) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return (int) low;
    }

    private long calls(long count) {
        long matches = kind == Kind.KNOCKOUT ? count - 1 : count * (count - 1) / 2;
        return bothOrders ? 2 * matches : matches;
    }

    private void knockout(Session session, int count) {
        int remaining = count;
        while (remaining > 1) {
            int next = 0;
            session.together(verdicts(remaining / 2));
            for (int i = 0; i + 1 < remaining; i += 2) {
                int verdicts = match(session, left[i], left[i + 1]);
                if (verdicts == Session.NONE) {
                    return;
                }
                left[next++] = wins(session, verdicts) ? left[i] : left[i + 1];
            }
            if (remaining % 2 == 1) {
                left[next++] = left[remaining - 1];
            }
            remaining = next;
            session.commit(left[0]);
        }
    }

    /** Whether who was named first goes on. A coin is tossed when the two orders disagree: position must not decide. */
    private boolean wins(Session session, int verdicts) {
        return (bothOrders && verdicts == 1) ? session.random().nextBoolean() : verdicts > 0;
    }

    private void roundRobin(Session session, int count) {
        Arrays.fill(won, 0, count, 0);
        int most = bothOrders ? 2 : 1;
        session.together(verdicts(count * (count - 1L) / 2));
        for (int i = 0; i < count; i++) {
            for (int j = i + 1; j < count; j++) {
                int verdicts = match(session, left[i], left[j]);
                if (verdicts == Session.NONE) {
                    return;
                }
                won[i] += verdicts;
                won[j] += most - verdicts;
            }
        }
        int best = 0;
        for (int i = 1; i < count; i++) {
            if (won[i] > won[best]) {
                best = i;
            }
        }
        session.commit(left[best]);
    }

    /** How many verdicts so many matches ask for. */
    private long verdicts(long matches) {
        return bothOrders ? 2 * matches : matches;
    }

    /** How many verdicts {@code first} wins; {@link Session#NONE} when one cannot be paid for. */
    private int match(Session session, int first, int second) {
        int forFirst = session.judge(first, second);
        if (forFirst == Session.NONE || !bothOrders) {
            return forFirst;
        }
        int forSecond = session.judge(second, first);
        return forSecond == Session.NONE ? Session.NONE : forFirst + 1 - forSecond;
    }
}
