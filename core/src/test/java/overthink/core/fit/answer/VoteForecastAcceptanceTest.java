package overthink.core.fit.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import overthink.core.fit.ForecastValue;
import overthink.core.fit.SharedData;
import overthink.core.fit.difficulty.DifficultyPosterior;
import overthink.core.fit.difficulty.SuccessCounts;
import overthink.core.fit.difficulty.TailExponent;
import overthink.core.random.Address;
import overthink.core.random.CounterStream;
import overthink.core.world.Recording;

/**
 * Votes forecast from parts of real recordings, against what the whole recordings say. Subsamples are drawn without replacement,
 * seeds fixed; "held" is the share of subsamples whose 90 % interval holds the recorded value.
 */
@Tag("slow")
class VoteForecastAcceptanceTest {

    private static final long SEED = 20261128;

    private record Candidate(boolean right, int answer, double score) {}

    private static List<List<Candidate>> llama() {
        Map<String, List<Candidate>> problems = new LinkedHashMap<>();
        Map<String, Map<String, Integer>> classes = new HashMap<>();
        for (SharedData.Line line : SharedData.read("llama8b-math500/samples.csv.gz")) {
            if (line.text("run").contains("bon")) {
                String uid = line.text("uid");
                String answer = line.text("answer");
                Map<String, Integer> own = classes.computeIfAbsent(uid, one -> new HashMap<>());
                int number = answer.isEmpty() ? Recording.NO_ANSWER : own.computeIfAbsent(answer, one -> own.size());
                problems.computeIfAbsent(uid, one -> new ArrayList<>())
                        .add(new Candidate(line.whole("correct") == 1, number, 0));
            }
        }
        return List.copyOf(problems.values());
    }

    private static List<List<Candidate>> codet() {
        Map<String, List<Candidate>> problems = new LinkedHashMap<>();
        for (SharedData.Line line : SharedData.read("codet-humaneval/samples.csv.gz")) {
            problems.computeIfAbsent(line.text("problem"), one -> new ArrayList<>())
                    .add(new Candidate(
                            line.whole("correct") == 1,
                            line.whole("behaviour_cluster"),
                            line.number("gen_tests_passed")));
        }
        return List.copyOf(problems.values());
    }

    /** Some of each problem's candidates, without replacement. */
    private static Recording subsample(List<List<Candidate>> problems, int count, CounterStream stream) {
        Recording.Builder builder = new Recording.Builder(true, 1, false);
        for (int i = 0; i < problems.size(); i++) {
            builder.problem(Integer.toString(i), Optional.empty());
            List<Candidate> left = new ArrayList<>(problems.get(i));
            for (int k = 0; k < count; k++) {
                Candidate one = left.remove((int) (Address.uniform(stream.nextLong()) * left.size()));
                builder.candidate(one.right, one.answer, 0, one.score);
            }
        }
        return builder.build();
    }

    /** Mean absolute error, mean error, share held and mean width of forecasts. */
    private static final class Score {

        private double absolute;
        private double bias;
        private double width;
        private double half;
        private int held;
        private int cases;

        void add(ForecastValue forecast, double recorded) {
            cases++;
            absolute += Math.abs(forecast.mean() - recorded);
            bias += forecast.mean() - recorded;
            width += forecast.width90();
            held += forecast.holds90(recorded) ? 1 : 0;
            half += forecast.holds50(recorded) ? 1 : 0;
        }

        double error() {
            return absolute / cases;
        }

        double held() {
            return (double) held / cases;
        }

        void print(String what) {
            System.out.printf(
                    "%s: error %.4f, bias %+.4f, held %.3f (50 %%: %.3f), width %.3f%n",
                    what, error(), bias / cases, held(), half / cases, width / cases);
        }
    }

    private static VoteForecast forecast(Recording recording, VoteWeight weight, long seed, long... budgets) {
        return VoteForecast.of(
                AnswerPosterior.of(AnswerCounts.of(recording)),
                DifficultyPosterior.of(SuccessCounts.of(recording), TailExponent.DEFAULT),
                weight,
                budgets,
                VoteForecast.DRAWS,
                seed);
    }

    private static double recorded(Recording all, VoteWeight weight) {
        return forecast(all, weight, SEED, all.fewest()).at(all.fewest()).mean();
    }

    @Test
    void llama_majorityAt44FromEight_isForecast() {
        List<List<Candidate>> problems = llama();
        Recording all = subsample(problems, 44, new CounterStream(SEED));
        double target = recorded(all, VoteWeight.COUNT);
        assertEquals(.620270270, target, 1e-9);
        Score score = new Score();
        CounterStream stream = new CounterStream(SEED + 1);
        for (int draw = 0; draw < 50; draw++) {
            score.add(forecast(subsample(problems, 8, stream), VoteWeight.COUNT, draw, 44).at(44), target);
        }
        score.print("llama8b-math500, majority@44 from 8");
        assertTrue(score.error() <= .025, "error " + score.error());
        assertTrue(score.held() >= .85, "held " + score.held());
    }

    @Test
    void codet_weightedVotesAt100FromTwenty_areForecast() {
        List<List<Candidate>> problems = codet();
        Recording all = subsample(problems, 100, new CounterStream(SEED));
        VoteWeight[] rules = {VoteWeight.LOGIT_SUM, VoteWeight.ROOT_COUNT, VoteWeight.COUNT};
        Score[] scores = new Score[rules.length];
        double[] targets = new double[rules.length];
        for (int r = 0; r < rules.length; r++) {
            scores[r] = new Score();
            targets[r] = recorded(all, rules[r]);
        }
        CounterStream stream = new CounterStream(SEED + 2);
        for (int draw = 0; draw < 20; draw++) {
            Recording part = subsample(problems, 20, stream);
            for (int r = 0; r < rules.length; r++) {
                scores[r].add(forecast(part, rules[r], draw, 100).at(100), targets[r]);
            }
        }
        for (int r = 0; r < rules.length; r++) {
            scores[r].print("codet-humaneval, " + rules[r] + "@100 from 20 (recorded " + targets[r] + ")");
        }
        assertTrue(scores[0].error() <= .015, "sum of scores: error " + scores[0].error());
        assertTrue(scores[1].error() <= .015, "root of votes: error " + scores[1].error());
    }

    @Test
    void size_manyProblemsAndFarBudgets_takeLittleTime() {
        Recording code = subsample(codet(), 100, new CounterStream(SEED));
        for (VoteWeight weight : new VoteWeight[] {VoteWeight.COUNT, VoteWeight.LOGIT_SUM}) {
            long start = System.nanoTime();
            VoteForecast forecast = forecast(code, weight, SEED, 100, 200, 500, 1000, 2000, 5000, 10_000);
            System.out.printf(
                    "164 x 100, %s to 10,000: %.2f s, %s%n",
                    weight, (System.nanoTime() - start) / 1e9, forecast.at(10_000));
        }
    }
}
