package overthink.core.fit.verifier;

import java.util.Arrays;
import java.util.List;
import overthink.core.fit.difficulty.SuccessCounts;
import overthink.core.random.Origin;
import overthink.core.random.Purpose;
import overthink.core.random.Site;
import overthink.core.world.Recording;

/**
 * Wrong candidates that a verifier loves: for each problem, how many of its wrong candidates score above every right one. The
 * share of such candidates is a property of the problem and follows a law as difficulty does, with "wrong above right" as the
 * success: E[(1 − q)<sup>k</sup>] is the accuracy of the best of a right candidate and k wrong ones. (The area under the ROC curve
 * to the power k is not: it takes for independent what a problem's wrong candidates have in common.)
 *
 * <p>Equal scores are in random order, drawn once for each candidate, so that a tie of t + 1 is won by the right one with
 * chance 1/(t + 1). Problems without a right or without a wrong candidate say nothing and are left out.
 *
 * @param counts of each problem that says something: its wrong candidates as n, those above every right one as c
 * @param problems the numbers of these problems in the recording
 */
public record LovedWrongAnswers(SuccessCounts counts, List<Integer> problems) {

    /** Copies the list. */
    public LovedWrongAnswers {
        problems = List.copyOf(problems);
    }

    /**
     * Of one verifier call.
     *
     * @param call from 0 to {@link Recording#calls()}, exclusive
     * @param seed of the order of equal scores
     * @throws IllegalArgumentException when no problem has a right and a wrong candidate
     */
    public static LovedWrongAnswers of(Recording recording, int call, long seed) {
        Origin origin = Origin.of(seed);
        Site site = new Site(Purpose.EQUAL_SCORES);
        int[] wrong = new int[recording.size()];
        int[] above = new int[recording.size()];
        int[] told = new int[recording.size()];
        int size = 0;
        for (int problem = 0; problem < recording.size(); problem++) {
            int right = recording.correct(problem);
            if (right == 0 || right == recording.candidates(problem)) {
                continue;
            }
            site.turnTo(origin, problem);
            int best = best(recording, call, problem, site);
            for (int i = 0; i < recording.candidates(problem); i++) {
                if (!recording.correct(problem, i) && isAbove(recording, call, problem, site, i, best)) {
                    above[size]++;
                }
            }
            wrong[size] = recording.candidates(problem) - right;
            told[size++] = problem;
        }
        if (size == 0) {
            throw new IllegalArgumentException("no problem has a right and a wrong candidate to compare");
        }
        return new LovedWrongAnswers(
                SuccessCounts.of(Arrays.copyOf(wrong, size), Arrays.copyOf(above, size)),
                Arrays.stream(told, 0, size).boxed().toList());
    }

    /** The right candidate that is first by score. */
    private static int best(Recording recording, int call, int problem, Site site) {
        int best = -1;
        for (int i = 0; i < recording.candidates(problem); i++) {
            if (recording.correct(problem, i) && (best < 0 || isAbove(recording, call, problem, site, i, best))) {
                best = i;
            }
        }
        return best;
    }

    private static boolean isAbove(Recording recording, int call, int problem, Site site, int one, int other) {
        double first = recording.score(call, problem, one);
        double second = recording.score(call, problem, other);
        return first > second || (first == second && site.slot(one) > site.slot(other));
    }

    /** The share of wrong candidates above every right one, over all of these problems' wrong candidates. */
    public double share() {
        double all = 0;
        for (int problem = 0; problem < counts.size(); problem++) {
            all += counts.candidates(problem);
        }
        return counts.successes() / all;
    }
}
