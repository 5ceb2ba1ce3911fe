package overthink.core.solve.recorded;

import overthink.core.exact.replay.Draws;
import overthink.core.model.RecordedWorld;
import overthink.core.route.ExpectedDetail;
import overthink.core.route.ExpectedOutcome;
import overthink.core.route.RandomSpending;
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

    /** Whether a candidate may be drawn again. */
    final boolean replacement() {
        return replacement;
    }

    /** n. */
    final int candidates() {
        return draws.candidates();
    }

    /** c. */
    final int correct() {
        return correct;
    }

    /** What is known of {@code k} candidates that are all drawn. */
    final ExpectedDetail together(long k, ExpectedOutcome outcome) {
        long drawn = draws.drawn(k);
        return new ExpectedDetail(
                (double) drawn * correct / candidates(),
                distinct(k, new boolean[candidates()]),
                length(),
                RandomSpending.always(outcome.spending()));
    }

    /**
     * Different answers of candidates that are drawn until one is accepted, {@code k} at most; NaN where answers were not recorded.
     * Of those that give an answer or are accepted the first is each with the same chance; it gives that answer, or it is never
     * given.
     */
    final double distinct(long k, boolean[] accepted) {
        if (!recording.hasAnswers()) {
            return Double.NaN;
        }
        int[] givers = new int[recording.classes(problem)];
        int[] acceptedGivers = new int[givers.length];
        int allAccepted = 0;
        for (int i = 0; i < accepted.length; i++) {
            int answer = recording.answer(problem, i);
            allAccepted += accepted[i] ? 1 : 0;
            if (answer != Recording.NO_ANSWER) {
                givers[answer]++;
                acceptedGivers[answer] += accepted[i] ? 1 : 0;
            }
        }
        double sum = 0;
        for (int answer = 0; answer < givers.length; answer++) {
            int ends = givers[answer] + allAccepted - acceptedGivers[answer];
            sum += ends == 0 ? 0 : (1 - draws.within(candidates() - ends, k)) * givers[answer] / ends;
        }
        return sum;
    }

    /** The tokens of a candidate, where all have the same; NaN where they were recorded, for which of them is the answer is open. */
    final double length() {
        return recording.hasTokens() ? Double.NaN : spending.one().tokens();
    }

    /** The chance that some of {@code k} candidates is right. */
    final double coverage(long k) {
        return 1 - draws.within(candidates() - correct, k);
    }
}
