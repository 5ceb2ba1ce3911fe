package overthink.scenarios.document.section;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import overthink.core.api.NamedPart;
import overthink.core.api.Resource;
import overthink.core.estimate.BinPlan;
import overthink.core.estimate.Utility;
import overthink.core.experiment.Budgets;
import overthink.core.experiment.ConfiguredStrategy;
import overthink.core.experiment.Experiment;
import overthink.core.experiment.MethodChoice;
import overthink.core.experiment.Observation;
import overthink.core.experiment.TrialPlan;
import overthink.core.model.SyntheticWorld;
import overthink.core.model.World;
import overthink.core.run.Simulator;
import overthink.core.world.Gathering;
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
import overthink.scenarios.document.form.TextForm;
import overthink.scenarios.document.form.VariantForm.Variant;
import overthink.scenarios.document.form.WholeForm;
import overthink.scenarios.document.remark.BudgetRemarks;
import overthink.scenarios.document.section.world.WorldForms;
import overthink.scenarios.document.yaml.Node;
import overthink.scenarios.expectation.BinNames;
import overthink.scenarios.expectation.ClaimVerdict;
import overthink.scenarios.expectation.Expectation;
import overthink.scenarios.expectation.LiteratureClaim;
import overthink.scenarios.expectation.Measure;
import overthink.scenarios.expectation.RowFigure;
import overthink.scenarios.plugins.StrategyCatalog;

/** How a scenario is written, given the strategies that there are. */
public final class ScenarioForm {

    private static final Key<String> NAME =
            Key.derived("name", TextForm.line("a line of text"), "the file's name", "What results call the scenario");
    private static final Key<Long> SEED =
            Key.optional("seed", new WholeForm(Long.MIN_VALUE, Long.MAX_VALUE), "1", "Of all randomness");
    private static final Key<Budgets> BUDGETS =
            Key.required("budgets", ExperimentForms.BUDGETS, "What a strategy may spend on a problem");
    private static final Key<TrialPlan> TRIALS =
            Key.optional("trials", ExperimentForms.TRIALS, "{precision: 0.005}", "How many trials of each strategy");
    private static final Key<BinPlan> BINS = Key.optional(
            "bins", ExperimentForms.BINS, "none", "The bins of difficulty reported beside all problems together");

    private static final Key<MethodChoice> METHOD = Key.optional(
            "method",
            ExperimentForms.METHOD,
            MethodChoice.AUTO.label(),
            "How numbers are found; auto takes the best that applies");

    private static final Key<Optional<Utility>> UTILITY = Key.optional(
            "utility",
            UtilityForms.UTILITY,
            "none",
            "What answers are worth and resources cost: rows get an expected utility, strategies a best budget");

    private static final Key<Set<Observation>> MEASURES = Key.optional(
            "measures",
            ExperimentForms.MEASURES,
            "none",
            "What rows say of trials beside: quantiles of latency, tokens and dollars; candidates that are right, answers"
                    + " that differ, and the length of what is committed");
    private static final Key<Optional<AllocationQuestion>> ALLOCATION = Key.optional(
            "allocation",
            AllocationForms.ALLOCATION,
            "none",
            "How one budget is spread over the problems: what each would have of it if they were told apart beforehand");

    private static final Key<LearningQuestion> LEARNING = Key.derived(
            "learning",
            LearningForms.LEARNING,
            "none",
            "Rounds of learning: all is run, each strategy's policy learns of what it keeps, and all is run again");
    private static final Key<Integer> ROUND = Key.derived(
            "round", LearningForms.ROUND, "0", "Which round of learning this is; learning runs them all, from 0 on");

    private static final Key<LiteratureClaim> CLAIM = Key.derived(
            "claim",
            ClaimForms.CLAIM,
            "none",
            "Which claim of the literature the scenario looks at, and what its world says of it");

    private static final Key<List<SweepPlan.Axis>> SWEEP = Key.derived(
            "sweep",
            SweepForms.SWEEP,
            "none",
            "Paths of keys with the values for which the scenario is run: a grid of all of them");
    private static final Key<List<SweepPlan.Case>> CASES = Key.derived(
            "cases",
            SweepForms.CASES,
            "none",
            "Variants of the scenario by name, in each of which all is run: paths of keys with a value each");

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
        Block<Content> block = Block.of(
                        fields -> content(fields, name, extent),
                        NAME,
                        SEED,
                        world,
                        BUDGETS,
                        strategies,
                        TRIALS,
                        METHOD,
                        BINS,
                        UTILITY,
                        MEASURES,
                        ALLOCATION,
                        expect,
                        LEARNING,
                        ROUND,
                        CLAIM,
                        SWEEP,
                        CASES)
                .check(this::differ, strategies)
                .check(this::haveWhatTheyNeed, strategies, world)
                .check(this::haveTheMethod, strategies, world, BUDGETS, METHOD)
                .check(this::budgetsFit, BUDGETS, world)
                .check(this::budgetsBound, BUDGETS, strategies, world)
                .check(this::levelsExist, BINS, world)
                .check(this::binsHaveADifficulty, BINS, world)
                .check(this::answersAreWorthSomething, UTILITY, world)
                .check(this::rightAnswersExist, ALLOCATION, world)
                .check(this::figuresExist, expect, world)
                .check(this::pricesApply, UTILITY, world)
                .check(this::rightAnswersAreGenerated, ALLOCATION, BUDGETS)
                .check(this::problemsAreCounted, ALLOCATION, world)
                .check(this::policyLearns, LEARNING, world)
                .check(this::roundIsOfLearning, ROUND)
                .check(this::claimIsLookedAt, CLAIM, expect);
        return extent == Extent.WHOLE
                ? block.check(this::expectations, expect, strategies, world, BUDGETS, BINS, UTILITY)
                : block;
    }

    /**
     * At which points a scenario is run.
     *
     * @param spot of the scenario, whose context hears of mistakes
     * @return null when there is a mistake
     */
    public @Nullable SweepPlan plan(Node document, KeyPath spot) {
        Node sweep = document instanceof Node.Entries entries ? entries.find(SWEEP.name()) : null;
        Node cases = document instanceof Node.Entries entries ? entries.find(CASES.name()) : null;
        ReadValue<List<SweepPlan.Axis>> axes = sweep == null
                ? new ReadValue<>(List.of(), document)
                : SWEEP.form().read(sweep, spot.key(SWEEP.name()));
        ReadValue<List<SweepPlan.Case>> named = cases == null
                ? new ReadValue<>(List.of(), document)
                : CASES.form().read(cases, spot.key(CASES.name()));
        SweepPlan plan = axes == null || named == null ? null : SweepForms.plan(named.value(), axes.value(), spot);
        Node learning = document instanceof Node.Entries entries ? entries.find(LEARNING.name()) : null;
        if (plan == null || learning == null) {
            return plan;
        }
        ReadValue<LearningQuestion> question = LEARNING.form().read(learning, spot.key(LEARNING.name()));
        return question == null
                ? null
                : LearningForms.withRounds(plan, ROUND.name(), question.value().rounds(), learning.place());
    }

    /** What is said of all points, without what says which they are. */
    public Node base(Node document) {
        return document instanceof Node.Entries entries
                ? new Node.Entries(
                        entries.entries().stream()
                                .filter(entry -> !entry.name().equals(SWEEP.name())
                                        && !entry.name().equals(CASES.name()))
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
        if (!fields.has(NAME)) {
            fields.derive(NAME, name, Node.Scalar.text(name, fields.place(NAME)));
        }
        long seed = fields.get(SEED);
        Set<Observation> observations = EnumSet.noneOf(Observation.class);
        observations.addAll(fields.get(MEASURES));
        fields.get(expect)
                .forEach(expectation -> observations.addAll(expectation.value().observations()));
        Experiment experiment = new Experiment(
                fields.get(world),
                fields.get(BUDGETS),
                strategies(fields),
                fields.get(TRIALS),
                fields.get(BINS),
                seed,
                fields.get(METHOD),
                fields.get(UTILITY),
                observations);
        return new Content(
                fields.get(NAME),
                seed,
                experiment,
                extent == Extent.WHOLE ? expectations(fields) : List.of(),
                new Written(fields.get(expect)),
                fields.get(ALLOCATION),
                fields.has(LEARNING)
                        ? Optional.of(fields.get(LEARNING).at(fields.has(ROUND) ? fields.get(ROUND) : 0))
                        : Optional.empty(),
                fields.has(CLAIM) ? Optional.of(fields.get(CLAIM)) : Optional.empty());
    }

    private List<ConfiguredStrategy> strategies(Fields fields) {
        return fields.get(strategies).stream().map(LocatedValue::value).toList();
    }

    private List<Expectation> expectations(Fields fields) {
        ExpectationResolver assertions = new ExpectationResolver(
                SweepPlan.NONE,
                List.of(new ExpectationResolver.Names(
                        strategies(fields),
                        fields.get(BUDGETS),
                        BinNames.of(fields.get(BINS), fields.get(world).levels()),
                        fields.get(UTILITY).isPresent(),
                        ExpectationResolver.Names.payees(fields.get(world)),
                        ExpectationResolver.Names.attributes(fields.get(world)))));
        List<Expectation> expectations = assertions.expectations(fields.get(expect));
        if (!assertions.sound()) {
            fields.spoil();
        }
        return expectations;
    }

    private void differ(Fields fields) {
        List<LocatedValue<ConfiguredStrategy>> all = fields.get(strategies);
        for (int i = 0; i < all.size(); i++) {
            for (int j = 0; j < i; j++) {
                if (same(all.get(i).value(), all.get(j).value())) {
                    fields.spoil();
                    all.get(i)
                            .spot()
                            .report(
                                    all.get(i).node().place(),
                                    "%s stands here twice with the same parameters, first as strategies[%d]"
                                            .formatted(all.get(i).value().name(), j),
                                    "");
                    break;
                }
            }
        }
    }

    private static boolean same(ConfiguredStrategy one, ConfiguredStrategy other) {
        return one.name().equals(other.name()) && one.parameters().equals(other.parameters());
    }

    private void haveWhatTheyNeed(Fields fields) {
        for (LocatedValue<ConfiguredStrategy> strategy : fields.get(strategies)) {
            strategy.value().refusal(fields.get(world)).ifPresent(reason -> {
                fields.spoil();
                strategy.spot().report(culprit(strategy, fields.get(world)).place(), reason, "");
            });
        }
    }

    /** What a refusal is about: the name that the world has not, where there is one, else the strategy. */
    private static Node culprit(LocatedValue<ConfiguredStrategy> strategy, World in) {
        return strategy.value()
                .unnamed(in)
                .flatMap(part -> naming(strategy.node(), part))
                .orElse(strategy.node());
    }

    /** Where a policy or verifier is named, in a key that is called so. */
    private static Optional<Node> naming(Node node, NamedPart part) {
        if (node instanceof Node.Items list) {
            return list.items().stream()
                    .flatMap(item -> naming(item, part).stream())
                    .findFirst();
        }
        if (!(node instanceof Node.Entries mapping)) {
            return Optional.empty();
        }
        return mapping.entries().stream()
                .flatMap(entry -> entry.name().equals(part.part().label())
                                || entry.name().equals(part.part().labels())
                        ? named(entry.value(), part)
                        : naming(entry.value(), part).stream())
                .findFirst();
    }

    private static Stream<Node> named(Node value, NamedPart part) {
        List<Node> names = value instanceof Node.Items list ? list.items() : List.of(value);
        return names.stream()
                .filter(node ->
                        node instanceof Node.Scalar scalar && scalar.text().equals(part.name()));
    }

    private void haveTheMethod(Fields fields) {
        for (LocatedValue<ConfiguredStrategy> strategy : fields.get(strategies)) {
            if (strategy.value().refusal(fields.get(world)).isEmpty()) {
                Simulator.refusal(fields.get(world), fields.get(BUDGETS), strategy.value(), fields.get(METHOD))
                        .ifPresent(reason -> {
                            fields.spoil();
                            strategy.spot().report(strategy.node().place(), reason, "");
                        });
            }
        }
    }

    private void budgetsFit(Fields fields) {
        fields.get(BUDGETS).refusal(fields.get(world)).ifPresent(reason -> {
            fields.spoil();
            fields.spot().key(BUDGETS.name()).key("values").report(fields.place(BUDGETS), reason, "");
        });
    }

    private void budgetsBound(Fields fields) {
        new BudgetRemarks(fields.get(world), fields.get(BUDGETS), strategies(fields))
                .obstacle()
                .ifPresent(reason -> {
                    fields.spoil();
                    fields.spot().key(BUDGETS.name()).key("resource").report(fields.place(BUDGETS), reason, "");
                });
    }

    /** Why something is not known of a world whose candidates are neither right nor wrong. */
    private static final String NUMBERS_ALONE =
            "here candidates are neither right nor wrong. Maybe say from which quality on they are right:"
                    + " world.problems.right-from";

    private boolean numbersAlone(Fields fields) {
        return !fields.get(world).rightOrWrong();
    }

    private void binsHaveADifficulty(Fields fields) {
        if (numbersAlone(fields) && !(fields.get(BINS) instanceof BinPlan.None)) {
            fields.refuse(BINS, "bins go by the chance of a right candidate, and " + NUMBERS_ALONE, "");
        }
    }

    private void answersAreWorthSomething(Fields fields) {
        if (numbersAlone(fields) && fields.get(UTILITY).isPresent()) {
            fields.refuse(UTILITY, "a utility is of right and wrong answers, and " + NUMBERS_ALONE, "");
        }
    }

    private void rightAnswersExist(Fields fields) {
        if (numbersAlone(fields) && fields.get(ALLOCATION).isPresent()) {
            fields.refuse(ALLOCATION, "a budget is split by what answers it buys, and " + NUMBERS_ALONE, "");
        }
    }

    private void figuresExist(Fields fields) {
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

    private void levelsExist(Fields fields) {
        boolean levels = fields.get(BINS) instanceof BinPlan.Levels;
        if (levels && fields.get(world).levels().isEmpty()) {
            fields.refuse(BINS, "levels are the levels of a law of difficulty, and accuracy has none", "thresholds");
        }
    }

    private void problemsAreCounted(Fields fields) {
        if (fields.get(ALLOCATION).isPresent()
                && fields.get(world) instanceof SyntheticWorld synthetic
                && synthetic.problems().gathering() == Gathering.POPULATION) {
            fields.refuse(
                    ALLOCATION,
                    "a budget is split over problems that can be counted, not over a population. Maybe under problems:"
                            + " {count: 1000, spread: even}",
                    "");
        }
    }

    private void policyLearns(Fields fields) {
        if (!(fields.get(world) instanceof SyntheticWorld synthetic)) {
            fields.refuse(
                    LEARNING, "a policy learns whose problems are declared by laws, and this world's are not", "");
        } else if (synthetic.problems().gathering() == Gathering.POPULATION) {
            fields.refuse(
                    LEARNING,
                    "a policy learns problem by problem, of problems that can be counted, not of a population. Maybe under"
                            + " problems: {count: 1000, spread: even}",
                    "");
        }
    }

    private void roundIsOfLearning(Fields fields) {
        if (!fields.has(LEARNING)) {
            fields.refuse(ROUND, "a round is one of learning, which is not stated", LEARNING.name());
        }
    }

    private void claimIsLookedAt(Fields fields) {
        if (fields.get(expect).isEmpty()) {
            fields.refuse(CLAIM, "a claim that nothing is expected of cannot fail: it needs the key expect", "");
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
        Node claim = document instanceof Node.Entries entries ? entries.find(CLAIM.name()) : null;
        spot.key(CLAIM.name())
                .report(
                        (claim == null ? document : claim).place(),
                        "%s is said of a range of parameters, so the scenario must look at its corners, with cases or sweep"
                                .formatted(ClaimVerdict.FOLLOWS.label()),
                        "");
    }

    private void rightAnswersAreGenerated(Fields fields) {
        boolean collected =
                fields.get(ALLOCATION).flatMap(AllocationQuestion::rightAnswers).isPresent();
        if (collected && fields.get(BUDGETS).resource() != Resource.GENERATIONS) {
            fields.refuse(
                    ALLOCATION,
                    "right answers are counted by candidates, so budgets must be in generations, not "
                            + fields.get(BUDGETS).resource().label(),
                    "");
        }
    }

    private void pricesApply(Fields fields) {
        fields.get(UTILITY)
                .ifPresent(utility -> UtilityForms.idle(utility, fields.get(world))
                        .forEach((resource, reason) -> {
                            fields.spoil();
                            fields.spot()
                                    .key(UTILITY.name())
                                    .key("per")
                                    .key(resource.label())
                                    .report(fields.place(UTILITY), reason, "");
                        }));
    }
}
