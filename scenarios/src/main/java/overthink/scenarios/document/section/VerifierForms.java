package overthink.scenarios.document.section;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import overthink.core.exact.selection.WithinProblemAuc;
import overthink.core.law.verifier.Hack;
import overthink.core.law.verifier.Judge;
import overthink.core.law.verifier.NoiseLaw;
import overthink.core.law.verifier.Prior;
import overthink.core.law.verifier.ScoreTable;
import overthink.core.law.verifier.Scoring;
import overthink.core.law.verifier.Sensitivity;
import overthink.core.law.verifier.Verifier;
import overthink.core.world.Verifiers;
import overthink.scenarios.document.form.Block;
import overthink.scenarios.document.form.ChoiceForm;
import overthink.scenarios.document.form.EitherForm;
import overthink.scenarios.document.form.Fields;
import overthink.scenarios.document.form.Form;
import overthink.scenarios.document.form.Key;
import overthink.scenarios.document.form.ListForm;
import overthink.scenarios.document.form.OptionalForm;
import overthink.scenarios.document.form.RealForm;
import overthink.scenarios.document.form.VariantForm;
import overthink.scenarios.document.form.VariantForm.Variant;
import overthink.scenarios.document.form.WholeForm;

/** How verifiers and the judge are written. */
final class VerifierForms {

    private static final RealForm DISTANCE = new RealForm(Sensitivity.D);
    private static final RealForm AREA = new RealForm(Sensitivity.AUC);
    private static final RealForm RATE = RealForm.PROBABILITY;

    private static final Key<Sensitivity> D = Key.required(
            "d",
            distance(),
            "How far good ones lie above bad ones in standard deviations of the noise; below 0 the verifier is below chance"
                    + " and does not know it; {hard, easy}: at p = 0 and at p = 1, and linear in p between; {even,"
                    + " per-logit}: at p = 1/2, and linear in ln(p / (1 - p))");
    private static final Key<Sensitivity> AUC = Key.required(
            "auc",
            ends(AREA).map(ends -> ends.sensitivity(Sensitivity::fromAuc)),
            "Area under the ROC curve that d would have were the noise Gaussian and all the candidate's: d is √2·Φ⁻¹(auc);"
                    + " {hard, easy}: at p = 0 and at p = 1, and between them d, not the area, is linear in p");
    private static final Key<Ends> AUC_WITHIN = Key.required(
            "auc-within",
            ends(AREA),
            "Area under the ROC curve within a problem, which selection feels: the probability that a good one's score"
                    + " exceeds that of a bad one of the same problem, whatever the noise, its shares and the hack; d is"
                    + " such that it does; {hard, easy}: at p = 0 and at p = 1, and between them d is linear in p");
    private static final RealForm DEVIATION = new RealForm(Sensitivity.Spread.DEVIATION);
    private static final Key<Double> STANDARD_DEVIATION =
            Key.required("deviation", DEVIATION, "Of d, or of its logarithm");
    private static final Key<Sensitivity.Spread> SPREAD = Key.derived(
            "spread",
            EitherForm.number(
                    DEVIATION.map(Sensitivity.Spread.Normal::new),
                    ChoiceForm.<Sensitivity.Spread>of("law of the spread")
                            .option(
                                    "normal",
                                    Block.of(
                                            fields -> new Sensitivity.Spread.Normal(fields.get(STANDARD_DEVIATION)),
                                            STANDARD_DEVIATION),
                                    "Normal about the d of the problem's difficulty, below 0 on some problems")
                            .option(
                                    "log-normal",
                                    Block.of(
                                            fields -> new Sensitivity.Spread.LogNormal(fields.get(STANDARD_DEVIATION)),
                                            STANDARD_DEVIATION),
                                    "Its logarithm is normal, so that d keeps its sign")),
            "problems of one difficulty have one d",
            "Standard deviation of d from problem to problem, drawn once for each");
    private static final ListForm<Double> SCORES = new ListForm<>(
            new RealForm(ScoreTable.SCORE), "scores in log-odds, each as likely as the others", 1, ScoreTable.MOST);
    private static final Key<List<Double>> RIGHT = Key.required("right", SCORES, "Scores of right ones");
    private static final Key<List<Double>> WRONG = Key.required("wrong", SCORES, "Scores of wrong ones");
    private static final Key<Scoring.Tabulated> TABLES = Key.required(
            "tables",
            Block.of(fields -> new Scoring.Tabulated(table(fields.get(RIGHT)), table(fields.get(WRONG))), RIGHT, WRONG),
            "Scores as they were seen, ties included, where no law of noise fits");
    private static final Key<Double> TPR = Key.required(
            "tpr",
            RATE,
            "Probability that a good one is accepted; below fpr the verifier is below chance and does not know it");
    private static final Key<Double> FPR = Key.required("fpr", RATE, "Probability that a bad one is accepted");

    private static final Key<Prior> PRIOR = Key.optional(
            "prior",
            EitherForm.number(
                    new RealForm(Prior.Fixed.PROBABILITY).map(Prior.Fixed::new),
                    ChoiceForm.<Prior>of("prior").word("problem", new Prior.OfProblem(), "The problem's own p")),
            "0.5",
            "Probability of a good one that its score starts from; a score is a calibrated probability where this is p"
                    + " (problem: always), the noise is Gaussian, nothing is hacked and sharpness and bias are left alone");
    private static final Key<Double> SHARPNESS = Key.optional(
            "sharpness",
            new RealForm(Scoring.Graded.SHARPNESS),
            "1",
            "Multiplies the log-odds: above 1 is overconfident");
    private static final Key<Double> BIAS =
            Key.optional("bias", new RealForm(Scoring.Graded.BIAS), "0", "Added to the log-odds");
    private static final Key<Double> PERSISTENCE =
            Key.optional("persistence", RATE, "0", "How much of a node's path noise its children inherit: 1 is all");
    private static final Key<Double> BETA =
            Key.optional("beta", new RealForm(Judge.BETA), "1", "How decided the judge is");
    private static final Key<Double> POSITION_BIAS = Key.optional(
            "position-bias", new RealForm(Judge.POSITION_BIAS), "0", "Log-odds that it gives to the one named first");

    private static final Form<Verifier> OUTCOME = verifier(List.of(NoiseForms.OUTCOME_SHARED));
    private static final Form<Verifier> PROCESS = verifier(List.of(NoiseForms.PROCESS_SHARED, PERSISTENCE));
    private static final Form<Judge> JUDGE = new VariantForm<>(List.of(
            Variant.of(judge(D, VerifierForms::stated), D.name()),
            Variant.of(judge(AUC, VerifierForms::stated), AUC.name()),
            Variant.of(judge(AUC_WITHIN, VerifierForms::felt), AUC_WITHIN.name())));

    private static final Key<Optional<Verifier>> OUTCOME_KEY =
            Key.optional("outcome", new OptionalForm<>(OUTCOME), "none", "Scores candidates");
    private static final Key<Optional<Verifier>> PROCESS_KEY =
            Key.optional("process", new OptionalForm<>(PROCESS), "none", "Scores solutions after each step");
    private static final Key<Optional<Judge>> JUDGE_KEY =
            Key.optional("judge", new OptionalForm<>(JUDGE), "none", "Compares two candidates");
    private static final Key<Integer> TOKENS_PER_CALL = Key.optional(
            "tokens-per-call",
            WholeForm.ints(Verifiers.TOKENS_PER_CALL),
            "0",
            "Tokens that each call reads; with the price, parameters and latency below it is what calls cost: nothing"
                    + " unless stated");

    /** The verifiers. */
    static final Form<Verifiers> VERIFIERS = Block.of(
            VerifierForms::verifiers,
            OUTCOME_KEY,
            PROCESS_KEY,
            JUDGE_KEY,
            TOKENS_PER_CALL,
            CostForms.PARAMETERS,
            CostForms.READING_PRICE,
            CostForms.LATENCY);

    private VerifierForms() {}

    /** A number that may differ between the hardest problems and the easiest. */
    private record Ends(double hard, double easy) {

        Sensitivity sensitivity(DoubleUnaryOperator distance) {
            double atHard = distance.applyAsDouble(hard);
            return new Sensitivity(atHard, hard == easy ? atHard : distance.applyAsDouble(easy));
        }
    }

    /** Makes d of what a key says, given the verifier in everything else. */
    @FunctionalInterface
    private interface Distance<T> {
        Sensitivity of(T stated, Verifier other);
    }

    private static Form<Sensitivity> distance() {
        Key<Double> hard = Key.required("hard", DISTANCE, "On a problem of p = 0");
        Key<Double> easy = Key.required("easy", DISTANCE, "On a problem of p = 1");
        Key<Double> even = Key.required("even", DISTANCE, "On a problem of p = 1/2");
        Key<Double> perLogit = Key.required(
                "per-logit",
                new RealForm(Sensitivity.Trend.Logit.PER_LOGIT),
                "How much it rises when the odds of p rise by a factor e");
        return EitherForm.number(
                DISTANCE.map(Sensitivity::of),
                new VariantForm<>(List.of(
                        Variant.of(
                                Block.of(fields -> new Sensitivity(fields.get(hard), fields.get(easy)), hard, easy),
                                hard.name(),
                                easy.name()),
                        Variant.of(
                                Block.of(
                                        fields -> new Sensitivity(
                                                new Sensitivity.Trend.Logit(fields.get(even), fields.get(perLogit)),
                                                Sensitivity.NO_SPREAD),
                                        even,
                                        perLogit),
                                even.name(),
                                perLogit.name()))));
    }

    private static Form<Ends> ends(RealForm number) {
        Key<Double> hard = Key.required("hard", number, "On a problem of p = 0");
        Key<Double> easy = Key.required("easy", number, "On a problem of p = 1");
        return EitherForm.number(
                number.map(both -> new Ends(both, both)),
                Block.of(fields -> new Ends(fields.get(hard), fields.get(easy)), hard, easy));
    }

    private static Sensitivity stated(Sensitivity sensitivity, Verifier other) {
        return sensitivity;
    }

    private static Sensitivity felt(Ends areas, Verifier other) {
        if (WithinProblemAuc.dependsOnSteps(other)) {
            throw new IllegalArgumentException(
                    "auc-within depends on the steps where student-t noise persists: give d or auc");
        }
        return areas.sensitivity(new WithinProblemAuc(other, 1)::distance);
    }

    /** A verifier told by d, by auc, by auc-within, or by tpr and fpr, with keys that all of them have. */
    private static Form<Verifier> verifier(List<Key<?>> common) {
        return new VariantForm<>(List.of(
                Variant.of(graded(D, VerifierForms::stated, common), D.name()),
                Variant.of(graded(AUC, VerifierForms::stated, common), AUC.name()),
                Variant.of(graded(AUC_WITHIN, VerifierForms::felt, common), AUC_WITHIN.name()),
                Variant.of(verdict(common), TPR.name(), FPR.name()),
                Variant.of(tabulated(common), TABLES.name())));
    }

    private static <T> Block<Verifier> graded(Key<T> told, Distance<T> distance, List<Key<?>> common) {
        List<Key<?>> keys = new ArrayList<>(List.of(told, SPREAD));
        keys.addAll(common);
        keys.addAll(List.of(PRIOR, SHARPNESS, BIAS, NoiseForms.NOISE, NoiseForms.HACK));
        return Block.of(
                fields -> graded(
                        fields,
                        told,
                        distance,
                        new Scoring.Graded(
                                Sensitivity.of(0), fields.get(PRIOR), fields.get(SHARPNESS), fields.get(BIAS))),
                keys);
    }

    /** A graded verifier whose d is still to be told. */
    private static <T> Verifier graded(Fields fields, Key<T> told, Distance<T> distance, Scoring.Graded other) {
        Sensitivity.Spread spread = fields.has(SPREAD) ? fields.get(SPREAD) : Sensitivity.NO_SPREAD;
        Verifier verifier = verifier(fields, other, fields.get(NoiseForms.NOISE), fields.get(NoiseForms.HACK))
                .with(Sensitivity.of(0).with(spread));
        return verifier.with(distance.of(fields.get(told), verifier).with(spread));
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

    private static Block<Verifier> tabulated(List<Key<?>> common) {
        List<Key<?>> keys = new ArrayList<>(List.of(TABLES));
        keys.addAll(common);
        return Block.of(fields -> verifier(fields, fields.get(TABLES), new NoiseLaw.Gaussian(), Hack.NONE), keys);
    }

    private static ScoreTable table(List<Double> scores) {
        return new ScoreTable(scores.stream().mapToDouble(Double::doubleValue).toArray());
    }

    private static Verifier verifier(Fields fields, Scoring scoring, NoiseLaw noise, Hack hack) {
        boolean process = fields.has(PERSISTENCE);
        NoiseForms.Shared shared = fields.get(process ? NoiseForms.PROCESS_SHARED : NoiseForms.OUTCOME_SHARED);
        return new Verifier(scoring, shared.bad(), shared.good(), noise, process ? fields.get(PERSISTENCE) : 0, hack);
    }

    private static <T> Block<Judge> judge(Key<T> told, Distance<T> distance) {
        return Block.of(
                fields -> new Judge(
                        graded(fields, told, distance, Scoring.Graded.of(0)),
                        fields.get(BETA),
                        fields.get(POSITION_BIAS)),
                told,
                SPREAD,
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
                CostForms.tariff(fields, CostForms.READING_PRICE));
    }
}
