package overthink.strategies.adaptive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import overthink.core.exact.adaptive.LeaderPosterior;
import overthink.core.exact.adaptive.VoteStop;
import overthink.strategies.voting.Ballot;

/** The rules here, and the same stated again in core for the exact method, decide alike on all votes. */
class StoppingRulesTest {

    private static final double[] THRESHOLDS = {0, 0.5, 0.75, 0.8, 0.95, 0.99, 1};

    private int asked;
    private int differing;

    @Tag("slow")
    @Test
    void beta_allVotes_decidesAsInCore() {
        for (double threshold : THRESHOLDS) {
            BetaRule rule = new BetaRule(threshold);
            VoteStop.ByVotes core = new VoteStop.PosteriorOfTwo(threshold);
            for (int second = 0; second <= 300; second++) {
                for (int first = Math.max(1, second); first <= 300; first++) {
                    int[] greatest = {first, second, 0, 0, 0};
                    assertEquals(first >= rule.leastFirst(second), core.stops(greatest, first + second));
                }
            }
        }
    }

    @Tag("slow")
    @Test
    void dirichlet_allVotesTo24_decidesAsInCore() {
        for (double threshold : THRESHOLDS) {
            compare(new DirichletRule(threshold), new VoteStop.PosteriorOfFive(threshold), 24);
        }
    }

    @Test
    void share_allVotesTo24_decidesAsInCore() {
        for (double threshold : THRESHOLDS) {
            compare(new ShareRule(threshold), new VoteStop.LeaderShare(threshold), 24);
        }
    }

    /** Planted: another threshold, and the rule of two answers for that of five. */
    @Test
    void otherRules_allVotesTo24_areTold() {
        assertTrue(differences(new ShareRule(0.75), new VoteStop.LeaderShare(0.7), 24) > 0);
        assertTrue(differences(new DirichletRule(0.95), new VoteStop.PosteriorOfTwo(0.95), 24) > 0);
        assertTrue(differences(new DirichletRule(0.95), new VoteStop.PosteriorOfFive(0.94), 24) > 0);
    }

    @Test
    void leaderProbability_anyVotes_asInCore() {
        for (int[] votes : List.of(new int[] {5, 2, 1}, new int[] {60, 20, 10, 5, 5}, new int[] {1000, 900, 1})) {
            assertEquals(
                    DirichletRule.leaderProbability(votes, votes.length),
                    LeaderPosterior.leads(votes, votes.length),
                    1e-15);
        }
    }

    private void compare(StoppingRule rule, VoteStop.ByVotes core, int most) {
        assertEquals(0, differences(rule, core, most), core.toString());
        // as many as there are partitions of 1 to 24
        assertEquals(7337, asked);
    }

    /** On how many votes they differ: all numbers of votes, descending, that add up to at most so many. */
    private int differences(StoppingRule rule, VoteStop.ByVotes core, int most) {
        asked = 0;
        differing = 0;
        partitions(new int[most], 0, most, most, rule, core);
        return differing;
    }

    private void partitions(
            int[] votes, int answers, int left, int greatest, StoppingRule rule, VoteStop.ByVotes core) {
        if (answers > 0) {
            Ballot ballot = new Ballot();
            for (int answer = 0, candidate = 0; answer < answers; answer++) {
                for (int vote = 0; vote < votes[answer]; vote++) {
                    ballot.add(answer, candidate++);
                }
            }
            int[] padded = Arrays.copyOf(Arrays.copyOf(votes, answers), Math.max(5, answers));
            differing += rule.stops(ballot) == core.stops(padded, ballot.total()) ? 0 : 1;
            asked++;
        }
        for (int next = Math.min(left, greatest); next > 0; next--) {
            votes[answers] = next;
            partitions(votes, answers + 1, left - next, next, rule, core);
        }
    }
}
