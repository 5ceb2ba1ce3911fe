package overthink.core.solve.recorded;

import org.jspecify.annotations.Nullable;
import overthink.core.exact.replay.GreatestOfReplay;
import overthink.core.model.RecordedWorld;
import overthink.core.route.ExpectedDetail;
import overthink.core.route.ExpectedOutcome;

/** {@link overthink.core.api.Law.BestOf} recorded scores: {@link GreatestOfReplay}. */
final class RecordedBestOfN extends AbstractRecordedSolver {

    private @Nullable GreatestOfReplay best;

    RecordedBestOfN(RecordedWorld world) {
        super(world);
    }

    @Override
    void prepare() {
        double[] scores = new double[candidates()];
        double[] right = new double[candidates()];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = recording.score(0, problem(), i);
            right[i] = recording.correct(problem(), i) ? 1 : 0;
        }
        best = new GreatestOfReplay(draws(), scores, right);
    }

    @Override
    public ExpectedDetail detail(long candidates, ExpectedOutcome outcome) {
        return together(candidates, outcome);
    }

    @Override
    public ExpectedOutcome at(long candidates) {
        GreatestOfReplay known = best;
        if (known == null) {
            throw new IllegalStateException("no problem was turned to");
        }
        return new ExpectedOutcome(
                Math.max(0, Math.min(1, known.expected(candidates))),
                ROUNDING,
                coverage(candidates),
                0,
                spending.together(candidates, 1));
    }
}
