package overthink.scenarios.document.section;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import overthink.core.estimate.Quantity;
import overthink.core.exact.allocation.PredictedDifficulty;
import overthink.core.exact.allocation.RightAnswers;
import overthink.scenarios.analysis.allocation.AllocationQuestion;
import overthink.scenarios.document.form.Block;
import overthink.scenarios.document.form.EitherForm;
import overthink.scenarios.document.form.Form;
import overthink.scenarios.document.form.Key;
import overthink.scenarios.document.form.ListForm;
import overthink.scenarios.document.form.OptionalForm;
import overthink.scenarios.document.form.RealForm;
import overthink.scenarios.document.form.WholeForm;
import overthink.scenarios.document.form.WordForm;
import overthink.scenarios.expectation.Measure;

/** How it is written that one budget is spread over many problems. */
final class AllocationForms {

    private static final int MOST_CORRELATIONS = 20;

    private static final Key<Quantity> MEASURE = Key.optional(
            "measure", new WordForm<>(measures()), Measure.ACCURACY.label(), "What is to be as great as can be");
    private static final Key<List<Double>> CORRELATIONS = Key.optional(
            "correlations",
            new ListForm<>(new RealForm(PredictedDifficulty.CORRELATION), "correlations", 1, MOST_CORRELATIONS),
            "[0.5, 1]",
            "How well difficulty is known beforehand: the share of a signal's variance that tells of it; 0 for nothing, 1 for each"
                    + " problem's own curve");
    private static final Key<OptionalInt> CLASSES = Key.optional(
            "classes",
            EitherForm.number(
                    WholeForm.ints(PredictedDifficulty.CLASSES).map(OptionalInt::of),
                    new WordForm<>(Map.of("none", OptionalInt.empty()))),
            "none",
            "Into how many classes of equal size problems are predicted to fall; none when the signal is known as it is");
    private static final Key<Integer> WANTED = Key.required(
            "count", WholeForm.ints(RightAnswers.WANTED), "How many right answers each problem is to have");
    private static final Key<Integer> CAP =
            Key.required("cap", WholeForm.ints(RightAnswers.CAP), "The most candidates of a problem");
    private static final Key<Optional<RightAnswers>> RIGHT_ANSWERS = Key.optional(
            "right-answers",
            new OptionalForm<>(Block.of(fields -> new RightAnswers(fields.get(WANTED), fields.get(CAP)), WANTED, CAP)),
            "none",
            "Right answers that are collected, candidate by candidate, each told right or wrong when it is there");

    /** The question, if there is one. */
    static final Form<Optional<AllocationQuestion>> ALLOCATION = new OptionalForm<>(Block.of(
            fields -> new AllocationQuestion(
                    fields.get(MEASURE), fields.get(CORRELATIONS), fields.get(CLASSES), fields.get(RIGHT_ANSWERS)),
            MEASURE,
            CORRELATIONS,
            CLASSES,
            RIGHT_ANSWERS));

    private AllocationForms() {}

    private static Map<String, Quantity> measures() {
        Map<String, Quantity> measures = new LinkedHashMap<>();
        for (Measure measure : List.of(Measure.ACCURACY, Measure.COVERAGE)) {
            measures.put(measure.label(), measure.quantity());
        }
        return measures;
    }
}
