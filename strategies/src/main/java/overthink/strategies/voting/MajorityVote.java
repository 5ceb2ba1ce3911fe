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
    private final Ballot ballot = new Ballot();
    private int[] votes = new int[64];
    private int[] firsts = new int[64];

    @Override
    public void run(Session session) {
        if (!session.allAnswer()) {
            runWithBlanks(session);
            return;
        }
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
                seen = count(from, count, seen);
                leader = seen <= count ? leader(seen) : leader(leader, count);
            }
            if (leader != committed) {
                session.commit(firsts[leader]);
            }
        }
    }

    /** {@link #run} where candidates may give no answer: those have no vote. */
    private void runWithBlanks(Session session) {
        ballot.clear();
        for (int drawn = session.generate(Integer.MAX_VALUE); drawn > 0; drawn = session.generate(Integer.MAX_VALUE)) {
            int committed = ballot.leadingCandidate();
            for (int candidate = session.size() - drawn; candidate < session.size(); candidate++) {
                int answer = session.answer(candidate);
                if (session.answered(candidate)) {
                    ballot.add(answer, candidate);
                } else {
                    ballot.addBlank(answer, candidate);
                }
            }
            if (ballot.leadingCandidate() != committed) {
                session.commit(ballot.leadingCandidate());
            }
        }
    }

    /** Counts the votes in {@code classes} of candidates from {@code from} on; returns how many answers there are then. */
    private int count(int from, int count, int seen) {
        if (seen + count >= votes.length) {
            votes = Arrays.copyOf(votes, 2 * (seen + count));
            firsts = Arrays.copyOf(firsts, 2 * (seen + count));
        }
        int answers = seen;
        votes[answers] = 0;
        for (int i = 0; i < count; i++) {
            int answer = classes[i];
            firsts[answers] = from + i;
            // one more when the answer is new; without a branch, which would be mispredicted whenever it is
            answers += ((answer - answers) >>> 31) ^ 1;
            votes[answers] = 0;
            votes[answer]++;
        }
        return answers;
    }

    /** The leader among all answers. */
    private int leader(int seen) {
        long greatest = Long.MIN_VALUE;
        for (int answer = 0; answer < seen; answer++) {
            greatest = Math.max(greatest, rank(answer));
        }
        return ~(int) greatest;
    }

    /** The leader among the old one and the answers in {@code classes}. */
    private int leader(int old, int count) {
        long greatest = rank(old);
        for (int i = 0; i < count; i++) {
            greatest = Math.max(greatest, rank(classes[i]));
        }
        return ~(int) greatest;
    }

    /** Rises with the votes, and of equals falls with the number. */
    private long rank(int answer) {
        return ((long) votes[answer] << 32) | (~answer & 0xFFFFFFFFL);
    }
}
