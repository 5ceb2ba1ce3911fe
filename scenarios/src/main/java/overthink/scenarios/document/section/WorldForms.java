package overthink.scenarios.document.section;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import overthink.core.law.difficulty.DifficultyLaw;
import overthink.core.law.difficulty.Empirical;
import overthink.core.model.SyntheticWorld;
import overthink.core.model.World;
import overthink.core.world.Policy;
import overthink.core.world.Problems;
import overthink.core.world.Verifiers;
import overthink.scenarios.document.form.Block;
import overthink.scenarios.document.form.Fields;
import overthink.scenarios.document.form.Form;
import overthink.scenarios.document.form.Key;
import overthink.scenarios.document.form.VariantForm;
import overthink.scenarios.document.form.VariantForm.Variant;
import overthink.scenarios.document.form.WholeForm;
import overthink.scenarios.document.yaml.Node;

/** How a world is written. */
final class WorldForms {

    private static final Key<Integer> COUNT = Key.derived(
            "count",
            WholeForm.ints(Problems.COUNT),
            "all problems of a list or file, of which a smaller count is drawn by the seed; required for other laws",
            "How many problems");
    private static final Key<DifficultyLaw> ACCURACY =
            Key.required("accuracy", AccuracyForms.LAW, "The law of p, the probability that one candidate is correct");

    private static final Form<Problems> PROBLEMS_FORM = Block.of(WorldForms::problems, COUNT, ACCURACY)
            .check(WorldForms::countKnown, ACCURACY)
            .check(
                    fields -> fields.attempt(COUNT, () -> new Problems(fields.get(ACCURACY), fields.get(COUNT))),
                    COUNT,
                    ACCURACY);

    private static final Key<Problems> PROBLEMS = Key.required("problems", PROBLEMS_FORM, "How hard the problems are");
    private static final Key<Policy> POLICY =
            Key.optional("policy", PolicyForms.POLICY, "{}", "The model that generates");
    private static final Key<Verifiers> VERIFIER =
            Key.optional("verifier", VerifierForms.VERIFIERS, "{}", "What judges the policy's work");

    private static final Block<World> DECLARED = Block.of(
            fields -> new SyntheticWorld(fields.get(PROBLEMS), fields.get(POLICY), fields.get(VERIFIER)),
            PROBLEMS,
            POLICY,
            VERIFIER);

    /** The kinds of world that scenarios know by themselves: of declared laws, and recorded. */
    private static final List<Variant<World>> KINDS =
            List.of(Variant.of(DECLARED, "problems"), Variant.of(RecordingForms.WORLD, "recording", "draw"));

    private WorldForms() {}

    /** A world of one of the kinds known here or of others, each told by keys of its own, or one that is called by name. */
    static Form<World> with(List<Variant<World>> others) {
        return new LikeForm(
                new VariantForm<>(Stream.concat(KINDS.stream(), others.stream()).toList()));
    }

    private static void countKnown(Fields fields) {
        if (!fields.stated(COUNT) && !(fields.get(ACCURACY) instanceof Empirical)) {
            fields.missing(COUNT);
        }
    }

    private static Problems problems(Fields fields) {
        if (!fields.has(COUNT) && fields.get(ACCURACY) instanceof Empirical list) {
            fields.derive(COUNT, list.size(), Node.Scalar.number(BigDecimal.valueOf(list.size()), fields.place(COUNT)));
        }
        return new Problems(fields.get(ACCURACY), fields.get(COUNT));
    }
}
