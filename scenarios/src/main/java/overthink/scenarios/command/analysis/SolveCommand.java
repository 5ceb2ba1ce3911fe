package overthink.scenarios.command.analysis;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import overthink.core.experiment.Execution;
import overthink.core.experiment.Experiment;
import overthink.core.experiment.Progress;
import overthink.core.results.Results;
import overthink.core.run.Simulator;
import overthink.scenarios.analysis.question.Answer;
import overthink.scenarios.analysis.solve.BudgetCurve;
import overthink.scenarios.analysis.solve.CrossingSearch;
import overthink.scenarios.analysis.solve.Solution;
import overthink.scenarios.analysis.solve.Sought;
import overthink.scenarios.analysis.solve.UnansweredException;
import overthink.scenarios.analysis.solve.Verdict;
import overthink.scenarios.command.option.DataFormat;
import overthink.scenarios.command.option.PluginCommand;
import overthink.scenarios.command.option.ScenarioOptions;
import overthink.scenarios.command.option.ThreadOption;
import overthink.scenarios.command.process.ExitCode;
import overthink.scenarios.command.process.InvalidInputException;
import overthink.scenarios.command.process.Manifests;
import overthink.scenarios.command.process.StageLine;
import overthink.scenarios.command.process.Terminal;
import overthink.scenarios.document.Draft;
import overthink.scenarios.document.InvalidScenarioException;
import overthink.scenarios.document.Scenario;
import overthink.scenarios.document.ScenarioReader;
import overthink.scenarios.results.solution.SolutionCsv;
import overthink.scenarios.results.solution.SolutionDocument;
import overthink.scenarios.results.solution.SolutionJson;
import overthink.scenarios.results.solution.SolutionTable;
import overthink.scenarios.results.table.AsciiText;
import overthink.scenarios.results.table.Detail;
import overthink.scenarios.results.table.TableStyle;
import overthink.scenarios.text.Amount;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code solve}: finds the values of a key for which a comparison holds. */
@Command(
        name = "solve",
        description = {
            "Find the values of a key, or the budgets, for which a comparison holds: where it begins and ceases to"
                    + " hold, all of them within the interval.",
            "A side of the comparison is a number, or figures such as best-of-n@16, 'coverage of best-of-n@inf',"
                    + " 'cost.usd of beam-search{width: 4}@16 on hard', with - and + between them. Only the strategies"
                    + " that it names are run, under the budgets that it names.",
            "Ends with 4 when it holds nowhere in the interval, or when trials do not tell."
        },
        footer = {
            "  ./overthink solve hacked-verifier --for budget --so-that 'best-of-n >= .5'",
            "  ./overthink solve best-of-n --for world.verifier.outcome.d --so-that 'best-of-n > majority-vote'",
            "  ./overthink solve quickstart --for budget --so-that 'coverage of majority-vote >= 90%%'",
            "  ./overthink solve single --for world.problems.count --between 1 9 --so-that 'single@1 > .3'"
        })
final class SolveCommand implements PluginCommand {

    private final Terminal terminal;

    @Mixin
    private ScenarioOptions scenarios = new ScenarioOptions();

    @Mixin
    private SoughtOptions sought = new SoughtOptions();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            converter = DataFormat.Reader.class,
            description = "What standard output gets: table, json or csv (default: ${DEFAULT-VALUE}).")
    private DataFormat format = DataFormat.TABLE;

    @Mixin
    private ThreadOption threads = new ThreadOption();

    @Spec
    private @Nullable CommandSpec spec;

    SolveCommand(Terminal terminal) {
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
        Draft draft = draft();
        Scenario scenario = scenario(draft);
        Sought target = sought.in(draft, scenario, this::run);
        AsWritten.note(terminal, scenario, "the question is asked");
        Solution solution;
        Optional<Answer> endless = Optional.empty();
        try (StageLine line = new StageLine(terminal, scenario.name())) {
            solution = CrossingSearch.search(
                    target.curve(),
                    target.range(),
                    sought.steps(),
                    places -> line.show("looking at %s".formatted(Amount.of(places, "place"))));
            if (solution.exact() && target.curve() instanceof BudgetCurve budgets) {
                endless = budgets.endless();
            }
        } catch (UnansweredException missing) {
            terminal.err().println("%s: %s".formatted(scenario.name(), missing.getMessage()));
            return ExitCode.FAILED;
        }
        Locale.setDefault(Locale.ROOT); // a plugin may have set another
        double seconds = Math.round((System.nanoTime() - begin) / 1e6) / 1e3;
        Verdict verdict = Verdict.of(solution, target.comparison().relation());
        write(new SolutionDocument(
                Manifests.of(scenario, threads.count(), start, seconds, spec), target, solution, verdict, endless));
        return verdict.unanswered() ? ExitCode.NOTHING : ExitCode.DONE;
    }

    private Draft draft() {
        List<String> problems = sought.problems();
        threads.mistake().ifPresent(problems::add);
        List<Draft> drafts = scenarios.read(ScenarioReader::draft);
        if (drafts.size() != 1) {
            problems.add("solve takes one scenario, not %d".formatted(drafts.size()));
        }
        if (!problems.isEmpty()) {
            throw new InvalidInputException(problems);
        }
        return drafts.get(0);
    }

    private static Scenario scenario(Draft draft) {
        try {
            return draft.scenario();
        } catch (InvalidScenarioException refused) {
            throw new InvalidInputException(
                    refused.diagnostics().stream().map(Object::toString).toList());
        }
    }

    private Results run(Experiment experiment) {
        return Simulator.run(experiment, new Execution(threads.count(), scenarios.patience(), Progress.SILENT));
    }

    private void write(SolutionDocument document) throws IOException {
        Appendable text = terminal.ascii() ? new AsciiText(terminal.out()) : terminal.out();
        switch (format) {
            case TABLE ->
                new SolutionTable(new TableStyle(terminal.width(), terminal.color(), Detail.FULL))
                        .write(text, document);
            case JSON -> SolutionJson.write(terminal.out(), document);
            case CSV -> SolutionCsv.write(text, document);
        }
    }
}
