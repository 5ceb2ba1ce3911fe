package overthink.scenarios.forecast;

import java.util.ArrayList;
import java.util.List;
import overthink.scenarios.recording.Recorded;

/** What a file holds that makes its numbers mean less than they seem to: the most important of what {@code inspect} says. */
public final class Cautions {

    private Cautions() {}

    /** Sentences without a stop; mostly none. */
    public static List<String> of(Recorded recorded) {
        Recorded.Tally tally = recorded.tally();
        List<String> cautions = new ArrayList<>();
        if (tally.lossOfLast() > 0) {
            cautions.add(
                    "the file's last problem has fewer candidates (%d less) than each of the others: the file may be the head of a"
                                    .formatted(tally.lossOfLast())
                            + " longer one");
        }
        if (tally.missingAnswers() > 0) {
            cautions.add("%d of %d candidates gave no answer (--missing)"
                    .formatted(tally.missingAnswers(), tally.candidates()));
        }
        if (!tally.missingScores().isEmpty() && tally.missingScores().get(0) > 0) {
            cautions.add("%d of %d candidates have no score and come last where it chooses (--missing-score)"
                    .formatted(tally.missingScores().get(0), tally.candidates()));
        }
        if (tally.missingVerdicts() > 0) {
            cautions.add("%d candidates have no verdict (--missing-correct)".formatted(tally.missingVerdicts()));
        }
        if (tally.disputed() > 0) {
            cautions.add("%d answers are right in one row and wrong in another of the same problem"
                    .formatted(tally.disputed()));
        }
        if (tally.alike() * 2 > tally.candidates()) {
            cautions.add("%d of %d rows repeat another of their problem in every column (--sample tells them apart)"
                    .formatted(tally.alike(), tally.candidates()));
        }
        cautions.addAll(tally.remarks());
        return cautions;
    }
}
