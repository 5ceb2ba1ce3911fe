package overthink.core.estimate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import overthink.core.estimate.PairedTrials.Problem;
import overthink.core.world.Gathering;

class DifferenceVarianceTest {

    private static final double TINY = 1e-15;

    @Test
    void of_twoProblems_followsTheFormulas() {
        PairedTrials trials = new PairedTrials(
                10,
                Gathering.DRAWN,
                List.of(new Problem(0.7, 0.4, 0.21, 0.24, 0.10), new Problem(0.5, 0.4, 0.25, 0.24, 0.20)));
        // differences .3 and .1, within them .25 and .09; variance of two numbers 2h apart is 2h²
        assertEquals(
                0.02 - 0.17 / 10,
                DifferenceVariance.of(trials, Pairing.CANDIDATES).between(),
                TINY);
        assertEquals(0.17, DifferenceVariance.of(trials, Pairing.CANDIDATES).within(), TINY);
        assertEquals(
                0.02 - 0.17 / 10,
                DifferenceVariance.of(trials, Pairing.PROBLEMS).between(),
                TINY);
        assertEquals(0.47, DifferenceVariance.of(trials, Pairing.PROBLEMS).within(), TINY);
        // .02 − .23/10 is below 0, and 0 − .24/10 as well
        assertEquals(0, DifferenceVariance.of(trials, Pairing.NOTHING).between(), TINY);
        assertEquals(0.47, DifferenceVariance.of(trials, Pairing.NOTHING).within(), TINY);
    }

    /** With one sample a problem, candidates shared, it is McNemar's ψ − δ², however it is divided. */
    @Test
    void each_ofOneSample_isTheDiscordanceLessTheSquaredDifference() {
        // Half of the problems have P(only first) = .4 and P(only second) = .1, the other half .1 and .2.
        double variance = 0.5 - 0.3 * 0.3;
        double other = 0.3 - 0.1 * 0.1;
        int pairs = 500_000;
        List<Problem> problems = Collections.nCopies(pairs, new Problem(0.6, 0.3, variance, 0, 0));
        List<Problem> all = new ArrayList<>(problems);
        all.addAll(Collections.nCopies(pairs, new Problem(0.4, 0.5, other, 0, 0)));
        PairedTrials trials = new PairedTrials(Integer.MAX_VALUE, Gathering.DRAWN, all);
        double discordance = (0.5 + 0.3) / 2;
        double difference = (0.3 - 0.1) / 2;
        // one in a million for P − 1 instead of P
        assertEquals(
                discordance - difference * difference,
                DifferenceVariance.of(trials, Pairing.CANDIDATES).each(1),
                1e-6);
    }

    @Test
    void each_dividesWhatIsWithin() {
        assertEquals(0.25, new DifferenceVariance(Pairing.PROBLEMS, 0.1, 0.6).each(4), TINY);
    }

    @Test
    void of_oneProblemOrTrial_isRefused() {
        Problem one = new Problem(0.5, 0.4, 0.2, 0.2, 0.1);
        assertThrows(IllegalArgumentException.class, () -> new PairedTrials(10, Gathering.DRAWN, List.of(one)));
        assertThrows(IllegalArgumentException.class, () -> new PairedTrials(1, Gathering.DRAWN, List.of(one, one)));
    }
}
