package overthink.core.trial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrialGroupsTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 10, 31, 32, 33, 100, 500, 1024, 5000, 100_000})
    void of_anyNumberOfProblems_areEnoughToTellAnError(int problems) {
        TrialGroups groups = TrialGroups.of(problems);
        assertTrue(groups.count() >= 2);
        // Halved by rounding down to a power of two, at most.
        assertTrue((long) groups.count() * problems >= 512, groups.toString());
        assertTrue(groups.within() <= 32, "a shard's tally is cleared for every shard");
    }

    /** As the trials of shards come, each by the groups of one shard and the set that its first trial goes to. */
    @ParameterizedTest
    @ValueSource(ints = {1, 7, 500})
    void of_trial_isThatOfItsShard(int problems) {
        TrialGroups groups = TrialGroups.of(problems);
        int[] count = new int[groups.count()];
        int trials = groups.shards() * TrialGroups.SHARD_TRIALS * 3;
        for (long trial = 0; trial < trials; trial++) {
            long from = trial / TrialGroups.SHARD_TRIALS * TrialGroups.SHARD_TRIALS;
            assertEquals(groups.of(trial), groups.first(from) + groups.ofShard().of(trial));
            count[groups.of(trial)]++;
        }
        for (int one : count) {
            assertEquals(trials / groups.count(), one);
        }
    }
}
