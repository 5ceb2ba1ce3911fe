package overthink.core.testkit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import overthink.core.api.Resource;
import overthink.core.api.Strategy;
import overthink.core.experiment.Budgets;
import overthink.core.fault.ContractViolation;
import overthink.core.fault.Thrown;
import overthink.core.model.World;
import overthink.core.testkit.Contract.Broken;
import overthink.core.testkit.Contract.Terms;
import overthink.core.trial.TrialRunner;
import overthink.core.trial.TrialRunner.Outcome;

/** Trials of a strategy under some budgets; trial t is played on problem t modulo the number of problems. */
final class ContractTrials {

    private final Terms terms;
    private final Budgets budgets;
    private final TrialRunner runner;
    private final int problems;

    /** Trials in the world of the terms. */
    ContractTrials(Terms terms, long... generations) {
        this(terms, Budgets.generations(generations));
    }

    /** Trials in the world of the terms. */
    ContractTrials(Terms terms, Budgets budgets) {
        this(terms, budgets, terms.world());
    }

    ContractTrials(Terms terms, Budgets budgets, World world) {
        this.terms = terms;
        this.budgets = budgets;
        problems = world.size();
        runner = new TrialRunner(world, budgets, terms.seed());
    }

    List<Outcome> run(Strategy strategy, int trial) {
        try {
            return runner.run(strategy, trial % problems, trial);
        } catch (Broken broken) {
            throw broken;
        } catch (Throwable thrown) { // a guest throws what it likes
            throw new Broken(message("it was stopped: " + said(thrown), trial), thrown);
        }
    }

    Budgets budgets() {
        return budgets;
    }

    void runSilently(Strategy strategy, int count) {
        for (int trial = 0; trial < count; trial++) {
            runner.runSilently(strategy, trial % problems, trial);
        }
    }

    /** The calls of a trial, and what came out. */
    List<String> calls(Strategy strategy, int trial) {
        List<String> lines = new ArrayList<>();
        List<Outcome> outcomes = run(
                session -> {
                    RecordingSession recording = new RecordingSession(session);
                    strategy.run(recording);
                    lines.addAll(recording.calls());
                },
                trial);
        outcomes.forEach(outcome -> lines.add(show(outcome)));
        return lines;
    }

    /** Two outcomes, which are put into words where they differ alone. */
    void expectSame(Supplier<String> what, Outcome expected, Outcome actual, int trial) {
        if (!same(expected, actual)) {
            expectSame(what.get(), List.of(show(expected)), List.of(show(actual)), trial);
        }
    }

    private static boolean same(Outcome one, Outcome other) {
        return one.grade() == other.grade()
                && one.committed() == other.committed()
                && one.covered() == other.covered()
                && Arrays.equals(one.spent(), other.spent());
    }

    void expectSame(String what, String expected, String actual, int trial) {
        expectSame(what, List.of(expected), List.of(actual), trial);
    }

    void expectSame(String what, List<String> expected, List<String> actual, int trial) {
        if (expected.equals(actual)) {
            return;
        }
        int line = 0;
        while (line < Math.min(expected.size(), actual.size())
                && expected.get(line).equals(actual.get(line))) {
            line++;
        }
        fail(
                "%s. Line %d: expected <%s>, was <%s>"
                        .formatted(what, line + 1, line(expected, line), line(actual, line)),
                trial);
    }

    private static String line(List<String> lines, int line) {
        return line < lines.size() ? lines.get(line) : "the end";
    }

    void fail(String what, int trial) {
        throw new Broken(message(what, trial), null);
    }

    private String message(String what, int trial) {
        return "%s: %s. Repeat: %s".formatted(terms.provider().name(), what, recipe(Integer.toString(trial)));
    }

    String recipe(String trial) {
        return "parameters %s, budgets %s in %s, problem: the trial modulo %d, trial %s, seed %d"
                .formatted(terms.values(), budgets.values(), budgets.resource().label(), problems, trial, terms.seed());
    }

    private static String said(Throwable thrown) {
        String message =
                thrown instanceof ContractViolation || thrown instanceof AssertionError ? Thrown.message(thrown) : null;
        return message == null ? "it threw " + Thrown.withPlace(thrown) : message;
    }

    static long spent(Outcome outcome, Resource resource) {
        return outcome.spent()[resource.ordinal()];
    }

    private static String show(Outcome outcome) {
        StringBuilder shown = new StringBuilder()
                .append(outcome.grade())
                .append(", committed ")
                .append(outcome.committed())
                .append(outcome.covered() ? ", covered" : ", not covered");
        for (Resource resource : Resource.values()) {
            shown.append(", ").append(resource.label()).append(' ').append(spent(outcome, resource));
        }
        return shown.toString();
    }
}
