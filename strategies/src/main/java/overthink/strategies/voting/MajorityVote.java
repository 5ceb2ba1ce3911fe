package overthink.strategies.voting;

import java.util.Arrays;
import overthink.core.api.Session;
import overthink.core.api.Strategy;

/**
 * The answer that most candidates give, of equals the one seen first; its first candidate stands for it (Wang et al. 2023,
 * self-consistency).
 */
public final class MajorityVote implements Strategy {

    private final int[] classes = new int[4096];
    private int[] votes = new int[64];
    private int[] firsts = new int[64];

    @Override
    public void run(Session session) {
        int seen = 0;
        int leader = Session.NONE;
        while (true) {
            int drawn = session.generate(Integer.MAX_VALUE);
            if (drawn == 0) {
                return;
            }
            int end = session.size();
            int committed = leader;
            for (int from = end - drawn; from < end; from += classes.length) {
                int count = Math.min(end - from, classes.length);
                session.answers(from, from + count, classes);
                for (int i = 0; i < count; i++) {
                    int answer = classes[i];
                    if (answer == seen) {
                        open(answer, from + i);
                        seen++;
                    }
                    votes[answer]++;
                }
                leader = leader(leader, seen, count);
            }
            if (leader != committed) {
                session.commit(firsts[leader]);
            }
        }
    }

    /** The leader after the votes in {@code classes}: among all answers, or among those and the old leader if they are fewer. */
    private int leader(int old, int seen, int count) {
        int leader = old == Session.NONE ? 0 : old;
        if (seen <= count) {
            for (int answer = 0; answer < seen; answer++) {
                leader = leads(answer, leader) ? answer : leader;
            }
        } else {
            for (int i = 0; i < count; i++) {
                leader = leads(classes[i], leader) ? classes[i] : leader;
            }
        }
        return leader;
    }

    private boolean leads(int answer, int other) {
        return votes[answer] > votes[other] || (votes[answer] == votes[other] && answer < other);
    }

    private void open(int answer, int first) {
        if (answer == votes.length) {
            votes = Arrays.copyOf(votes, 2 * answer);
            firsts = Arrays.copyOf(firsts, 2 * answer);
        }
        votes[answer] = 0;
        firsts[answer] = first;
    }
}
