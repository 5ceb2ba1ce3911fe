package overthink.core.fit.forecast;

import java.util.Optional;
import java.util.SplittableRandom;
import overthink.core.fit.SharedData;
import overthink.core.world.Recording;

/** Recordings as if fewer candidates had been recorded, for tests of forecasts. */
final class Subsamples {

    private Subsamples() {}

    /** The recording with {@code n} of each problem's candidates, drawn without replacement. */
    static Recording of(Recording whole, int n, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        boolean scored = whole.calls() > 0;
        Recording.Builder builder = new Recording.Builder(whole.hasAnswers(), scored ? 1 : 0, false);
        for (int problem = 0; problem < whole.size(); problem++) {
            builder.problem(whole.name(problem), Optional.empty());
            int left = n;
            int candidates = whole.candidates(problem);
            for (int candidate = 0; candidate < candidates; candidate++) {
                if (random.nextInt(candidates - candidate) < left) {
                    left--;
                    builder.candidate(
                            whole.correct(problem, candidate),
                            whole.hasAnswers() ? whole.answer(problem, candidate) : 0,
                            0,
                            scored ? new double[] {whole.score(0, problem, candidate)} : new double[0]);
                }
            }
        }
        return builder.build();
    }

    /** The problems of one model in a file of counts, those with {@code n} candidates. */
    static Recording counts(String file, String model, int n) {
        Recording.Builder builder = new Recording.Builder(false, 0, false);
        for (SharedData.Line line : SharedData.read(file)) {
            if (line.text("model").equals(model) && line.whole("n") == n) {
                builder.problem(line.text("problem"), Optional.empty());
                for (int candidate = 0; candidate < n; candidate++) {
                    builder.candidate(candidate < line.whole("c"), 0, 0);
                }
            }
        }
        return builder.build();
    }
}
