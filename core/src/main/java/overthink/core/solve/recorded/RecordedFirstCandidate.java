package overthink.core.solve.recorded;

import overthink.core.model.RecordedWorld;
import overthink.core.route.ExpectedDetail;
import overthink.core.route.ExpectedOutcome;

/** {@link overthink.core.api.Law.FirstCandidate} of recorded candidates: the share of right ones. */
final class RecordedFirstCandidate extends AbstractRecordedSolver {

    RecordedFirstCandidate(RecordedWorld world) {
        super(world);
    }

    @Override
    public ExpectedDetail detail(long candidates, ExpectedOutcome outcome) {
        return together(1, outcome);
    }

    @Override
    public ExpectedOutcome at(long candidates) {
        double share = (double) correct() / candidates();
        return new ExpectedOutcome(share, 0, share, 0, spending.one());
    }

    @Override
    public long last() {
        return 1;
    }
}
