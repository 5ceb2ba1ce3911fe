package overthink.scenarios.document.section.world;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import overthink.core.law.quality.CorrelationMatrix;
import overthink.core.law.quality.QualityLaw;
import overthink.core.law.quality.QualityScale;
import overthink.core.law.quality.QualityWalk;
import overthink.core.model.World;
import overthink.core.model.quality.QualityPolicy;
import overthink.core.model.quality.QualityVerifiers;
import overthink.core.model.quality.QualityWorld;
import overthink.core.world.Policy;
import overthink.core.world.Problems;
import overthink.scenarios.document.form.Block;
import overthink.scenarios.document.form.ChoiceForm;
import overthink.scenarios.document.form.EitherForm;
import overthink.scenarios.document.form.Fields;
import overthink.scenarios.document.form.Form;
import overthink.scenarios.document.form.Key;
import overthink.scenarios.document.form.ListForm;
import overthink.scenarios.document.form.MapForm;
import overthink.scenarios.document.form.RealForm;
import overthink.scenarios.document.form.TextForm;
import overthink.scenarios.document.form.WholeForm;
import overthink.scenarios.document.yaml.Node;

/** How a world is written whose candidates have a quality that is a number. */
final class QualityForms {

    private static final String QUALITY = "quality";
    private static final String ATTRIBUTES = "attributes";
    private static final String PAIR = "~";

    private static final RealForm VALUE = new RealForm(QualityScale.VALUE);
    private static final RealForm DEVIATION = new RealForm(QualityScale.DEVIATION);

    private static final Key<Double> MEAN = Key.optional("mean", VALUE, "0", "The mean");
    private static final Key<Double> SPREAD = Key.optional("deviation", DEVIATION, "1", "The standard deviation");
    private static final Key<Double> PART_WEIGHT =
            Key.required("weight", new RealForm(QualityScale.Part.WEIGHT), "Its weight in the mixture, in any unit");
    private static final Key<Double> WEIGHT = Key.optional(
            "weight", new RealForm(QualityLaw.Attribute.WEIGHT), "1", "Its weight in the whole, in any unit");

    private static final Form<QualityScale.Normal> NORMAL = Block.of(QualityForms::normal, MEAN, SPREAD);
    private static final ListForm<QualityScale.Part> PARTS = new ListForm<>(
            Block.of(
                    fields -> new QualityScale.Part(fields.get(PART_WEIGHT), normal(fields)),
                    PART_WEIGHT,
                    MEAN,
                    SPREAD),
            "parts",
            1,
            QualityScale.Mixture.MOST_PARTS);

    private static final ChoiceForm<QualityLaw> ONE = ChoiceForm.<QualityLaw>of("law of quality")
            .option("normal", NORMAL.map(QualityLaw::of), "Normal")
            .option(
                    "mixture",
                    PARTS.map(parts -> QualityLaw.of(new QualityScale.Mixture(parts))),
                    "A mixture of normal laws");

    private static final Key<Map<String, Attribute>> ATTRIBUTES_KEY = Key.required(
            ATTRIBUTES,
            new MapForm<>(
                    Block.of(fields -> new Attribute(normal(fields), fields.get(WEIGHT)), MEAN, SPREAD, WEIGHT),
                    "attributes",
                    TextForm.line("a name"),
                    1,
                    QualityLaw.MOST_ATTRIBUTES),
            "What a candidate's quality is the weighted mean of, by name");
    private static final Key<Map<String, Double>> CORRELATION = Key.optional(
            "correlation",
            new MapForm<>(
                    new RealForm(CorrelationMatrix.CORRELATION),
                    "correlations",
                    new TextForm("two names with a ~ between", "^[^~]{1,200}~[^~]{1,200}$"),
                    0,
                    QualityLaw.MOST_ATTRIBUTES * (QualityLaw.MOST_ATTRIBUTES - 1) / 2),
            "{}",
            "Correlations of attributes, each as first~second; those not named are 0");

    private static final Form<QualityLaw> LAW = new EitherForm<>(
            node -> node instanceof Node.Entries entries
                    && (entries.find(ATTRIBUTES) != null || entries.find(CORRELATION.name()) != null),
            Block.of(QualityForms::attributes, ATTRIBUTES_KEY, CORRELATION),
            ONE);

    private static final Key<Integer> COUNT =
            Key.required("count", WholeForm.ints(Problems.COUNT), "How many problems");
    private static final Key<QualityLaw> QUALITY_KEY =
            Key.required(QUALITY, LAW, "The law of a candidate's quality, a number, within its problem");
    private static final Key<Double> BETWEEN = Key.optional(
            "between",
            new RealForm(QualityWorld.BETWEEN),
            "0",
            "Standard deviation by which problems differ in mean quality");
    private static final Key<Double> RIGHT_FROM = Key.derived(
            "right-from",
            VALUE,
            "candidates are neither right nor wrong",
            "The quality from which on a candidate is right, so that there are accuracy and coverage");

    private static final Form<Drawn> PROBLEMS = Block.of(
            fields -> new Drawn(
                    fields.get(COUNT),
                    fields.get(QUALITY_KEY),
                    fields.get(BETWEEN),
                    fields.has(RIGHT_FROM) ? OptionalDouble.of(fields.get(RIGHT_FROM)) : OptionalDouble.empty()),
            COUNT,
            QUALITY_KEY,
            BETWEEN,
            RIGHT_FROM);

    private static final Key<Integer> STEPS = Key.optional(
            "steps", WholeForm.ints(QualityPolicy.STEPS), "1", "Steps of a solution: denoising passes, say");
    private static final Key<QualityWalk> WALK = Key.derived(
            "walk",
            new ListForm<>(
                            new RealForm(QualityWalk.CORRELATION),
                            "correlations, one for each step",
                            1,
                            Policy.MAX_STEPS)
                    .map(QualityWalk::new),
            "the square root of the share of the steps",
            "By step the correlation of what there is with what comes of it in the end; the last is 1");
    private static final Key<Integer> PROMPT_TOKENS =
            Key.optional("prompt-tokens", WholeForm.ints(QualityPolicy.TOKENS), "0", "Tokens of a problem's text");
    private static final Key<Integer> TOKENS_PER_STEP =
            Key.optional("tokens-per-step", WholeForm.ints(QualityPolicy.TOKENS), "1", "Tokens of each step generated");

    private static final Form<QualityPolicy> POLICY = Block.of(
                    fields -> new QualityPolicy(
                            fields.get(STEPS),
                            walk(fields),
                            fields.get(PROMPT_TOKENS),
                            fields.get(TOKENS_PER_STEP),
                            CostForms.tariff(fields, CostForms.PRICE)),
                    STEPS,
                    WALK,
                    PROMPT_TOKENS,
                    TOKENS_PER_STEP,
                    CostForms.PARAMETERS,
                    CostForms.PRICE,
                    CostForms.LATENCY)
            .check(fields -> fields.attempt(WALK, () -> walk(fields).over(fields.get(STEPS))), STEPS, WALK);

    private static final Key<Drawn> PROBLEMS_KEY =
            Key.required("problems", PROBLEMS, "How good the candidates of the problems are");
    private static final Key<QualityPolicy> POLICY_KEY =
            Key.optional("policy", POLICY, "{}", "The model that generates");
    private static final Key<QualityVerifiers> VERIFIER_KEY =
            Key.optional("verifier", QualityVerifierForms.VERIFIERS, "{}", "What judges the policy's work");

    /** The world. */
    static final Form<World> WORLD = Block.of(QualityForms::world, PROBLEMS_KEY, POLICY_KEY, VERIFIER_KEY)
            .check(fields -> fields.attempt(VERIFIER_KEY, () -> world(fields)), PROBLEMS_KEY, POLICY_KEY, VERIFIER_KEY);

    private QualityForms() {}

    /** Whether a world is written as one whose quality is a number. */
    static boolean marks(Node node) {
        return node instanceof Node.Entries world
                && world.find("problems") instanceof Node.Entries problems
                && problems.find(QUALITY) != null;
    }

    /** An attribute without its name. */
    private record Attribute(QualityScale.Normal law, double weight) {}

    /** What is said of the problems. */
    private record Drawn(int count, QualityLaw law, double between, OptionalDouble rightFrom) {}

    private static QualityScale.Normal normal(Fields fields) {
        return new QualityScale.Normal(fields.get(MEAN), fields.get(SPREAD));
    }

    private static QualityWalk walk(Fields fields) {
        return fields.has(WALK) ? fields.get(WALK) : QualityWalk.EVEN;
    }

    private static @Nullable QualityLaw attributes(Fields fields) {
        List<QualityLaw.Attribute> attributes = new ArrayList<>();
        fields.get(ATTRIBUTES_KEY)
                .forEach((name, one) -> attributes.add(new QualityLaw.Attribute(name, one.law, one.weight)));
        List<String> names = attributes.stream().map(QualityLaw.Attribute::name).toList();
        double[][] matrix = new double[names.size()][names.size()];
        for (int i = 0; i < matrix.length; i++) {
            matrix[i][i] = 1;
        }
        Map<List<Integer>, String> seen = new LinkedHashMap<>();
        for (Map.Entry<String, Double> pair : fields.get(CORRELATION).entrySet()) {
            String[] two = pair.getKey().split(PAIR, 2);
            int one = names.indexOf(two[0].strip());
            int other = names.indexOf(two[1].strip());
            if (one < 0 || other < 0 || one == other) {
                fields.refuse(
                        CORRELATION,
                        "%s must name two attributes of %s".formatted(pair.getKey(), String.join(", ", names)),
                        "");
                return null;
            }
            String before = seen.put(List.of(Math.min(one, other), Math.max(one, other)), pair.getKey());
            if (before != null) {
                fields.refuse(CORRELATION, "%s says again what %s says".formatted(pair.getKey(), before), "");
                return null;
            }
            matrix[one][other] = pair.getValue();
            matrix[other][one] = pair.getValue();
        }
        Optional<CorrelationMatrix> correlations = matrix(fields, matrix);
        return correlations.isEmpty() ? null : QualityLaw.of(attributes, correlations.get());
    }

    private static Optional<CorrelationMatrix> matrix(Fields fields, double[][] matrix) {
        try {
            return Optional.of(new CorrelationMatrix(matrix));
        } catch (IllegalArgumentException refused) {
            fields.refuse(CORRELATION, String.valueOf(refused.getMessage()), "");
            return Optional.empty();
        }
    }

    private static World world(Fields fields) {
        Drawn problems = fields.get(PROBLEMS_KEY);
        return new QualityWorld(
                problems.count,
                problems.law,
                problems.between,
                problems.rightFrom,
                fields.get(POLICY_KEY),
                fields.get(VERIFIER_KEY));
    }
}
