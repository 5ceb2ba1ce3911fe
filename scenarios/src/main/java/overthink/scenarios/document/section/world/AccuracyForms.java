package overthink.scenarios.document.section.world;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import overthink.core.api.RealRange;
import overthink.core.law.difficulty.Beta;
import overthink.core.law.difficulty.DifficultyLaw;
import overthink.core.law.difficulty.Empirical;
import overthink.core.law.difficulty.Kumaraswamy;
import overthink.core.law.difficulty.Levels;
import overthink.core.law.difficulty.LogitNormal;
import overthink.core.law.difficulty.Mixture;
import overthink.core.law.difficulty.MomentLaws;
import overthink.core.law.difficulty.Point;
import overthink.core.law.difficulty.UniformDifficulty;
import overthink.scenarios.document.form.Block;
import overthink.scenarios.document.form.ChoiceForm;
import overthink.scenarios.document.form.EitherForm;
import overthink.scenarios.document.form.Fields;
import overthink.scenarios.document.form.Form;
import overthink.scenarios.document.form.Key;
import overthink.scenarios.document.form.ListForm;
import overthink.scenarios.document.form.MapForm;
import overthink.scenarios.document.form.NamedForm;
import overthink.scenarios.document.form.RealForm;
import overthink.scenarios.document.form.TextForm;
import overthink.scenarios.document.form.VariantForm;
import overthink.scenarios.document.form.VariantForm.Variant;
import overthink.scenarios.document.yaml.Node;
import overthink.scenarios.text.Numbers;

/** How a law of difficulty is written. */
final class AccuracyForms {

    /** The law of p. */
    static final Form<DifficultyLaw> LAW = new NamedForm<>("accuracy", () -> Laws.ALL);

    private static final RealForm PROBABILITY = RealForm.PROBABILITY;
    private static final TextForm LEVEL_NAME = new TextForm(
            "a name without spaces, of 1 to 100 characters, other than all",
            "^(?!all$)[^\\s" + TextForm.UNPRINTABLE + "]{1,100}$");
    private static final Key<Double> LOW = Key.optional("low", PROBABILITY, "0", "The least p");
    private static final Key<Double> HIGH = Key.optional("high", PROBABILITY, "1", "The greatest p");
    private static final Key<Double> WEIGHT =
            Key.required("weight", PROBABILITY, "Share of the problems; shares sum to 1");
    private static final Key<DifficultyLaw> ACCURACY = Key.required("accuracy", LAW, "The law of p of these problems");

    private static final Key<Double> MEAN = Key.required("mean", PROBABILITY, "Mean of p");
    private static final Key<Double> DEVIATION =
            Key.derived("sd", PROBABILITY, "what within says", "Standard deviation of p");

    private AccuracyForms() {}

    /** A law that was told by its mean as it is told by its own parameters: keys and their numbers in turn. */
    private static Node plain(Node written, Object... keysAndNumbers) {
        if (!(written instanceof Node.Entries told) || told.find(MEAN.name()) == null) {
            return written;
        }
        List<Node.Entry> entries = new ArrayList<>();
        for (int i = 0; i < keysAndNumbers.length; i += 2) {
            entries.add(Node.Entry.of(
                    ((Key<?>) keysAndNumbers[i]).name(),
                    Node.Scalar.number(
                            new BigDecimal(Numbers.shortest((double) keysAndNumbers[i + 1])), written.place())));
        }
        return new Node.Entries(entries, written.place());
    }

    private static Form<DifficultyLaw> point() {
        return PROBABILITY.map(Point::new);
    }

    private static Form<Beta> beta() {
        Key<Double> alpha =
                Key.required("alpha", new RealForm(Beta.SHAPE), "The smaller, the more problems are near low");
        Key<Double> beta =
                Key.required("beta", new RealForm(Beta.SHAPE), "The smaller, the more problems are near high");
        Key<Double> within = Key.derived(
                "within",
                PROBABILITY,
                "what sd says",
                "Standard deviation of p as a share of the largest, which is that of p always low or high");
        return new VariantForm<>(List.of(
                        Variant.of(
                                Block.of(
                                        fields -> new Beta(
                                                fields.get(alpha), fields.get(beta), fields.get(LOW), fields.get(HIGH)),
                                        alpha,
                                        beta,
                                        LOW,
                                        HIGH),
                                alpha.name(),
                                beta.name()),
                        Variant.called(
                                "mean with sd or within",
                                Block.of(fields -> byMoments(fields, within), MEAN, DEVIATION, within, LOW, HIGH),
                                MEAN.name(),
                                DEVIATION.name(),
                                within.name())))
                .explainedBy((law, written) ->
                        plain(written, alpha, law.alpha(), beta, law.beta(), LOW, law.low(), HIGH, law.high()));
    }

    /** Says which deviations go with a mean that stands alone; that one is missing is said anyway. */
    private static void halfGiven(Fields fields, Key<Double> sd) {
        if (!fields.stated(sd)) {
            fields.attempt(MEAN, () -> {
                RealRange possible = MomentLaws.logitNormalDeviations(fields.get(MEAN));
                throw new IllegalArgumentException("with this mean sd is between %s and %s"
                        .formatted(RealRange.text(possible.least()), RealRange.text(possible.most())));
            });
        }
    }

    private static @Nullable Beta byMoments(Fields fields, Key<Double> within) {
        double mean = fields.get(MEAN);
        if (fields.stated(DEVIATION) == fields.stated(within)) {
            RealRange possible = MomentLaws.betaDeviations(mean, fields.get(LOW), fields.get(HIGH));
            fields.refuse(
                    "a mean of %s needs one of sd, between %s and %s, and within, which is sd as a share of the largest"
                            .formatted(
                                    RealRange.text(mean),
                                    RealRange.text(possible.least()),
                                    RealRange.text(possible.most())),
                    "");
            return null;
        }
        return fields.stated(within)
                ? MomentLaws.betaWithin(mean, fields.get(within), fields.get(LOW), fields.get(HIGH))
                : MomentLaws.beta(mean, fields.get(DEVIATION), fields.get(LOW), fields.get(HIGH));
    }

    private static Form<DifficultyLaw> kumaraswamy() {
        Key<Double> a = Key.required("a", new RealForm(Kumaraswamy.SHAPE), "The smaller, the more problems are near 0");
        Key<Double> b = Key.required("b", new RealForm(Kumaraswamy.SHAPE), "The smaller, the more problems are near 1");
        return Block.of(fields -> new Kumaraswamy(fields.get(a), fields.get(b)), a, b);
    }

    private static Form<DifficultyLaw> uniform() {
        return Block.of(fields -> new UniformDifficulty(fields.get(LOW), fields.get(HIGH)), LOW, HIGH);
    }

    private static Form<LogitNormal> logitNormal() {
        Key<Double> mu = Key.required("mu", new RealForm(LogitNormal.MU), "Mean of log(p/(1-p))");
        Key<Double> sigma =
                Key.required("sigma", new RealForm(LogitNormal.SIGMA), "Standard deviation of log(p/(1-p))");
        Key<Double> sd = Key.required("sd", PROBABILITY, "Standard deviation of p");
        return new VariantForm<>(List.of(
                        Variant.of(
                                Block.of(fields -> new LogitNormal(fields.get(mu), fields.get(sigma)), mu, sigma),
                                mu.name(),
                                sigma.name()),
                        Variant.of(
                                Block.of(fields -> MomentLaws.logitNormal(fields.get(MEAN), fields.get(sd)), MEAN, sd)
                                        .check(fields -> halfGiven(fields, sd), MEAN),
                                MEAN.name(),
                                sd.name())))
                .explainedBy((law, written) -> plain(written, mu, law.mu(), sigma, law.sigma()));
    }

    private static Form<DifficultyLaw> levels() {
        Form<Mixture.Part> level = Block.of(AccuracyForms::part, WEIGHT, ACCURACY);
        return new MapForm<>(level, "named levels", LEVEL_NAME, 1, 100).map(AccuracyForms::levels);
    }

    private static Levels levels(Map<String, Mixture.Part> parts) {
        return new Levels(parts.entrySet().stream()
                .map(named -> new Levels.Level(
                        named.getKey(),
                        named.getValue().weight(),
                        named.getValue().law()))
                .toList());
    }

    private static Form<DifficultyLaw> mixture() {
        Form<Mixture.Part> part = Block.of(AccuracyForms::part, WEIGHT, ACCURACY);
        return new ListForm<>(part, "parts with weight and accuracy", 1, 100).map(Mixture::new);
    }

    private static Mixture.Part part(Fields fields) {
        return new Mixture.Part(fields.get(WEIGHT), fields.get(ACCURACY));
    }

    /** A list, alone or under {@code values}, or a column of a file. */
    private static Form<DifficultyLaw> empirical() {
        Form<List<Double>> list = new ListForm<>(PROBABILITY, "numbers between 0 and 1", 1, 1_000_000);
        Key<List<Double>> values = Key.required("values", list, "p of each problem");
        Form<DifficultyLaw> listed = list.map(AccuracyForms::empirical);
        return EitherForm.list(
                listed.explainedAs(node -> Node.Entries.single(values.name(), node, node.place())),
                new VariantForm<>(List.of(
                        Variant.of(Block.of(fields -> empirical(fields.get(values)), values), values.name()),
                        Variant.of(RatesForms.RATES, "file"))));
    }

    private static DifficultyLaw empirical(List<Double> rates) {
        return new Empirical(rates.stream().mapToDouble(Double::doubleValue).toArray());
    }

    private static Form<DifficultyLaw> named() {
        return ChoiceForm.<DifficultyLaw>of("law of difficulty")
                .option("point", point(), "Every problem has this p")
                .option("beta", beta(), "A beta law, on [low, high]")
                .option("kumaraswamy", kumaraswamy(), "A Kumaraswamy law")
                .option("uniform", uniform(), "Every p from low to high alike")
                .option("logit-normal", logitNormal(), "log(p/(1-p)) is normal")
                .option("levels", levels(), "Named levels of difficulty, which results keep apart")
                .option("mixture", mixture(), "Several laws; point: 0 and point: 1 are atoms")
                .option("empirical", empirical(), "p of each problem: a list, or a column of a CSV file")
                .option("counts", RatesForms.COUNTS, "p of each problem from recorded successes in a CSV file")
                .option("attempts", RatesForms.ATTEMPTS, "p of each problem from a CSV file with one row an attempt");
    }

    /** Made when first asked for, because laws contain laws. */
    private static final class Laws {

        static final Form<DifficultyLaw> ALL = EitherForm.number(
                point().explainedAs(node -> Node.Entries.single("point", node, node.place())), named());
    }
}
