package overthink.strategies.adaptive;

import overthink.core.api.Session;
import overthink.strategies.voting.Ballot;

/** Draws candidates, counts their votes, and keeps the leading answer committed as it goes. */
final class Poll {

    private final Ballot ballot = new Ballot();
    private final int[] classes = new int[256];
    private int lastAnswer;
    private int streak;

    /** Begins a trial. */
    void clear() {
        ballot.clear();
        streak = 0;
    }

    /**
     * Draws candidates that run together, in as many portions as they come.
     *
     * @return whether the budget paid for all of them
     */
    boolean ask(Session session, int count) {
        int owed = count;
        boolean blanks = !session.allAnswer();
        while (owed > 0) {
            int drawn = session.generate(owed);
            if (drawn == 0) {
                return false;
            }
            owed -= drawn;
            int committed = ballot.leadingCandidate();
            int end = session.size();
            for (int from = end - drawn; from < end; from += classes.length) {
                int to = Math.min(end, from + classes.length);
                session.answers(from, to, classes);
                for (int i = 0; i < to - from; i++) {
                    if (blanks && !session.answered(from + i)) {
                        streak = 0;
                        ballot.addBlank(classes[i], from + i);
                    } else {
                        add(classes[i], from + i);
                    }
                }
            }
            if (ballot.leadingCandidate() != committed) {
                session.commit(ballot.leadingCandidate());
            }
        }
        return true;
    }

    private void add(int answer, int candidate) {
        streak = streak > 0 && answer == lastAnswer ? streak + 1 : 1;
        lastAnswer = answer;
        ballot.add(answer, candidate);
    }

    /** The votes so far. */
    Ballot ballot() {
        return ballot;
    }

    /** How many of the latest candidates give the same answer. */
    int streak() {
        return streak;
    }
}
