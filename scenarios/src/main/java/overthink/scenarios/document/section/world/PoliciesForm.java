package overthink.scenarios.document.section.world;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import overthink.core.law.cost.Drafting;
import overthink.core.law.difficulty.DifficultyLaw;
import overthink.core.law.verifier.Sensitivity;
import overthink.core.world.Ensemble;
import overthink.core.world.Skill;
import overthink.scenarios.document.form.Block;
import overthink.scenarios.document.form.Definitions;
import overthink.scenarios.document.form.EitherForm;
import overthink.scenarios.document.form.Fields;
import overthink.scenarios.document.form.Form;
import overthink.scenarios.document.form.Key;
import overthink.scenarios.document.form.KeyPath;
import overthink.scenarios.document.form.LocatedValue;
import overthink.scenarios.document.form.ReadValue;
import overthink.scenarios.document.form.RealForm;
import overthink.scenarios.document.form.TextForm;
import overthink.scenarios.document.form.VariantForm;
import overthink.scenarios.document.form.VariantForm.Variant;
import overthink.scenarios.document.form.WholeForm;
import overthink.scenarios.document.yaml.Node;

/** How several policies are written: by name, the first being the one that works where no other is asked for. */
record PoliciesForm() implements Form<Map<String, WrittenPolicy>> {

    /** What a policy may be called. */
    static final TextForm NAME = new TextForm(
            "a name of lower case words joined by hyphens, such as small or large-tuned", "^[a-z0-9]+(-[a-z0-9]+)*$");

    private static final Form<LocatedValue<String>> OTHER_NAME = NAME.placed();

    private static final Key<DifficultyLaw> ACCURACY = Key.required(
            "accuracy",
            AccuracyForms.LAW,
            "The law of p, the probability that a candidate of this policy is correct; a list as long as that of the problems"
                    + " lists the same problems in the same order");
    private static final Key<LocatedValue<String>> DRAFTING =
            Key.required("policy", OTHER_NAME, "The policy that drafts; its time per token counts, its tokens do not");
    private static final Key<Double> ACCEPTANCE = Key.required(
            "acceptance",
            RealForm.PROBABILITY,
            "Probability that a drafted token is accepted once those before it are");
    private static final Key<Integer> LENGTH =
            Key.required("length", WholeForm.ints(Drafting.LENGTH), "How many tokens a pass drafts");
    private static final Key<WrittenPolicy.Draft> DRAFT = Key.derived(
            "draft",
            Block.of(
                    fields -> new WrittenPolicy.Draft(fields.get(DRAFTING), fields.get(ACCEPTANCE), fields.get(LENGTH)),
                    DRAFTING,
                    ACCEPTANCE,
                    LENGTH),
            "nobody drafts",
            "Another policy that drafts for this one, which changes its time per token alone: the candidates stay the same");
    private static final Key<LocatedValue<String>> FROM =
            Key.required("from", OTHER_NAME, "The policy that is steered by what tuning did to another");
    private static final Key<LocatedValue<String>> TUNED = Key.required("tuned", OTHER_NAME, "That other after tuning");
    private static final Key<LocatedValue<String>> BASE = Key.required("base", OTHER_NAME, "That other before tuning");
    private static final Key<Shift> SHIFT = Key.required(
            "shift",
            Block.of(fields -> new Shift(fields.get(TUNED), fields.get(BASE)), TUNED, BASE),
            "What is added to its log-odds of a right candidate: those of the tuned policy less those of its base");
    private static final Key<Double> TRANSFER = Key.optional(
            "transfer", new RealForm(Skill.Shifted.TRANSFER), "1", "How much of the shift arrives; 0 is none of it");

    private static final Key<Sensitivity> D = Key.required(
            "d",
            new RealForm(Sensitivity.D).map(Sensitivity::of),
            "How far this policy's good candidates lie above bad ones in standard deviations of the noise");
    private static final Key<Sensitivity> AUC = Key.required(
            "auc",
            new RealForm(Sensitivity.AUC).map(area -> Sensitivity.of(Sensitivity.fromAuc(area))),
            "Area under the ROC curve that d would have were the noise Gaussian and all the candidate's");
    private static final Key<Sensitivity> DISTANCE = Key.derived(
            "verifier",
            new VariantForm<>(List.of(
                    Variant.of(Block.of(fields -> fields.get(D), D), D.name()),
                    Variant.of(Block.of(fields -> fields.get(AUC), AUC), AUC.name()))),
            "as good as on the first policy's candidates",
            "How well graded outcome verifiers tell this policy's right candidates, who read all candidates alike: they may have"
                    + " been trained on another's");

    private static final Form<WrittenPolicy> FIRST = PolicyForms.first(
            fields -> new WrittenPolicy(PolicyForms.policy(fields), null, null, draft(fields), null), List.of(DRAFT));

    private static final Form<WrittenPolicy> DERIVED = Block.of(
            fields -> new WrittenPolicy(
                    null,
                    null,
                    new WrittenPolicy.Derivation(
                            fields.get(FROM),
                            fields.get(SHIFT).tuned(),
                            fields.get(SHIFT).base(),
                            fields.get(TRANSFER)),
                    null,
                    null),
            FROM,
            SHIFT,
            TRANSFER);

    private static final Form<WrittenPolicy> OTHER = new EitherForm<>(
            node -> node instanceof Node.Entries mapping && mapping.find("from") != null,
            DERIVED,
            PolicyForms.other(
                    fields -> new WrittenPolicy(
                            PolicyForms.policy(fields),
                            fields.get(ACCURACY),
                            null,
                            draft(fields),
                            fields.has(DISTANCE) ? fields.get(DISTANCE) : null),
                    List.of(ACCURACY, DRAFT, DISTANCE)));

    private record Shift(LocatedValue<String> tuned, LocatedValue<String> base) {}

    private static WrittenPolicy.@Nullable Draft draft(Fields fields) {
        return fields.has(DRAFT) ? fields.get(DRAFT) : null;
    }

    @Override
    public @Nullable ReadValue<Map<String, WrittenPolicy>> read(Node node, KeyPath spot) {
        if (!(node instanceof Node.Entries mapping)
                || mapping.entries().isEmpty()
                || mapping.entries().size() > Ensemble.MOST) {
            return spot.refuse(node, "must be " + what());
        }
        Map<String, WrittenPolicy> policies = new LinkedHashMap<>();
        List<Node.Entry> explained = new ArrayList<>();
        boolean first = true;
        for (Node.Entry entry : mapping.entries()) {
            KeyPath inner = spot.key(entry.name());
            ReadValue<WrittenPolicy> reading = first ? readFirst(entry, inner) : OTHER.read(entry.value(), inner);
            first = false;
            if (NAME.read(entry.key(), inner) != null && reading != null) {
                policies.put(entry.name(), reading.value());
                explained.add(new Node.Entry(entry.key(), reading.explained()));
            }
        }
        return policies.size() < mapping.entries().size()
                ? null
                : new ReadValue<>(policies, new Node.Entries(explained, node.place()));
    }

    private static @Nullable ReadValue<WrittenPolicy> readFirst(Node.Entry entry, KeyPath spot) {
        Node accuracy = entry.value() instanceof Node.Entries mapping ? mapping.find(ACCURACY.name()) : null;
        if (accuracy != null) {
            spot.key(ACCURACY.name())
                    .report(
                            accuracy.place(),
                            "the first policy's accuracy is that of the problems: it is written as problems.accuracy, and bins of"
                                    + " difficulty go by it",
                            "move it there");
            return null;
        }
        return FIRST.read(entry.value(), spot);
    }

    @Override
    public Map<String, Object> schema(Definitions definitions) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "object");
        schema.put("propertyNames", Map.of("pattern", NAME.pattern()));
        schema.put(
                "additionalProperties", Map.of("anyOf", List.of(FIRST.schema(definitions), OTHER.schema(definitions))));
        schema.put("minProperties", 1);
        schema.put("maxProperties", Ensemble.MOST);
        return schema;
    }

    @Override
    public String what() {
        return "a mapping of 1 to %d policies by name, the first being the one that works where no other is asked for"
                .formatted(Ensemble.MOST);
    }
}
