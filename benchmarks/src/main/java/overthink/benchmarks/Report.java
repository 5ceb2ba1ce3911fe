package overthink.benchmarks;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import overthink.core.experiment.ConfiguredStrategy;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs all benchmarks and prints one table of them, with the machine and the date. */
@Command(
        name = "report",
        mixinStandardHelpOptions = true,
        description = "Runs all benchmarks and prints one Markdown table of them, with the machine and the date.")
public final class Report implements Callable<Integer> {

    /** How long a report may take. */
    enum Effort {
        /** A minute or two, to see where things are. */
        QUICK(1, 3, 100, 5, 100),
        /** Long enough to quote. */
        FULL(3, 5, 300, 5, 400);

        private final int rounds;
        private final int warmUps;
        private final int warmUpMillis;
        private final int measurements;
        private final int measurementMillis;

        Effort(int rounds, int warmUps, int warmUpMillis, int measurements, int measurementMillis) {
            this.rounds = rounds;
            this.warmUps = warmUps;
            this.warmUpMillis = warmUpMillis;
            this.measurements = measurements;
            this.measurementMillis = measurementMillis;
        }
    }

    @Option(
            names = "--effort",
            description =
                    "quick (a minute or two; the default) or full (about ten minutes: three rounds, longer each).")
    private Effort effort = Effort.QUICK;

    @Option(
            names = "--strategies",
            split = ",",
            paramLabel = "NAME",
            description =
                    "Which strategies; ${DEFAULT-VALUE}. all: every one found that this world has what it needs for.")
    private List<String> strategies =
            List.of("single", "best-of-n", "majority-vote", "weighted-vote", "beam-search", "particle-filter");

    @Option(names = "--n", split = ",", paramLabel = "N", description = "Budgets in generations; ${DEFAULT-VALUE}.")
    private List<Integer> budgets = List.of(1, 64, 256, 4096);

    /** Runs the report; exits with 0 done, 1 failed, 2 wrong usage. */
    public static void main(String[] arguments) {
        System.exit(Console.run(new Report(), arguments));
    }

    @Override
    public Integer call() throws RunnerException {
        for (int n : budgets) {
            if (n < 1) {
                throw new IllegalArgumentException("--n must be at least 1, not " + n);
            }
        }
        List<ConfiguredStrategy> strategies = strategies();
        for (ConfiguredStrategy configured : strategies) {
            new Course(configured, 1); // refuses what cannot be measured before anything is
        }
        double busyBefore = Machine.busy();
        List<Round> rounds = new ArrayList<>();
        for (int i = 0; i < effort.rounds; i++) {
            System.err.printf(Locale.ROOT, "round %d of %d: measuring…%n", i + 1, effort.rounds);
            rounds.add(Round.of(new Runner(options(strategies)).run()));
        }
        SpeedTable table = new SpeedTable(rounds);
        System.out.println(table.markdown(strategies, budgets));
        System.out.printf(
                Locale.ROOT,
                "%s; %s.%nOther programs took %.0f %% of its cores before and %.0f %% after the run. Middle values of %d round%s of %d iterations of %d ms; 90 %% of the iterations are within"
                        + " %.0f %% of them.%n",
                LocalDate.now(ZoneOffset.UTC),
                Machine.here().description(),
                100 * busyBefore,
                100 * Machine.busy(),
                effort.rounds,
                effort.rounds == 1 ? "" : "s",
                effort.measurements,
                effort.measurementMillis,
                100 * table.spread());
        return 0;
    }

    private List<ConfiguredStrategy> strategies() {
        return strategies.equals(List.of("all"))
                ? Roster.playable(PeerWorld.drawn(1))
                : strategies.stream().map(name -> Roster.named(name, Map.of())).toList();
    }

    private Options options(List<ConfiguredStrategy> strategies) {
        return new OptionsBuilder()
                .include("^" + FloorBenchmark.class.getName().replace(".", "\\.") + "\\.")
                .include("^" + StrategyBenchmark.class.getName().replace(".", "\\.") + "\\.")
                .include("^" + EngineBenchmark.class.getName().replace(".", "\\.") + "\\.")
                .param(
                        "strategy",
                        strategies.stream().map(ConfiguredStrategy::name).toArray(String[]::new))
                .param("n", budgets.stream().map(String::valueOf).toArray(String[]::new))
                .forks(1)
                .warmupIterations(effort.warmUps)
                .warmupTime(TimeValue.milliseconds(effort.warmUpMillis))
                .measurementIterations(effort.measurements)
                .measurementTime(TimeValue.milliseconds(effort.measurementMillis))
                .shouldFailOnError(true)
                .verbosity(VerboseMode.SILENT)
                .build();
    }
}
