package overthink.core.fit.verifier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import overthink.core.exact.replay.MajorityReplay;
import overthink.core.fit.ForecastValue;
import overthink.core.fit.HalfSamples;
import overthink.core.world.Recording;

/**
 * Best-of-N and its errors on recordings of real models: what twenty candidates of a problem say of the hundred recorded.
 * Everything is drawn with fixed seeds, so that an outcome is the same everywhere; the bounds are those that were asked for
 * before the method was tried here.
 */
@Tag("slow")
@Tag("real-data")
class BestOfAcceptanceTest {

    private static final long SEED = 20261128;
    private static final int DRAWS = 20;

    @Test
    void replay_ofAllCandidates_isTheTable() {
        BestOfForecast all = BestOfForecast.of(RecordedScores.codet(), 0, SEED);
        int[] k = {1, 2, 5, 10, 20, 50, 100};
        double[] table = {.221097561, .274303400, .303803307, .291690214, .267518684, .238009123, .216477599};
        for (int i = 0; i < k.length; i++) {
            assertEquals(table[i], all.replayed(k[i]), 1e-9);
        }
        assertEquals(
                .783, ScoreProfile.of(RecordedScores.codet(), 0).within(), 5e-4, "the area that its source states");
    }

    @Test
    void twentyOfAHundred_forecastBestOfN() {
        Recording recording = RecordedScores.codet();
        BestOfForecast all = BestOfForecast.of(recording, 0, SEED);
        UniformRandomProvider random = RandomSource.XO_RO_SHI_RO_128_PP.create(SEED);
        double[] error = new double[2];
        double[] last = new double[2];
        double[] width = new double[2];
        int[] held = new int[2];
        int peaks = 0;
        double height = 0;
        double highest = 0;
        double peak = peak(all);
        long[] targets = {50, 100};
        for (int draw = 0; draw < DRAWS; draw++) {
            BestOfForecast some = BestOfForecast.of(RecordedScores.some(recording, 20, random), 0, SEED + draw);
            int where = where(some);
            peaks += where >= 3 && where <= 8 ? 1 : 0;
            height += Math.abs(peak(some) - peak) / DRAWS;
            highest = Math.max(highest, Math.abs(peak(some) - peak));
            for (int t = 0; t < 2; t++) {
                double truth = all.replayed((int) targets[t]);
                ForecastValue value = some.at(targets[t]);
                error[t] += Math.abs(value.mean() - truth) / DRAWS;
                last[t] += Math.abs(some.replayed(20) - truth) / DRAWS;
                width[t] += value.width90() / DRAWS;
                held[t] += value.holds90(truth) ? 1 : 0;
            }
        }
        System.out.printf(
                "codet best-of-N, 20 of 100: at 50 error %.4f (last value %.4f) held %d/20 width %.3f; at 100 error %.4f"
                        + " (last value %.4f) held %d/20 width %.3f; peak at 3 to 8 in %d/20, height error %.4f, at most %.4f%n",
                error[0], last[0], held[0], width[0], error[1], last[1], held[1], width[1], peaks, height, highest);
        assertTrue(error[0] <= .035, "at 50");
        assertTrue(error[1] <= .045, "at 100");
        assertTrue(held[1] >= .80 * DRAWS, "held at 100");
        assertEquals(DRAWS, peaks);
        assertTrue(height <= .02, "height of the peak");
    }

    private static int where(BestOfForecast forecast) {
        int best = 1;
        for (int k = 2; k <= 100; k++) {
            best = forecast.at(k).mean() > forecast.at(best).mean() ? k : best;
        }
        return best;
    }

    private static double peak(BestOfForecast forecast) {
        return forecast.at(where(forecast)).mean();
    }

    /**
     * What half samples of 20 (of 8) candidates say against the spread of that number over many subsamples. Those share
     * candidates: n of a without replacement vary by 1 − n/a of what candidates drawn anew do.
     */
    @Test
    void halfSamples_ofRealRecordings_areTheSpreadOfSubsamples() {
        Recording codet = RecordedScores.codet();
        UniformRandomProvider random = RandomSource.XO_RO_SHI_RO_128_PP.create(SEED);
        double[] bests = new double[400];
        double[] errors = new double[DRAWS];
        for (int draw = 0; draw < bests.length; draw++) {
            Recording some = RecordedScores.some(codet, 20, random);
            BestOfForecast forecast = draw < DRAWS ? BestOfForecast.of(some, 0, SEED + draw) : null;
            bests[draw] = bestOfAll(some);
            if (forecast != null) {
                errors[draw] = Math.sqrt(forecast.variance());
            }
        }
        report("codet best-of-20", bests, 20.0 / 100, errors, .0177, .0181, .0010);
        Recording llama = RecordedScores.llama();
        double[] majorities = new double[400];
        double[] spreads = new double[DRAWS];
        for (int draw = 0; draw < majorities.length; draw++) {
            Recording some = RecordedScores.some(llama, 8, random);
            int[] everybody = {0, 1, 2, 3, 4, 5, 6, 7};
            double sum = 0;
            for (int problem = 0; problem < some.size(); problem++) {
                sum += majority(some, problem, everybody);
            }
            majorities[draw] = sum / some.size();
            if (draw < DRAWS) {
                spreads[draw] = Math.sqrt(HalfSamples.variance(
                        some.size(), some::candidates, (problem, half) -> majority(some, problem, half), SEED + draw));
            }
        }
        report("llama8b majority@8", majorities, 8.0 / 44, spreads, .0229, .0236, .0019);
    }

    private static double bestOfAll(Recording recording) {
        double sum = 0;
        for (int problem = 0; problem < recording.size(); problem++) {
            double best = -1e9;
            double right = 0;
            double equal = 0;
            for (int i = 0; i < recording.candidates(problem); i++) {
                double score = recording.score(0, problem, i);
                if (score > best) {
                    best = score;
                    right = 0;
                    equal = 0;
                }
                if (score == best) {
                    equal++;
                    right += recording.correct(problem, i) ? 1 : 0;
                }
            }
            sum += right / equal;
        }
        return sum / recording.size();
    }

    private static double majority(Recording recording, int problem, int[] some) {
        int[] right = new int[recording.classes(problem)];
        int[] wrong = new int[right.length];
        int none = 0;
        for (int candidate : some) {
            int answer = recording.answer(problem, candidate);
            if (answer == Recording.NO_ANSWER) {
                none++;
            } else if (recording.correct(problem, candidate)) {
                right[answer]++;
            } else {
                wrong[answer]++;
            }
        }
        return new MajorityReplay(positive(right), positive(wrong), none).accuracy(some.length);
    }

    private static int[] positive(int[] votes) {
        return Arrays.stream(votes).filter(v -> v > 0).toArray();
    }

    /** The spread and its mean estimate are within 3 of their own errors of those stated. */
    private static void report(
            String what,
            double[] values,
            double share,
            double[] errors,
            double trueSpread,
            double stated,
            double statedSpread) {
        double mean = Arrays.stream(values).average().orElseThrow();
        double spread = Math.sqrt(
                Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum() / (values.length - 1) / (1 - share));
        double estimate = Arrays.stream(errors).average().orElseThrow();
        System.out.printf("%s: spread over subsamples %.4f, by half samples %.4f%n", what, spread, estimate);
        assertEquals(trueSpread, spread, 3 * trueSpread / Math.sqrt(2.0 * values.length));
        assertEquals(stated, estimate, 3 * statedSpread / Math.sqrt(errors.length));
    }
}
