package overthink.core.testkit;

import java.util.List;
import java.util.stream.Stream;
import overthink.core.api.Law;
import overthink.core.experiment.Budgets;
import overthink.core.experiment.ConfiguredStrategy;
import overthink.core.experiment.MethodChoice;
import overthink.core.law.answer.Zipf;
import overthink.core.law.verifier.Verifier;
import overthink.core.model.SyntheticWorld;
import overthink.core.results.Results;
import overthink.core.run.Simulator;
import overthink.core.testkit.Contract.Broken;
import overthink.core.testkit.Contract.NotApplicable;
import overthink.core.testkit.Contract.Terms;

/** Whether trials agree with what mathematics makes of the law that a provider claims: {@link Contract.Clause#LAW}. */
final class LawClaim {

    private static final int TRIALS = 1000;
    private static final long[] BUDGETS = {1, 2, 3, 5, 8, 64};

    private final Terms terms;

    LawClaim(Terms terms) {
        this.terms = terms;
    }

    /**
     * Compares the claim with trials under graded scores and under verdicts, and where no solver takes it under step scores whose
     * noise is partly the parent's, where it is not.
     */
    void check() {
        Law law = terms.law().orElseThrow(() -> new NotApplicable("it claims no law"));
        boolean graded = agrees(law, false, 0.5);
        boolean accepted = agrees(law, true, 0.5);
        boolean fresh = !graded && !accepted && agrees(law, false, 0);
        Contract.applies(graded || accepted || fresh, "no solver takes this law, and no row is made of it");
    }

    /** Compares trials with the law's rows by every method that applies; false when none does. */
    private boolean agrees(Law law, boolean verdicts, double persistence) {
        Verifier outcome = verdicts ? Verifier.of(0.83, 0.27) : Verifier.of(1.2);
        SyntheticWorld world = ContractWorlds.naming(
                ContractWorlds.able(
                        RowComparison.world(
                                new Zipf(3, 1), outcome, Verifier.of(1).withPersistence(persistence)),
                        terms.needs()),
                terms.provider().names(terms.values()));
        ConfiguredStrategy strategy = ConfiguredStrategy.of(terms.provider(), terms.parameters());
        if (strategy.refusal(world).isPresent()) {
            return false;
        }
        Budgets budgets = Budgets.generations(BUDGETS);
        List<MethodChoice> methods = Stream.of(MethodChoice.EXACT, MethodChoice.AGGREGATED)
                .filter(method ->
                        Simulator.refusal(world, budgets, strategy, method).isEmpty())
                .toList();
        if (methods.isEmpty()) {
            return false;
        }
        Results trials = rows(world, budgets, strategy, MethodChoice.SIMULATED);
        for (MethodChoice method : methods) {
            Results solved = rows(world, budgets, strategy, method);
            try {
                RowComparison.assertSame(
                        trials, solved, RowComparison.spendsAtRandom(law), RowComparison.candidatesAlike(law));
            } catch (AssertionError difference) {
                throw new Broken(
                        "%s claims to be %s, and its trials are not the law's %s rows where candidates have %s: %s. Repeat: parameters %s, budgets %s in generations, seed %d"
                                .formatted(
                                        terms.provider().name(),
                                        law.description(),
                                        solved.rows().get(0).method().label(),
                                        verdicts ? "verdicts" : "graded scores",
                                        difference.getMessage(),
                                        terms.values(),
                                        budgets.values(),
                                        RowComparison.SEED),
                        difference);
            }
        }
        return true;
    }

    private static Results rows(
            SyntheticWorld world, Budgets budgets, ConfiguredStrategy strategy, MethodChoice method) {
        return RowComparison.run(world, budgets, strategy, TRIALS, method, 2);
    }
}
