package overthink.scenarios.document.section.world;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import overthink.core.api.RealRange;
import overthink.core.law.chain.ByDifficulty;
import overthink.core.law.verifier.Scoring;
import overthink.core.law.verifier.Sensitivity;
import overthink.core.law.verifier.Variation;
import overthink.scenarios.document.form.Block;
import overthink.scenarios.document.form.EitherForm;
import overthink.scenarios.document.form.Form;
import overthink.scenarios.document.form.Key;
import overthink.scenarios.document.form.MapForm;
import overthink.scenarios.document.form.RealForm;
import overthink.scenarios.document.form.TextForm;
import overthink.scenarios.document.form.VariantForm;
import overthink.scenarios.document.form.VariantForm.Variant;

/** How numbers of a verifier are written that go by difficulty, by level or by depth. */
final class VariationForms {

    private static final TextForm LEVEL = TextForm.line("the name of a level");
    private static final int MOST_LEVELS = 1000;

    private VariationForms() {}

    /** The rates of verdicts, plain where they are the same everywhere. */
    static Scoring verdict(Variation tpr, Variation fpr) {
        return tpr.constant() && fpr.constant()
                ? new Scoring.Verdict(tpr.at(0, 0, 0), fpr.at(0, 0, 0))
                : new Scoring.VariedVerdict(tpr, fpr);
    }

    private static <T> Variant<T> byLevel(RealForm number, Function<Variation.Level, T> meaning) {
        Key<Map<String, Double>> levels = Key.required(
                "levels",
                new MapForm<>(number, "levels with a value", LEVEL, 1, MOST_LEVELS),
                "By the name of the problem's level, each of those that world.problems has");
        return Variant.of(
                Block.of(
                        fields -> {
                            Map<String, Double> values = fields.get(levels);
                            return meaning.apply(
                                    new Variation.Level(List.copyOf(values.keySet()), List.copyOf(values.values())));
                        },
                        levels),
                levels.name());
    }

    private static <T> Variant<T> byDepth(RealForm number, Function<Variation.Depth, T> meaning) {
        Key<Double> first = Key.required("first", number, "After the first step");
        Key<Double> last = Key.required("last", number, "After the last step");
        return Variant.of(
                Block.of(
                        fields -> meaning.apply(new Variation.Depth(fields.get(first), fields.get(last))), first, last),
                first.name(),
                last.name());
    }

    /** A number within a range everywhere. */
    static Form<Variation> of(String name, RealForm number, RealRange range) {
        Key<Double> hard = Key.required("hard", number, "On a problem of p = 0");
        Key<Double> easy = Key.required("easy", number, "On a problem of p = 1");
        Key<Double> even = Key.required("even", number, "On a problem of p = 1/2");
        Key<Double> perLogit = Key.required(
                "per-logit",
                new RealForm(Sensitivity.Trend.Logit.PER_LOGIT),
                "How much it rises when the odds of p rise by a factor e");
        return EitherForm.number(
                number.map(Variation::of),
                new VariantForm<>(List.of(
                        Variant.of(
                                Block.of(
                                        fields -> new Variation.Difficulty(
                                                new ByDifficulty.Linear(fields.get(hard), fields.get(easy))),
                                        hard,
                                        easy),
                                hard.name(),
                                easy.name()),
                        Variant.of(
                                Block.of(
                                        fields -> {
                                            Variation law = new Variation.Difficulty(
                                                    new ByDifficulty.Logit(fields.get(even), fields.get(perLogit)));
                                            law.check(name, range);
                                            return law;
                                        },
                                        even,
                                        perLogit),
                                even.name(),
                                perLogit.name()),
                        byLevel(number, law -> law),
                        byDepth(number, law -> law))));
    }

    /** d. */
    static Form<ScoringForms.Told> distance(RealForm number) {
        Key<Double> hard = Key.required("hard", number, "On a problem of p = 0");
        Key<Double> easy = Key.required("easy", number, "On a problem of p = 1");
        Key<Double> even = Key.required("even", number, "On a problem of p = 1/2");
        Key<Double> perLogit = Key.required(
                "per-logit",
                new RealForm(Sensitivity.Trend.Logit.PER_LOGIT),
                "How much it rises when the odds of p rise by a factor e");
        return EitherForm.number(
                number.map(d -> ScoringForms.Told.of(Sensitivity.of(d))),
                new VariantForm<>(List.of(
                        Variant.of(
                                Block.of(
                                        fields -> ScoringForms.Told.of(
                                                new Sensitivity(fields.get(hard), fields.get(easy))),
                                        hard,
                                        easy),
                                hard.name(),
                                easy.name()),
                        Variant.of(
                                Block.of(
                                        fields -> ScoringForms.Told.of(new Sensitivity(
                                                new Sensitivity.Trend.Logit(fields.get(even), fields.get(perLogit)),
                                                Sensitivity.NO_SPREAD)),
                                        even,
                                        perLogit),
                                even.name(),
                                perLogit.name()),
                        byLevel(number, ScoringForms.Told::of),
                        byDepth(number, ScoringForms.Told::of))));
    }

    /** Areas under the ROC curve, of which d is made. */
    static Form<ScoringForms.Areas> areas(RealForm number) {
        Key<Double> hard = Key.required("hard", number, "On a problem of p = 0");
        Key<Double> easy = Key.required("easy", number, "On a problem of p = 1");
        return EitherForm.number(
                number.map(area -> distance -> ScoringForms.Told.of(Sensitivity.of(distance.applyAsDouble(area)))),
                new VariantForm<ScoringForms.Areas>(List.of(
                        Variant.of(
                                Block.of(
                                        fields -> distance -> ScoringForms.Told.of(new Sensitivity(
                                                distance.applyAsDouble(fields.get(hard)),
                                                distance.applyAsDouble(fields.get(easy)))),
                                        hard,
                                        easy),
                                hard.name(),
                                easy.name()),
                        byLevel(
                                number,
                                areas -> distance -> ScoringForms.Told.of(new Variation.Level(
                                        areas.names(),
                                        areas.values().stream()
                                                .map(distance::applyAsDouble)
                                                .toList()))),
                        byDepth(
                                number,
                                areas -> distance -> ScoringForms.Told.of(new Variation.Depth(
                                        distance.applyAsDouble(areas.first()),
                                        distance.applyAsDouble(areas.last())))))));
    }
}
