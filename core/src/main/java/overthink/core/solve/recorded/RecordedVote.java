package overthink.core.solve.recorded;

import org.jspecify.annotations.Nullable;
import overthink.core.exact.replay.MajorityReplay;
import overthink.core.model.RecordedWorld;
import overthink.core.route.ExpectedDetail;
import overthink.core.route.ExpectedOutcome;
import overthink.core.world.Recording;

/** {@link overthink.core.api.Law.Vote} among recorded answers, drawn without replacement: {@link MajorityReplay}. */
final class RecordedVote extends AbstractRecordedSolver {

    private int unanswered;
    private @Nullable MajorityReplay vote;

    RecordedVote(RecordedWorld world) {
        super(world);
    }

    @Override
    void prepare() {
        int[] votes = new int[recording.classes(problem())];
        int[] right = new int[votes.length];
        unanswered = 0;
        for (int i = 0; i < candidates(); i++) {
            int answer = recording.answer(problem(), i);
            if (answer == Recording.NO_ANSWER) {
                unanswered++;
            } else {
                votes[answer]++;
                right[answer] += recording.correct(problem(), i) ? 1 : 0;
            }
        }
        vote = MajorityReplay.ofClasses(votes, right, unanswered);
    }

    @Override
    public ExpectedDetail detail(long candidates, ExpectedOutcome outcome) {
        return together(candidates, outcome);
    }

    @Override
    public ExpectedOutcome at(long candidates) {
        MajorityReplay known = vote;
        if (known == null) {
            throw new IllegalStateException("no problem was turned to");
        }
        long k = draws().drawn(candidates);
        return new ExpectedOutcome(
                Math.max(0, Math.min(1, known.accuracy((int) k))),
                ROUNDING,
                coverage(k),
                draws().within(unanswered, k),
                spending.together(k, 0));
    }
}
