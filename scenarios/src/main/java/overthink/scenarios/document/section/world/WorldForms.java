package overthink.scenarios.document.section.world;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import overthink.core.law.difficulty.DifficultyLaw;
import overthink.core.law.difficulty.Empirical;
import overthink.core.model.SyntheticWorld;
import overthink.core.model.World;
import overthink.core.world.Gathering;
import overthink.core.world.Policy;
import overthink.core.world.Problems;
import overthink.core.world.Verifiers;
import overthink.scenarios.document.form.Block;
import overthink.scenarios.document.form.EitherForm;
import overthink.scenarios.document.form.Fields;
import overthink.scenarios.document.form.Form;
import overthink.scenarios.document.form.Key;
import overthink.scenarios.document.form.VariantForm;
import overthink.scenarios.document.form.VariantForm.Variant;
import overthink.scenarios.document.form.WholeForm;
import overthink.scenarios.document.form.WordForm;
import overthink.scenarios.document.yaml.Node;

/** How a world is written. */
public final class WorldForms {

    /** In place of a number: the law itself. */
    private static final OptionalInt POPULATION = OptionalInt.empty();

    private static final Key<OptionalInt> COUNT = Key.derived(
            "count",
            new EitherForm<>(
                    node -> !(node instanceof Node.Scalar scalar && scalar.type() == Node.Type.TEXT),
                    WholeForm.ints(Problems.COUNT).map(OptionalInt::of),
                    new WordForm<>(Map.of(Gathering.POPULATION.label(), POPULATION))),
            "all problems of a list or file, of which a smaller count is drawn by the seed; required for other laws",
            "How many problems, or population: numbers of the law itself instead of problems drawn from it");
    private static final Key<Gathering> SPREAD = Key.derived(
            "spread",
            new WordForm<>(spreads()),
            "random; a population is not drawn",
            "How p of a count of problems comes of its law: drawn at random, or even: at its evenly spread quantiles, the same"
                    + " for every seed");
    private static final Key<DifficultyLaw> ACCURACY =
            Key.required("accuracy", AccuracyForms.LAW, "The law of p, the probability that one candidate is correct");

    private static final Form<Problems> PROBLEMS_FORM = Block.of(WorldForms::problems, COUNT, SPREAD, ACCURACY)
            .check(WorldForms::countKnown, ACCURACY)
            .check(fields -> fields.attempt(COUNT, () -> problems(fields, Gathering.DRAWN)), COUNT, ACCURACY)
            .check(WorldForms::spreadFits, COUNT, SPREAD);

    private static final Key<Problems> PROBLEMS = Key.required("problems", PROBLEMS_FORM, "How hard the problems are");
    private static final Key<Policy> POLICY =
            Key.optional("policy", PolicyForms.POLICY, "{}", "The model that generates");
    private static final Key<Verifiers> VERIFIER =
            Key.optional("verifier", VerifierForms.VERIFIERS, "{}", "What judges the policy's work");

    private static final Block<World> DECLARED = Block.of(
            WorldForms::declared,
            Stream.of(List.<Key<?>>of(PROBLEMS, POLICY), EnsembleForms.keys(), List.<Key<?>>of(VERIFIER))
                    .flatMap(List::stream)
                    .toList());

    /** The kinds of world that scenarios know by themselves: of declared laws, and recorded. */
    private static final List<Variant<World>> KINDS =
            List.of(Variant.of(DECLARED, "problems"), Variant.of(RecordingForms.WORLD, "recording", "draw"));

    private WorldForms() {}

    /** A world of one of the kinds known here or of others, each told by keys of its own, or one that is called by name. */
    public static Form<World> with(List<Variant<World>> others) {
        return new LikeForm(new EitherForm<World>(
                QualityForms::marks,
                QualityForms.WORLD,
                new EitherForm<World>(
                        PartForms::marks,
                        PartForms.WORLD,
                        new VariantForm<>(
                                Stream.concat(KINDS.stream(), others.stream()).toList()))));
    }

    private static @Nullable World declared(Fields fields) {
        Policy policy = fields.get(POLICY);
        if (fields.has(EnsembleForms.POLICIES)) {
            if (fields.stated(POLICY)) {
                fields.refuse(
                        POLICY,
                        "policy stands beside policies, the first of which it is: give the one or the others",
                        "");
                return null;
            }
            fields.leaveOut(POLICY);
        }
        EnsembleForms.Policies policies = EnsembleForms.policies(fields, policy);
        return policies == null
                ? null
                : new SyntheticWorld(
                        fields.get(PROBLEMS),
                        policies.policy(),
                        fields.get(VERIFIER),
                        policies.ensemble(),
                        EnsembleForms.signal(fields));
    }

    private static void countKnown(Fields fields) {
        if (!fields.stated(COUNT) && !(fields.get(ACCURACY) instanceof Empirical)) {
            fields.missing(COUNT);
        }
    }

    private static void spreadFits(Fields fields) {
        if (fields.get(COUNT).isEmpty()) {
            fields.refuse(
                    SPREAD,
                    "spread says how a count of problems is drawn, and a population is not drawn",
                    "leave it out");
        }
    }

    private static Problems problems(Fields fields) {
        if (!fields.has(COUNT) && fields.get(ACCURACY) instanceof Empirical list) {
            fields.derive(
                    COUNT,
                    OptionalInt.of(list.size()),
                    Node.Scalar.number(BigDecimal.valueOf(list.size()), fields.place(COUNT)));
        }
        if (!fields.has(SPREAD) && fields.get(COUNT).isPresent()) {
            fields.derive(SPREAD, Gathering.DRAWN, Node.Scalar.text(Gathering.DRAWN.label(), fields.place(SPREAD)));
        }
        return problems(fields, fields.has(SPREAD) ? fields.get(SPREAD) : Gathering.POPULATION);
    }

    /** The problems, come by so where there is a count of them. */
    private static Problems problems(Fields fields, Gathering gathering) {
        OptionalInt count = fields.get(COUNT);
        return count.isPresent()
                ? new Problems(fields.get(ACCURACY), count.getAsInt(), gathering)
                : Problems.population(fields.get(ACCURACY));
    }

    private static Map<String, Gathering> spreads() {
        Map<String, Gathering> spreads = new LinkedHashMap<>();
        spreads.put(Gathering.DRAWN.label(), Gathering.DRAWN);
        spreads.put(Gathering.SPREAD.label(), Gathering.SPREAD);
        return spreads;
    }
}
