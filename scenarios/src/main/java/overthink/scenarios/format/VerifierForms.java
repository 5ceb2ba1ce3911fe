package overthink.scenarios.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import overthink.core.law.verifier.Hack;
import overthink.core.law.verifier.Judge;
import overthink.core.law.verifier.NoiseLaw;
import overthink.core.law.verifier.NoiseShares;
import overthink.core.law.verifier.Scoring;
import overthink.core.law.verifier.Sensitivity;
import overthink.core.law.verifier.Verifier;
import overthink.core.world.Verifiers;
import overthink.scenarios.format.form.Block;
import overthink.scenarios.format.form.EitherForm;
import overthink.scenarios.format.form.Fields;
import overthink.scenarios.format.form.Form;
import overthink.scenarios.format.form.Key;
import overthink.scenarios.format.form.OptionalForm;
import overthink.scenarios.format.form.RealForm;
import overthink.scenarios.format.form.VariantForm;
import overthink.scenarios.format.form.VariantForm.Variant;
import overthink.scenarios.format.form.WholeForm;

/** How verifiers and the judge are written. */
final class VerifierForms {

    private static final RealForm DISTANCE = RealForm.atLeast(0);
    private static final RealForm AREA = RealForm.between(0.5, 1).withoutMost();
    private static final RealForm RATE = RealForm.between(0, 1);

    private static final Key<Sensitivity> D = Key.required(
            "d",
            sensitivity(DISTANCE, DISTANCE),
            "Distance between good and bad in standard deviations of the noise; {hard, easy}: at p = 0 and at p = 1");
    private static final Key<Sensitivity> AUC = Key.required(
            "auc",
            sensitivity(AREA.map(Sensitivity::fromAuc), AREA.map(Sensitivity::fromAuc)),
            "Area under the ROC curve that d would have under Gaussian noise; {hard, easy}: at p = 0 and at p = 1");
    private static final Key<Double> TPR =
            Key.required("tpr", RATE, "Probability that a good one is accepted; above fpr");
    private static final Key<Double> FPR = Key.required("fpr", RATE, "Probability that a bad one is accepted");

    private static final Key<Double> PRIOR = Key.optional(
            "prior",
            RealForm.between(0, 1).withoutLeast().withoutMost(),
            "0.5",
            "Probability of a good one that its score starts from");
    private static final Key<Double> SHARPNESS =
            Key.optional("sharpness", RealForm.above(0), "1", "Multiplies the log-odds: above 1 is overconfident");
    private static final Key<Double> BIAS = Key.optional("bias", RealForm.ANY, "0", "Added to the log-odds");
    private static final Key<Double> PERSISTENCE =
            Key.optional("persistence", RATE, "0", "How much of a node's path noise its children inherit: 1 is all");
    private static final Key<Double> BETA = Key.optional("beta", DISTANCE, "1", "How decided the judge is");
    private static final Key<Double> POSITION_BIAS =
            Key.optional("position-bias", RealForm.ANY, "0", "Log-odds that it gives to the one named first");

    private static final Form<Verifier> OUTCOME = verifier(List.of(NoiseForms.OUTCOME_SHARED));
    private static final Form<Verifier> PROCESS = verifier(List.of(NoiseForms.PROCESS_SHARED, PERSISTENCE));
    private static final Form<Judge> JUDGE =
            new VariantForm<>(List.of(Variant.of(judge(D), D.name()), Variant.of(judge(AUC), AUC.name())));

    private static final Key<Optional<Verifier>> OUTCOME_KEY =
            Key.optional("outcome", new OptionalForm<>(OUTCOME), "none", "Scores candidates");
    private static final Key<Optional<Verifier>> PROCESS_KEY =
            Key.optional("process", new OptionalForm<>(PROCESS), "none", "Scores solutions after each step");
    private static final Key<Optional<Judge>> JUDGE_KEY =
            Key.optional("judge", new OptionalForm<>(JUDGE), "none", "Compares two candidates");
    private static final Key<Integer> TOKENS_PER_CALL =
            Key.optional("tokens-per-call", WholeForm.between(0, 1_000_000_000), "0", "Tokens that each call reads");

    /** The verifiers. */
    static final Form<Verifiers> VERIFIERS = Block.of(
            VerifierForms::verifiers,
            OUTCOME_KEY,
            PROCESS_KEY,
            JUDGE_KEY,
            TOKENS_PER_CALL,
            CostForms.PARAMETERS,
            CostForms.PRICE,
            CostForms.LATENCY);

    private VerifierForms() {}

    private static Form<Sensitivity> sensitivity(Form<Double> atHard, Form<Double> atEasy) {
        Key<Double> hard = Key.required("hard", atHard, "On a problem of p = 0");
        Key<Double> easy = Key.required("easy", atEasy, "On a problem of p = 1");
        return EitherForm.number(
                atHard.map(Sensitivity::of),
                Block.of(fields -> new Sensitivity(fields.get(hard), fields.get(easy)), hard, easy));
    }

    /** A verifier told by d, by auc, or by tpr and fpr, with keys that all of them have. */
    private static Form<Verifier> verifier(List<Key<?>> common) {
        return new VariantForm<>(List.of(
                Variant.of(graded(D, common), D.name()),
                Variant.of(graded(AUC, common), AUC.name()),
                Variant.of(verdict(common), TPR.name(), FPR.name())));
    }

    private static Block<Verifier> graded(Key<Sensitivity> sensitivity, List<Key<?>> common) {
        List<Key<?>> keys = new ArrayList<>(List.of(sensitivity));
        keys.addAll(common);
        keys.addAll(List.of(PRIOR, SHARPNESS, BIAS, NoiseForms.NOISE, NoiseForms.HACK));
        return Block.of(
                fields -> verifier(
                        fields,
                        new Scoring.Graded(
                                fields.get(sensitivity), fields.get(PRIOR), fields.get(SHARPNESS), fields.get(BIAS)),
                        fields.get(NoiseForms.NOISE),
                        fields.get(NoiseForms.HACK)),
                keys);
    }

    private static Block<Verifier> verdict(List<Key<?>> common) {
        List<Key<?>> keys = new ArrayList<>(List.of(TPR, FPR));
        keys.addAll(common);
        return Block.of(
                fields -> verifier(
                        fields,
                        new Scoring.Verdict(fields.get(TPR), fields.get(FPR)),
                        new NoiseLaw.Gaussian(),
                        Hack.NONE),
                keys);
    }

    private static Verifier verifier(Fields fields, Scoring scoring, NoiseLaw noise, Hack hack) {
        boolean process = fields.has(PERSISTENCE);
        NoiseShares shares = fields.get(process ? NoiseForms.PROCESS_SHARED : NoiseForms.OUTCOME_SHARED);
        return new Verifier(scoring, shares, noise, process ? fields.get(PERSISTENCE) : 0, hack);
    }

    private static Block<Judge> judge(Key<Sensitivity> sensitivity) {
        return Block.of(
                fields -> new Judge(
                        verifier(
                                fields,
                                new Scoring.Graded(fields.get(sensitivity), 0.5, 1, 0),
                                fields.get(NoiseForms.NOISE),
                                fields.get(NoiseForms.HACK)),
                        fields.get(BETA),
                        fields.get(POSITION_BIAS)),
                sensitivity,
                BETA,
                POSITION_BIAS,
                NoiseForms.OUTCOME_SHARED,
                NoiseForms.NOISE,
                NoiseForms.HACK);
    }

    private static Verifiers verifiers(Fields fields) {
        return new Verifiers(
                fields.get(OUTCOME_KEY).orElse(null),
                fields.get(PROCESS_KEY).orElse(null),
                fields.get(JUDGE_KEY).orElse(null),
                fields.get(TOKENS_PER_CALL),
                CostForms.tariff(fields));
    }
}
