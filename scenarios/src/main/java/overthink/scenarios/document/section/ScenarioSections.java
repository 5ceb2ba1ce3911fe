package overthink.scenarios.document.section;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import overthink.core.estimate.BinPlan;
import overthink.core.estimate.Utility;
import overthink.core.experiment.Budgets;
import overthink.core.experiment.MethodChoice;
import overthink.core.experiment.Observation;
import overthink.core.experiment.TrialPlan;
import overthink.scenarios.analysis.allocation.AllocationQuestion;
import overthink.scenarios.analysis.learning.LearningQuestion;
import overthink.scenarios.document.form.Key;
import overthink.scenarios.document.form.TextForm;
import overthink.scenarios.document.form.WholeForm;
import overthink.scenarios.expectation.LiteratureClaim;

/** The sections of a scenario that are written in one way whatever strategies and worlds there are. */
final class ScenarioSections {

    static final Key<String> NAME =
            Key.derived("name", TextForm.line("a line of text"), "the file's name", "What results call the scenario");
    static final Key<Long> SEED =
            Key.optional("seed", new WholeForm(Long.MIN_VALUE, Long.MAX_VALUE), "1", "Of all randomness");
    static final Key<Budgets> BUDGETS =
            Key.required("budgets", ExperimentForms.BUDGETS, "What a strategy may spend on a problem");
    static final Key<TrialPlan> TRIALS =
            Key.optional("trials", ExperimentForms.TRIALS, "{precision: 0.005}", "How many trials of each strategy");
    static final Key<BinPlan> BINS = Key.optional(
            "bins", ExperimentForms.BINS, "none", "The bins of difficulty reported beside all problems together");

    static final Key<MethodChoice> METHOD = Key.optional(
            "method",
            ExperimentForms.METHOD,
            MethodChoice.AUTO.label(),
            "How numbers are found; auto takes the best that applies");

    static final Key<Optional<Utility>> UTILITY = Key.optional(
            "utility",
            UtilityForms.UTILITY,
            "none",
            "What answers are worth and resources cost: rows get an expected utility, strategies a best budget");

    static final Key<Set<Observation>> MEASURES = Key.optional(
            "measures",
            ExperimentForms.MEASURES,
            "none",
            "What rows say of trials beside: quantiles of latency, tokens and dollars; candidates that are right, answers"
                    + " that differ, and the length of what is committed");
    static final Key<Optional<AllocationQuestion>> ALLOCATION = Key.optional(
            "allocation",
            AllocationForms.ALLOCATION,
            "none",
            "How one budget is spread over the problems: what each would have of it if they were told apart beforehand");

    static final Key<LearningQuestion> LEARNING = Key.derived(
            "learning",
            LearningForms.LEARNING,
            "none",
            "Rounds of learning: all is run, each strategy's policy learns of what it keeps, and all is run again");
    static final Key<Integer> ROUND = Key.derived(
            "round", LearningForms.ROUND, "0", "Which round of learning this is; learning runs them all, from 0 on");

    static final Key<LiteratureClaim> CLAIM = Key.derived(
            "claim",
            ClaimForms.CLAIM,
            "none",
            "Which claim of the literature the scenario looks at, and what its world says of it");

    static final Key<List<SweepPlan.Axis>> SWEEP = Key.derived(
            "sweep",
            SweepForms.SWEEP,
            "none",
            "Paths of keys with the values for which the scenario is run: a grid of all of them");
    static final Key<List<SweepPlan.Case>> CASES = Key.derived(
            "cases",
            SweepForms.CASES,
            "none",
            "Variants of the scenario by name, in each of which all is run: paths of keys with a value each");

    private ScenarioSections() {}
}
