package overthink.strategies.decomposition;

import java.util.Arrays;
import overthink.core.api.Law;
import overthink.core.api.Session;
import overthink.core.api.Strategy;

/**
 * Solves a problem part by part: attempts at each, those at parts that are ready side by side in one round; one attempt at each is
 * chosen, is read by the parts that wait for it, and makes part of the answer.
 */
final class SolveParts implements Strategy {

    private final Law.PartChoice choice;
    private int[] levels = {};
    private int[] waited = {};
    private int[] chosen = {};
    /** By part: its first attempt, and how many there are. */
    private int[] firsts = {};

    private int[] made = {};
    private double[] scores = {};
    private int[] votes = {};
    private int[] seen = {};

    /** Chooses among attempts so. */
    SolveParts(Law.PartChoice choice) {
        this.choice = choice;
    }

    @Override
    public void run(Session session) {
        long solutions = session.solutions(1, 0);
        if (solutions > 0 && solve(session, solutions)) {
            return;
        }
        int candidate = session.generate();
        if (candidate != Session.NONE) {
            session.commit(candidate);
        }
    }

    /** Solves all parts; false when the budget does not pay for it. */
    private boolean solve(Session session, long solutions) {
        int parts = session.parts();
        reserve(parts);
        int attempts = choice == Law.PartChoice.FIRST ? 1 : (int) Math.min(solutions, Integer.MAX_VALUE / 2 / parts);
        Arrays.fill(chosen, 0, parts, Session.NONE);
        int span = levels(session, parts);
        for (int level = 1; level <= span; level++) {
            int from = session.size();
            for (int part = 0; part < parts; part++) {
                if (levels[part] == level) {
                    firsts[part] = session.size();
                    made[part] = 0;
                    while (made[part] < attempts && session.attempt(part, chosen) != Session.NONE) {
                        made[part]++;
                    }
                    if (made[part] == 0) {
                        return false;
                    }
                }
            }
            if (choice == Law.PartChoice.BEST) {
                score(session, from);
            }
            for (int part = 0; part < parts; part++) {
                if (levels[part] == level) {
                    chosen[part] = choose(session, part, from);
                }
            }
        }
        session.commit(session.assemble(chosen));
        return true;
    }

    /** The round of each part; returns the last. */
    private int levels(Session session, int parts) {
        int span = 0;
        for (int part = 0; part < parts; part++) {
            int count = session.waitsFor(part, waited);
            int level = 1;
            for (int i = 0; i < count; i++) {
                level = Math.max(level, levels[waited[i]] + 1);
            }
            levels[part] = level;
            span = Math.max(span, level);
        }
        return span;
    }

    private void score(Session session, int from) {
        int count = session.size() - from;
        if (scores.length < count) {
            scores = new double[count];
        }
        session.score(from, session.size(), scores);
    }

    private int choose(Session session, int part, int from) {
        return switch (choice) {
            case FIRST -> firsts[part];
            case BEST -> best(part, from);
            case VOTE -> mostVoted(session, part);
        };
    }

    /** The attempt of the highest score, the first of equals; scores that were not paid for count as none. */
    private int best(int part, int from) {
        int leader = firsts[part];
        for (int node = leader + 1; node < firsts[part] + made[part]; node++) {
            if (scores[node - from] > scores[leader - from]) {
                leader = node;
            }
        }
        return leader;
    }

    /** The first attempt of the answer that most give, of equals the one seen first. */
    private int mostVoted(Session session, int part) {
        int count = made[part];
        if (votes.length < count) {
            votes = new int[count];
            seen = new int[count];
        }
        Arrays.fill(votes, 0, count, 0);
        int classes = 0;
        int leader = 0;
        for (int i = 0; i < count; i++) {
            int answer = session.partAnswer(firsts[part] + i);
            if (answer == classes) {
                seen[classes++] = firsts[part] + i;
            }
            votes[answer]++;
        }
        for (int answer = 1; answer < classes; answer++) {
            if (votes[answer] > votes[leader]) {
                leader = answer;
            }
        }
        return seen[leader];
    }

    private void reserve(int parts) {
        if (levels.length < parts) {
            levels = new int[parts];
            waited = new int[parts];
            chosen = new int[parts];
            firsts = new int[parts];
            made = new int[parts];
        }
    }
}
