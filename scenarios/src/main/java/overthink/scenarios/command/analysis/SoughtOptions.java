package overthink.scenarios.command.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Stack;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import overthink.core.experiment.Experiment;
import overthink.core.results.Results;
import overthink.scenarios.analysis.question.Names;
import overthink.scenarios.analysis.question.QuestionException;
import overthink.scenarios.analysis.question.QuestionParser;
import overthink.scenarios.analysis.solve.Asking;
import overthink.scenarios.analysis.solve.BudgetSolve;
import overthink.scenarios.analysis.solve.Interval;
import overthink.scenarios.analysis.solve.KeySearch;
import overthink.scenarios.analysis.solve.RefusedSearchException;
import overthink.scenarios.analysis.solve.Sought;
import overthink.scenarios.command.process.InvalidInputException;
import overthink.scenarios.document.Draft;
import overthink.scenarios.document.InvalidScenarioException;
import overthink.scenarios.document.Scenario;
import picocli.CommandLine.IParameterConsumer;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** What is sought, so that what holds. */
final class SoughtOptions {

    private static final int MOST_STEPS = 1_000;

    @Option(
            names = "--for",
            required = true,
            paramLabel = "PATH",
            description = "The key that is sought, such as world.verifier.outcome.auc or strategies.beam-search.width;"
                    + " budget for the budget of the figures that name none.")
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
                    "Where it is sought; LOW..HIGH means the same. Default: all that the key may be; for the budget,"
                            + " from 1 to the largest in the scenario, or to about a million where it is known exactly.")
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

    /** How many steps the interval is first looked through in; 0 for what is usual. */
    int steps() {
        return steps;
    }

    /** What is wrong with the options by themselves. */
    List<String> problems() {
        List<String> problems = new ArrayList<>();
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

    /**
     * What is sought in a scenario; nothing is run.
     *
     * @param run what will run experiments
     * @throws InvalidInputException when it cannot be sought, with all that is wrong
     */
    Sought in(Draft draft, Scenario scenario, Function<Experiment, Results> run) {
        List<String> problems = new ArrayList<>();
        Asking asking = new Asking(QuestionParser.comparison(question), this::names, run);
        attempt(problems, () -> asking.in(scenario.experiment()), "--so-that: ");
        boolean understood = problems.isEmpty();
        Sought found = null;
        try {
            found = path.equals(Sought.BUDGET)
                    ? BudgetSolve.prepare(scenario.experiment(), interval(), asking)
                    : KeySearch.prepare(draft, path, interval(), asking, steps);
        } catch (InvalidScenarioException refused) {
            refused.diagnostics().forEach(diagnostic -> problems.add(diagnostic.toString()));
        } catch (QuestionException refused) {
            if (understood) { // else it is said above
                problems.add("--so-that: " + refused.getMessage());
            }
        } catch (RefusedSearchException refused) {
            problems.add(refused.getMessage());
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
}
