package overthink.core.fit.verifier;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import overthink.core.world.Recording;

/**
 * Whose the noise of graded scores is, within problems: the shares of the answer, of the candidate and of the single call in the
 * variance of the latents of candidates of one problem that are all right, or all wrong. Only the order of scores within a
 * problem counts. Let i and j be two scores whose latents share a part r, and k one that gives another answer. Then x<sub>i</sub>
 * − x<sub>k</sub> and x<sub>j</sub> − x<sub>k</sub> have the correlation ρ = (1 + r)/2, and k is not between i and j with the
 * probability ½ + arcsin(ρ)/π (Sheppard 1899). So the share of such triples gives r = 2·sin(π·(share − ½)) − 1: for two
 * candidates of one answer it is that of the answer, for two calls of one candidate that of answer and candidate. The problem's share is that of wrong candidates of one problem with
 * different answers, k being wrong in another problem; there the scores themselves are compared. Each candidate
 * counts the same, equals are in random order, and shares below 0 are 0. (An analysis of variance of normal scores by problem
 * answers the same and is too low by .06 where 24 candidates give seven answers and .4 is the answer's: it makes the spread of
 * every problem the same.) A candidate without an answer shares its answer with nobody.
 *
 * <p>Where all candidates of a problem that give the same answer have the same score, the share of the answer is 1: tests, or a
 * verifier that sees the answer alone.
 *
 * @param right of right candidates; unknown where no problem has right candidates with different answers and two of one
 * @param wrong of wrong candidates
 * @param problem the problem's share in all noise of wrong candidates, 0 where it is below; unknown where no problem with two
 *     wrong answers can be compared with another one
 * @param ofAnswer whether equal answers have equal scores
 */
record NoiseComponents(Shares right, Shares wrong, Fitted problem, boolean ofAnswer) {

    /** Pairs of one answer that must have been seen before "equal answers have equal scores" is believed. */
    private static final int PAIRS = 20;

    private static final double NEARLY_ALL = 0.999;

    /** Pairs after which a clear no is believed. */
    private static final int ENOUGH = 10_000;

    private static final double CLEARLY_NOT = 0.99;

    /** The most problems that are looked at, evenly spaced: shares are good to .01 then. */
    private static final int PROBLEMS = 4000;

    /** Whatever the answer. */
    private static final int ALL = -2;

    /**
     * Shares in the variance within problems; they sum to 1 where all are known.
     *
     * @param answer σ² between answers
     * @param candidate σ² between candidates of an answer
     * @param call σ² between calls of a candidate; 0 where there is one call
     */
    record Shares(Fitted answer, Fitted candidate, Fitted call) {

        private static final Shares OF_ANSWER = new Shares(Fitted.exactly(1), Fitted.exactly(0), Fitted.exactly(0));

        private static final Shares OF_CANDIDATE = new Shares(Fitted.exactly(0), Fitted.exactly(1), Fitted.exactly(0));

        boolean isKnown() {
            return answer.isKnown();
        }
    }

    static NoiseComponents of(Recording recording) {
        boolean ofAnswer = recording.hasAnswers() && equalAnswersHaveEqualScores(recording);
        Fitted ofProblem = problem(recording);
        if (ofAnswer) {
            return new NoiseComponents(Shares.OF_ANSWER, Shares.OF_ANSWER, ofProblem, true);
        }
        Triples right = new Triples(recording, true);
        Triples wrong = new Triples(recording, false);
        int[] some = some(recording);
        for (int i = 0; i < some.length; i++) {
            right.add(some[i], i);
            wrong.add(some[i], i);
        }
        return new NoiseComponents(right.shares(), wrong.shares(), ofProblem, false);
    }

    private static Fitted problem(Recording recording) {
        int[] some = some(recording);
        double[][] ofProblem = new double[some.length][];
        for (int i = 0; i < some.length; i++) {
            ofProblem[i] = ascending(recording, some[i], false, ALL);
        }
        double[] everybody =
                Arrays.stream(ofProblem).flatMapToDouble(Arrays::stream).toArray();
        Arrays.sort(everybody);
        Jackknife sums = new Jackknife(2);
        for (int i = 0; i < some.length; i++) {
            int problem = some[i];
            double[] own = ofProblem[i];
            double others = everybody.length - own.length;
            double pairs = pairs(own.length);
            double between = pairs == 0 || others == 0 ? 0 : between(own, everybody, own);
            int classes = recording.hasAnswers() ? recording.classes(problem) : 0;
            for (int answer = 0; answer < classes; answer++) {
                double[] same = ascending(recording, problem, false, answer);
                if (same.length > 1 && others > 0) {
                    pairs -= pairs(same.length);
                    between -= between(same, everybody, own);
                }
            }
            if (pairs > 0 && others > 0) {
                sums.add(i, 0, own.length);
                sums.add(i, 1, own.length * (1 - between / (pairs * others)));
            }
        }
        return sums.of(s -> shared(s, 0));
    }

    /** The sorted scores of a problem's right or wrong candidates that give an answer. */
    private static double[] ascending(Recording recording, int problem, boolean right, int answer) {
        double[] scores = new double[recording.candidates(problem)];
        int count = 0;
        for (int i = 0; i < scores.length; i++) {
            if (recording.correct(problem, i) == right && (answer == ALL || recording.answer(problem, i) == answer)) {
                scores[count++] = recording.score(0, problem, i) + 0.0;
            }
        }
        double[] sorted = Arrays.copyOf(scores, count);
        Arrays.sort(sorted);
        return sorted;
    }

    private static double pairs(double n) {
        return 0.5 * n * (n - 1);
    }

    /** Over the pairs of a sorted group, how many of everybody but the own lie between the two. All arrays are sorted. */
    private static double between(double[] group, double[] everybody, double[] own) {
        int m = group.length;
        double between = 0;
        int run = 0;
        for (int i = 0; i < m; i++) {
            double below = rank(everybody, group[i], false) - rank(own, group[i], false);
            double equal = rank(everybody, group[i], true) - rank(own, group[i], true) - below;
            // a pair has between it what is below the upper and not below the lower one, of equals one half
            between += (2.0 * i - m + 1) * (below + 0.5 * equal);
            // and of those that equal both, one third
            run = i > 0 && group[i] == group[i - 1] ? run + 1 : 0;
            between += run * equal / 3;
        }
        return between;
    }

    /** How many sorted scores are below a value, or at most it. */
    private static int rank(double[] sorted, double value, boolean orEqual) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < value || (orEqual && sorted[middle] == value)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** r of the pairs of a kind, from their weight and the weighted share of triples; NaN where there are none. */
    private static double shared(double[] s, int kind) {
        double r = 2 * StrictMath.sin(StrictMath.PI * (s[kind + 1] / s[kind] - 0.5)) - 1;
        return Math.max(0, Math.min(1, r));
    }

    /** The problems that are looked at. */
    private static int[] some(Recording recording) {
        int[] some = new int[Math.min(PROBLEMS, recording.size())];
        for (int i = 0; i < some.length; i++) {
            some[i] = (int) ((long) i * recording.size() / some.length);
        }
        return some;
    }

    private static boolean equalAnswersHaveEqualScores(Recording recording) {
        double pairs = 0;
        double equal = 0;
        double others = 0;
        double othersEqual = 0;
        for (int problem : some(recording)) {
            int n = recording.candidates(problem);
            Map<Long, Integer> ofBoth = new HashMap<>();
            Map<Double, Integer> ofScore = new HashMap<>();
            int[] ofAnswer = new int[recording.classes(problem)];
            int answered = 0;
            for (int i = 0; i < n; i++) {
                int answer = recording.answer(problem, i);
                if (answer != Recording.NO_ANSWER) {
                    double score = recording.score(0, problem, i) + 0.0;
                    long both = Double.doubleToLongBits(score) * 31 + answer;
                    equal += ofBoth.merge(both, 1, Integer::sum) - 1;
                    othersEqual += ofScore.merge(score, 1, Integer::sum) - 1;
                    pairs += ofAnswer[answer]++;
                    others += answered++;
                }
            }
            if (pairs > ENOUGH && equal < CLEARLY_NOT * pairs) {
                return false;
            }
        }
        // that all scores are the same says nothing of answers
        return pairs >= PAIRS && equal >= NEARLY_ALL * pairs && othersEqual < NEARLY_ALL * others;
    }

    /** Triples of one kind of candidates. */
    private static final class Triples {

        private static final int ANSWER = 0;
        private static final int CANDIDATE = 2;

        private final Recording recording;
        private final boolean right;
        /** Of pairs of one answer and of pairs of one candidate: their weight, and the weighted share of triples. */
        private final Jackknife sums = new Jackknife(4);

        Triples(Recording recording, boolean right) {
            this.recording = recording;
            this.right = right;
        }

        /** Adds a problem, the {@code turn}-th that is looked at. */
        void add(int problem, int turn) {
            int n = recording.candidates(problem);
            int classes = recording.hasAnswers() ? recording.classes(problem) : 0;
            int[] size = new int[classes + n];
            int[] code = new int[n];
            for (int i = 0; i < n; i++) {
                code[i] = -1;
                if (recording.correct(problem, i) == right) {
                    int answer = classes == 0 ? Recording.NO_ANSWER : recording.answer(problem, i);
                    code[i] = answer == Recording.NO_ANSWER ? classes + i : answer;
                    size[code[i]]++;
                }
            }
            double[] everybody = ascending(recording, problem, right, ALL);
            double[][] ofAnswer = new double[size.length][];
            for (int a = 0; a < size.length; a++) {
                ofAnswer[a] = new double[size[a]];
            }
            int[] filled = new int[size.length];
            for (int i = 0; i < n; i++) {
                if (code[i] >= 0) {
                    ofAnswer[code[i]][filled[code[i]]++] = recording.score(0, problem, i) + 0.0;
                }
            }
            for (double[] group : ofAnswer) {
                Arrays.sort(group);
                if (group.length > 1) {
                    add(turn, ANSWER, group, everybody, group);
                }
            }
            if (recording.calls() > 1) {
                for (int i = 0; i < n; i++) {
                    if (code[i] >= 0) {
                        double[] calls = new double[recording.calls()];
                        for (int call = 0; call < calls.length; call++) {
                            calls[call] = recording.score(call, problem, i) + 0.0;
                        }
                        Arrays.sort(calls);
                        add(turn, CANDIDATE, calls, everybody, ofAnswer[code[i]]);
                    }
                }
            }
        }

        /** Adds the pairs of a sorted group, each with those of everybody who are not among its own. */
        private void add(int turn, int kind, double[] group, double[] everybody, double[] own) {
            int others = everybody.length - own.length;
            if (others == 0) {
                return;
            }
            double share = 1 - between(group, everybody, own) / (pairs(group.length) * others);
            sums.add(turn, kind, group.length);
            sums.add(turn, kind + 1, group.length * share);
        }

        Shares shares() {
            boolean answered = recording.hasAnswers();
            boolean several = recording.calls() > 1;
            if (!answered && !several) {
                return Shares.OF_CANDIDATE;
            }
            // pairs of one answer were not seen: what is the answer's is taken for the candidate's
            boolean together = sums.sum(ANSWER) == 0 && several;
            return new Shares(
                    together ? Fitted.exactly(0) : sums.of(s -> shared(s, ANSWER)),
                    sums.of(s -> (several ? Math.max(ofAnswer(s, together), shared(s, CANDIDATE)) : 1)
                            - ofAnswer(s, together)),
                    several
                            ? sums.of(s -> 1 - Math.max(ofAnswer(s, together), shared(s, CANDIDATE)))
                            : Fitted.exactly(0));
        }

        private static double ofAnswer(double[] s, boolean none) {
            return none ? 0 : shared(s, ANSWER);
        }
    }
}
