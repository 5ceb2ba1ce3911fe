package overthink.core.fit.world;

import java.util.Optional;
import overthink.core.model.Model;
import overthink.core.model.SyntheticWorld;
import overthink.core.world.Recording;

/** Recordings of candidates that a world's model draws, for tests. */
public final class Simulated {

    private Simulated() {}

    /** So many candidates of every problem, with answers, and with scores where the world has an outcome verifier. */
    public static Recording of(SyntheticWorld world, int candidates, long seed) {
        boolean scored = world.verifiers().outcome() != null;
        Recording.Builder builder = new Recording.Builder(true, scored ? 1 : 0, true);
        Model model = world.draw(seed).model();
        double[] scores = new double[candidates];
        int[] answers = new int[candidates];
        for (int problem = 0; problem < world.size(); problem++) {
            builder.problem("problem " + problem, Optional.empty());
            model.turnTo(problem);
            model.begin(0);
            long[] tokens = new long[candidates];
            for (int i = 0; i < candidates; i++) {
                tokens[i] = model.nextWholeTokens();
                model.addWholes(1, candidates);
            }
            model.answers(0, candidates, answers);
            if (scored) {
                model.outcomes(0, candidates, scores);
            }
            for (int i = 0; i < candidates; i++) {
                builder.candidate(
                        model.worth(i) == Model.RIGHT,
                        model.answered(i) ? answers[i] : Recording.NO_ANSWER,
                        (int) tokens[i],
                        scored ? new double[] {scores[i]} : new double[0]);
            }
        }
        return builder.build();
    }

    /** The same candidates with other scores. */
    interface Scores {
        double of(int problem, int candidate, boolean right);
    }

    static Recording rescored(Recording recording, Scores scores) {
        Recording.Builder builder = new Recording.Builder(recording.hasAnswers(), 1, false);
        for (int problem = 0; problem < recording.size(); problem++) {
            builder.problem(recording.name(problem), Optional.empty());
            for (int i = 0; i < recording.candidates(problem); i++) {
                builder.candidate(
                        recording.correct(problem, i),
                        recording.hasAnswers() ? recording.answer(problem, i) : Recording.NO_ANSWER,
                        0,
                        scores.of(problem, i, recording.correct(problem, i)));
            }
        }
        return builder.build();
    }
}
