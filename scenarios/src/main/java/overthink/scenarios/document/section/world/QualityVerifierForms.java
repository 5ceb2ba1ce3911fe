package overthink.scenarios.document.section.world;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import overthink.core.law.quality.QualityJudge;
import overthink.core.law.quality.QualityLaw;
import overthink.core.law.quality.QualityVerifier;
import overthink.core.law.verifier.Hack;
import overthink.core.law.verifier.Judge;
import overthink.core.law.verifier.NoiseShares;
import overthink.core.law.verifier.Scoring;
import overthink.core.model.quality.QualityVerifiers;
import overthink.core.world.Verifiers;
import overthink.scenarios.document.form.Block;
import overthink.scenarios.document.form.EitherForm;
import overthink.scenarios.document.form.Fields;
import overthink.scenarios.document.form.Form;
import overthink.scenarios.document.form.Key;
import overthink.scenarios.document.form.MapForm;
import overthink.scenarios.document.form.OptionalForm;
import overthink.scenarios.document.form.RealForm;
import overthink.scenarios.document.form.TextForm;
import overthink.scenarios.document.form.WholeForm;
import overthink.scenarios.document.yaml.Node;

/** How verifiers of quality are written. */
final class QualityVerifierForms {

    private static final Key<Double> CORRELATION = Key.required(
            "correlation",
            new RealForm(QualityVerifier.CORRELATION),
            "Of what it sees with the quality that it looks at, in standard normal units");
    private static final Key<Map<String, Double>> SEES = Key.derived(
            "sees",
            new EitherForm<>(
                    Node.Scalar.class::isInstance,
                    TextForm.line("an attribute").map(name -> Map.of(name, 1.0)),
                    new MapForm<>(
                            new RealForm(QualityVerifier.WEIGHT),
                            "weights of attributes",
                            TextForm.line("an attribute"),
                            1,
                            QualityLaw.MOST_ATTRIBUTES)),
            "the whole",
            "The attribute that it looks at, or weights of several, in units of their standard deviations");
    private static final Key<Double> SHARPNESS = Key.optional(
            "sharpness",
            new RealForm(Scoring.Graded.SHARPNESS),
            "1",
            "Multiplies what it sees; the product and the bias are the score, as log-odds");
    private static final Key<Double> BIAS =
            Key.optional("bias", new RealForm(Scoring.Graded.BIAS), "0", "Added to the score");
    private static final Key<Double> PERSISTENCE = Key.optional(
            "persistence", RealForm.PROBABILITY, "0", "How much of a node's path noise its children inherit: 1 is all");
    private static final Key<Double> LOVED =
            Key.optional("share", RealForm.PROBABILITY, "0", "Share of the candidates that it loves");
    private static final Key<Double> SHIFT = Key.optional(
            "shift",
            new RealForm(Hack.SHIFT),
            "0",
            "What it sees of them beside noise, whatever they are, in standard normal units");
    private static final Key<Hack> HACK = Key.optional(
            "hack",
            Block.of(fields -> new Hack(fields.get(LOVED), fields.get(SHIFT)), LOVED, SHIFT),
            "{}",
            "Candidates that look good to it whatever they are");
    private static final Key<Double> BETA =
            Key.optional("beta", new RealForm(Judge.BETA), "1", "How decided the judge is");
    private static final Key<Double> POSITION_BIAS = Key.optional(
            "position-bias", new RealForm(Judge.POSITION_BIAS), "0", "Log-odds that it gives to the one named first");

    private static final Block<QualityVerifier> OUTCOME = Block.of(
            fields -> verifier(fields, NoiseForms.OUTCOME_ALIKE, 0),
            CORRELATION,
            SEES,
            SHARPNESS,
            BIAS,
            NoiseForms.OUTCOME_ALIKE,
            NoiseForms.NOISE,
            HACK);
    private static final Form<QualityVerifier> PROCESS = Block.of(
            fields -> verifier(fields, NoiseForms.PROCESS_ALIKE, fields.get(PERSISTENCE)),
            CORRELATION,
            SEES,
            SHARPNESS,
            BIAS,
            NoiseForms.PROCESS_ALIKE,
            PERSISTENCE,
            NoiseForms.NOISE,
            HACK);
    private static final Form<QualityJudge> JUDGE = Block.of(
            fields -> new QualityJudge(
                    new QualityVerifier(
                            fields.get(CORRELATION),
                            fields.has(SEES) ? fields.get(SEES) : Map.of(),
                            1,
                            0,
                            fields.get(NoiseForms.OUTCOME_ALIKE),
                            fields.get(NoiseForms.NOISE),
                            0,
                            fields.get(HACK)),
                    fields.get(BETA),
                    fields.get(POSITION_BIAS)),
            CORRELATION,
            SEES,
            BETA,
            POSITION_BIAS,
            NoiseForms.OUTCOME_ALIKE,
            NoiseForms.NOISE,
            HACK);

    /** Keys of a verifier: a mapping with one of them is one, and not several by name. */
    private static final Set<String> OWN =
            Set.of("correlation", "sees", "sharpness", "bias", "shared", "noise", "hack");

    private static final Form<Map<String, QualityVerifier>> OUTCOMES = new EitherForm<>(
            QualityVerifierForms::isOne,
            OUTCOME.map(one -> Map.of(QualityVerifiers.OUTCOME, one)),
            new MapForm<>(OUTCOME, "verifiers by name", TextForm.line("a name"), 1, QualityVerifiers.MOST));

    private static final Key<Optional<Map<String, QualityVerifier>>> OUTCOME_KEY = Key.optional(
            "outcome", new OptionalForm<>(OUTCOMES), "none", "Scores candidates; several may be given by name");
    private static final Key<Optional<QualityVerifier>> PROCESS_KEY =
            Key.optional("process", new OptionalForm<>(PROCESS), "none", "Scores solutions after each step");
    private static final Key<Optional<QualityJudge>> JUDGE_KEY =
            Key.optional("judge", new OptionalForm<>(JUDGE), "none", "Compares two candidates");
    private static final Key<Integer> TOKENS_PER_CALL = Key.optional(
            "tokens-per-call", WholeForm.ints(Verifiers.TOKENS_PER_CALL), "0", "Tokens that each call reads");

    /** The verifiers. */
    static final Form<QualityVerifiers> VERIFIERS = Block.of(
            fields -> new QualityVerifiers(
                    new LinkedHashMap<>(fields.get(OUTCOME_KEY).orElse(Map.of())),
                    fields.get(PROCESS_KEY).orElse(null),
                    fields.get(JUDGE_KEY).orElse(null),
                    fields.get(TOKENS_PER_CALL),
                    CostForms.tariff(fields, CostForms.READING_PRICE)),
            List.of(
                    OUTCOME_KEY,
                    PROCESS_KEY,
                    JUDGE_KEY,
                    TOKENS_PER_CALL,
                    CostForms.PARAMETERS,
                    CostForms.READING_PRICE,
                    CostForms.LATENCY));

    private QualityVerifierForms() {}

    private static boolean isOne(Node node) {
        return node instanceof Node.Entries entries
                && entries.entries().stream()
                        .anyMatch(entry -> OWN.contains(entry.name()) || !(entry.value() instanceof Node.Entries));
    }

    private static QualityVerifier verifier(Fields fields, Key<NoiseShares> shares, double persistence) {
        return new QualityVerifier(
                fields.get(CORRELATION),
                fields.has(SEES) ? fields.get(SEES) : Map.of(),
                fields.get(SHARPNESS),
                fields.get(BIAS),
                fields.get(shares),
                fields.get(NoiseForms.NOISE),
                persistence,
                fields.get(HACK));
    }
}
