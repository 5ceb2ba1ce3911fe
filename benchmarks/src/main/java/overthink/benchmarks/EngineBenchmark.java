package overthink.benchmarks;

import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import overthink.core.estimate.BinPlan;
import overthink.core.experiment.Budgets;
import overthink.core.experiment.ConfiguredStrategy;
import overthink.core.experiment.Experiment;
import overthink.core.experiment.Progress;
import overthink.core.experiment.TrialPlan;
import overthink.core.results.Results;
import overthink.core.run.ExperimentRun;

/**
 * A whole experiment, problems drawn and rows made included, on one worker thread and on two: what a second thread gains. An
 * operation is a run of one strategy at N = {@value #N}, of about the same number of draws whatever the strategy.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgsAppend = "-XX:+UseSerialGC")
@SuppressWarnings("NullAway.Init") // JMH sets the parameters, and calls setUp first
public class EngineBenchmark {

    /** The budget in generations. */
    static final int N = 64;

    private static final double DRAWS = 0x1p23;
    private static final int MOST_TRIALS = 2048;

    /** Its name; any strategy on the class path may be asked for. */
    @Param({"single", "best-of-n", "majority-vote", "weighted-vote", "beam-search", "particle-filter"})
    public String strategy;

    /** Worker threads. */
    @Param({"1", "2"})
    public int threads;

    private Experiment experiment;

    /** Makes the experiment. */
    @Setup
    public void setUp() {
        ConfiguredStrategy configured = Roster.named(strategy, Map.of());
        double drawsPerTrial = new Course(configured, N).drawsPerTrial();
        int trials = (int) Math.min(MOST_TRIALS, Math.ceil(DRAWS / drawsPerTrial / Course.PROBLEMS));
        experiment = new Experiment(
                PeerWorld.drawn(Course.PROBLEMS),
                Budgets.generations(N),
                List.of(configured),
                new TrialPlan.Count(trials),
                new BinPlan.None(),
                Course.SEED);
    }

    /** Runs the experiment. */
    @Benchmark
    public Results run() {
        return ExperimentRun.simulate(experiment, threads, Progress.SILENT);
    }
}
