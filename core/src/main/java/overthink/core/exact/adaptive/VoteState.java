package overthink.core.exact.adaptive;

import java.util.Arrays;

/**
 * A vote in the making: how many answers of each group have how many votes, and which answer a row of equal votes is of.
 * Groups are numbered; 0 holds the true answer alone, and the last may be that of answers that are given once.
 *
 * <p>As a sequence of integers: the group, votes and length of the row ({@link #NONE} when there is no row that matters),
 * then for each group in order and each number of votes, descending, the group, the votes and how many answers have them.
 */
final class VoteState {

    static final int NONE = -1;
    static final int TRUTH = 0;

    private static final int HEAD = 3;
    /** The length of a run: a group, a number of votes, and how many answers have it. */
    static final int RUN = 3;

    private int[] words = new int[16];
    private int length = HEAD;
    private final int[] greatest = new int[VoteStop.DEEPEST];

    /** Nobody has voted. */
    VoteState() {
        endRow();
    }

    /** Becomes a copy of a sequence. */
    void read(int[] from, int start, int end) {
        length = 0;
        reserve(end - start);
        length = end - start;
        System.arraycopy(from, start, words, 0, length);
    }

    /** Becomes another state with one more vote, for an answer of {@code group} that had {@code votes}, and no row. */
    void become(VoteState before, int group, int votes) {
        length = HEAD;
        endRow();
        boolean placed = false;
        for (int run = HEAD; run < before.length; run += RUN) {
            int g = before.words[run];
            int v = before.words[run + 1];
            int answers = before.words[run + 2];
            if (g == group && v == votes + 1) {
                append(g, v, answers + 1);
                placed = true;
                continue;
            }
            if (!placed && (g > group || (g == group && v <= votes))) {
                append(group, votes + 1, 1);
                placed = true;
            }
            int left = g == group && v == votes ? answers - 1 : answers;
            if (left > 0) {
                append(g, v, left);
            }
        }
        if (!placed) {
            append(group, votes + 1, 1);
        }
    }

    /** Says which answer the latest votes are for, and how many of them. */
    void setRow(int group, int votes, int row) {
        words[0] = group;
        words[1] = votes;
        words[2] = row;
    }

    /** Forgets the row. */
    void endRow() {
        setRow(NONE, 0, 0);
    }

    /** The votes of the most frequent answers, descending, 0 where there are none; until it is asked for again. */
    int[] greatest() {
        Arrays.fill(greatest, 0);
        for (int run = HEAD; run < length; run += RUN) {
            int votes = words[run + 1];
            for (int r = Math.min(greatest.length, words[run + 2]); r > 0; r--) {
                int i = greatest.length - 1;
                if (votes <= greatest[i]) {
                    break;
                }
                for (; i > 0 && greatest[i - 1] < votes; i--) {
                    greatest[i] = greatest[i - 1];
                }
                greatest[i] = votes;
            }
        }
        return greatest;
    }

    /** How many answers share the lead with the true one, it included; 0 when it does not lead. */
    int leadersWithTruth() {
        int truth = truthVotes();
        int leaders = 0;
        for (int run = HEAD; run < length; run += RUN) {
            if (truth == 0 || words[run + 1] > truth) {
                return 0;
            }
            leaders += words[run + 1] == truth ? words[run + 2] : 0;
        }
        return leaders;
    }

    /** The votes of the true answer. */
    int truthVotes() {
        return length > HEAD && words[HEAD] == TRUTH ? words[HEAD + 1] : 0;
    }

    /**
     * Forgets what no longer matters.
     *
     * @param least the votes below which an answer's number does not matter: it becomes 0, but 1 for the true answer
     * @param single the group of answers that are given once; {@link #NONE} when there is none
     * @param singles how many of these are kept
     */
    void forget(int least, int single, int singles) {
        int kept = HEAD;
        boolean rowForgotten = words[0] != NONE && words[1] < least;
        for (int run = HEAD; run < length; run += RUN) {
            int group = words[run];
            int votes = words[run + 1];
            int answers = words[run + 2];
            if (votes < least) {
                votes = group == TRUTH ? 1 : 0;
            }
            if (group == single) {
                answers = Math.min(answers, singles);
            }
            if (votes > 0 && answers > 0) {
                words[kept] = group;
                words[kept + 1] = votes;
                words[kept + 2] = answers;
                kept += RUN;
            }
        }
        length = kept;
        if (rowForgotten) {
            words[1] = words[0] == TRUTH ? 1 : 0;
        }
    }

    /** Becomes an end: all that matters is who leads, and whether somebody gave the true answer. */
    void end() {
        int leaders = leadersWithTruth();
        int covered = truthVotes() > 0 ? 1 : 0;
        words[0] = NONE;
        words[1] = leaders;
        words[2] = covered;
        length = HEAD + 1;
        words[HEAD] = NONE;
    }

    /** {@link #leadersWithTruth()} of an end. */
    int endLeaders() {
        return words[1];
    }

    /** Whether somebody gave the true answer, of an end. */
    boolean endCovered() {
        return words[2] > 0;
    }

    /** Where the first run is. */
    int firstRun() {
        return HEAD;
    }

    int group(int run) {
        return words[run];
    }

    int votes(int run) {
        return words[run + 1];
    }

    int answers(int run) {
        return words[run + 2];
    }

    int rowGroup() {
        return words[0];
    }

    int rowVotes() {
        return words[1];
    }

    int row() {
        return words[2];
    }

    /** Its sequence, to be read only. */
    int[] words() {
        return words;
    }

    /** The sequence's length. */
    int length() {
        return length;
    }

    private void append(int group, int votes, int answers) {
        reserve(RUN);
        words[length] = group;
        words[length + 1] = votes;
        words[length + 2] = answers;
        length += RUN;
    }

    private void reserve(int more) {
        if (length + more > words.length) {
            words = Arrays.copyOf(words, Math.max(length + more, 2 * words.length));
        }
    }
}
