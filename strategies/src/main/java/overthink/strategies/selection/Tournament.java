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
 * <p>A match asks a number of times with the earlier candidate named first; with both orders as often the other way round.
 * Who wins more verdicts goes on, and where they are split evenly, a tossed coin decides (Chen et al. 2024, "Simple and
 * Provable Scaling Laws for the Test-Time Compute of Large Language Models"). The first candidate is the answer until a round is over; when a verdict
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
    /** Verdicts of a match in each order. */
    private final int calls;

    private int[] left = {};
    private int[] won = {};

    Tournament(Kind kind, boolean bothOrders, int calls) {
        this.kind = kind;
        this.bothOrders = bothOrders;
        this.calls = calls;
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
        return verdicts(matches);
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

    /** Whether the earlier one goes on. A coin is tossed over an even split: neither position nor order may decide. */
    private boolean wins(Session session, int verdicts) {
        int lost = perMatch() - verdicts;
        return verdicts == lost ? session.random().nextBoolean() : verdicts > lost;
    }

    private int perMatch() {
        return bothOrders ? 2 * calls : calls;
    }

    private void roundRobin(Session session, int count) {
        Arrays.fill(won, 0, count, 0);
        int most = perMatch();
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
        return matches * perMatch();
    }

    /** How many verdicts {@code first} wins; {@link Session#NONE} when one cannot be paid for. */
    private int match(Session session, int first, int second) {
        int won = 0;
        for (int call = 0; call < calls; call++) {
            int forFirst = session.judge(first, second);
            if (forFirst == Session.NONE) {
                return Session.NONE;
            }
            won += forFirst;
            if (bothOrders) {
                int forSecond = session.judge(second, first);
                if (forSecond == Session.NONE) {
                    return Session.NONE;
                }
                won += 1 - forSecond;
            }
        }
        return won;
    }
}
