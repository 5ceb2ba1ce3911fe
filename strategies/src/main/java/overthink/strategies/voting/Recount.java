package overthink.strategies.voting;

import java.util.Arrays;
import overthink.core.api.Session;

/**
 * A count of the votes of some candidates of a trial, one count after another, whatever other answers the trial has seen. The
 * answer with most votes wins, of equals the one that came up first in this count; candidates without an answer have no vote.
 */
public final class Recount {

    /** By answer: which count its votes belong to. */
    private int[] counts = new int[64];

    private int[] votes = new int[64];
    private int[] firsts = new int[64];
    /** By answer: how many came up before it. */
    private int[] ranks = new int[64];

    private int count;
    private int seen;
    private int leader = Session.NONE;

    /** No votes yet. */
    public Recount() {}

    /** Begins another count. */
    public void clear() {
        count++;
        if (count == 0) {
            // counts begin anew after 2^32, and what the first ones left must not pass for this one's
            Arrays.fill(counts, 0);
            count = 1;
        }
        seen = 0;
        leader = Session.NONE;
    }

    /** Adds a candidate's vote. */
    public void add(Session session, int candidate) {
        int answer = session.answer(candidate);
        if (!session.answered(candidate)) {
            return;
        }
        if (answer >= votes.length) {
            int room = 2 * answer;
            counts = Arrays.copyOf(counts, room);
            votes = Arrays.copyOf(votes, room);
            firsts = Arrays.copyOf(firsts, room);
            ranks = Arrays.copyOf(ranks, room);
        }
        if (counts[answer] != count) {
            counts[answer] = count;
            votes[answer] = 0;
            firsts[answer] = candidate;
            ranks[answer] = seen++;
        }
        votes[answer]++;
        if (leader == Session.NONE
                || votes[answer] > votes[leader]
                || (votes[answer] == votes[leader] && ranks[answer] < ranks[leader])) {
            leader = answer;
        }
    }

    /** The first candidate of the answer that wins; {@link Session#NONE} where none has a vote. */
    public int winner() {
        return leader == Session.NONE ? Session.NONE : firsts[leader];
    }

    /** How many votes the answer that wins has; 0 where none has one. */
    public int winnerVotes() {
        return leader == Session.NONE ? 0 : votes[leader];
    }
}
