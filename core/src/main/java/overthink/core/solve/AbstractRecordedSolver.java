package overthink.core.solve;

import overthink.core.exact.replay.Draws;
import overthink.core.model.RecordedWorld;
import overthink.core.route.Route;
import overthink.core.world.Recording;

/** Keeps the problem in hand of a world of recorded candidates. */
abstract class AbstractRecordedSolver implements Route.Solver {

    /** What rounding may do to a value: sums of a few hundred products of up to 64 factors. */
    static final double ROUNDING = 1e-12;

    final Recording recording;
    final RecordedSpending spending;
    private final boolean replacement;

    private int problem = -1;
    private int correct;
    private Draws draws = Draws.withReplacement(1);

    AbstractRecordedSolver(RecordedWorld world) {
        recording = world.recording();
        replacement = world.replacement();
        spending = new RecordedSpending(world);
    }

    @Override
    public final void turnTo(int other) {
        problem = other;
        int n = recording.candidates(other);
        if (draws.candidates() != n || !replacement) {
            draws = replacement ? Draws.withReplacement(n) : Draws.withoutReplacement(n);
        }
        correct = recording.correct(other);
        spending.turnTo(other, draws);
        prepare();
    }

    /** Works out what all budgets of a problem share. */
    void prepare() {}

    final int problem() {
        return problem;
    }

    final Draws draws() {
        return draws;
    }

    /** n. */
    final int candidates() {
        return draws.candidates();
    }

    /** c. */
    final int correct() {
        return correct;
    }

    /** The chance that some of {@code k} candidates is right. */
    final double coverage(long k) {
        return 1 - draws.within(candidates() - correct, k);
    }
}
