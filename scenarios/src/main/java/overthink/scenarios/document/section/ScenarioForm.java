package overthink.scenarios.document.section;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import overthink.core.api.Resource;
import overthink.core.experiment.ConfiguredStrategy;
import overthink.core.experiment.Experiment;
import overthink.core.experiment.Observation;
import overthink.core.model.World;
import overthink.scenarios.analysis.allocation.AllocationQuestion;
import overthink.scenarios.analysis.learning.LearningQuestion;
import overthink.scenarios.document.form.Block;
import overthink.scenarios.document.form.Fields;
import overthink.scenarios.document.form.Form;
import overthink.scenarios.document.form.Key;
import overthink.scenarios.document.form.KeyPath;
import overthink.scenarios.document.form.ListForm;
import overthink.scenarios.document.form.LocatedValue;
import overthink.scenarios.document.form.ReadValue;
import overthink.scenarios.document.form.VariantForm.Variant;
import overthink.scenarios.document.section.world.WorldForms;
import overthink.scenarios.document.yaml.Node;
import overthink.scenarios.expectation.BinNames;
import overthink.scenarios.expectation.ClaimVerdict;
import overthink.scenarios.expectation.Expectation;
import overthink.scenarios.expectation.LiteratureClaim;
import overthink.scenarios.plugins.StrategyCatalog;

/** How a scenario is written, given the strategies that there are. */
public final class ScenarioForm {

    /**
     * What a scenario says, in short.
     *
     * @param expectations none of one point among several: {@link ScenarioForm#expectations} says what is expected of all
     * @param written the expectations as they are written
     */
    public record Content(
            String name,
            long seed,
            Experiment experiment,
            List<Expectation> expectations,
            Written written,
            Optional<AllocationQuestion> allocation,
            Optional<LearningQuestion> learning,
            Optional<LiteratureClaim> claim) {}

    /** Expectations before it is known of which points they are. */
    public static final class Written {

        private final List<LocatedValue<WrittenExpectation>> all;

        Written(List<LocatedValue<WrittenExpectation>> all) {
            this.all = List.copyOf(all);
        }
    }

    /** Of what a text says all. */
    public enum Extent {
        /** Of a scenario that is run as it is alone. */
        WHOLE,
        /** Of one that is run at several points, or of one of these. */
        POINT
    }

    private final Key<World> world;
    private final Key<List<LocatedValue<ConfiguredStrategy>>> strategies;
    private final Key<List<LocatedValue<WrittenExpectation>>> expect;

    /**
     * The form of scenarios that may name some strategies.
     *
     * @param worlds kinds of world beside those known here, each told by keys of its own
     */
    public ScenarioForm(StrategyCatalog catalog, List<Variant<World>> worlds) {
        this.world = Key.required("world", WorldForms.with(worlds), "Problems, policy and verifier");
        this.strategies = Key.required(
                "strategies",
                new ListForm<>(StrategyForms.of(catalog).placed(), "strategies", 1, 1_000),
                "What runs: names, or names with parameters");
        this.expect = Key.optional(
                "expect",
                ExpectForms.of(catalog),
                "[]",
                "What the rows must say; a run that says otherwise ends with 3");
    }

    /**
     * The form of a scenario.
     *
     * @param name of one that has none
     */
    public Form<Content> named(String name, Extent extent) {
        StrategyChecks ofStrategies = new StrategyChecks(world, strategies);
        WorldChecks ofWorld = new WorldChecks(world, strategies, expect);
        Block<Content> block = Block.of(
                        fields -> content(fields, name, extent),
                        ScenarioSections.NAME,
                        ScenarioSections.SEED,
                        world,
                        ScenarioSections.BUDGETS,
                        strategies,
                        ScenarioSections.TRIALS,
                        ScenarioSections.METHOD,
                        ScenarioSections.BINS,
                        ScenarioSections.UTILITY,
                        ScenarioSections.MEASURES,
                        ScenarioSections.ALLOCATION,
                        expect,
                        ScenarioSections.LEARNING,
                        ScenarioSections.ROUND,
                        ScenarioSections.CLAIM,
                        ScenarioSections.SWEEP,
                        ScenarioSections.CASES)
                .check(ofStrategies::differ, strategies)
                .check(ofStrategies::haveWhatTheyNeed, strategies, world)
                .check(
                        ofStrategies::haveTheMethod,
                        strategies,
                        world,
                        ScenarioSections.BUDGETS,
                        ScenarioSections.METHOD)
                .check(ofWorld::budgetsFit, ScenarioSections.BUDGETS, world)
                .check(ofWorld::budgetsBound, ScenarioSections.BUDGETS, strategies, world)
                .check(ofWorld::levelsExist, ScenarioSections.BINS, world)
                .check(ofWorld::binsHaveADifficulty, ScenarioSections.BINS, world)
                .check(ofWorld::answersAreWorthSomething, ScenarioSections.UTILITY, world)
                .check(ofWorld::rightAnswersExist, ScenarioSections.ALLOCATION, world)
                .check(ofWorld::figuresExist, expect, world)
                .check(ofWorld::pricesApply, ScenarioSections.UTILITY, world)
                .check(ScenarioForm::rightAnswersAreGenerated, ScenarioSections.ALLOCATION, ScenarioSections.BUDGETS)
                .check(ofWorld::problemsAreCounted, ScenarioSections.ALLOCATION, world)
                .check(ofWorld::policyLearns, ScenarioSections.LEARNING, world)
                .check(ScenarioForm::roundIsOfLearning, ScenarioSections.ROUND)
                .check(this::claimIsLookedAt, ScenarioSections.CLAIM, expect);
        return extent == Extent.WHOLE
                ? block.check(
                        this::expectations,
                        expect,
                        strategies,
                        world,
                        ScenarioSections.BUDGETS,
                        ScenarioSections.BINS,
                        ScenarioSections.UTILITY)
                : block;
    }

    /**
     * At which points a scenario is run.
     *
     * @param spot of the scenario, whose context hears of mistakes
     * @return null when there is a mistake
     */
    public @Nullable SweepPlan plan(Node document, KeyPath spot) {
        Node sweep = document instanceof Node.Entries entries ? entries.find(ScenarioSections.SWEEP.name()) : null;
        Node cases = document instanceof Node.Entries entries ? entries.find(ScenarioSections.CASES.name()) : null;
        ReadValue<List<SweepPlan.Axis>> axes = sweep == null
                ? new ReadValue<>(List.of(), document)
                : ScenarioSections.SWEEP.form().read(sweep, spot.key(ScenarioSections.SWEEP.name()));
        ReadValue<List<SweepPlan.Case>> named = cases == null
                ? new ReadValue<>(List.of(), document)
                : ScenarioSections.CASES.form().read(cases, spot.key(ScenarioSections.CASES.name()));
        SweepPlan plan = axes == null || named == null ? null : SweepForms.plan(named.value(), axes.value(), spot);
        Node learning =
                document instanceof Node.Entries entries ? entries.find(ScenarioSections.LEARNING.name()) : null;
        if (plan == null || learning == null) {
            return plan;
        }
        ReadValue<LearningQuestion> question =
                ScenarioSections.LEARNING.form().read(learning, spot.key(ScenarioSections.LEARNING.name()));
        return question == null
                ? null
                : LearningForms.withRounds(
                        plan, ScenarioSections.ROUND.name(), question.value().rounds(), learning.place());
    }

    /** What is said of all points, without what says which they are. */
    public Node base(Node document) {
        return document instanceof Node.Entries entries
                ? new Node.Entries(
                        entries.entries().stream()
                                .filter(entry -> !entry.name().equals(ScenarioSections.SWEEP.name())
                                        && !entry.name().equals(ScenarioSections.CASES.name()))
                                .toList(),
                        entries.place())
                : document;
    }

    /**
     * What is expected of a scenario that is run at several points.
     *
     * @param written in what is said of all points
     * @param experiments at the points of the plan
     */
    public static List<Expectation> expectations(Written written, SweepPlan plan, List<Experiment> experiments) {
        return new ExpectationResolver(
                        plan,
                        experiments.stream().map(ExpectationResolver.Names::of).toList())
                .expectations(written.all);
    }

    private Content content(Fields fields, String name, Extent extent) {
        if (!fields.has(ScenarioSections.NAME)) {
            fields.derive(ScenarioSections.NAME, name, Node.Scalar.text(name, fields.place(ScenarioSections.NAME)));
        }
        long seed = fields.get(ScenarioSections.SEED);
        Set<Observation> observations = EnumSet.noneOf(Observation.class);
        observations.addAll(fields.get(ScenarioSections.MEASURES));
        fields.get(expect)
                .forEach(expectation -> observations.addAll(expectation.value().observations()));
        Experiment experiment = new Experiment(
                fields.get(world),
                fields.get(ScenarioSections.BUDGETS),
                strategies(fields),
                fields.get(ScenarioSections.TRIALS),
                fields.get(ScenarioSections.BINS),
                seed,
                fields.get(ScenarioSections.METHOD),
                fields.get(ScenarioSections.UTILITY),
                observations);
        return new Content(
                fields.get(ScenarioSections.NAME),
                seed,
                experiment,
                extent == Extent.WHOLE ? expectations(fields) : List.of(),
                new Written(fields.get(expect)),
                fields.get(ScenarioSections.ALLOCATION),
                fields.has(ScenarioSections.LEARNING)
                        ? Optional.of(fields.get(ScenarioSections.LEARNING)
                                .at(fields.has(ScenarioSections.ROUND) ? fields.get(ScenarioSections.ROUND) : 0))
                        : Optional.empty(),
                fields.has(ScenarioSections.CLAIM)
                        ? Optional.of(fields.get(ScenarioSections.CLAIM))
                        : Optional.empty());
    }

    private List<ConfiguredStrategy> strategies(Fields fields) {
        return fields.get(strategies).stream().map(LocatedValue::value).toList();
    }

    private List<Expectation> expectations(Fields fields) {
        ExpectationResolver assertions = new ExpectationResolver(
                SweepPlan.NONE,
                List.of(new ExpectationResolver.Names(
                        strategies(fields),
                        fields.get(ScenarioSections.BUDGETS),
                        BinNames.of(
                                fields.get(ScenarioSections.BINS),
                                fields.get(world).levels()),
                        fields.get(ScenarioSections.UTILITY).isPresent(),
                        ExpectationResolver.Names.payees(fields.get(world)),
                        ExpectationResolver.Names.attributes(fields.get(world)))));
        List<Expectation> expectations = assertions.expectations(fields.get(expect));
        if (!assertions.sound()) {
            fields.spoil();
        }
        return expectations;
    }

    private static void roundIsOfLearning(Fields fields) {
        if (!fields.has(ScenarioSections.LEARNING)) {
            fields.refuse(
                    ScenarioSections.ROUND,
                    "a round is one of learning, which is not stated",
                    ScenarioSections.LEARNING.name());
        }
    }

    private void claimIsLookedAt(Fields fields) {
        if (fields.get(expect).isEmpty()) {
            fields.refuse(
                    ScenarioSections.CLAIM,
                    "a claim that nothing is expected of cannot fail: it needs the key expect",
                    "");
        }
    }

    /**
     * Reports a claim that is said to hold in a range of parameters, in a scenario that is run at one point.
     *
     * @param spot of the scenario
     */
    public static void claimHasCorners(Content content, Node document, KeyPath spot) {
        if (content.claim()
                .filter(claim -> claim.verdict() == ClaimVerdict.FOLLOWS)
                .isEmpty()) {
            return;
        }
        Node claim = document instanceof Node.Entries entries ? entries.find(ScenarioSections.CLAIM.name()) : null;
        spot.key(ScenarioSections.CLAIM.name())
                .report(
                        (claim == null ? document : claim).place(),
                        "%s is said of a range of parameters, so the scenario must look at its corners, with cases or sweep"
                                .formatted(ClaimVerdict.FOLLOWS.label()),
                        "");
    }

    private static void rightAnswersAreGenerated(Fields fields) {
        boolean collected = fields.get(ScenarioSections.ALLOCATION)
                .flatMap(AllocationQuestion::rightAnswers)
                .isPresent();
        if (collected && fields.get(ScenarioSections.BUDGETS).resource() != Resource.GENERATIONS) {
            fields.refuse(
                    ScenarioSections.ALLOCATION,
                    "right answers are counted by candidates, so budgets must be in generations, not "
                            + fields.get(ScenarioSections.BUDGETS).resource().label(),
                    "");
        }
    }
}
