package overthink.core.testkit;

import java.util.List;
import overthink.core.api.Resource;
import overthink.core.api.Session;
import overthink.core.model.SyntheticWorld;
import overthink.core.model.World;

/**
 * A session that plays a tape of observables, with the truth held beside it: which answers are correct can be changed
 * without changing anything that a strategy may see.
 */
public final class TapeSession extends ForwardingSession {

    private final Tape tape;
    private final boolean[] correct;
    private final ScriptedSession scripted;

    /**
     * What happens, step by step over the whole run, in the order generated.
     *
     * @param steps of every solution
     * @param answers at each step, a number from 0 on; a candidate has that of its last step
     * @param outcomeScores at each step, in log-odds; a candidate has that of its last step
     * @param processScores at each step, in log-odds
     */
    @SuppressWarnings("ArrayRecordComponent") // played as they are
    public record Tape(int steps, int[] answers, double[] outcomeScores, double[] processScores) {

        /**
         * Checks the lengths.
         *
         * @throws IllegalArgumentException when they differ
         */
        public Tape {
            if (answers.length != outcomeScores.length || answers.length != processScores.length) {
                throw new IllegalArgumentException(
                        "a tape needs as many answers, outcome scores and process scores, not "
                                + "%d, %d and %d"
                                        .formatted(answers.length, outcomeScores.length, processScores.length));
            }
        }

        /** How many whole solutions it lasts. */
        public int generations() {
            return answers.length / steps;
        }

        private Script script() {
            return new Script(
                    (step, depth) -> depth == steps,
                    step -> processScores[step],
                    step -> outcomeScores[step],
                    step -> answers[step]);
        }
    }

    /**
     * Plays a tape.
     *
     * @param tape the observables
     * @param correct the truth: whether an answer is correct, by the tape's number for it
     * @param generations the budget, at most what the tape lasts
     * @throws IllegalArgumentException when the tape is shorter than the budget
     */
    public TapeSession(Tape tape, boolean[] correct, int generations) {
        this(tape, correct, scripted(tape, generations));
    }

    private TapeSession(Tape tape, boolean[] correct, ScriptedSession scripted) {
        super(scripted);
        this.tape = tape;
        this.correct = correct.clone();
        this.scripted = scripted;
    }

    private static ScriptedSession scripted(Tape tape, int generations) {
        if (generations > tape.generations()) {
            throw new IllegalArgumentException(
                    "the tape lasts %d generations, not %d".formatted(tape.generations(), generations));
        }
        return new ScriptedSession(tape.script(), generations)
                .withLimit(Resource.STEPS, (long) generations * tape.steps())
                .withPolicies(List.of("usual", "better", "cheaper"))
                .withSignal(-0.3);
    }

    /** Names policies and verifiers as a world does. */
    TapeSession withNamesOf(World any) {
        if (!(any instanceof SyntheticWorld world)) {
            return this;
        }
        if (world.verifiers().panel().size() > 0) {
            scripted.withVerifiers(world.verifiers().panel().names());
        }
        if (world.ensemble().size() > 1) {
            scripted.withPolicies(world.ensemble().names());
        }
        return this;
    }

    /** Whether a correct answer is committed. */
    public boolean correct() {
        int committed = scripted.committed();
        if (committed == Session.NONE) {
            return false;
        }
        var path = scripted.path(committed);
        return correct[tape.answers()[path.get(path.size() - 1)]];
    }
}
