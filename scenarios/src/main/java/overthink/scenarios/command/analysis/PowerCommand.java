package overthink.scenarios.command.analysis;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import overthink.core.estimate.TwoSidedTest;
import overthink.core.experiment.Checkpoint;
import overthink.core.experiment.Execution;
import overthink.core.experiment.Experiment;
import overthink.core.fault.Fault;
import overthink.core.model.RecordedWorld;
import overthink.core.model.SyntheticWorld;
import overthink.core.results.PairedResults;
import overthink.core.run.PairedRun;
import overthink.core.world.Gathering;
import overthink.scenarios.analysis.power.Contender;
import overthink.scenarios.analysis.power.PowerAnalysis;
import overthink.scenarios.analysis.power.PowerQuestion;
import overthink.scenarios.command.option.DataFormat;
import overthink.scenarios.command.option.PluginCommand;
import overthink.scenarios.command.option.RightOrWrong;
import overthink.scenarios.command.option.ScenarioOptions;
import overthink.scenarios.command.option.ThreadOption;
import overthink.scenarios.command.process.ExitCode;
import overthink.scenarios.command.process.FaultLine;
import overthink.scenarios.command.process.Interruption;
import overthink.scenarios.command.process.InvalidInputException;
import overthink.scenarios.command.process.Manifests;
import overthink.scenarios.command.process.ProgressLine;
import overthink.scenarios.command.process.Terminal;
import overthink.scenarios.document.Scenario;
import overthink.scenarios.document.ScenarioReader;
import overthink.scenarios.results.power.PowerCsv;
import overthink.scenarios.results.power.PowerJson;
import overthink.scenarios.results.power.PowerTable;
import overthink.scenarios.results.table.AsciiText;
import overthink.scenarios.results.table.Detail;
import overthink.scenarios.results.table.TableStyle;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code power}: how many problems prove that one strategy is better than another. */
@Command(
        name = "power",
        description = {
            "Say how many problems prove that one strategy is better than another, with so many samples of each problem, and"
                    + " what a number of problems can show.",
            "Both are played on the same trials of the scenario's world; a sample is one go of a strategy at a problem under"
                    + " its budget."
        },
        footer = {
            "  ./overthink power scenarios/quickstart.yaml --between weighted-vote@16 best-of-n@16",
            "  ./overthink power quickstart --between 'beam-search{width: 4}@8' best-of-n@8 --trials 20",
            "  ./overthink power best-of-n --between best-of-n majority-vote --samples-per-problem 1,5",
            "  ./overthink power best-of-n --between best-of-n@4 best-of-n@16 --usd-per-sample .002"
        })
final class PowerCommand implements PluginCommand {

    private final Terminal terminal;
    private final Interruption interruption;

    @Mixin
    private ScenarioOptions scenarios = new ScenarioOptions();

    @Option(
            names = "--between",
            arity = "2",
            required = true,
            paramLabel = "STRATEGY@BUDGET",
            description =
                    "The two strategies of the scenario, as best-of-n@16 or 'beam-search{width: 4}@16'; without @BUDGET"
                            + " under the largest.")
    private List<String> between = new ArrayList<>();

    @Option(
            names = "--power",
            paramLabel = "SHARE",
            description = "The chance that the test finds the difference (default: ${DEFAULT-VALUE}).")
    private double power = 0.8;

    @Option(
            names = "--alpha",
            paramLabel = "SHARE",
            description = "The chance that it finds one where there is none (default: ${DEFAULT-VALUE}).")
    private double alpha = 0.05;

    @Option(
            names = "--samples-per-problem",
            paramLabel = "LIST",
            description = "How often each strategy has a go at each problem (default: ${DEFAULT-VALUE}).")
    private String samples = "1,2,4,8,16";

    @Option(
            names = "--problems",
            paramLabel = "N",
            description = "Say what so many problems can show (default: as many as the scenario has).")
    private @Nullable Long problems;

    @Option(
            names = "--usd-per-sample",
            paramLabel = "USD",
            description = "Dollars of each candidate with its verdicts (default: by the world's prices).")
    private @Nullable Double usdPerCandidate;

    @Option(
            names = "--usd-per-problem",
            paramLabel = "USD",
            description = "Dollars of each problem beside its samples: finding it, knowing its answer (default: 0).")
    private double usdPerProblem;

    @Option(
            names = "--trials",
            paramLabel = "N",
            description = "Trials of each problem (default: as the scenario says).")
    private @Nullable Integer trials;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            converter = DataFormat.Reader.class,
            description = "What standard output gets: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private DataFormat format = DataFormat.TABLE;

    @Option(
            names = "--progress",
            paramLabel = "HOW",
            converter = ProgressLine.Mode.Reader.class,
            description = "How standard error says how far it is: auto, plain or none (default: ${DEFAULT-VALUE}).")
    private ProgressLine.Mode mode = ProgressLine.Mode.AUTO;

    @Mixin
    private ThreadOption threads = new ThreadOption();

    @Spec
    private @Nullable CommandSpec spec;

    PowerCommand(Terminal terminal, Interruption interruption) {
        this.terminal = terminal;
        this.interruption = interruption;
    }

    @Override
    public void close() {
        scenarios.close();
    }

    @Override
    public Integer call() throws IOException {
        Instant start = Instant.now();
        long begin = System.nanoTime();
        List<String> mistakes = new ArrayList<>();
        TwoSidedTest test = checked(mistakes, "--", () -> new TwoSidedTest(alpha, power));
        List<Double> asked = checked(mistakes, "--samples-per-problem: ", () -> samples());
        checkOptions(mistakes);
        List<Scenario> read = scenarios.read(ScenarioReader::read);
        if (read.size() != 1) {
            mistakes.add("power is of one scenario, not %d".formatted(read.size()));
        }
        Scenario scenario = read.get(0);
        RightOrWrong.need(scenario, "power");
        Experiment experiment = scenario.experiment();
        Contender first = checked(mistakes, "--between: ", () -> Contender.of(between.get(0), experiment));
        Contender second = checked(mistakes, "--between: ", () -> Contender.of(between.get(1), experiment));
        if (first != null && first.equals(second)) {
            mistakes.add("--between: %s is compared with itself".formatted(first));
        }
        if (!mistakes.isEmpty() || first == null || second == null || test == null || asked == null) {
            throw new InvalidInputException(mistakes);
        }
        PowerQuestion question = new PowerQuestion(
                first,
                second,
                test,
                asked,
                given(experiment),
                usdPerCandidate == null ? OptionalDouble.empty() : OptionalDouble.of(usdPerCandidate),
                usdPerProblem);
        AsWritten.note(terminal, scenario, "the strategies are played");
        PairedResults results = play(scenario, question);
        Locale.setDefault(Locale.ROOT); // a plugin may have set another, and numbers look the same everywhere
        if (results.trials().isEmpty()) {
            for (Fault fault : results.faults()) {
                terminal.err().println(FaultLine.of(scenario, fault));
            }
            if (results.faults().isEmpty()) {
                terminal.err().println(scenario.name() + ": interrupted; nothing is known yet");
            }
            return results.faults().isEmpty() ? ExitCode.INTERRUPTED : ExitCode.FAILED;
        }
        double seconds = Math.round((System.nanoTime() - begin) / 1e6) / 1e3;
        deliver(scenario, PowerAnalysis.of(question, results), start, seconds);
        return ExitCode.DONE;
    }

    /** The number of problems of which it is asked what they show. */
    private OptionalLong given(Experiment experiment) {
        if (problems != null) {
            return OptionalLong.of(problems);
        }
        boolean population = experiment.world() instanceof SyntheticWorld world
                && world.problems().gathering() == Gathering.POPULATION;
        return population
                ? OptionalLong.empty()
                : OptionalLong.of(experiment.world().size());
    }

    private void checkOptions(List<String> mistakes) {
        threads.mistake().ifPresent(mistakes::add);
        if (problems != null) {
            long given = problems;
            checked(mistakes, "", () -> PowerQuestion.PROBLEMS.check("--problems", given));
        }
        if (usdPerCandidate != null) {
            double given = usdPerCandidate;
            checked(mistakes, "", () -> PowerQuestion.PRICE.check("--usd-per-sample", given));
        }
        checked(mistakes, "", () -> PowerQuestion.PRICE.check("--usd-per-problem", usdPerProblem));
    }

    /** The numbers asked for, ascending, and in the end no bound. */
    private List<Double> samples() {
        List<Double> numbers = new ArrayList<>();
        for (String word : samples.split(",", -1)) {
            long number;
            try {
                number = Long.parseLong(word.strip());
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException(
                        "must be whole numbers with commas between them, such as 1,2,4, not '%s'".formatted(samples));
            }
            numbers.add((double) PowerQuestion.SAMPLES.check("each number", number));
        }
        numbers.add(Double.POSITIVE_INFINITY);
        return numbers.stream().sorted().distinct().toList();
    }

    private static <T> @Nullable T checked(List<String> mistakes, String option, Supplier<T> maker) {
        try {
            return maker.get();
        } catch (IllegalArgumentException refused) {
            mistakes.add(option + refused.getMessage());
            return null;
        }
    }

    private PairedResults play(Scenario scenario, PowerQuestion question) {
        int each = trials == null ? PowerQuestion.trials(scenario.experiment()) : trials;
        interruption.promise();
        ProgressLine.Part part = new ProgressLine.Part(scenario.name(), 0, 1, true, 0);
        try (ProgressLine progress = new ProgressLine(terminal, mode, part)) {
            return PairedRun.play(
                    scenario.experiment(),
                    question.first().side(),
                    question.second().side(),
                    each,
                    new Execution(threads.count(), scenarios.patience(), progress, Checkpoint.NONE, interruption));
        } catch (IllegalArgumentException refused) {
            throw new InvalidInputException(List.of("%s: %s".formatted(scenario.name(), refused.getMessage())));
        }
    }

    /** What a world leaves out. */
    private static String remark(Experiment experiment) {
        return experiment.world() instanceof RecordedWorld
                ? "Candidates are drawn from those recorded, without replacement: fresh ones would vary more within problems, the"
                        + " more the nearer the budget is to all of them."
                : "";
    }

    private void deliver(Scenario scenario, PowerAnalysis analysis, Instant start, double seconds) throws IOException {
        String remark = remark(scenario.experiment());
        switch (format) {
            case TABLE -> {
                TableStyle style = terminal.ascii()
                        ? new TableStyle(terminal.width(), terminal.color(), Detail.AUTO, "inf")
                        : new TableStyle(terminal.width(), terminal.color());
                String page = new PowerTable(style, analysis).page(scenario.name(), remark);
                terminal.out().print(terminal.ascii() ? AsciiText.of(page) : page);
            }
            case JSON ->
                PowerJson.write(
                        terminal.out(),
                        Manifests.of(scenario, threads.count(), start, seconds, spec),
                        analysis,
                        remark);
            case CSV -> PowerCsv.write(terminal.out(), scenario.name(), analysis);
        }
        terminal.out().flush();
    }
}
