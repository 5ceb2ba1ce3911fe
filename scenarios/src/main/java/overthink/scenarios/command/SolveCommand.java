package overthink.scenarios.command;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Stack;
import org.jspecify.annotations.Nullable;
import overthink.core.experiment.Execution;
import overthink.core.experiment.Experiment;
import overthink.core.experiment.Progress;
import overthink.core.results.Results;
import overthink.core.run.Simulator;
import overthink.scenarios.analysis.question.Answer;
import overthink.scenarios.analysis.question.Names;
import overthink.scenarios.analysis.question.QuestionException;
import overthink.scenarios.analysis.question.QuestionParser;
import overthink.scenarios.analysis.solve.Asking;
import overthink.scenarios.analysis.solve.BudgetCurve;
import overthink.scenarios.analysis.solve.BudgetSearch;
import overthink.scenarios.analysis.solve.CrossingSearch;
import overthink.scenarios.analysis.solve.Interval;
import overthink.scenarios.analysis.solve.KeySearch;
import overthink.scenarios.analysis.solve.RefusedSearchException;
import overthink.scenarios.analysis.solve.Solution;
import overthink.scenarios.analysis.solve.Sought;
import overthink.scenarios.analysis.solve.UnansweredException;
import overthink.scenarios.analysis.solve.Verdict;
import overthink.scenarios.document.Draft;
import overthink.scenarios.document.InvalidScenarioException;
import overthink.scenarios.document.Scenario;
import overthink.scenarios.document.ScenarioReader;
import overthink.scenarios.results.AsciiText;
import overthink.scenarios.results.Detail;
import overthink.scenarios.results.SolutionCsv;
import overthink.scenarios.results.SolutionDocument;
import overthink.scenarios.results.SolutionJson;
import overthink.scenarios.results.SolutionTable;
import overthink.scenarios.results.TableStyle;
import picocli.CommandLine.Command;
import picocli.CommandLine.IParameterConsumer;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code solve}: finds the values of a key for which a comparison holds. */
@Command(
        name = "solve",
        description = {
            "Find the values of a key, or the budgets, for which a comparison holds: where it begins and ceases to hold, all of"
                    + " them within the interval.",
            "A side of the comparison is a number, or figures such as best-of-n@16, 'coverage of best-of-n@inf',"
                    + " 'cost.usd of beam-search{width: 4}@16 on hard', with - and + between them. Only the strategies that it"
                    + " names are run, under the budgets that it names.",
            "Ends with 4 when it holds nowhere in the interval, or when trials do not tell."
        },
        footer = {
            "  ./overthink solve hacked-verifier --for budget --so-that 'best-of-n >= .5'",
            "  ./overthink solve best-of-n --for world.verifier.outcome.d --so-that 'best-of-n > majority-vote'",
            "  ./overthink solve quickstart --for budget --so-that 'coverage of majority-vote >= 90%%'",
            "  ./overthink solve single --for world.problems.count --between 1 9 --so-that 'single@1 > .3'"
        })
final class SolveCommand implements PluginCommand {

    private static final int MOST_THREADS = 1024;
    private static final int MOST_STEPS = 1_000;

    private final Terminal terminal;

    @Mixin
    private ScenarioOptions scenarios = new ScenarioOptions();

    @Option(
            names = "--for",
            required = true,
            paramLabel = "PATH",
            description =
                    "The key that is sought, such as world.verifier.outcome.auc or strategies.beam-search.width; budget for"
                            + " the budget of the figures that name none.")
    private String path = "";

    @Option(
            names = "--so-that",
            required = true,
            paramLabel = "COMPARISON",
            description = "What is to hold, such as 'best-of-n@16 >= majority-vote@16', 'accuracy >= .8' or"
                    + " 'best-of-n@16 - majority-vote@16 > 2%%'.")
    private String question = "";

    @Option(
            names = "--between",
            paramLabel = "LOW HIGH",
            arity = "1..2",
            parameterConsumer = Ends.class,
            description =
                    "Where it is sought; LOW..HIGH means the same. Default: all that the key may be; for the budget, from 1 to"
                            + " the largest in the scenario, or to about a million where it is known exactly.")
    private @Nullable String between;

    @Option(names = "--strategy", paramLabel = "NAME", description = "Of figures that name no strategy.")
    private String strategy = "";

    @Option(
            names = "--budget",
            paramLabel = "AMOUNT",
            description = "Of figures that name no budget. Default: the largest.")
    private @Nullable Double budget;

    @Option(
            names = "--steps",
            paramLabel = "N",
            description =
                    "How many steps the interval is first looked through in (default: 32 where all is exact, else 16).")
    private int steps;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            converter = DataFormat.Reader.class,
            description = "What standard output gets: table, json or csv (default: ${DEFAULT-VALUE}).")
    private DataFormat format = DataFormat.TABLE;

    @Option(names = "--threads", paramLabel = "N", description = "Worker threads (default: one a processor).")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Spec
    private @Nullable CommandSpec spec;

    private int runs;

    SolveCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    /** Takes one word with two ends, or two words. */
    static final class Ends implements IParameterConsumer {

        @Override
        public void consumeParameters(Stack<String> arguments, ArgSpec argument, CommandSpec command) {
            if (arguments.isEmpty()) {
                throw new ParameterException(command.commandLine(), "--between needs LOW HIGH, or LOW..HIGH");
            }
            String first = arguments.pop();
            if (!first.contains("..")) {
                if (arguments.isEmpty()) {
                    throw new ParameterException(command.commandLine(), "--between needs HIGH after " + first);
                }
                first = first + ".." + arguments.pop();
            }
            argument.setValue(first);
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
        List<String> problems = usage();
        Draft draft = draft(problems);
        Scenario scenario = scenario(draft, problems);
        Sought sought = sought(draft, scenario, problems);
        Solution solution;
        Optional<Answer> endless = Optional.empty();
        try (StageLine line = new StageLine(terminal, scenario.name())) {
            solution = CrossingSearch.search(
                    places -> {
                        runs += places.size();
                        line.show("looking at place %d".formatted(runs));
                        return sought.curve().at(places);
                    },
                    sought.range(),
                    steps);
            if (solution.exact() && sought.curve() instanceof BudgetCurve budgets) {
                endless = budgets.endless();
            }
        } catch (UnansweredException missing) {
            terminal.err().println("%s: %s".formatted(scenario.name(), missing.getMessage()));
            return ExitCode.FAILED;
        }
        Locale.setDefault(Locale.ROOT); // a plugin may have set another
        double seconds = Math.round((System.nanoTime() - begin) / 1e6) / 1e3;
        Verdict verdict = Verdict.of(solution, sought.comparison().relation());
        write(new SolutionDocument(
                Manifests.of(scenario, threads, start, seconds, spec), sought, solution, verdict, endless));
        return verdict.unanswered() ? ExitCode.NOTHING : ExitCode.DONE;
    }

    private List<String> usage() {
        List<String> problems = new ArrayList<>();
        if (threads < 1 || threads > MOST_THREADS) {
            problems.add("--threads must be between 1 and %d, not %d".formatted(MOST_THREADS, threads));
        }
        if (steps < 0 || steps > MOST_STEPS) {
            problems.add("--steps must be between 1 and %d, not %d".formatted(MOST_STEPS, steps));
        }
        attempt(problems, () -> QuestionParser.comparison(question), "--so-that: ");
        attempt(problems, () -> interval(), "");
        if (budget != null && path.equals(Sought.BUDGET)) {
            problems.add("--budget says what --for budget is to find");
        }
        if (!strategy.isEmpty()) {
            attempt(problems, () -> QuestionParser.figure(strategy), "--strategy: ");
        }
        return problems;
    }

    private static void attempt(List<String> problems, Runnable action, String option) {
        try {
            action.run();
        } catch (QuestionException | RefusedSearchException refused) {
            problems.add(option + refused.getMessage());
        }
    }

    private Optional<Interval> interval() {
        return Optional.ofNullable(between).map(Interval::of);
    }

    private Draft draft(List<String> problems) {
        List<Draft> drafts = scenarios.read(ScenarioReader::draft);
        if (drafts.size() != 1) {
            problems.add("solve takes one scenario, not %d".formatted(drafts.size()));
        }
        return drafts.get(0);
    }

    private static Scenario scenario(Draft draft, List<String> problems) {
        try {
            return draft.scenario();
        } catch (InvalidScenarioException refused) {
            problems.addAll(messages(refused));
            throw new InvalidInputException(problems);
        }
    }

    private static List<String> messages(InvalidScenarioException refused) {
        return refused.diagnostics().stream().map(Object::toString).toList();
    }

    private Sought sought(Draft draft, Scenario scenario, List<String> problems) {
        Sought found = null;
        if (problems.isEmpty()) {
            Asking asking = new Asking(QuestionParser.comparison(question), this::names, this::run);
            attempt(problems, () -> asking.in(scenario.experiment()), "--so-that: ");
            try {
                found = path.equals(Sought.BUDGET)
                        ? BudgetSearch.prepare(scenario.experiment(), interval(), asking)
                        : KeySearch.prepare(draft, path, interval(), asking, steps);
            } catch (InvalidScenarioException refused) {
                problems.addAll(messages(refused));
            } catch (QuestionException refused) {
                // said above of the scenario as it is
                if (problems.isEmpty()) {
                    problems.add("--so-that: " + refused.getMessage());
                }
            } catch (RefusedSearchException refused) {
                problems.add(refused.getMessage());
            }
        }
        if (found == null || !problems.isEmpty()) {
            throw new InvalidInputException(problems);
        }
        return found;
    }

    private Names names(Names known) {
        Names names = strategy.isEmpty() ? known : known.strategy(strategy);
        return budget == null ? names : names.budget(budget);
    }

    private Results run(Experiment experiment) {
        return Simulator.run(experiment, new Execution(threads, scenarios.patience(), Progress.SILENT));
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
