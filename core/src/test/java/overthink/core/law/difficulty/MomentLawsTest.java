package overthink.core.law.difficulty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Laws made from a mean and a standard deviation have them. */
class MomentLawsTest {

    private static double deviation(DifficultyLaw law) {
        double mean = law.mean();
        return Math.sqrt(law.expectation(p -> (p - mean) * (p - mean)));
    }

    /** α + β = .35·.65/.27² − 1 by hand. */
    @Test
    void beta_ofMeanAndDeviation_isTheTextbooks() {
        Beta law = MomentLaws.beta(0.35, 0.27, 0, 1);
        double sum = 0.35 * 0.65 / (0.27 * 0.27) - 1;
        assertEquals(0.35 * sum, law.alpha(), 1e-12);
        assertEquals(0.65 * sum, law.beta(), 1e-12);
    }

    @ParameterizedTest
    @CsvSource({"0.35, 0.27, 0, 1", "0.5, 0.01, 0, 1", "0.02, 0.1, 0, 1", "0.4, 0.1, 0.2, 0.7", "0.9, 0.29, 0, 1"})
    void beta_always_hasThem(double mean, double sd, double low, double high) {
        Beta law = MomentLaws.beta(mean, sd, low, high);
        assertEquals(mean, law.mean(), 1e-12);
        assertEquals(sd, deviation(law), 1e-10);
        double within = sd / Math.sqrt((mean - low) * (high - mean));
        Beta same = MomentLaws.betaWithin(mean, within, low, high);
        assertEquals(law.alpha(), same.alpha(), 1e-9 * law.alpha());
        assertEquals(law.beta(), same.beta(), 1e-9 * law.beta());
    }

    @ParameterizedTest
    @CsvSource({"0.35, 0.27", "0.5, 0.01", "0.02, 0.05", "0.97, 0.1", "0.5, 0.48", "1e-5, 1e-4", "0.3, 1e-6"})
    void logitNormal_always_hasThem(double mean, double sd) {
        LogitNormal law = MomentLaws.logitNormal(mean, sd);
        assertEquals(mean, law.mean(), 1e-11 * Math.max(mean, 0.01));
        assertEquals(sd, deviation(law), 1e-9 * sd);
    }

    private static void assertRefused(String message, Executable made) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, made).getMessage());
    }

    @Test
    void impossiblePairs_always_nameThePossibleRange() {
        assertRefused(
                "beta: with a mean of 0.35, sd must be between 0.0003846 and 0.4769 (0.477 were p always 0 or 1), not 0.6",
                () -> MomentLaws.beta(0.35, 0.6, 0, 1));
        assertRefused(
                "beta: with a mean of 0.5, within must be between 0.0007072 and 0.9999, not 1",
                () -> MomentLaws.betaWithin(0.5, 1, 0, 1));
        assertRefused("beta: mean must be above 0.2 and below 0.7, not 0.1", () -> MomentLaws.beta(0.1, 0.1, 0.2, 0.7));
        assertRefused("logit-normal: mean must be above 0 and below 1, not 1", () -> MomentLaws.logitNormal(1, 0.1));
        assertThrows(IllegalArgumentException.class, () -> MomentLaws.beta(0.35, Double.NaN, 0, 1));
        assertThrows(IllegalArgumentException.class, () -> MomentLaws.logitNormal(0.35, 0));
    }

    /** What the message says is possible is. */
    @Tag("slow")
    @Test
    void ends_always_arePossible() {
        assertEquals(0.4769, deviation(MomentLaws.beta(0.35, 0.4769, 0, 1)), 1e-9);
        String message = assertThrows(IllegalArgumentException.class, () -> MomentLaws.logitNormal(1e-5, 0.4))
                .getMessage();
        String[] range =
                message.replaceAll(".*between (\\S+) and (\\S+) .*", "$1 $2").split(" ");
        double most = Double.parseDouble(range[1]);
        assertEquals(most, deviation(MomentLaws.logitNormal(1e-5, most)), 1e-9 * most);
        double least = Double.parseDouble(range[0]);
        assertEquals(least, deviation(MomentLaws.logitNormal(1e-5, least)), 1e-7 * least);
    }
}
