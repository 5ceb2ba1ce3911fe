package overthink.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import overthink.core.estimate.Row;
import overthink.core.results.Results;

/** Each benchmark once, outside JMH and without a look at the clock. */
class BenchmarksTest {

    @ParameterizedTest
    @CsvSource({
        "single, 1",
        "best-of-n, 64",
        "majority-vote, 1",
        "weighted-vote, 64",
        "beam-search, 1",
        "particle-filter, 4"
    })
    void block_anyStrategy_countsWhatItDid(String strategy, int n) {
        StrategyBenchmark benchmark = new StrategyBenchmark();
        benchmark.strategy = strategy;
        benchmark.n = n;
        benchmark.setUp();
        StrategyBenchmark.Counts counts = new StrategyBenchmark.Counts();
        benchmark.block(counts);
        benchmark.block(counts);
        int drawsPerGeneration = Course.drawsPerGeneration(Roster.named(strategy, Map.of()));
        assertEquals(512, counts.trials);
        assertEquals(512L * n, counts.generations);
        assertEquals(512L * n * drawsPerGeneration, counts.draws);
        benchmark.weigh(new StrategyBenchmark.Allocation());
    }

    @Tag("slow")
    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void run_oneOrTwoThreads_finishesTheExperiment(int threads) {
        EngineBenchmark benchmark = new EngineBenchmark();
        benchmark.strategy = "best-of-n";
        benchmark.threads = threads;
        benchmark.setUp();
        Results results = benchmark.run();
        assertTrue(results.faults().isEmpty());
        Row row = results.rows().get(0);
        assertEquals(EngineBenchmark.N, row.cost().generations());
        // 2²³ candidates in trials of 64, shared by 200 problems
        assertEquals(200 * 656, row.trials());
    }
}
