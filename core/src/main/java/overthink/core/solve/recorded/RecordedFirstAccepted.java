package overthink.core.solve.recorded;

import org.jspecify.annotations.Nullable;
import overthink.core.api.Law;
import overthink.core.exact.replay.FirstAcceptedReplay;
import overthink.core.model.RecordedWorld;
import overthink.core.route.ExpectedDetail;
import overthink.core.route.ExpectedOutcome;
import overthink.core.route.RandomSpending;

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

    private FirstAcceptedReplay replay() {
        FirstAcceptedReplay known = replay;
        if (known == null) {
            throw new IllegalStateException("no problem was turned to");
        }
        return known;
    }

    /** The accepted one that ends it is each of them with the same chance; the others drawn are each of the rejected. */
    @Override
    public ExpectedDetail detail(long candidates, ExpectedOutcome outcome) {
        long k = Math.min(law.most(), candidates);
        int right = 0;
        int count = 0;
        for (int i = 0; i < accepted.length; i++) {
            count += accepted[i] ? 1 : 0;
            right += accepted[i] && recording.correct(problem(), i) ? 1 : 0;
        }
        double stopped = 1 - replay().noneAccepted(k);
        double rejected = replay().drawn(k) - stopped;
        int others = candidates() - count;
        return new ExpectedDetail(
                (count == 0 ? 0 : stopped * right / count)
                        + (others == 0 ? 0 : rejected * (correct() - right) / others),
                distinct(k, accepted),
                length(),
                replacement() ? new RandomSpending((double) count / candidates(), k, spending.each()) : null);
    }

    @Override
    public ExpectedOutcome at(long candidates) {
        FirstAcceptedReplay known = replay();
        long k = Math.min(law.most(), candidates);
        return new ExpectedOutcome(
                known.acceptedRight(k) + (law.abstains() ? 0 : known.rejectedRight(k)),
                ROUNDING,
                known.covered(k),
                law.abstains() ? known.noneAccepted(k) : 0,
                spending.until(accepted, 1 - known.noneAccepted(k), known.drawn(k)));
    }
}
