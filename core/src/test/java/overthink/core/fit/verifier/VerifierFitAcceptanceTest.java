package overthink.core.fit.verifier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import overthink.core.fit.ForecastValue;
import overthink.core.fit.SharedData;
import overthink.core.fit.difficulty.CoverageForecast;
import overthink.core.fit.difficulty.DifficultyPosterior;
import overthink.core.fit.difficulty.SuccessCounts;
import overthink.core.fit.difficulty.TailExponent;
import overthink.core.world.Recording;

/**
 * Verifiers fitted to scores of real models. Seeds are fixed, so that an outcome is the same everywhere; bounds are those that
 * were asked for before the methods were tried here.
 */
@Tag("slow")
@Tag("real-data")
class VerifierFitAcceptanceTest {

    private static final long SEED = 20261128;

    private static void print(String what, GradedFit fit) {
        System.out.printf(
                "%s: d %.3f ± %.3f, spread %.3f ± %.3f, per logit %.3f ± %.3f (%s), shares %s%n",
                what,
                fit.d().value(),
                fit.d().error(),
                fit.spread().value(),
                fit.spread().error(),
                fit.slope().value(),
                fit.slope().error(),
                fit.dependsOnDifficulty() ? "used" : "not used",
                fit.shares());
    }

    /** The fitted verifier follows the replay it was fitted to, and on the hundred candidates it has a hump as they do. */
    @Test
    void testsThatPass_ofTwentyOfAHundred_areFitted() {
        Recording recording = RecordedScores.codet();
        UniformRandomProvider random = RandomSource.XO_RO_SHI_RO_128_PP.create(SEED);
        double distance = 0;
        double farthest = 0;
        double ahead = 0;
        for (int draw = 0; draw < 10; draw++) {
            GradedFit fit = (GradedFit) VerifierFit.of(RecordedScores.some(recording, 20, random), SEED + draw);
            assertTrue(fit.isOfAnswer());
            double worst = 0;
            for (int k = 1; k <= 20; k++) {
                worst = Math.max(worst, Math.abs(fit.fitted(k) - fit.replayed(k)));
            }
            distance += worst / 10;
            farthest = Math.max(farthest, worst);
            double[] all = fit.simulated(recording);
            assertTrue(all[5] > all[100] + 0.02, "a hump");
            ahead += Math.abs(all[100] - .216477599) / 10;
        }
        long start = System.nanoTime();
        GradedFit all = (GradedFit) VerifierFit.of(recording, SEED);
        System.out.printf(
                "codet, verifier fitted to 20: farthest from the replay of 1 to 20 %.4f in the mean, %.4f at most; at 100 off"
                        + " by %.4f; fitted to 100 in %.2f s%n",
                distance, farthest, ahead, (System.nanoTime() - start) / 1e9);
        print("codet, fitted to 100", all);
        assertTrue(distance <= .02, "the replay is followed");
        assertTrue(farthest <= .03, "the replay is followed by each");
        assertTrue(ahead <= .05, "at 100");
    }

    /** One right and nine wrong candidates, of which four are known: how often is the right one the best of the ten? */
    @Test
    void fourOfNineWrongOnes_forecastTheBestOfTen() {
        Map<String, Map<String, double[]>> scorers = new LinkedHashMap<>();
        for (SharedData.Line line : SharedData.read("rewardmath/scores.csv.gz")) {
            double[] scores = scorers.computeIfAbsent(line.text("reward_model"), name -> new LinkedHashMap<>())
                    .computeIfAbsent(line.text("problem"), name -> new double[10]);
            int candidate = line.whole("candidate");
            assertEquals(candidate == 0, line.whole("correct") == 1, "the right one is the first");
            scores[candidate] = line.number("score");
        }
        double[] errors = new double[scorers.size()];
        double[] independent = new double[errors.length];
        int held = 0;
        int index = 0;
        for (Map.Entry<String, Map<String, double[]>> scorer : scorers.entrySet()) {
            UniformRandomProvider random = RandomSource.XO_RO_SHI_RO_128_PP.create(SEED);
            double truth = 0;
            Recording.Builder builder = new Recording.Builder(false, 1, false);
            for (double[] scores : scorer.getValue().values()) {
                double most = Arrays.stream(scores).max().orElseThrow();
                truth += scores[0] == most
                        ? 1.0 / Arrays.stream(scores).filter(s -> s == most).count()
                        : 0;
                builder.problem("p", Optional.empty());
                builder.candidate(true, 0, 0, log(scores[0]));
                int[] wrong = {1, 2, 3, 4, 5, 6, 7, 8, 9};
                for (int i = 0; i < 4; i++) {
                    int other = i + random.nextInt(9 - i);
                    int one = wrong[other];
                    wrong[other] = wrong[i];
                    builder.candidate(false, 0, 0, log(scores[one]));
                }
            }
            truth /= scorer.getValue().size();
            Recording recording = builder.build();
            SuccessCounts counts = LovedWrongAnswers.of(recording, 0, SEED).counts();
            DifficultyPosterior posterior = DifficultyPosterior.of(counts, TailExponent.DEFAULT);
            ForecastValue lost =
                    CoverageForecast.of(posterior, new long[] {9}, 500, SEED).at(9);
            errors[index] = Math.abs(1 - lost.mean() - truth);
            held += lost.holds90(1 - truth) ? 1 : 0;
            double area = ScoreProfile.of(recording, 0).within();
            independent[index] = Math.abs(Math.pow(area, 9) - truth);
            System.out.printf(
                    "rewardmath %s: best of 10 %.3f, forecast %.3f [%.3f, %.3f], AUC^9 %.3f%n",
                    scorer.getKey(), truth, 1 - lost.mean(), 1 - lost.upper90(), 1 - lost.lower90(), Math.pow(area, 9));
            index++;
        }
        double error = Arrays.stream(errors).average().orElseThrow();
        System.out.printf(
                "rewardmath: mean error %.4f, held %d/%d; by AUC^9 %.4f%n",
                error, held, errors.length, Arrays.stream(independent).average().orElseThrow());
        assertTrue(error <= .03, "mean error");
    }

    /** Scores on scales of their own, squeezed into the range of log-odds without changing their order. */
    private static double log(double score) {
        return Double.isNaN(score) ? Recording.NO_SCORE : Math.signum(score) * Math.log1p(Math.abs(score));
    }

    @Test
    void valuesOfATree_areFittedByDepth() {
        ProcessFit.Builder builder = new ProcessFit.Builder();
        String problem = "";
        int[] count = new int[4];
        List<SharedData.Line> lines = SharedData.read("game24/tot_trace.csv.gz");
        for (SharedData.Line line : lines) {
            if (!line.text("problem").equals(problem)) {
                problem = line.text("problem");
                builder.problem();
            }
            // final answers and steps that break the rules have no reachability, and a value of 0 is that of a
            // duplicate
            String reachable = line.text("reachable24");
            if (line.number("value") != 0 && (reachable.equals("0") || reachable.equals("1"))) {
                count[line.whole("step")]++;
                builder.path().node(line.whole("step"), line.whole("reachable24") == 1, line.number("value"));
            }
        }
        ProcessFit fit = builder.fit();
        double[] stated = {.767, 1, 1};
        NormalDistribution normal = NormalDistribution.of(0, 1);
        for (int t = 0; t < 3; t++) {
            double area = normal.cumulativeProbability(fit.d(t).value() / Math.sqrt(2));
            System.out.printf(
                    "game24 tree, depth %d: %d nodes, AUC %.4f ± %.4f, d %.3f ± %.3f, AUC of the fitted verifier %.4f%n",
                    t,
                    count[t],
                    fit.auc(t).value(),
                    fit.auc(t).error(),
                    fit.d(t).value(),
                    fit.d(t).error(),
                    area);
            assertEquals(stated[t], area, .03);
            assertEquals(count[t], fit.sound(t) + fit.flawed(t));
        }
    }

    /** Scores of a process reward model along 1,000 solutions: noise persists from step to step. */
    @Test
    void scoresOfSteps_persist() {
        ProcessFit.Builder builder = new ProcessFit.Builder();
        Map<String, List<SharedData.Line>> problems = new LinkedHashMap<>();
        for (SharedData.Line line : SharedData.read("qwen15b-mathshepherd/cot_samples.csv.gz")) {
            problems.computeIfAbsent(line.text("uid"), uid -> new ArrayList<>()).add(line);
        }
        for (List<SharedData.Line> lines : problems.values()) {
            builder.problem();
            for (SharedData.Line line : lines) {
                builder.path();
                int depth = 1;
                for (String score : line.text("prm_step_scores").trim().split(" +")) {
                    if (!score.isEmpty()) {
                        builder.node(depth++, line.whole("correct") == 1, Double.parseDouble(score));
                    }
                }
            }
        }
        ProcessFit fit = builder.fit();
        System.out.printf(
                "qwen15b, Math-Shepherd: persistence %.3f ± %.3f (within problems %s); d of steps 1 to 5:",
                fit.persistence().value(), fit.persistence().error(), fit.isWithinProblems());
        for (int t = 0; t < 5; t++) {
            System.out.printf(" %.2f ± %.2f", fit.d(t).value(), fit.d(t).error());
        }
        System.out.println();
        assertTrue(fit.persistence().value() > 0.3 && fit.persistence().value() < 0.98);
    }
}
