package overthink.benchmarks;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A strategy through the plugin interface: the engine's session, meter and grades, one thread. An operation is a block of
 * trials; the counters give the time per trial, per generation and per draw (a candidate, or a step of a strategy that grows
 * solutions by steps), and the bytes that a block allocates. With {@code -prof gc} JMH says {@code gc.alloc.rate.norm} beside,
 * which counts what JMH itself allocates too: some hundred bytes an iteration, however few blocks it has.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgsAppend = "-XX:+UseSerialGC")
@SuppressWarnings("NullAway.Init") // JMH sets the parameters, and calls setUp first
public class StrategyBenchmark {

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    /** Its name; any strategy on the class path may be asked for. */
    @Param({"single", "best-of-n", "majority-vote", "weighted-vote", "beam-search", "particle-filter"})
    public String strategy;

    /** N, the budget in generations. */
    @Param({"1", "64", "256", "4096"})
    public int n;

    private Course course;
    private long draws;
    private long generations;

    /** What an operation did, for JMH to divide the time by. */
    @AuxCounters(AuxCounters.Type.OPERATIONS)
    @State(Scope.Thread)
    public static class Counts {
        /** Candidates or steps. */
        public long draws;

        /** Generations spent. */
        public long generations;

        /** Trials run. */
        public long trials;
    }

    /** What a block allocated; JMH shows the number as it is. */
    @AuxCounters(AuxCounters.Type.EVENTS)
    @State(Scope.Thread)
    public static class Allocation {
        /** Bytes. */
        public long bytes;
    }

    /** Makes the course. */
    @Setup
    public void setUp() {
        course = new Course(Roster.named(strategy, Map.of()), n);
        draws = Math.round(course.drawsPerTrial() * course.trials());
        generations = Math.round(course.generationsPerTrial() * course.trials());
    }

    /** Runs a block of trials on one problem. */
    @Benchmark
    public void block(Counts counts) {
        course.runBlock();
        counts.draws += draws;
        counts.generations += generations;
        counts.trials += course.trials();
    }

    /** Runs one more block after an iteration, for the bytes that it allocates. */
    @TearDown(Level.Iteration)
    public void weigh(Allocation allocation) {
        long before = THREADS.getCurrentThreadAllocatedBytes();
        course.runBlock();
        allocation.bytes = THREADS.getCurrentThreadAllocatedBytes() - before;
    }
}
