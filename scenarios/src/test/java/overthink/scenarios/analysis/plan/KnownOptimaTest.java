package overthink.scenarios.analysis.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import overthink.core.experiment.Experiment;
import overthink.scenarios.document.ScenarioReader;

/**
 * The best number of attempts where a verifier lets wrong answers pass, of Stroebl, Kapoor and Narayanan 2024
 * (arXiv:2411.17501), and where it changes: by their closed form, which stands here apart from the code.
 */
class KnownOptimaTest {

    private static final int NODES = 200;

    @TempDir
    private Path folder;

    /**
     * Beta(½, ½) by the nodes of Gauss and Chebyshev: p = sin²(πu/2) at midpoints u, each weighing the same, which integrates
     * polynomials of p to degree 399 without error.
     */
    private static double[] arcsine() {
        return IntStream.range(0, NODES)
                .mapToDouble(i -> {
                    double sine = StrictMath.sin(StrictMath.PI * (i + 0.5) / NODES / 2);
                    return sine * sine;
                })
                .toArray();
    }

    /** E[(p − w·(1 − p)·f)·(1 − (1 − a)^K)/a], a = p + (1 − p)·f. */
    private static double utility(int attempts, double fpr, double worth) {
        double sum = 0;
        for (double p : arcsine()) {
            double a = p + (1 - p) * fpr;
            sum += (p - worth * (1 - p) * fpr) * (1 - StrictMath.pow(1 - a, attempts)) / a;
        }
        return sum / NODES;
    }

    private Experiment experiment(double fpr) {
        String list = IntStream.range(0, NODES)
                .mapToObj(i -> Double.toString(arcsine()[i]))
                .collect(Collectors.joining(", "));
        return Plans.scenario(folder, """
            world:
              problems: {accuracy: {empirical: [%s]}}
              verifier: {outcome: {tpr: 1, fpr: %s}}
            budgets: {values: [1, 4, 16, 64, 256]}
            strategies:
              - first-accepted: {fallback: abstain}
              - first-accepted
              - single
            method: exact
            """.formatted(list, fpr)).experiment();
    }

    @Tag("slow")
    @ParameterizedTest
    @CsvSource({"1, 10", "4, 2", "10, 1"})
    void penalty_ofBetaHalf_hasTheKnownBestNumberOfAttempts(double worth, int best) {
        int bruteForce = IntStream.rangeClosed(1, 256)
                .boxed()
                .max((one, other) -> Double.compare(utility(one, 0.05, worth), utility(other, 0.05, worth)))
                .orElseThrow();
        assertEquals(best, bruteForce);
        Plan plan = Plans.plan(Plans.question(experiment(0.05), Plans.wrongCosts(worth)));
        Entrant chosen = Plans.chosen(plan);
        assertEquals(best, chosen.configuration().budget());
        if (best > 1) {
            assertEquals(
                    "first-accepted fallback=abstain", chosen.configuration().name());
        }
        assertEquals(
                utility(best, 0.05, worth), plan.choice().view().objective().value(chosen.row()), 1e-9);
    }

    @Tag("slow")
    @Test
    void accuracy_asTheGoal_hasAnotherBest() {
        // what a plan that forgot the penalty would say: more attempts are never worse
        Plan plan = Plans.plan(Plans.question(experiment(0.05), Objective.ACCURACY));
        assertTrue(Plans.chosen(plan).configuration().budget() > 64);
    }

    /** Values of the two-type model that goes with the paper, recomputed: attempts 3, 2, 1. */
    @ParameterizedTest
    @CsvSource({"0.7, 3, 0.524567", "1, 2, 0.472381", "2, 1, 0.3388"})
    void resamplingUntilAccepted_hasTheKnownBestNumberOfAttempts(double worth, int best, double reward) {
        Experiment shipped = new ScenarioReader(Plans.CATALOG)
                .read(Path.of("resampling-until-accepted.yaml"), List.of())
                .experiment();
        Plan plan = Plans.plan(Plans.question(shipped, Plans.wrongCosts(worth)));
        assertEquals(best, Plans.chosen(plan).configuration().budget());
        assertEquals(
                reward,
                plan.choice().view().objective().value(Plans.chosen(plan).row()),
                1e-6);
    }

    @Tag("slow")
    @Test
    void flips_ofTheFalsePositiveRate_holdTheRootsOfTheClosedForm() {
        Plan plan = Plans.plan(Plans.withFlips(experiment(0.05), Plans.wrongCosts(4)));
        assertEquals(2, Plans.chosen(plan).configuration().budget());
        List<Flip> flips = new ArrayList<>();
        plan.flips().stream().filter(flip -> flip.axis().endsWith("fpr")).forEach(flips::add);
        assertEquals(2, flips.size());
        for (Flip flip : flips) {
            Flip.Bracket bracket = flip.bracket().orElseThrow();
            int instead = (int) bracket.instead().orElseThrow().budget();
            assertNotEquals(2, instead);
            double root = root(2, instead, 4, flip.up());
            double low = Math.min(bracket.same(), bracket.other());
            double high = Math.max(bracket.same(), bracket.other());
            assertTrue(
                    low <= root && root <= high,
                    () -> String.format(Locale.ROOT, "%s: %s is not between %s and %s", flip.up(), root, low, high));
            assertTrue(high / low < 1.02, "the bracket is wide");
        }
    }

    /** The rate at which two numbers of attempts are worth the same, above or below 5 %. */
    private static double root(int one, int other, double worth, boolean above) {
        double low = above ? 0.05 : 0.001;
        double high = above ? 0.9 : 0.05;
        boolean first = utility(one, low, worth) > utility(other, low, worth);
        for (int i = 0; i < 60; i++) {
            double middle = (low + high) / 2;
            if (utility(one, middle, worth) > utility(other, middle, worth) == first) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
