package overthink.core.fit.verifier;

import java.util.Arrays;
import overthink.core.world.Recording;

/**
 * How one call of a verifier orders the candidates of a recording. The area under the ROC curve (AUC) is the share of pairs of
 * a right and a wrong candidate in which the right one has the greater score, equal scores counting one half. Selection feels
 * the area <em>within</em> problems; the <em>pooled</em> one, over pairs of whatever problems, is what people quote, and it is
 * greater where scores know how hard a problem is. A missing score is below every other and equal to other missing ones.
 *
 * <p>Shares of nothing are NaN. Computed by sorting, O(n log n). Immutable.
 */
public final class ScoreProfile {

    private final double[] auc;
    private final int[] right;
    private final int[] wrong;
    private final int[] above;
    private final double within;
    private final double withinByPairs;
    private final double pooled;
    private final double tied;
    private final double distinct;
    private final long missing;

    private ScoreProfile(Recording recording, int call) {
        int problems = recording.size();
        auc = new double[problems];
        right = new int[problems];
        wrong = new int[problems];
        above = new int[problems];
        double[] allRight = new double[rows(recording)];
        double[] allWrong = new double[allRight.length];
        int rights = 0;
        int wrongs = 0;
        double pairs = 0;
        double won = 0;
        double equal = 0;
        double sumOfAreas = 0;
        int compared = 0;
        double distinctShares = 0;
        long unscored = 0;
        for (int problem = 0; problem < problems; problem++) {
            int n = recording.candidates(problem);
            double[] scores = new double[n];
            int firstRight = rights;
            int firstWrong = wrongs;
            for (int i = 0; i < n; i++) {
                // the two zeros are one score
                scores[i] = recording.score(call, problem, i) + 0.0;
                unscored += scores[i] == Recording.NO_SCORE ? 1 : 0;
                if (recording.correct(problem, i)) {
                    allRight[rights++] = scores[i];
                } else {
                    allWrong[wrongs++] = scores[i];
                }
            }
            right[problem] = rights - firstRight;
            wrong[problem] = wrongs - firstWrong;
            double[] good = Arrays.copyOfRange(allRight, firstRight, rights);
            double[] bad = Arrays.copyOfRange(allWrong, firstWrong, wrongs);
            Arrays.sort(good);
            Arrays.sort(bad);
            Arrays.sort(scores);
            distinctShares += (double) once(scores) / n;
            Pairs some = Pairs.of(good, bad);
            auc[problem] = some.area();
            above[problem] = good.length == 0 ? 0 : above(bad, good[good.length - 1]);
            if (some.all > 0) {
                pairs += some.all;
                won += some.won;
                equal += some.equal;
                sumOfAreas += some.area();
                compared++;
            }
        }
        withinByPairs = (won + 0.5 * equal) / pairs;
        within = sumOfAreas / compared;
        tied = equal / pairs;
        distinct = distinctShares / problems;
        missing = unscored;
        double[] good = Arrays.copyOf(allRight, rights);
        double[] bad = Arrays.copyOf(allWrong, wrongs);
        Arrays.sort(good);
        Arrays.sort(bad);
        pooled = Pairs.of(good, bad).area();
    }

    /**
     * The profile of one verifier call.
     *
     * @param call from 0 to {@link Recording#calls()}, exclusive
     * @throws IllegalArgumentException when there is no such call
     */
    public static ScoreProfile of(Recording recording, int call) {
        if (call < 0 || call >= recording.calls()) {
            throw new IllegalArgumentException(
                    "the recording has scores of %d verifier calls: there is no call %d. Record a score for each"
                                    .formatted(recording.calls(), call)
                            + " candidate, or name the column that holds it.");
        }
        return new ScoreProfile(recording, call);
    }

    /** The area of scores in any order, sorted in place; NaN when there are none of either. */
    static double area(double[] good, double[] bad) {
        Arrays.sort(good);
        Arrays.sort(bad);
        return Pairs.of(good, bad).area();
    }

    private static int rows(Recording recording) {
        int rows = 0;
        for (int problem = 0; problem < recording.size(); problem++) {
            rows += recording.candidates(problem);
        }
        return rows;
    }

    /** How many values of a sorted array are in it once. */
    private static int once(double[] sorted) {
        int once = 0;
        for (int i = 0; i < sorted.length; i++) {
            boolean before = i > 0 && sorted[i - 1] == sorted[i];
            boolean after = i + 1 < sorted.length && sorted[i + 1] == sorted[i];
            once += before || after ? 0 : 1;
        }
        return once;
    }

    private static int above(double[] sorted, double bound) {
        int above = 0;
        while (above < sorted.length && sorted[sorted.length - 1 - above] > bound) {
            above++;
        }
        return above;
    }

    /** How many problems there are. */
    public int size() {
        return auc.length;
    }

    /** The area of one problem; NaN when its candidates are all right or all wrong. */
    public double within(int problem) {
        return auc[problem];
    }

    /** The area within problems: the mean of the problems' areas, each of those that have one counting the same. */
    public double within() {
        return within;
    }

    /** The area over all pairs of candidates of the same problem, so that problems with more pairs count more. */
    public double withinByPairs() {
        return withinByPairs;
    }

    /** The area over all pairs, of the same problem or not. */
    public double pooled() {
        return pooled;
    }

    /** The share of pairs within problems that have equal scores. */
    public double tied() {
        return tied;
    }

    /** ρ: the mean over problems of the share of candidates whose score nobody else of the problem has. */
    public double distinct() {
        return distinct;
    }

    /** How many candidates have no score. */
    public long missing() {
        return missing;
    }

    /** How many right candidates a problem has. */
    public int right(int problem) {
        return right[problem];
    }

    /** How many wrong candidates a problem has. */
    public int wrong(int problem) {
        return wrong[problem];
    }

    /** How many wrong candidates of a problem have a greater score than each of its right ones; 0 when it has none of those. */
    public int wrongAboveRight(int problem) {
        return above[problem];
    }

    /**
     * The share of wrong candidates above every right one, over those of the problems that have a right one.
     */
    public double wrongAboveRight() {
        double sum = 0;
        double all = 0;
        for (int problem = 0; problem < size(); problem++) {
            if (right[problem] > 0) {
                sum += above[problem];
                all += wrong[problem];
            }
        }
        return sum / all;
    }

    /** Pairs of a right and a wrong score: all, those that the right one wins, and equal ones. */
    private record Pairs(double all, double won, double equal) {

        /** Of sorted scores. */
        static Pairs of(double[] good, double[] bad) {
            double won = 0;
            double equal = 0;
            int less = 0;
            int atMost = 0;
            for (double score : good) {
                while (less < bad.length && bad[less] < score) {
                    less++;
                }
                while (atMost < bad.length && bad[atMost] <= score) {
                    atMost++;
                }
                won += less;
                equal += atMost - less;
            }
            return new Pairs((double) good.length * bad.length, won, equal);
        }

        double area() {
            return all == 0 ? Double.NaN : (won + 0.5 * equal) / all;
        }
    }
}
