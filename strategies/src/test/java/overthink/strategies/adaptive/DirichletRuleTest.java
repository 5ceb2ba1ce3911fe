package overthink.strategies.adaptive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import overthink.strategies.voting.Ballot;

class DirichletRuleTest {

    private static double leader(int... votes) {
        return DirichletRule.leaderProbability(votes, votes.length);
    }

    /** Fixtures and tests of mohsenhariri/scorio, computed there by adaptive quadrature. */
    @Test
    void leaderProbability_otherToolsValues_same() {
        assertEquals(0.8179649396053817, leader(5, 2, 1), 1e-12);
        assertEquals(0.9891042503731576, leader(1000, 900, 1), 1e-12);
        assertEquals(0.9999971716624986, leader(60, 20, 10, 5, 5), 1e-12);
    }

    @Test
    void leaderProbability_equalVotes_oneInSoMany() {
        for (int votes : new int[] {1, 2, 7, 40, 1000}) {
            assertEquals(1 / 2.0, leader(votes, votes), 1e-12);
            assertEquals(1 / 3.0, leader(votes, votes, votes), 1e-12);
            assertEquals(1 / 5.0, leader(votes, votes, votes, votes, votes), 1e-12);
        }
    }

    /** With two answers the integral is the Beta rule's probability, a dyadic fraction. */
    @Test
    void leaderProbability_twoAnswers_betaRule() {
        for (int first = 1; first < 40; first++) {
            for (int second = 0; second <= first; second++) {
                assertEquals(1 - BetaRule.doubt(first, second), leader(first, second), 1e-12);
            }
        }
        assertThrows(
                AssertionError.class,
                () -> assertEquals((1 - BetaRule.doubt(5, 2)) * (1 - BetaRule.doubt(5, 1)), leader(5, 2, 1), 1e-12),
                "the pairwise product is not it");
    }

    /** Bounds, kept decisions and the order of the five most frequent answers change no decision. */
    @Tag("slow")
    @Test
    void stops_anyVotes_asItsProbabilitySays() {
        SplittableRandom random = new SplittableRandom(42);
        DirichletRule rule = new DirichletRule(0.8);
        int stopped = 0;
        for (int trial = 0; trial < 250; trial++) {
            Ballot ballot = new Ballot();
            int[] votes = new int[7];
            for (int candidate = 0; candidate < 60; candidate++) {
                int answer = (int) Math.min(ballot.answers(), random.nextDouble() * random.nextDouble() * votes.length);
                votes[answer]++;
                ballot.add(answer, candidate);
                int[] top = Arrays.stream(votes)
                        .filter(count -> count > 0)
                        .map(count -> -count)
                        .sorted()
                        .map(count -> -count)
                        .limit(5)
                        .toArray();
                boolean stops = top.length == 1
                        ? BetaRule.doubt(top[0], 0) <= 1 - 0.8
                        : DirichletRule.leaderProbability(top, top.length) >= 0.8;
                assertEquals(stops, rule.stops(ballot), () -> Arrays.toString(top));
                stopped += stops ? 1 : 0;
            }
        }
        int sum = stopped;
        assertTrue(sum > 1_250 && sum < 13_750, () -> "both decisions come up: " + sum);
    }
}
