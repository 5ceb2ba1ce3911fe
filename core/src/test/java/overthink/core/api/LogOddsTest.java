package overthink.core.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LogOddsTest {

    @Test
    void oddsAndProbability_ofAnyScore_areWithinTheStatedError() {
        SplittableRandom random = new SplittableRandom(8);
        for (double range : new double[] {1e-9, 0.01, 1, 10, 64}) {
            for (int i = 0; i < 100_000; i++) {
                double score = range * (2 * random.nextDouble() - 1);
                double expected = StrictMath.exp(score);
                assertEquals(expected, LogOdds.odds(score), 1e-13 * expected);
                double logistic = 1 / (1 + StrictMath.exp(-score));
                assertEquals(logistic, LogOdds.probability(score), 1e-13 * logistic);
            }
        }
    }

    @Test
    void oddsAndProbability_ofSpecialScores_areWhatTheyMustBe() {
        assertEquals(1, LogOdds.odds(0));
        assertEquals(0.5, LogOdds.probability(0));
        assertEquals(1, LogOdds.probability(Double.POSITIVE_INFINITY));
        assertEquals(0, LogOdds.probability(Double.NEGATIVE_INFINITY), 1e-27);
        assertTrue(LogOdds.odds(Double.NEGATIVE_INFINITY) > 0);
        assertTrue(Double.isNaN(LogOdds.odds(Double.NaN)));
        assertTrue(Double.isNaN(LogOdds.probability(Double.NaN)));
    }

    @Test
    void moderateScores_toTheVeryEdge_haveTheBitsOfAllScores() {
        double[] scores = new SplittableRandom(4).doubles(1001, -64, 64).toArray();
        scores[0] = LogOdds.LEAST;
        scores[1] = -LogOdds.LEAST;
        scores[2] = -0.0;
        for (int count : new int[] {3, 1000}) {
            double[] odds = scores.clone();
            double[] probabilities = scores.clone();
            LogOdds.moderateOdds(odds, count);
            LogOdds.moderateProbabilities(probabilities, count);
            for (int i = 0; i < count; i++) {
                assertEquals(LogOdds.odds(scores[i]), odds[i]);
                assertEquals(LogOdds.probability(scores[i]), probabilities[i]);
            }
            assertEquals(scores[1000], odds[1000]);
            assertEquals(scores[1000], probabilities[1000]);
        }
    }

    @Test
    void arrays_equalTheirMembersOneByOne() {
        double[] scores = new SplittableRandom(3).doubles(1001, -80, 80).toArray();
        double[] odds = scores.clone();
        double[] probabilities = scores.clone();
        LogOdds.odds(odds, 1000);
        LogOdds.probabilities(probabilities, 1000);
        for (int i = 0; i < 1000; i++) {
            assertEquals(LogOdds.odds(scores[i]), odds[i]);
            assertEquals(LogOdds.probability(scores[i]), probabilities[i]);
        }
        assertEquals(scores[1000], odds[1000]);
    }
}
