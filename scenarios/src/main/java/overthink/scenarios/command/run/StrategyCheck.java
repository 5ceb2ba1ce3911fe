package overthink.scenarios.command.run;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import overthink.core.estimate.Method;
import overthink.core.experiment.ConfiguredStrategy;
import overthink.core.experiment.Experiment;
import overthink.core.fault.Printable;
import overthink.core.run.Simulator;
import overthink.core.testkit.Contract;
import overthink.core.testkit.Contract.Clause;
import overthink.core.testkit.Contract.Standing;
import overthink.core.testkit.Contract.Terms;
import overthink.core.testkit.Contract.Verdict;

/** Judges strategies, with the parameters that they run with, by the clauses of the contract that a run relies on. */
final class StrategyCheck {

    private static final List<Clause> CLAUSES =
            List.of(Clause.DETERMINISM, Clause.AMNESIA, Clause.CONSERVATION, Clause.NON_INTERFERENCE);

    private StrategyCheck() {}

    /**
     * How the strategies of an experiment that are simulated break them, in a sentence each.
     *
     * @param interrupted whether to judge no more: what is judged meanwhile is not told, since plugins may have been ended, too
     * @param judging hears what is judged next
     */
    static List<String> broken(Experiment experiment, BooleanSupplier interrupted, Consumer<String> judging) {
        List<String> said = new ArrayList<>();
        for (ConfiguredStrategy strategy : experiment.strategies()) {
            boolean plays = Simulator.method(experiment.world(), experiment.budgets(), strategy, experiment.method())
                    .filter(Method.SIMULATED::equals)
                    .isPresent();
            if (plays) {
                Contract contract = new Contract(Terms.of(strategy.provider(), strategy.given(), experiment.seed()));
                for (Clause clause : CLAUSES) {
                    if (interrupted.getAsBoolean()) {
                        return said;
                    }
                    judging.accept("%s: %s".formatted(strategy.name(), clause.label()));
                    Verdict verdict = contract.judge(clause);
                    if (!interrupted.getAsBoolean()) {
                        tell(strategy, clause, verdict, said);
                    }
                }
            }
        }
        return said;
    }

    private static void tell(ConfiguredStrategy strategy, Clause clause, Verdict verdict, List<String> said) {
        if (verdict.standing() == Standing.BROKEN) {
            boolean repeats = clause == Clause.CONSERVATION || clause == Clause.NON_INTERFERENCE;
            said.add("strategy %s%s breaks the contract, clause %s: %s"
                    .formatted(
                            strategy.name(),
                            repeats ? "" : " is not reproducible: it",
                            clause.label(),
                            Printable.line(verdict.reason())));
        }
    }
}
