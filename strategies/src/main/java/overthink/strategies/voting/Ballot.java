package overthink.strategies.voting;

import java.util.Arrays;
import overthink.core.api.Session;

/** A count of votes for answers, as they come in. The leader is the answer with most votes, of equals the one seen first. */
public final class Ballot {

    private int[] votes = new int[64];
    private int[] firsts = new int[64];
    private int seen;
    private int total;
    private int leader = Session.NONE;
    private int second;

    /** An empty count. */
    public Ballot() {}

    /** Begins anew. */
    public void clear() {
        seen = 0;
        total = 0;
        leader = Session.NONE;
        second = 0;
    }

    /**
     * Counts a candidate's vote.
     *
     * @param answer its answer, numbered by first appearance: at most one above the greatest so far
     */
    public void add(int answer, int candidate) {
        if (answer == seen) {
            open(answer, candidate);
        }
        total++;
        int count = ++votes[answer];
        if (leader == Session.NONE) {
            leader = answer;
        } else if (answer != leader) {
            int leading = votes[leader];
            if (count > leading || (count == leading && answer < leader)) {
                second = leading;
                leader = answer;
            } else {
                second = Math.max(second, count);
            }
        }
    }

    /**
     * Looks at a candidate that gave no answer: it has no vote, and what it has in an answer's stead never wins.
     *
     * @param answer the number in an answer's stead, as for {@link #add}
     */
    public void addBlank(int answer, int candidate) {
        if (answer == seen) {
            open(answer, candidate);
        }
    }

    private void open(int answer, int candidate) {
        if (answer == votes.length) {
            votes = Arrays.copyOf(votes, 2 * answer);
            firsts = Arrays.copyOf(firsts, 2 * answer);
        }
        votes[answer] = 0;
        firsts[answer] = candidate;
        seen++;
    }

    /** How many votes there are. */
    public int total() {
        return total;
    }

    /** How many answers were seen, those without votes included; they are numbered from 0. */
    public int answers() {
        return seen;
    }

    /** The votes of an answer. */
    public int votes(int answer) {
        return votes[answer];
    }

    /** The leader's first candidate; {@link Session#NONE} before the first vote. */
    public int leadingCandidate() {
        return leader == Session.NONE ? Session.NONE : firsts[leader];
    }

    /** The leader's votes; 0 before the first. */
    public int leaderVotes() {
        return leader == Session.NONE ? 0 : votes[leader];
    }

    /** The most votes of an answer other than the leader. */
    public int secondVotes() {
        return second;
    }
}
