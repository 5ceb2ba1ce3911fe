package overthink.scenarios.command.analysis;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import overthink.core.api.StrategyProvider;
import overthink.core.estimate.BinPlan;
import overthink.core.experiment.Execution;
import overthink.core.experiment.Experiment;
import overthink.core.experiment.Progress;
import overthink.scenarios.analysis.plan.Objective;
import overthink.scenarios.analysis.plan.Plan;
import overthink.scenarios.analysis.plan.PlanQuestion;
import overthink.scenarios.analysis.plan.Planner;
import overthink.scenarios.analysis.plan.Requirement;
import overthink.scenarios.command.option.PluginCommand;
import overthink.scenarios.command.option.RightOrWrong;
import overthink.scenarios.command.option.ScenarioOptions;
import overthink.scenarios.command.option.ThreadOption;
import overthink.scenarios.command.process.ExitCode;
import overthink.scenarios.command.process.InvalidInputException;
import overthink.scenarios.command.process.Manifests;
import overthink.scenarios.command.process.StageLine;
import overthink.scenarios.command.process.Terminal;
import overthink.scenarios.document.Scenario;
import overthink.scenarios.document.ScenarioReader;
import overthink.scenarios.results.Manifest;
import overthink.scenarios.results.plan.PlanDocument;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

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

    private final Terminal terminal;

    @Mixin
    private ScenarioOptions scenarios = new ScenarioOptions();

    @Mixin
    private CapOptions caps = new CapOptions();

    @Mixin
    private GoalOptions goal = new GoalOptions();

    @Mixin
    private FurtherStrategies strategies = new FurtherStrategies();

    @Option(
            names = "--per-difficulty",
            description =
                    "Also say what is best on each bin of difficulty (the scenario's bins, or easy, medium, hard), and"
                            + " what knowing the bin would gain.")
    private boolean perDifficulty;

    @Mixin
    private SplitOption allocation = new SplitOption();

    @Option(
            names = "--no-flips",
            description =
                    "Do not look for what would change the choice, which takes most of the time where strategies are"
                            + " played.")
    private boolean noFlips;

    @Mixin
    private PosteriorOption posterior = new PosteriorOption();

    @Mixin
    private PlanOutput output = new PlanOutput();

    @Mixin
    private ThreadOption threads = new ThreadOption();

    @Spec
    private @Nullable CommandSpec spec;

    PlanCommand(Terminal terminal) {
        this.terminal = terminal;
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
        output.check(scenario);
        AsWritten.note(terminal, scenario, "a plan is made");
        Execution execution = new Execution(threads.count(), scenarios.patience(), Progress.SILENT);
        Plan plan;
        try (StageLine line = new StageLine(terminal, scenario.name())) {
            plan = new Planner(question, scenarios.catalog(), execution, line::show).plan();
        }
        double seconds = Math.round((System.nanoTime() - begin) / 1e6) / 1e3;
        Manifest manifest = Manifests.of(scenario, threads.count(), start, seconds, spec);
        PlanDocument document = new PlanDocument(manifest, question, plan, allocation.rows(question, plan, execution));
        output.print(document, terminal);
        if (plan.choice().chosen().isEmpty()) {
            return ExitCode.NOTHING;
        }
        output.write(scenario, document, terminal);
        return ExitCode.DONE;
    }

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
        List<StrategyProvider> further = strategies.find(scenarios.catalog(), experiment, problems);
        goal.contradictions(problems);
        if (perDifficulty && goal.target().isPresent()) {
            problems.add(
                    "--per-difficulty and --target-accuracy: the target is one of all problems, which a hard bin may"
                            + " never reach. Give caps, or --wrong-answer-cost");
        }
        allocation.check(experiment, problems);
        Objective objective = goal.objective(experiment, problems);
        goal.target().ifPresent(target -> requirements.add(new Requirement.Target(target)));
        IdleResources.refuse(experiment, further, requirements, objective, problems);
        if (!problems.isEmpty()) {
            throw new InvalidInputException(problems);
        }
        return new PlanQuestion(
                experiment, objective, requirements, further, perDifficulty, !noFlips, posterior.worlds(scenario));
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
}
