package overthink.core.fit.world;

import java.util.Optional;
import overthink.core.world.Recording;

/** Shorter recordings. */
final class Thinned {

    private Thinned() {}

    /** At most so many problems of a recording, evenly spaced, without their steps; the recording itself when it has no more. */
    static Recording problems(Recording recording, int most) {
        return recording.size() <= most ? recording : copy(recording, most, recording.calls());
    }

    /** A recording without its scores. */
    static Recording withoutScores(Recording recording) {
        return copy(recording, recording.size(), 0);
    }

    private static Recording copy(Recording recording, int problems, int calls) {
        Recording.Builder builder = new Recording.Builder(recording.hasAnswers(), calls, recording.hasTokens());
        double[] scores = new double[calls];
        for (int i = 0; i < problems; i++) {
            int problem = (int) ((long) i * recording.size() / problems);
            builder.problem(recording.name(problem), Optional.empty());
            for (int candidate = 0; candidate < recording.candidates(problem); candidate++) {
                for (int call = 0; call < calls; call++) {
                    scores[call] = recording.score(call, problem, candidate);
                }
                builder.candidate(
                        recording.correct(problem, candidate),
                        recording.hasAnswers() ? recording.answer(problem, candidate) : Recording.NO_ANSWER,
                        recording.hasTokens() ? recording.tokens(problem, candidate) : 0,
                        scores);
            }
        }
        return builder.build();
    }
}
