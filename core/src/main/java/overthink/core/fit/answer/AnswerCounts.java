package overthink.core.fit.answer;

import java.util.Arrays;
import overthink.core.world.Recording;

/**
 * Who agrees with whom in a recording: for each problem the classes of answers with their votes, how many of those are right,
 * and the candidates without an answer. A class may have right and wrong candidates, as programs of one behaviour do. Immutable.
 */
public final class AnswerCounts {

    private static final int[] NONE = {};

    /** By problem. */
    private final int[] candidates;

    private final int[] correct;
    private final int[] silent;
    private final int[] silentRight;
    /** Classes of problem i have the places from {@code first[i]} to {@code first[i + 1]}, exclusive. */
    private final int[] first;

    /** By class. */
    private final int[] votes;

    private final int[] rights;
    /** Scores of class a's candidates lie from {@code firstScore[a]} on, ascending; none without scores. */
    private final long[] firstScore;

    private final double[] scores;

    private AnswerCounts(Recording recording) {
        int size = recording.size();
        candidates = new int[size];
        correct = new int[size];
        silent = new int[size];
        silentRight = new int[size];
        first = new int[size + 1];
        int rows = 0;
        for (int problem = 0; problem < size; problem++) {
            rows += recording.candidates(problem);
        }
        boolean scored = recording.calls() > 0;
        double[] sorted = new double[scored ? rows : 0];
        int[] someVotes = new int[1024];
        int[] someRights = new int[1024];
        int classes = 0;
        int row = 0;
        for (int problem = 0; problem < size; problem++) {
            int n = recording.candidates(problem);
            candidates[problem] = n;
            first[problem] = classes;
            long[] keys = new long[n];
            for (int i = 0; i < n; i++) {
                keys[i] = ((long) recording.answer(problem, i) << 32) | i;
            }
            Arrays.sort(keys);
            int last = Recording.NO_ANSWER;
            int from = row;
            for (long key : keys) {
                int answer = (int) (key >> 32);
                int candidate = (int) key;
                boolean right = recording.correct(problem, candidate);
                correct[problem] += right ? 1 : 0;
                if (answer == Recording.NO_ANSWER) {
                    silent[problem]++;
                    silentRight[problem] += right ? 1 : 0;
                    continue;
                }
                if (answer != last) {
                    if (scored) {
                        Arrays.sort(sorted, from, row);
                    }
                    from = row;
                    last = answer;
                    if (classes == someVotes.length) {
                        someVotes = Arrays.copyOf(someVotes, 2 * classes);
                        someRights = Arrays.copyOf(someRights, 2 * classes);
                    }
                    classes++;
                }
                someVotes[classes - 1]++;
                someRights[classes - 1] += right ? 1 : 0;
                if (scored) {
                    sorted[row] = recording.score(0, problem, candidate);
                }
                row++;
            }
            if (scored) {
                Arrays.sort(sorted, from, row);
            }
        }
        first[size] = classes;
        votes = Arrays.copyOf(someVotes, classes);
        rights = Arrays.copyOf(someRights, classes);
        scores = sorted;
        firstScore = new long[classes + 1];
        for (int a = 0; a < classes; a++) {
            firstScore[a + 1] = firstScore[a] + votes[a];
        }
    }

    /**
     * The counts of a recording; scores are those of its first verifier call.
     *
     * @throws IllegalArgumentException when answers were not recorded
     */
    public static AnswerCounts of(Recording recording) {
        if (!recording.hasAnswers()) {
            throw new IllegalArgumentException(
                    "votes need answers, and the recording has none. Name the column that holds the final answers.");
        }
        return new AnswerCounts(recording);
    }

    /** How many problems there are. */
    public int size() {
        return candidates.length;
    }

    /** n of a problem. */
    public int candidates(int problem) {
        return candidates[problem];
    }

    /** The least n of all problems. */
    public int fewest() {
        return Arrays.stream(candidates).min().orElseThrow();
    }

    /** c of a problem: its right candidates, with an answer or without. */
    public int correct(int problem) {
        return correct[problem];
    }

    /** m of a problem: its wrong candidates without an answer. */
    public int missing(int problem) {
        return silent[problem] - silentRight[problem];
    }

    /** How many right candidates of a problem gave no answer: they cannot be voted for. */
    public int silentRight(int problem) {
        return silentRight[problem];
    }

    /** How many classes of answers a problem has. */
    public int classes(int problem) {
        return first[problem + 1] - first[problem];
    }

    /** The votes of a class of a problem, right and wrong, at least 1. */
    public int votes(int problem, int answer) {
        return votes[first[problem] + answer];
    }

    /** How many of a class's votes are right. */
    public int rights(int problem, int answer) {
        return rights[first[problem] + answer];
    }

    /** Whether scores were recorded. */
    public boolean hasScores() {
        return scores.length > 0;
    }

    /** The scores of a class's candidates, as recorded, ascending; none without scores. */
    public double[] scores(int problem, int answer) {
        int place = first[problem] + answer;
        return hasScores()
                ? Arrays.copyOfRange(scores, (int) firstScore[place], (int) firstScore[place + 1])
                : new double[0];
    }

    /** Whether some problem has right candidates of more than one kind: of several classes, or some without an answer. */
    public boolean hasSeveralRight() {
        for (int problem = 0; problem < size(); problem++) {
            int kinds = silentRight[problem] > 0 ? 1 : 0;
            for (int place = first[problem]; place < first[problem + 1]; place++) {
                kinds += rights[place] > 0 ? 1 : 0;
            }
            if (kinds > 1) {
                return true;
            }
        }
        return false;
    }

    /** The partition of a problem's wrong votes: the wrong votes of each class that has some. */
    int[] wrongPartition(int problem) {
        return partition(problem, false);
    }

    /** The partition of a problem's right candidates: those of each class that has some, and last those without an answer. */
    int[] rightPartition(int problem) {
        int[] classes = partition(problem, true);
        if (silentRight[problem] == 0) {
            return classes;
        }
        int[] all = Arrays.copyOf(classes, classes.length + 1);
        all[classes.length] = silentRight[problem];
        return all;
    }

    private int[] partition(int problem, boolean ofRight) {
        int parts = 0;
        int[] sizes = classes(problem) == 0 ? NONE : new int[classes(problem)];
        for (int place = first[problem]; place < first[problem + 1]; place++) {
            int size = ofRight ? rights[place] : votes[place] - rights[place];
            if (size > 0) {
                sizes[parts++] = size;
            }
        }
        return Arrays.copyOf(sizes, parts);
    }

    /** The classes of a problem that the parts of its right or wrong partition stand for. */
    int[] partClasses(int problem, boolean ofRight) {
        int parts = 0;
        int[] classes = new int[classes(problem)];
        for (int answer = 0; answer < classes.length; answer++) {
            int right = rights(problem, answer);
            if ((ofRight ? right : votes(problem, answer) - right) > 0) {
                classes[parts++] = answer;
            }
        }
        return Arrays.copyOf(classes, parts);
    }
}
