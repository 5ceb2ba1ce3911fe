package overthink.scenarios.document.section;

import java.util.List;
import overthink.core.estimate.BinPlan;
import overthink.core.experiment.ConfiguredStrategy;
import overthink.core.model.SyntheticWorld;
import overthink.core.model.World;
import overthink.core.world.Gathering;
import overthink.scenarios.document.form.Fields;
import overthink.scenarios.document.form.Key;
import overthink.scenarios.document.form.LocatedValue;
import overthink.scenarios.document.remark.BudgetRemarks;
import overthink.scenarios.expectation.Measure;
import overthink.scenarios.expectation.RowFigure;

/** What the other sections of a scenario ask of its world. */
final class WorldChecks {

    /** Why something is not known of a world whose candidates are neither right nor wrong. */
    private static final String NUMBERS_ALONE =
            "here candidates are neither right nor wrong. Maybe say from which quality on they are right:"
                    + " world.problems.right-from";

    private final Key<World> world;
    private final Key<List<LocatedValue<ConfiguredStrategy>>> strategies;
    private final Key<List<LocatedValue<WrittenExpectation>>> expect;

    WorldChecks(
            Key<World> world,
            Key<List<LocatedValue<ConfiguredStrategy>>> strategies,
            Key<List<LocatedValue<WrittenExpectation>>> expect) {
        this.world = world;
        this.strategies = strategies;
        this.expect = expect;
    }

    /** The world can be asked such budgets. */
    void budgetsFit(Fields fields) {
        fields.get(ScenarioSections.BUDGETS).refusal(fields.get(world)).ifPresent(reason -> {
            fields.spoil();
            fields.spot()
                    .key(ScenarioSections.BUDGETS.name())
                    .key("values")
                    .report(fields.place(ScenarioSections.BUDGETS), reason, "");
        });
    }

    /** Some strategy is bound by them. */
    void budgetsBound(Fields fields) {
        new BudgetRemarks(
                        fields.get(world),
                        fields.get(ScenarioSections.BUDGETS),
                        fields.get(strategies).stream().map(LocatedValue::value).toList())
                .obstacle()
                .ifPresent(reason -> {
                    fields.spoil();
                    fields.spot()
                            .key(ScenarioSections.BUDGETS.name())
                            .key("resource")
                            .report(fields.place(ScenarioSections.BUDGETS), reason, "");
                });
    }

    private boolean numbersAlone(Fields fields) {
        return !fields.get(world).rightOrWrong();
    }

    /** Bins are of right and wrong answers. */
    void binsHaveADifficulty(Fields fields) {
        if (numbersAlone(fields) && !(fields.get(ScenarioSections.BINS) instanceof BinPlan.None)) {
            fields.refuse(
                    ScenarioSections.BINS, "bins go by the chance of a right candidate, and " + NUMBERS_ALONE, "");
        }
    }

    /** A utility is of right and wrong answers. */
    void answersAreWorthSomething(Fields fields) {
        if (numbersAlone(fields) && fields.get(ScenarioSections.UTILITY).isPresent()) {
            fields.refuse(
                    ScenarioSections.UTILITY, "a utility is of right and wrong answers, and " + NUMBERS_ALONE, "");
        }
    }

    /** A budget is split by right answers. */
    void rightAnswersExist(Fields fields) {
        if (numbersAlone(fields) && fields.get(ScenarioSections.ALLOCATION).isPresent()) {
            fields.refuse(
                    ScenarioSections.ALLOCATION, "a budget is split by what answers it buys, and " + NUMBERS_ALONE, "");
        }
    }

    /** What is expected is known of the world. */
    void figuresExist(Fields fields) {
        boolean none = fields.get(world).qualities().isEmpty();
        for (LocatedValue<WrittenExpectation> expectation : fields.get(expect)) {
            for (RowFigure measure : expectation.value().measures()) {
                String reason = measure.ofRightOrWrong() && numbersAlone(fields)
                        ? "there is no %s: %s".formatted(measure.label(), NUMBERS_ALONE)
                        : measure == Measure.QUALITY && none
                                ? "there is no quality: it is a number where world.problems.quality says so"
                                : "";
                if (!reason.isEmpty()) {
                    fields.spoil();
                    expectation.spot().report(expectation.node().place(), reason, "");
                }
            }
        }
    }

    /** Levels are those of the law of difficulty. */
    void levelsExist(Fields fields) {
        boolean levels = fields.get(ScenarioSections.BINS) instanceof BinPlan.Levels;
        if (levels && fields.get(world).levels().isEmpty()) {
            fields.refuse(
                    ScenarioSections.BINS,
                    "levels are the levels of a law of difficulty, and accuracy has none",
                    "thresholds");
        }
    }

    /** A budget is split over problems that can be counted. */
    void problemsAreCounted(Fields fields) {
        if (fields.get(ScenarioSections.ALLOCATION).isPresent()
                && fields.get(world) instanceof SyntheticWorld synthetic
                && synthetic.problems().gathering() == Gathering.POPULATION) {
            fields.refuse(
                    ScenarioSections.ALLOCATION,
                    "a budget is split over problems that can be counted, not over a population. Maybe under problems:"
                            + " {count: 1000, spread: even}",
                    "");
        }
    }

    /** A policy learns of problems that are declared, and counted. */
    void policyLearns(Fields fields) {
        if (!(fields.get(world) instanceof SyntheticWorld synthetic)) {
            fields.refuse(
                    ScenarioSections.LEARNING,
                    "a policy learns whose problems are declared by laws, and this world's are not",
                    "");
        } else if (synthetic.problems().gathering() == Gathering.POPULATION) {
            fields.refuse(
                    ScenarioSections.LEARNING,
                    "a policy learns problem by problem, of problems that can be counted, not of a population. Maybe under"
                            + " problems: {count: 1000, spread: even}",
                    "");
        }
    }

    /** What has a price is spent. */
    void pricesApply(Fields fields) {
        fields.get(ScenarioSections.UTILITY)
                .ifPresent(utility -> UtilityForms.idle(utility, fields.get(world))
                        .forEach((resource, reason) -> {
                            fields.spoil();
                            fields.spot()
                                    .key(ScenarioSections.UTILITY.name())
                                    .key("per")
                                    .key(resource.label())
                                    .report(fields.place(ScenarioSections.UTILITY), reason, "");
                        }));
    }
}
