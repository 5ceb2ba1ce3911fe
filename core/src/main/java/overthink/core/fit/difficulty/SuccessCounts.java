package overthink.core.fit.difficulty;

import java.util.Arrays;
import overthink.core.world.Recording;

/**
 * How many candidates each problem of a recording has, n, and how many of them are right, c. Problems with equal (n, c) form a
 * group, since they say the same of a law of difficulty. Immutable.
 */
public final class SuccessCounts {

    private final int[] candidates;
    private final int[] correct;
    /** Which group a problem belongs to. */
    private final int[] group;
    /** By group: n, c, and how many problems it has; groups in order of n and then of c. */
    private final int[] groupCandidates;

    private final int[] groupCorrect;
    private final int[] multiplicity;

    private SuccessCounts(int[] candidates, int[] correct) {
        this.candidates = candidates;
        this.correct = correct;
        int size = candidates.length;
        long[] keys = new long[size];
        for (int i = 0; i < size; i++) {
            keys[i] = key(candidates[i], correct[i]);
        }
        long[] distinct = Arrays.stream(keys).sorted().distinct().toArray();
        groupCandidates = new int[distinct.length];
        groupCorrect = new int[distinct.length];
        multiplicity = new int[distinct.length];
        for (int g = 0; g < distinct.length; g++) {
            groupCandidates[g] = (int) (distinct[g] >>> 32);
            groupCorrect[g] = (int) distinct[g];
        }
        group = new int[size];
        for (int i = 0; i < size; i++) {
            group[i] = Arrays.binarySearch(distinct, keys[i]);
            multiplicity[group[i]]++;
        }
    }

    private static long key(int n, int c) {
        return ((long) n << 32) | c;
    }

    /**
     * The counts of problems.
     *
     * @param candidates n of each problem, at least 1
     * @param correct c of each problem, from 0 to its n
     * @throws IllegalArgumentException when there is no problem, the lengths differ or a count is outside its range
     */
    public static SuccessCounts of(int[] candidates, int[] correct) {
        if (candidates.length == 0 || candidates.length != correct.length) {
            throw new IllegalArgumentException("counts need at least one problem and as many c as n, not %d n and %d c"
                    .formatted(candidates.length, correct.length));
        }
        for (int i = 0; i < candidates.length; i++) {
            if (candidates[i] < 1 || correct[i] < 0 || correct[i] > candidates[i]) {
                throw new IllegalArgumentException("problem %d: 0 <= c <= n and n >= 1 must hold, not c = %d and n = %d"
                        .formatted(i, correct[i], candidates[i]));
            }
        }
        return new SuccessCounts(candidates.clone(), correct.clone());
    }

    /** The counts of a recording. */
    public static SuccessCounts of(Recording recording) {
        int[] candidates = new int[recording.size()];
        int[] correct = new int[recording.size()];
        for (int i = 0; i < candidates.length; i++) {
            candidates[i] = recording.candidates(i);
            correct[i] = recording.correct(i);
        }
        return new SuccessCounts(candidates, correct);
    }

    /** How many problems there are. */
    public int size() {
        return candidates.length;
    }

    /** n of a problem. */
    public int candidates(int problem) {
        return candidates[problem];
    }

    /** c of a problem. */
    public int correct(int problem) {
        return correct[problem];
    }

    /** The least n. */
    public int fewest() {
        return groupCandidates[0];
    }

    /** The greatest n. */
    public int most() {
        return groupCandidates[groupCandidates.length - 1];
    }

    /** The right candidates of all problems. */
    public long successes() {
        long sum = 0;
        for (int c : correct) {
            sum += c;
        }
        return sum;
    }

    /** The wrong candidates of all problems. */
    public long failures() {
        long sum = -successes();
        for (int n : candidates) {
            sum += n;
        }
        return sum;
    }

    /** How many problems no recorded candidate solved. */
    public int unsolved() {
        int unsolved = 0;
        for (int c : correct) {
            unsolved += c == 0 ? 1 : 0;
        }
        return unsolved;
    }

    /** How many groups of problems with equal counts there are. */
    int groups() {
        return multiplicity.length;
    }

    /** The group of a problem. */
    int group(int problem) {
        return group[problem];
    }

    int groupCandidates(int ofGroup) {
        return groupCandidates[ofGroup];
    }

    int groupCorrect(int ofGroup) {
        return groupCorrect[ofGroup];
    }

    int multiplicity(int ofGroup) {
        return multiplicity[ofGroup];
    }
}
