package overthink.core.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import overthink.core.estimate.Quantiles;
import overthink.core.estimate.Row;
import overthink.core.experiment.Checkpoint;
import overthink.core.experiment.Execution;
import overthink.core.experiment.Experiment;
import overthink.core.experiment.Progress;
import overthink.core.experiment.TrialPlan;
import overthink.core.results.Partial;
import overthink.core.results.Results;

/** Runs that are stopped, and go on from what they kept. */
class CheckpointTest {

    private static final int PROBLEMS = 40;

    /** Keeps shards in memory, and asks the run to stop after so many. */
    private static final class Memory implements Checkpoint {

        private final Map<Shard, byte[]> kept = new ConcurrentHashMap<>();
        private final AtomicInteger since = new AtomicInteger();
        private final AtomicInteger recalled = new AtomicInteger();
        private int most = Integer.MAX_VALUE;

        @Override
        public byte @Nullable [] recall(Shard shard) {
            byte[] sums = kept.get(shard);
            if (sums != null) {
                recalled.incrementAndGet();
            }
            return sums;
        }

        @Override
        public void keep(Shard shard, byte[] sums) {
            kept.put(shard, sums);
            since.incrementAndGet();
        }

        void stopAfter(int shards) {
            since.set(0);
            most = shards;
        }

        boolean stop() {
            return since.get() >= most;
        }
    }

    private static Results run(Experiment experiment, int threads, Memory memory) {
        return ExperimentRun.followPlans(
                experiment,
                RandomChoices.plans(experiment),
                new Execution(threads, Execution.PATIENCE, Progress.SILENT, memory, memory::stop));
    }

    /** Whatever is done when it is stopped, on however many threads, in a pilot and after it. */
    @Tag("slow")
    @Test
    void run_stoppedAgainAndAgain_givesTheSameInTheEnd() {
        for (TrialPlan plan : List.of(new TrialPlan.Count(600), new TrialPlan.Precision(0.01))) {
            Experiment experiment = RandomChoices.experiment(PROBLEMS, plan);
            Results whole = run(experiment, 2, new Memory());
            Memory memory = new Memory();
            int stops = 0;
            for (int shards : new int[] {1, 30, 60, 17, 90}) {
                memory.stopAfter(shards);
                int before = memory.kept.size();
                Results part = run(experiment, 1 + shards % 3, memory);
                assertTrue(memory.kept.size() > before, "it comes forward");
                stops += part.partial().isPresent() ? 1 : 0;
            }
            assertTrue(stops >= 3, "it was stopped " + stops + " times");
            memory.stopAfter(Integer.MAX_VALUE);
            memory.recalled.set(0);
            int done = memory.kept.size();
            Results resumed = run(experiment, 3, memory);
            assertEquals(done, memory.recalled.get(), "nothing is played twice");
            assertEquals(whole.rows(), resumed.rows());
            assertTrue(whole.rows().get(0).perTrial().tokens().known());
            assertEquals(whole.differences(), resumed.differences());
            assertTrue(resumed.partial().isEmpty());
        }
    }

    /** What there is are whole problems, with the means that these have in the end. */
    @Tag("slow")
    @Test
    void run_stopped_givesRowsOfTheProblemsThatAreDone() {
        Experiment experiment = RandomChoices.experiment(PROBLEMS, new TrialPlan.Count(600));
        Memory memory = new Memory();
        memory.stopAfter(150); // of 2 · 40 · 3 shards
        Results part = run(experiment, 1, memory);
        Partial partial = part.partial().orElseThrow();
        assertEquals(PROBLEMS, partial.of());
        assertTrue(partial.problems() >= 20 && partial.problems() < 30, partial.toString());
        assertEquals(List.of(), partial.without());
        Results whole = run(experiment, 1, new Memory());
        for (Row row : part.rows()) {
            assertEquals(600L * row.problems(), row.trials());
        }
        assertEquals(partial.problems(), part.rows().get(0).problems());
        assertEquals(Quantiles.UNKNOWN, part.rows().get(0).perTrial().tokens(), "counts are of other problems, too");
        double sum = 0;
        double[] means = new double[overthink.core.estimate.Quantity.COUNT];
        int[] done = part.samples().get(2).problems();
        assertEquals(partial.problems(), done.length);
        int early = 0;
        for (int problem : done) {
            early += problem < PROBLEMS / 2 ? 1 : 0;
        }
        assertEquals(done.length / 2.0, early, 3, "they are spread over all");
        for (int problem : done) {
            whole.samples().get(2).means(problem, means);
            sum += means[0];
        }
        assertEquals(sum / partial.problems(), part.rows().get(2).accuracy(), 1e-12);
    }

    @Test
    void run_stoppedBeforeAnything_saysSo() {
        Memory memory = new Memory();
        memory.stopAfter(0);
        Results nothing = run(RandomChoices.experiment(PROBLEMS, new TrialPlan.Precision(0.01)), 2, memory);
        assertEquals(List.of(), nothing.rows());
        assertEquals(List.of("once", "anew"), nothing.partial().orElseThrow().without());
    }
}
