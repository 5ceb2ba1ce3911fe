package overthink.scenarios.command.analysis;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import overthink.core.api.Resource;
import overthink.core.api.StrategyProvider;
import overthink.core.estimate.BinPlan;
import overthink.core.estimate.Quantity;
import overthink.core.estimate.Utility;
import overthink.core.exact.allocation.PredictedDifficulty;
import overthink.core.experiment.Charges;
import overthink.core.experiment.ConfiguredStrategy;
import overthink.core.experiment.Execution;
import overthink.core.experiment.Experiment;
import overthink.core.experiment.Progress;
import overthink.core.model.SyntheticWorld;
import overthink.core.world.Gathering;
import overthink.scenarios.analysis.allocation.AllocationQuestion;
import overthink.scenarios.analysis.allocation.AllocationRow;
import overthink.scenarios.analysis.allocation.ChoiceSplit;
import overthink.scenarios.analysis.plan.Configuration;
import overthink.scenarios.analysis.plan.Objective;
import overthink.scenarios.analysis.plan.Plan;
import overthink.scenarios.analysis.plan.PlanQuestion;
import overthink.scenarios.analysis.plan.PlanScenario;
import overthink.scenarios.analysis.plan.Planner;
import overthink.scenarios.analysis.plan.PosteriorWorlds;
import overthink.scenarios.analysis.plan.Requirement;
import overthink.scenarios.command.option.PluginCommand;
import overthink.scenarios.command.option.RightOrWrong;
import overthink.scenarios.command.option.ScenarioOptions;
import overthink.scenarios.command.option.ThreadOption;
import overthink.scenarios.command.process.ExitCode;
import overthink.scenarios.command.process.InvalidInputException;
import overthink.scenarios.command.process.Manifests;
import overthink.scenarios.command.process.OutputFile;
import overthink.scenarios.command.process.StageLine;
import overthink.scenarios.command.process.Terminal;
import overthink.scenarios.document.Scenario;
import overthink.scenarios.document.ScenarioReader;
import overthink.scenarios.files.FileTrouble;
import overthink.scenarios.results.Manifest;
import overthink.scenarios.results.plan.PlanDocument;
import overthink.scenarios.results.plan.PlanJson;
import overthink.scenarios.results.plan.PlanTable;
import overthink.scenarios.results.table.AsciiText;
import overthink.scenarios.text.NearestName;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** {@code plan}: the best strategy, parameters and budget under caps, how sure that is, and what would change it. */
@Command(
        name = "plan",
        description = {
            "Say what to do in a scenario's world: which strategy under which budget is the most accurate under caps,"
                    + " or worth most, or reaches a target with least.",
            "The scenario's budgets are where the search begins; it goes on beyond and between them. Ends with 4 when"
                    + " nothing meets the caps."
        },
        footer = {
            "  ./overthink plan scenarios/best-of-n.yaml --max-generations 16",
            "  ./overthink plan scenarios/resampling-until-accepted.yaml --wrong-answer-cost 1",
            "  ./overthink plan one-budget-many-problems --max-generations 8 --allocation .5,1" + " --no-flips",
            "  ./overthink plan single --strategies majority-vote --max-generations 8 --no-flips",
            "  ./overthink plan best-of-n --target-accuracy .5 --minimise generations -o plan.yaml",
            "  ./overthink plan scenarios/best-of-n.yaml --max-generations 8 --format json > plan.json"
        })
final class PlanCommand implements PluginCommand {

    private static final String ALL = "all";

    private final Terminal terminal;

    @Mixin
    private ScenarioOptions scenarios = new ScenarioOptions();

    @Mixin
    private CapOptions caps = new CapOptions();

    @Option(
            names = "--target-accuracy",
            paramLabel = "SHARE",
            converter = ShareReader.class,
            description = "Look for what costs least of all that reaches this accuracy, such as .8 or 80%%.")
    private @Nullable Double target;

    @Option(
            names = {"--minimise", "--minimize"},
            paramLabel = "RESOURCE",
            description =
                    "With --target-accuracy, what is to be least (default: usd, or generations where nothing costs"
                            + " dollars).")
    private @Nullable String minimise;

    @Option(
            names = "--wrong-answer-cost",
            paramLabel = "WORTH",
            description = "Look for the greatest utility: 1 for a right answer, less this for a wrong one, 0 for none"
                    + " (default: the scenario's utility, or accuracy where it has none).")
    private @Nullable Double wrongAnswerCost;

    @Option(
            names = "--strategies",
            paramLabel = "all|NAME,...",
            split = ",",
            description = "Beside the scenario's strategies also look at these, or all that the world can run, and at"
                    + " values of their parameters.")
    private List<String> strategies = new ArrayList<>();

    @Option(
            names = "--per-difficulty",
            description =
                    "Also say what is best on each bin of difficulty (the scenario's bins, or easy, medium, hard), and"
                            + " what knowing the bin would gain.")
    private boolean perDifficulty;

    @Option(
            names = "--allocation",
            paramLabel = "R,...",
            split = ",",
            description = "Also say what the choice's budget gives on average when it is split over problems whose"
                    + " difficulty is known beforehand to r: 0 for nothing, 1 for each problem's own curve."
                    + " Repeatable.")
    private List<Double> allocation = new ArrayList<>();

    @Option(
            names = "--no-flips",
            description =
                    "Do not look for what would change the choice, which takes most of the time where strategies are"
                            + " played.")
    private boolean noFlips;

    @Option(
            names = "--posterior",
            paramLabel = "FILE",
            description =
                    "Draws of a fitted world's parameters, as fit writes them (default: the file NAME.posterior.csv"
                            + " beside the scenario NAME.yaml, where there is one).")
    private @Nullable Path posterior;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Write the scenario of the choice there; running it gives the row that the plan has.")
    private @Nullable Path output;

    @Option(names = "--force", description = "Let --output replace a file.")
    private boolean force;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            converter = Format.Reader.class,
            description = "What standard output gets: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private Format format = Format.TABLE;

    @Mixin
    private ThreadOption threads = new ThreadOption();

    @Spec
    private @Nullable CommandSpec spec;

    PlanCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    /** What standard output gets. */
    enum Format {
        TABLE,
        JSON;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Reads a format as it is spelled. */
        static final class Reader implements ITypeConverter<Format> {

            @Override
            public Format convert(String text) {
                return switch (text) {
                    case "table" -> TABLE;
                    case "json" -> JSON;
                    default -> throw new TypeConversionException("must be table or json, not '%s'".formatted(text));
                };
            }
        }
    }

    /** Reads a share as it is spelled. */
    static final class ShareReader implements ITypeConverter<Double> {

        @Override
        public Double convert(String text) {
            boolean percent = text.endsWith("%");
            try {
                double share = Double.parseDouble(percent ? text.substring(0, text.length() - 1) : text);
                double value = percent ? share / 100 : share;
                if (value > 0 && value <= 1) {
                    return value;
                }
            } catch (NumberFormatException e) {
                throw new TypeConversionException("must be a share, such as .8 or 80%%, not '%s'".formatted(text));
            }
            throw new TypeConversionException("must be above 0 and at most 1, not '%s'%s"
                    .formatted(text, text.matches("[1-9][0-9]?") ? ". Maybe: %s%%".formatted(text) : ""));
        }
    }

    @Override
    public void close() {
        scenarios.close();
    }

    @Override
    public Integer call() throws IOException {
        Instant start = Instant.now();
        long begin = System.nanoTime();
        Scenario scenario = scenario();
        PlanQuestion question = question(scenario);
        checkOutput(scenario);
        AsWritten.note(terminal, scenario, "a plan is made");
        Execution execution = new Execution(threads.count(), scenarios.patience(), Progress.SILENT);
        Plan plan;
        try (StageLine line = new StageLine(terminal, scenario.name())) {
            plan = new Planner(question, scenarios.catalog(), execution, line::show).plan();
        }
        double seconds = Math.round((System.nanoTime() - begin) / 1e6) / 1e3;
        Manifest manifest = Manifests.of(scenario, threads.count(), start, seconds, spec);
        deliver(new PlanDocument(manifest, question, plan, allocation(question, plan, execution)));
        if (plan.choice().chosen().isEmpty()) {
            return ExitCode.NOTHING;
        }
        if (output != null) {
            String text = PlanScenario.text(
                    scenario.text(), question, plan, manifest.occasion().command());
            OutputFile.write(output, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
            terminal.err().println("written: " + output);
        }
        return ExitCode.DONE;
    }

    // ---- what is asked ----

    private Scenario scenario() {
        threads.check();
        List<Scenario> read = scenarios.read(ScenarioReader::read);
        if (read.size() != 1) {
            throw new InvalidInputException(
                    List.of("FILE: a plan is made for one scenario, not for %d".formatted(read.size())));
        }
        RightOrWrong.need(read.get(0), "a plan");
        return read.get(0);
    }

    private PlanQuestion question(Scenario scenario) {
        List<String> problems = new ArrayList<>();
        List<Requirement> requirements = new ArrayList<>(caps.read(problems));
        Experiment experiment = experiment(scenario.experiment());
        List<StrategyProvider> further = further(experiment, problems);
        contradictions(problems);
        checkAllocation(experiment, problems);
        Objective objective = objective(experiment, problems);
        if (target != null) {
            requirements.add(new Requirement.Target(target));
        }
        idle(experiment, further, requirements, objective, problems);
        if (!problems.isEmpty()) {
            throw new InvalidInputException(problems);
        }
        return new PlanQuestion(
                experiment, objective, requirements, further, perDifficulty, !noFlips, posterior(scenario));
    }

    /** With bins, where they are asked for. */
    private Experiment experiment(Experiment given) {
        BinPlan bins = !perDifficulty
                ? new BinPlan.None()
                : given.bins() instanceof BinPlan.None ? new BinPlan.Thresholds() : given.bins();
        return new Experiment(
                given.world(),
                given.budgets(),
                given.strategies(),
                given.trials(),
                bins,
                given.seed(),
                given.method(),
                given.utility());
    }

    private void contradictions(List<String> problems) {
        if (target != null && wrongAnswerCost != null) {
            problems.add("--target-accuracy asks for what costs least, --wrong-answer-cost for what is worth most: give"
                    + " one");
        }
        if (minimise != null && target == null) {
            problems.add("--minimise says what is to be least of all that reaches --target-accuracy, which is missing");
        }
        if (perDifficulty && target != null) {
            problems.add(
                    "--per-difficulty and --target-accuracy: the target is one of all problems, which a hard bin may"
                            + " never reach. Give caps, or --wrong-answer-cost");
        }
        if (wrongAnswerCost != null && !(wrongAnswerCost >= 0 && wrongAnswerCost <= Utility.LARGEST)) {
            problems.add(
                    "--wrong-answer-cost must be between 0 and %s, not %s. It is what a wrong answer costs, without a sign"
                            .formatted("1e9", wrongAnswerCost));
        }
    }

    private Objective objective(Experiment experiment, List<String> problems) {
        if (target != null) {
            return Objective.least(resource(experiment, problems));
        }
        if (wrongAnswerCost != null && wrongAnswerCost >= 0 && wrongAnswerCost <= Utility.LARGEST) {
            return Objective.utility(new Utility(1, 0 - wrongAnswerCost, 0, Map.of()));
        }
        return experiment.utility().map(Objective::utility).orElse(Objective.ACCURACY);
    }

    private Resource resource(Experiment experiment, List<String> problems) {
        List<String> names =
                Arrays.stream(Resource.values()).map(Resource::label).toList();
        String name = minimise;
        if (name == null) {
            return bound(experiment.strategies(), experiment, Resource.USD) ? Resource.USD : Resource.GENERATIONS;
        }
        int at = names.indexOf(name);
        if (at < 0) {
            problems.add("--minimise: there is no resource '%s'; there are: %s%s"
                    .formatted(
                            name,
                            String.join(", ", names),
                            NearestName.to(name, names).map(". Maybe: "::concat).orElse("")));
            return Resource.GENERATIONS;
        }
        return Resource.values()[at];
    }

    private static boolean bound(List<ConfiguredStrategy> strategies, Experiment experiment, Resource resource) {
        Charges charges = new Charges(experiment.world());
        return strategies.stream().anyMatch(strategy -> charges.bound(strategy, resource));
    }

    /** Refuses caps on what nothing costs. */
    private void idle(
            Experiment experiment,
            List<StrategyProvider> further,
            List<Requirement> requirements,
            Objective objective,
            List<String> problems) {
        Set<Resource> asked = new TreeSet<>();
        requirements.stream()
                .filter(Requirement.Cap.class::isInstance)
                .forEach(cap -> asked.add(((Requirement.Cap) cap).resource()));
        if (!objective.most()) {
            asked.add(Resource.valueOf(objective.quantity().name()));
        }
        List<ConfiguredStrategy> all = new ArrayList<>(experiment.strategies());
        further.forEach(provider -> all.add(ConfiguredStrategy.of(provider, Map.of())));
        for (Resource resource : asked) {
            if (!bound(all, experiment, resource)) {
                List<String> missing = new Charges(experiment.world()).missing(all.get(0), resource);
                problems.add("%s: nothing that these strategies do costs any %s, so that it decides nothing.%s"
                        .formatted(
                                objective.most() || !objective.equals(Objective.least(resource))
                                        ? "--max-" + resource.label()
                                        : "--minimise " + resource.label(),
                                resource.label(),
                                missing.isEmpty()
                                        ? ""
                                        : " What makes it cost: %s".formatted(String.join(", ", missing))));
            }
        }
    }

    /** The strategies beside the scenario's. */
    private List<StrategyProvider> further(Experiment experiment, List<String> problems) {
        if (strategies.contains(ALL)) {
            if (strategies.size() > 1) {
                problems.add("--strategies: all are all: no name beside it");
            }
            return scenarios.catalog().all().stream()
                    .filter(provider -> lack(provider, experiment).isEmpty())
                    .toList();
        }
        List<StrategyProvider> found = new ArrayList<>();
        for (String name : strategies) {
            Optional<StrategyProvider> provider = scenarios.catalog().find(name.strip());
            if (provider.isEmpty()) {
                problems.add("--strategies: there is no strategy '%s'; there are: %s%s"
                        .formatted(
                                name.strip(),
                                String.join(", ", scenarios.catalog().names()),
                                NearestName.to(name.strip(), scenarios.catalog().names())
                                        .map(". Maybe: "::concat)
                                        .orElse("")));
                continue;
            }
            lack(provider.get(), experiment).ifPresent(reason -> problems.add("--strategies: " + reason));
            found.add(provider.get());
        }
        return found;
    }

    private static Optional<String> lack(StrategyProvider provider, Experiment experiment) {
        return ConfiguredStrategy.of(provider, Map.of()).refusal(experiment.world());
    }

    private Optional<PosteriorWorlds> posterior(Scenario scenario) {
        Path file = posterior;
        if (file == null) {
            if (scenario.file().toString().equals("-")) {
                return Optional.empty();
            }
            String name = String.valueOf(scenario.file().getFileName()).replaceFirst("[.][^.]*$", "");
            file = scenario.file().resolveSibling(name + ".posterior.csv");
            if (!Files.isRegularFile(file)) {
                return Optional.empty();
            }
        }
        if (!(scenario.experiment().world() instanceof SyntheticWorld world)) {
            throw new InvalidInputException(
                    List.of("--posterior: draws are of a world's laws, and this world is recorded"));
        }
        try {
            return Optional.of(PosteriorWorlds.of(Files.readString(file), world));
        } catch (IOException failure) {
            throw new InvalidInputException(List.of("--posterior: %s: %s".formatted(file, FileTrouble.of(failure))));
        } catch (IllegalArgumentException broken) {
            throw new InvalidInputException(List.of("--posterior: %s: %s".formatted(file, broken.getMessage())));
        }
    }

    // ---- one budget over many problems ----

    private void checkAllocation(Experiment experiment, List<String> problems) {
        for (double r : allocation) {
            if (!PredictedDifficulty.CORRELATION.contains(r)) {
                problems.add("--allocation must be %s, not %s".formatted(PredictedDifficulty.CORRELATION.what(), r));
            }
        }
        if (!allocation.isEmpty()
                && experiment.world() instanceof SyntheticWorld world
                && world.problems().gathering() == Gathering.POPULATION) {
            problems.add(
                    "--allocation: a budget is split over problems that can be counted, not over a population. Maybe"
                            + " --set world.problems.count=1000 --set world.problems.spread=even");
        }
    }

    private List<AllocationRow> allocation(PlanQuestion question, Plan plan, Execution execution) {
        if (allocation.isEmpty() || plan.choice().chosen().isEmpty()) {
            return List.of();
        }
        Configuration chosen = plan.choice().chosen().get().configuration();
        return ChoiceSplit.of(
                new AllocationQuestion(Quantity.ACCURACY, allocation, OptionalInt.empty(), Optional.empty()),
                question.experiment(),
                chosen.strategy(),
                chosen.budget(),
                execution);
    }

    // ---- what is delivered ----

    private void deliver(PlanDocument document) throws IOException {
        if (format == Format.JSON) {
            PlanJson.write(terminal.out(), document);
        } else {
            String text = new PlanTable(document, terminal.width()).text();
            terminal.out().print(terminal.ascii() ? AsciiText.of(text) : text);
        }
        terminal.out().flush();
    }

    private void checkOutput(Scenario scenario) {
        if (output == null) {
            return;
        }
        Path place = output.toAbsolutePath();
        Path folder = place.getParent();
        if (Files.isDirectory(place) || folder == null || !Files.isDirectory(folder)) {
            throw new InvalidInputException(
                    List.of("--output: '%s' is not a file in a directory that is there".formatted(output)));
        }
        if (Files.exists(place)
                && place.normalize().equals(scenario.file().toAbsolutePath().normalize())) {
            throw new InvalidInputException(List.of("--output: %s is the scenario itself".formatted(output)));
        }
        if (Files.exists(place) && !force) {
            throw new InvalidInputException(
                    List.of("--output: %s is there already. Give another name, or --force.".formatted(output)));
        }
    }
}
