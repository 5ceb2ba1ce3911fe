package overthink.core.solve;

import org.jspecify.annotations.Nullable;
import overthink.core.api.Law;
import overthink.core.exact.replay.FirstAcceptedReplay;
import overthink.core.model.RecordedWorld;
import overthink.core.route.ExpectedOutcome;

/** {@link Law.UntilAccepted} of recorded candidates and verdicts: {@link FirstAcceptedReplay}. */
final class RecordedFirstAccepted extends AbstractRecordedSolver {

    private final Law.UntilAccepted law;
    private boolean[] accepted = new boolean[0];
    private @Nullable FirstAcceptedReplay replay;

    RecordedFirstAccepted(RecordedWorld world, Law.UntilAccepted law) {
        super(world);
        this.law = law;
    }

    @Override
    void prepare() {
        accepted = new boolean[candidates()];
        int count = 0;
        int right = 0;
        for (int i = 0; i < accepted.length; i++) {
            accepted[i] = recording.score(0, problem(), i) > 0;
            if (accepted[i]) {
                count++;
                right += recording.correct(problem(), i) ? 1 : 0;
            }
        }
        replay = new FirstAcceptedReplay(draws(), count, right, correct());
    }

    @Override
    public ExpectedOutcome at(long candidates) {
        FirstAcceptedReplay known = replay;
        if (known == null) {
            throw new IllegalStateException("no problem was turned to");
        }
        long k = Math.min(law.most(), candidates);
        return new ExpectedOutcome(
                known.acceptedRight(k) + (law.abstains() ? 0 : known.rejectedRight(k)),
                ROUNDING,
                known.covered(k),
                law.abstains() ? known.noneAccepted(k) : 0,
                spending.until(accepted, 1 - known.noneAccepted(k), known.drawn(k)));
    }
}
