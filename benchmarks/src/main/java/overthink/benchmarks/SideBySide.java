package overthink.benchmarks;

import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import overthink.core.experiment.ConfiguredStrategy;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Runs vectorised NumPy and this project on the same problems, one thread each, in turn, and prints how long a draw takes and
 * whether the accuracies agree.
 */
@Command(
        name = "side-by-side",
        mixinStandardHelpOptions = true,
        description =
                "Runs numpy_sim.py and Overthink on the same world and budgets, one thread each, in turn, and prints"
                        + " two tables: time per draw, and the accuracies with their difference in standard errors.")
public final class SideBySide implements Callable<Integer> {

    /** Runs after which the JVM has compiled what it is going to. */
    private static final int WARM_UPS = 4;

    /** Name and parameters of what both sides define alike. */
    private static final Map<String, Map<String, ?>> STRATEGIES = strategies();

    /** Standard errors apart that are called a disagreement; one of a hundred differences gets there with chance 6e-5. */
    private static final double DISAGREEMENT = 5;

    @Parameters(index = "0", paramLabel = "NUMPY_SIM", description = "Path of numpy_sim.py.")
    private String script = "";

    @Option(names = "--python", description = "The Python to run it with; ${DEFAULT-VALUE}.")
    private String python = "python3";

    @Option(names = "--problems", description = "How many problems; ${DEFAULT-VALUE}.")
    private int problems = 200;

    @Option(names = "--trials", description = "NumPy's trials on each problem; ${DEFAULT-VALUE}.")
    private int trials = 50;

    @Option(
            names = "--factor",
            description = "How many times as many trials Overthink runs of a strategy without steps, since they take it"
                    + " milliseconds; ${DEFAULT-VALUE}.")
    private int factor = 8;

    @Option(
            names = "--budgets",
            split = ",",
            description = "Greatest budgets, powers of two: for each, both sides serve 1, 2, 4, … up to it; 64,256.")
    private List<Integer> budgets = List.of(64, 256);

    @Option(
            names = "--rounds",
            description = "How many times both take turns, each with its own seed; ${DEFAULT-VALUE}.")
    private int rounds = 3;

    /** Runs the comparison; exits with 0 done, 1 failed or the sides disagree, 2 wrong usage. */
    public static void main(String[] arguments) {
        System.exit(Console.run(new SideBySide(), arguments));
    }

    @Override
    public Integer call() throws IOException {
        if (rounds < 1 || factor < 1) {
            throw new IllegalArgumentException(
                    "--rounds and --factor must be at least 1, not %d and %d".formatted(rounds, factor));
        }
        for (int budget : budgets) {
            new Job(1, problems, trials, budget);
        }
        double busyBefore = Machine.busy();
        Map<String, List<Comparison>> comparisons = new LinkedHashMap<>();
        for (var strategy : STRATEGIES.entrySet()) {
            System.err.printf(Locale.ROOT, "%s…%n", strategy.getKey());
            ConfiguredStrategy configured = Roster.named(strategy.getKey(), strategy.getValue());
            int more = Roster.bySteps(configured) ? 1 : factor;
            List<Comparison> list =
                    budgets.stream().map(budget -> new Comparison(more)).toList();
            for (int round = 1; round <= rounds; round++) {
                play(configured, round, more, list);
            }
            comparisons.put(configured.name(), list);
        }
        double worst = 0;
        System.out.println(speeds(comparisons));
        System.out.println(accuracies(comparisons, budgets.indexOf(Collections.max(budgets))));
        for (int i = 0; i < budgets.size(); i++) {
            for (List<Comparison> comparison : comparisons.values()) {
                for (int budget = 0; budget < job(1, i).budgets().length; budget++) {
                    worst = Math.max(worst, Math.abs(comparison.get(i).standardErrors(budget)));
                }
            }
        }
        System.out.printf(
                Locale.ROOT,
                "%s; %s.%nOther programs took %.0f %% of its cores before and %.0f %% after the run. %d problems, the same on both sides; %d trials on each, and %d where Overthink has no steps to"
                        + " make; the fastest of %d rounds. Greatest difference in accuracy: %.1f standard errors.%n",
                LocalDate.now(ZoneOffset.UTC),
                Machine.here().description(),
                100 * busyBefore,
                100 * Machine.busy(),
                problems,
                trials,
                trials * factor,
                rounds,
                worst);
        if (worst > DISAGREEMENT) {
            System.err.printf(Locale.ROOT, "The sides disagree: more than %.0f standard errors apart.%n", DISAGREEMENT);
            return 1;
        }
        return 0;
    }

    private Job job(int seed, int index) {
        return new Job(seed, problems, trials, budgets.get(index));
    }

    /** One round of a strategy: NumPy, then ours, at each greatest budget. */
    private void play(ConfiguredStrategy configured, int round, int more, List<Comparison> into) throws IOException {
        NumpySide numpy = new NumpySide(python, script);
        double[] p = numpy.problems(round, problems);
        for (int i = 0; i < budgets.size(); i++) {
            Job job = job(round, i);
            for (int run = 0; round == 1 && run < WARM_UPS; run++) {
                OwnSide.run(configured, p, job.times(more)); // the JVM compiles; NumPy was compiled before
            }
            into.get(i).add(numpy.run(configured.name(), job), OwnSide.run(configured, p, job.times(more)));
        }
    }

    private String speeds(Map<String, List<Comparison>> comparisons) {
        MarkdownTable table = new MarkdownTable(
                "strategy", "budgets", "NumPy, ns per draw", "Overthink, ns per draw", "NumPy ÷ Overthink");
        comparisons.forEach((name, list) -> {
            for (int i = 0; i < budgets.size(); i++) {
                Comparison comparison = list.get(i);
                table.add(
                        name,
                        "1 to " + budgets.get(i),
                        String.format(Locale.ROOT, "%.1f", comparison.numpyNanos()),
                        String.format(Locale.ROOT, "%.1f", comparison.ownNanos()),
                        String.format(Locale.ROOT, "%.1f", comparison.numpyNanos() / comparison.ownNanos()));
            }
        });
        return table.toString();
    }

    private String accuracies(Map<String, List<Comparison>> comparisons, int index) {
        long[] values = job(1, index).budgets();
        MarkdownTable table = new MarkdownTable(Stream.concat(
                        Stream.of("accuracy at a budget of"),
                        LongStream.of(values).mapToObj(Long::toString))
                .toArray(String[]::new));
        comparisons.forEach((name, list) -> {
            String[] numpy = new String[values.length + 1];
            String[] own = new String[values.length + 1];
            String[] apart = new String[values.length + 1];
            numpy[0] = name + ": NumPy";
            own[0] = name + ": Overthink";
            apart[0] = name + ": standard errors apart";
            for (int i = 0; i < values.length; i++) {
                Comparison comparison = list.get(index);
                numpy[i + 1] = String.format(Locale.ROOT, "%.4f", comparison.numpyAccuracy(i));
                own[i + 1] = String.format(Locale.ROOT, "%.4f", comparison.ownAccuracy(i));
                apart[i + 1] = String.format(Locale.ROOT, "%+.1f", comparison.standardErrors(i));
            }
            table.add(numpy);
            table.add(own);
            table.add(apart);
        });
        return table.toString();
    }

    private static Map<String, Map<String, ?>> strategies() {
        Map<String, Map<String, ?>> map = new LinkedHashMap<>();
        map.put("best-of-n", Map.of());
        map.put("majority-vote", Map.of());
        map.put("weighted-vote", Map.of());
        map.put("beam-search", Map.of("width", 4L));
        map.put("particle-filter", Map.of("resampling", "multinomial"));
        return map;
    }
}
