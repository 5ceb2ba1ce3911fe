package overthink.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import overthink.core.estimate.Estimate;
import overthink.core.estimate.Row;
import overthink.core.experiment.MethodChoice;
import overthink.core.experiment.TrialPlan;
import overthink.core.law.verifier.NoiseShares;
import overthink.core.model.SyntheticWorld;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * What the shortcuts save: vectorised NumPy's time to a standard error beside that of exact and aggregated runs, and how those
 * grow with the budget.
 */
@Command(
        name = "shortcuts",
        mixinStandardHelpOptions = true,
        description =
                "Times exact and aggregated experiments beside what numpy_sim.py needs for the same standard error, and"
                        + " the same methods at budgets of 2^10 and 2^20; prints a table of each.")
public final class Shortcuts implements Callable<Integer> {

    private static final List<String> STRATEGIES = List.of("best-of-n", "majority-vote");

    /** Standard errors apart that are called a disagreement; each of four differences gets there with chance 6e-7. */
    private static final double DISAGREEMENT = 5;

    private static final long LESSER = 1L << 10;
    private static final long GREATER = 1L << 20;

    /** Problems, and trials on each, of the table of growth. */
    private static final int GROWTH_PROBLEMS = 200;

    private static final int GROWTH_TRIALS = 200;

    @Parameters(index = "0", paramLabel = "NUMPY_SIM", description = "Path of numpy_sim.py.")
    private String script = "";

    @Option(names = "--python", description = "The Python to run it with; ${DEFAULT-VALUE}.")
    private String python = "python3";

    @Option(names = "--problems", description = "How many problems; ${DEFAULT-VALUE}.")
    private int problems = 500;

    @Option(names = "--n", description = "The budget, a power of two; ${DEFAULT-VALUE}.")
    private int n = 4096;

    @Option(names = "--error", description = "The standard error over the problems to reach; ${DEFAULT-VALUE}.")
    private double error = 0.001;

    @Option(
            names = "--trials",
            description = "NumPy's trials on each problem that its time per trial is measured on; ${DEFAULT-VALUE}.")
    private int trials = 10;

    @Option(
            names = "--runs",
            description = "Warm runs of each experiment, of which the middle counts; ${DEFAULT-VALUE}.")
    private int runs = 21;

    @Option(
            names = "--rounds",
            description = "NumPy's runs, of which the fastest counts, and cold ones; ${DEFAULT-VALUE}.")
    private int rounds = 3;

    @Option(
            names = "--cold",
            arity = "2",
            hidden = true,
            description = "A strategy and a method: prints the seconds of the first run in this process.")
    private List<String> cold = List.of();

    /** Runs the comparison; exits with 0 done, 1 failed or the sides disagree, 2 wrong usage. */
    public static void main(String[] arguments) {
        System.exit(Console.run(new Shortcuts(), arguments));
    }

    @Override
    public Integer call() throws IOException {
        if (runs < 1 || rounds < 1 || !(error > 0 && error < 0.1)) {
            throw new IllegalArgumentException(
                    "--runs and --rounds must be at least 1, not %d and %d, and --error between 0 and 0.1, not %s"
                            .formatted(runs, rounds, error));
        }
        Job job = new Job(1, problems, trials, n);
        if (!cold.isEmpty()) {
            MethodChoice method = MethodChoice.valueOf(cold.get(1));
            System.out.println(shortcut(cold.get(0), method).seconds(PeerWorld.drawn(problems), n, job.seed()));
            return 0;
        }
        double busyBefore = Machine.busy();
        MarkdownTable speeds = new MarkdownTable(
                "strategy",
                "method",
                "accuracy",
                "standard error",
                "NumPy's",
                "apart",
                "NumPy's trials",
                "NumPy, s",
                "warm, ms",
                "ratio",
                "cold, ms",
                "ratio cold");
        double worst = 0;
        for (String strategy : STRATEGIES) {
            worst = Math.max(worst, compare(strategy, job, speeds));
        }
        System.out.println(speeds);
        System.out.println(growth());
        System.out.printf(
                Locale.ROOT,
                "%s; %s.%nOther programs took %.0f %% of its cores before and %.0f %% after the run. One thread on either side."
                        + " Warm: the middle of %d runs; cold: the middle of %d processes' first runs; NumPy: time per trial"
                        + " of the fastest of %d runs of %d trials on each of %d problems. Greatest difference in accuracy:"
                        + " %.1f standard errors.%n",
                LocalDate.now(ZoneOffset.UTC),
                Machine.here().description(),
                100 * busyBefore,
                100 * Machine.busy(),
                runs,
                rounds,
                rounds,
                trials,
                problems,
                worst);
        if (worst > DISAGREEMENT) {
            System.err.printf(Locale.ROOT, "The sides disagree: more than %.0f standard errors apart.%n", DISAGREEMENT);
            return 1;
        }
        return 0;
    }

    /** Adds the rows of one strategy; returns how many standard errors its accuracies are apart at most. */
    private double compare(String strategy, Job job, MarkdownTable into) throws IOException {
        System.err.printf(Locale.ROOT, "%s…%n", strategy);
        NumpySide numpy = new NumpySide(python, script);
        SyntheticWorld world = PeerWorld.listed(numpy.problems(job.seed(), problems));
        TrialsNeeded needed =
                TrialsNeeded.of(shortcut(strategy, MethodChoice.EXACT).row(world, n, job.seed()));
        double perTrial = Double.POSITIVE_INFINITY;
        double theirs = 0;
        for (int round = 0; round < rounds; round++) {
            SideRun run = numpy.runOneBudget(strategy, job);
            perTrial = Math.min(perTrial, run.seconds() / ((double) problems * trials));
            theirs = run.accuracy().get(0);
        }
        double numpySeconds = needed.seconds(error, perTrial);
        double worst = 0;
        for (MethodChoice method : List.of(MethodChoice.AUTO, MethodChoice.AGGREGATED)) {
            TimedShortcut shortcut = shortcut(strategy, method);
            Row row = shortcut.row(world, n, job.seed());
            double apart = apart(row, theirs, needed.error(trials));
            worst = Math.max(worst, Math.abs(apart));
            double warm = warm(shortcut, world, n);
            double first = cold(strategy, method);
            into.add(
                    strategy,
                    "%s: %s".formatted(method.label(), row.method().label()),
                    format("%.4f", row.accuracy()),
                    format("%.1e", row.stdError()),
                    format("%.4f", theirs),
                    format("%+.1f", apart),
                    format("%,.0f", needed.perProblem(error) * problems),
                    format("%.2f", numpySeconds),
                    format("%.2f", 1e3 * warm),
                    format("%,.0f", numpySeconds / warm),
                    format("%.0f", 1e3 * first),
                    format("%,.0f", numpySeconds / first));
        }
        return worst;
    }

    /** Our accuracy minus another's of a known standard error, in standard errors of that difference. */
    static double apart(Row row, double theirs, double theirError) {
        return (row.accuracy() - theirs) / Math.hypot(row.stdError(), theirError);
    }

    /** A strategy that reaches the error asked for. */
    private TimedShortcut shortcut(String strategy, MethodChoice method) {
        return reaching(strategy, method, error);
    }

    /** A strategy whose standard error is to be at most {@code error}. */
    static TimedShortcut reaching(String strategy, MethodChoice method, double error) {
        return TimedShortcut.of(strategy, Map.of(), method, new TrialPlan.Precision(Estimate.Z95 * error));
    }

    private double warm(TimedShortcut shortcut, SyntheticWorld world, long budget) {
        double[] seconds = new double[runs];
        for (int i = -runs; i < runs; i++) { // the JVM compiles in the first half
            double taken = shortcut.seconds(world, budget, 1);
            seconds[Math.max(0, i)] = taken;
        }
        return Middle.of(seconds);
    }

    private double cold(String strategy, MethodChoice method) throws IOException {
        double[] seconds = new double[rounds];
        for (int i = 0; i < rounds; i++) {
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:+UseSerialGC",
                            "-cp",
                            System.getProperty("java.class.path"),
                            Shortcuts.class.getName(),
                            script,
                            "--problems=" + problems,
                            "--n=" + n,
                            "--error=" + error,
                            "--cold",
                            strategy,
                            method.name())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            seconds[i] = Double.parseDouble(text.strip());
        }
        return Middle.of(seconds);
    }

    private String growth() {
        MarkdownTable table = new MarkdownTable("strategy", "method", "N = 2^10, ms", "N = 2^20, ms", "2^20 ÷ 2^10");
        for (var entry : flat().entrySet()) {
            System.err.printf(Locale.ROOT, "growth: %s…%n", entry.getKey());
            Flat flat = entry.getValue();
            double[] lesser = new double[runs];
            double[] greater = new double[runs];
            for (int i = -runs; i < runs; i++) {
                lesser[Math.max(0, i)] = flat.shortcut().seconds(flat.world(), LESSER, 1);
                greater[Math.max(0, i)] = flat.shortcut().seconds(flat.world(), GREATER, 1);
            }
            double less = Middle.of(lesser);
            double more = Middle.of(greater);
            table.add(
                    entry.getKey(),
                    flat.shortcut().row(flat.world(), LESSER, 1).method().label(),
                    format("%.2f", 1e3 * less),
                    format("%.2f", 1e3 * more),
                    format("%.2f", more / less));
        }
        return table.toString();
    }

    /** A strategy that draws whole candidates, and a world for it. */
    record Flat(TimedShortcut shortcut, SyntheticWorld world) {}

    /** What must not grow with the budget under {@code auto}. */
    static Map<String, Flat> flat() {
        SyntheticWorld world = PeerWorld.drawn(GROWTH_PROBLEMS);
        Map<String, Flat> map = new LinkedHashMap<>();
        for (String strategy : List.of("single", "best-of-n", "majority-vote")) {
            map.put(strategy, new Flat(auto(strategy, Map.of()), world));
        }
        map.put(
                "best-of-n, answer share 0.3",
                new Flat(
                        auto("best-of-n", Map.of()),
                        PeerWorld.drawn(GROWTH_PROBLEMS, new NoiseShares(0, 0.3, 0.7, 0))));
        map.put("weighted-vote, logit-sum", new Flat(auto("weighted-vote", Map.of("weight", "logit-sum")), world));
        return map;
    }

    private static TimedShortcut auto(String strategy, Map<String, ?> given) {
        return TimedShortcut.of(strategy, given, MethodChoice.AUTO, new TrialPlan.Count(GROWTH_TRIALS));
    }

    private static String format(String pattern, double value) {
        return String.format(Locale.ROOT, pattern, value);
    }
}
