package overthink.scenarios.analysis.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import overthink.core.api.Resource;
import overthink.core.estimate.BinPlan;
import overthink.core.experiment.Experiment;
import overthink.core.model.SyntheticWorld;

/** What plans say beside the choice. */
class PlannerTest {

    @TempDir
    private Path folder;

    /**
     * Two levels and a verifier that accepts every right answer and one wrong one in ten: on the easy problems, p = 0.9, an
     * attempt more is worth less than on the hard ones, p = 0.1.
     */
    private Experiment levels() {
        return Plans.scenario(folder, """
            world:
              problems:
                count: 40
                accuracy:
                  levels:
                    easy: {weight: 0.5, accuracy: {point: 0.9}}
                    hard: {weight: 0.5, accuracy: {point: 0.1}}
              policy: {tokens-per-step: 100, price: {output: 10}}
              verifier: {outcome: {tpr: 1, fpr: 0.1}}
            budgets: {values: [1, 2, 3, 4, 6, 8]}
            strategies:
              - first-accepted: {fallback: abstain}
              - single
            method: exact
            bins: levels
            """).experiment();
    }

    /** (p − w(1 − p)f)·(1 − (1 − a)^K)/a with a = p + (1 − p)f. */
    private static double worth(double p, int attempts, double wrong) {
        double a = p + (1 - p) * 0.1;
        return (p - wrong * (1 - p) * 0.1) * (1 - StrictMath.pow(1 - a, attempts)) / a;
    }

    @Test
    void bins_withAPenalty_haveTheirOwnBestAndTheEnvelopeIsTheirSum() {
        // 3 for a wrong answer: an attempt on a hard problem loses (0.1 < 3·0.09), one on an easy problem gains
        PlanQuestion question =
                new PlanQuestion(levels(), Plans.wrongCosts(3), List.of(), List.of(), true, false, Optional.empty());
        Plan plan = Plans.plan(question);
        assertEquals(2, plan.bins().size());
        Entrant easy = plan.bins().get(0).chosen().orElseThrow();
        Entrant hard = plan.bins().get(1).chosen().orElseThrow();
        assertTrue(easy.configuration().budget() > 1);
        assertEquals(1, hard.configuration().budget());
        assertEquals("first-accepted fallback=abstain", hard.configuration().name());
        double best =
                Plans.chosen(plan).row().problems() > 0 ? plan.choice().view().merit(Plans.chosen(plan)) : 0;
        int easyProblems = easy.row("easy").problems();
        double envelope = (easyProblems * worth(0.9, (int) easy.configuration().budget(), 3)
                        + (40 - easyProblems) * worth(0.1, 1, 3))
                / 40;
        Plan.Envelope found = plan.envelope().orElseThrow();
        assertEquals(envelope, found.value(), 1e-9);
        assertEquals(envelope - best, found.gain(), 1e-9);
        assertTrue(found.gain() > 0);
        assertEquals(0, found.stdError());
    }

    @Test
    void money_halvedAndDoubled_isTheBestUnderThoseCaps() {
        // 100 tokens at 10 dollars a million: 0.001 a candidate; the mean number of attempts is (1 − (1 − a)^K)/a
        Plan plan = Plans.plan(Plans.question(levels(), Objective.ACCURACY, Plans.cap(Resource.USD, 0.002)));
        for (Money money : plan.money()) {
            Plan alone = Plans.plan(
                    Plans.question(levels(), Objective.ACCURACY, Plans.cap(Resource.USD, 0.002 * money.factor())));
            assertEquals(
                    Plans.chosen(alone).configuration(),
                    money.choice().chosen().orElseThrow().configuration());
        }
        assertEquals(2, plan.money().size());
        assertTrue(plan.bindings().get(0).binds());
        assertTrue(plan.bindings().get(0).without().isPresent());
    }

    @Test
    void cap_thatIsExactlyMet_isMet() {
        Plan plan = Plans.plan(Plans.question(levels(), Objective.ACCURACY, Plans.cap(Resource.GENERATIONS, 1)));
        assertEquals(1, Plans.chosen(plan).row().cost().generations(), 1e-12);
    }

    @Test
    void cap_thatNothingMeets_namesTheCheapestAndByHowMuchItMisses() {
        Plan plan = Plans.plan(Plans.question(levels(), Objective.ACCURACY, Plans.cap(Resource.USD, 0.0004)));
        assertTrue(plan.choice().chosen().isEmpty());
        PlannedChoice.Miss miss = plan.choice().nearest().orElseThrow();
        assertEquals(1, miss.entrant().configuration().budget());
        assertEquals(1.5, miss.excess(), 1e-9);
        assertFalse(miss.doubtful());
    }

    @Test
    void caps_onTwoResources_bothHold() {
        Plan plan = Plans.plan(Plans.question(
                levels(), Objective.ACCURACY, Plans.cap(Resource.USD, 0.0023), Plans.cap(Resource.VERIFIER_CALLS, 2)));
        assertTrue(Plans.chosen(plan).row().cost().usd() <= 0.0023);
        assertTrue(Plans.chosen(plan).row().cost().verifierCalls() <= 2);
        assertFalse(plan.bindings().get(0).binds());
        assertTrue(plan.bindings().get(1).binds());
    }

    @Test
    void resampledProblems_ofTwoLevels_chooseByHowManyAreHard() {
        Plan plan = Plans.plan(Plans.question(levels(), Plans.wrongCosts(3)));
        Stability stability = plan.stability().orElseThrow();
        assertEquals(
                Plans.chosen(plan).configuration(), stability.shares().get(0).configuration());
        double sum =
                stability.shares().stream().mapToDouble(Stability.Share::share).sum();
        assertEquals(1, sum, 1e-9);
    }

    @Tag("slow")
    @Test
    void posterior_ofTwoWorlds_changesTheChoiceToWhatIsBestOnAverage() {
        Experiment experiment = Plans.scenario(folder, """
            world:
              problems: {count: 60, accuracy: {beta: {alpha: 4, beta: 4}}}
              verifier: {outcome: {tpr: 1, fpr: 0.02}}
            budgets: {values: [1, 2, 4, 8, 16]}
            strategies:
              - first-accepted: {fallback: abstain}
              - single
            method: exact
            """).experiment();
        // As stated few wrong answers pass, and many attempts are best; in most draws of the rates many pass.
        String draws = "draw,family,first,second,atom,no_answer_alpha,no_answer_beta,discount,concentration,tpr,fpr\n"
                + "0,beta,4,4,0,,,,,1,0.6\n".repeat(3)
                + "3,beta,4,4,0,,,,,1,0.02\n";
        PosteriorWorlds worlds = PosteriorWorlds.of(draws, (SyntheticWorld) experiment.world());
        Plan stated = Plans.plan(Plans.question(experiment, Plans.wrongCosts(10)));
        Plan averaged = Plans.plan(new PlanQuestion(
                experiment, Plans.wrongCosts(10), List.of(), List.of(), false, false, Optional.of(worlds)));
        assertTrue(Plans.chosen(stated).configuration().budget() > 1);
        PosteriorShares shares = averaged.posterior().orElseThrow();
        assertEquals(4, shares.draws());
        Configuration best = shares.best(true).orElseThrow();
        assertEquals(best, Plans.chosen(averaged).configuration());
        assertTrue(best.budget() < Plans.chosen(stated).configuration().budget());
        double sum = shares.shares().stream()
                .mapToDouble(PosteriorShares.Part::share)
                .sum();
        assertEquals(1, sum, 1e-12);
    }

    @Test
    void posterior_thatIsNoTable_isRefusedWithItsRow() {
        SyntheticWorld world = (SyntheticWorld) levels().world();
        assertThrows(IllegalArgumentException.class, () -> PosteriorWorlds.of("a,b\n1,2\n", world));
        String header = "draw,family,first,second,atom,no_answer_alpha,no_answer_beta,discount,concentration\n";
        IllegalArgumentException wrong = assertThrows(
                IllegalArgumentException.class, () -> PosteriorWorlds.of(header + "0,gamma,1,1,0,,,,\n", world));
        assertTrue(String.valueOf(wrong.getMessage()).contains("row 1: there is no family 'gamma'"));
        wrong = assertThrows(
                IllegalArgumentException.class, () -> PosteriorWorlds.of(header + "0,beta,x,1,0,,,,\n", world));
        assertTrue(String.valueOf(wrong.getMessage()).contains("first must be a number, not 'x'"));
    }

    @Test
    void furtherStrategies_areLookedAtWithTheirParameters() {
        Experiment experiment = levels();
        Plan plan = Plans.plan(Plans.with(
                new Experiment(
                        experiment.world(),
                        experiment.budgets(),
                        experiment.strategies().subList(1, 2),
                        experiment.trials(),
                        new BinPlan.None(),
                        experiment.seed(),
                        experiment.method()),
                List.of(Plans.CATALOG.find("first-accepted").orElseThrow()),
                Plans.cap(Resource.GENERATIONS, 3)));
        assertTrue(Plans.chosen(plan).configuration().name().startsWith("first-accepted"));
        assertTrue(plan.race().strategies() > 2);
    }
}
