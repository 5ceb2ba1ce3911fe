package overthink.core.fit.world;

import java.util.Optional;
import overthink.core.world.Recording;

/** Shorter recordings. */
final class Thinned {

    private Thinned() {}

    /** At most so many problems of a recording, evenly spaced, without their steps; the recording itself when it has no more. */
    static Recording problems(Recording recording, int most) {
        if (recording.size() <= most) {
            return recording;
        }
        Recording.Builder builder =
                new Recording.Builder(recording.hasAnswers(), recording.calls(), recording.hasTokens());
        double[] scores = new double[recording.calls()];
        for (int i = 0; i < most; i++) {
            int problem = (int) ((long) i * recording.size() / most);
            builder.problem(recording.name(problem), Optional.empty());
            for (int candidate = 0; candidate < recording.candidates(problem); candidate++) {
                for (int call = 0; call < scores.length; call++) {
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
