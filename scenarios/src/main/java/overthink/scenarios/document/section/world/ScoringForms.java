package overthink.scenarios.document.section.world;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.DoubleUnaryOperator;
import overthink.core.api.RealRange;
import overthink.core.exact.selection.WithinProblemAuc;
import overthink.core.law.verifier.Hack;
import overthink.core.law.verifier.NoiseLaw;
import overthink.core.law.verifier.Prior;
import overthink.core.law.verifier.ScoreTable;
import overthink.core.law.verifier.Scoring;
import overthink.core.law.verifier.Sensitivity;
import overthink.core.law.verifier.Variation;
import overthink.core.law.verifier.Verifier;
import overthink.scenarios.document.form.Block;
import overthink.scenarios.document.form.ChoiceForm;
import overthink.scenarios.document.form.EitherForm;
import overthink.scenarios.document.form.Fields;
import overthink.scenarios.document.form.Form;
import overthink.scenarios.document.form.Key;
import overthink.scenarios.document.form.ListForm;
import overthink.scenarios.document.form.RealForm;
import overthink.scenarios.document.form.VariantForm;
import overthink.scenarios.document.form.VariantForm.Variant;
import overthink.scenarios.document.form.WholeForm;

/** How it is written what a verifier sees and makes of it. */
final class ScoringForms {

    private static final RealForm DISTANCE = new RealForm(Sensitivity.D);
    private static final RealForm AREA = new RealForm(Sensitivity.AUC);
    private static final RealForm RATE = RealForm.PROBABILITY;

    static final Key<Told> D = Key.required(
            "d",
            VariationForms.distance(DISTANCE),
            "How far good ones lie above bad ones in standard deviations of the noise; below 0 the verifier is below chance"
                    + " and does not know it; {hard, easy}: at p = 0 and at p = 1, and linear in p between; {even,"
                    + " per-logit}: at p = 1/2, and linear in ln(p / (1 - p)); {levels: {…}}: by the problem's level; {first, last}:"
                    + " of a process verifier, after the first step and the last, and linear between");
    static final Key<Told> AUC = Key.required(
            "auc",
            VariationForms.areas(AREA).map(areas -> areas.told(Sensitivity::fromAuc)),
            "Area under the ROC curve that d would have were the noise Gaussian and all the candidate's: d is √2·Φ⁻¹(auc);"
                    + " {hard, easy}: at p = 0 and at p = 1, and between them d, not the area, is linear in p; {levels: {…}}:"
                    + " by the problem's level; {first, last}: of a process verifier, after the first step and the last, and"
                    + " d linear between");
    static final Key<Areas> AUC_WITHIN = Key.required(
            "auc-within",
            VariationForms.areas(AREA),
            "Area under the ROC curve within a problem, which selection feels: the probability that a good one's score"
                    + " exceeds that of a bad one of the same problem, whatever the noise, its shares and the hack; d is"
                    + " such that it does; {hard, easy}, {levels: {…}} and {first, last} as those of auc");
    private static final RealForm DEVIATION = new RealForm(Sensitivity.Spread.DEVIATION);
    private static final Key<Double> STANDARD_DEVIATION =
            Key.required("deviation", DEVIATION, "Of d, or of its logarithm");
    static final Key<Sensitivity.Spread> SPREAD = Key.derived(
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
    private static final Key<Variation> TPR = Key.required(
            "tpr",
            VariationForms.of("tpr", RATE, RealRange.PROBABILITY),
            "Probability that a good one is accepted; below fpr the verifier is below chance and does not know it; by difficulty,"
                    + " level or depth as d is");
    private static final Key<Variation> FPR = Key.required(
            "fpr",
            VariationForms.of("fpr", RATE, RealRange.PROBABILITY),
            "Probability that a bad one is accepted; by difficulty, level or depth as d is");
    private static final Key<Integer> VALUES = Key.derived(
            "levels",
            WholeForm.ints(Scoring.VariedGrade.VALUES),
            "scores are not rounded",
            "Rounds scores to so many values, which tie: as probabilities (i + 1/2)/levels; with 2 a score above 0 accepts");

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
    static final Key<Double> PERSISTENCE =
            Key.optional("persistence", RATE, "0", "How much of a node's path noise its children inherit: 1 is all");

    private ScoringForms() {}

    /** Areas under the ROC curve: a number, or by difficulty, level or depth. */
    @FunctionalInterface
    interface Areas {

        /** What they tell of d. */
        Told told(DoubleUnaryOperator distance);
    }

    /** Makes d of what a key says, given the verifier in everything else. */
    @FunctionalInterface
    interface Distance<T> {
        Told of(T stated, Verifier other);
    }

    /** What is told of d: how it goes by difficulty, or by something else. */
    record Told(Sensitivity sensitivity, Optional<Variation> variation) {

        /** By difficulty alone. */
        static Told of(Sensitivity sensitivity) {
            return new Told(sensitivity, Optional.empty());
        }

        /** By something else. */
        static Told of(Variation variation) {
            return new Told(Sensitivity.of(0), Optional.of(variation));
        }
    }

    static Told told(Told told, Verifier other) {
        return told;
    }

    static Told felt(Areas areas, Verifier other) {
        if (WithinProblemAuc.dependsOnSteps(other)) {
            throw new IllegalArgumentException(
                    "auc-within depends on the steps where student-t noise persists: give d or auc");
        }
        return areas.told(new WithinProblemAuc(other, 1)::distance);
    }

    /** d of a judge, which goes by nothing but difficulty. */
    static <T> Distance<T> plain(Key<T> key, Distance<T> distance) {
        return (stated, other) -> {
            Told told = distance.of(stated, other);
            if (told.variation().isPresent()) {
                throw new IllegalArgumentException("a judge's %s goes by difficulty alone: %s"
                        .formatted(
                                key.name(),
                                key.name().equals(D.name())
                                        ? "a number, {hard, easy} or {even, per-logit}"
                                        : "a number or {hard, easy}"));
            }
            return told;
        };
    }

    /** A verifier told by d, by auc, by auc-within, or by tpr and fpr, with keys that all of them have. */
    static Form<Verifier> verifier(List<Key<?>> common) {
        return verifier(common, (verifier, fields) -> verifier);
    }

    /** The same, of which something is made together with the common keys. */
    static <R> Form<R> verifier(List<Key<?>> common, BiFunction<Verifier, Fields, R> made) {
        return new VariantForm<>(List.of(
                Variant.of(graded(D, ScoringForms::told, common, made), D.name()),
                Variant.of(graded(AUC, ScoringForms::told, common, made), AUC.name()),
                Variant.of(graded(AUC_WITHIN, ScoringForms::felt, common, made), AUC_WITHIN.name()),
                Variant.of(verdict(common, made), TPR.name(), FPR.name()),
                Variant.of(tabulated(common, made), TABLES.name())));
    }

    /** The keys that tell how far a verifier sees. */
    static List<String> marks() {
        return List.of(D.name(), AUC.name(), AUC_WITHIN.name(), TPR.name(), FPR.name(), TABLES.name());
    }

    private static <T, R> Block<R> graded(
            Key<T> told, Distance<T> distance, List<Key<?>> common, BiFunction<Verifier, Fields, R> made) {
        List<Key<?>> keys = new ArrayList<>(List.of(told, SPREAD));
        keys.addAll(common);
        keys.addAll(List.of(PRIOR, SHARPNESS, BIAS, VALUES, NoiseForms.NOISE, NoiseForms.HACK));
        return Block.of(
                fields -> made.apply(
                        graded(
                                fields,
                                told,
                                distance,
                                new Scoring.Graded(
                                        Sensitivity.of(0), fields.get(PRIOR), fields.get(SHARPNESS), fields.get(BIAS))),
                        fields),
                keys);
    }

    /** A graded verifier whose d is still to be told. */
    static <T> Verifier graded(Fields fields, Key<T> told, Distance<T> distance, Scoring.Graded other) {
        Sensitivity.Spread spread = fields.has(SPREAD) ? fields.get(SPREAD) : Sensitivity.NO_SPREAD;
        Verifier verifier = verifier(fields, other, fields.get(NoiseForms.NOISE), fields.get(NoiseForms.HACK))
                .with(Sensitivity.of(0).with(spread));
        Told made = distance.of(fields.get(told), verifier);
        Sensitivity sensitivity = made.sensitivity().with(spread);
        int values = fields.has(VALUES) ? fields.get(VALUES) : 0;
        if (made.variation().isEmpty() && values == 0) {
            return verifier.with(sensitivity);
        }
        return verifier.withScoring(new Scoring.VariedGrade(
                made.variation().orElseGet(() -> new Variation.Trend(sensitivity.trend())), spread, other, values));
    }

    private static <R> Block<R> verdict(List<Key<?>> common, BiFunction<Verifier, Fields, R> made) {
        List<Key<?>> keys = new ArrayList<>(List.of(TPR, FPR));
        keys.addAll(common);
        return Block.of(
                fields -> made.apply(
                        verifier(
                                fields,
                                VariationForms.verdict(fields.get(TPR), fields.get(FPR)),
                                new NoiseLaw.Gaussian(),
                                Hack.NONE),
                        fields),
                keys);
    }

    private static <R> Block<R> tabulated(List<Key<?>> common, BiFunction<Verifier, Fields, R> made) {
        List<Key<?>> keys = new ArrayList<>(List.of(TABLES));
        keys.addAll(common);
        return Block.of(
                fields -> made.apply(verifier(fields, fields.get(TABLES), new NoiseLaw.Gaussian(), Hack.NONE), fields),
                keys);
    }

    private static ScoreTable table(List<Double> scores) {
        return new ScoreTable(scores.stream().mapToDouble(Double::doubleValue).toArray());
    }

    private static Verifier verifier(Fields fields, Scoring scoring, NoiseLaw noise, Hack hack) {
        boolean process = fields.has(PERSISTENCE);
        NoiseForms.Shared shared = fields.get(process ? NoiseForms.PROCESS_SHARED : NoiseForms.OUTCOME_SHARED);
        return new Verifier(scoring, shared.bad(), shared.good(), noise, process ? fields.get(PERSISTENCE) : 0, hack);
    }
}
