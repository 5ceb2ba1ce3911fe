package overthink.core.fit.forecast;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import overthink.core.fit.curve.Reach;
import overthink.core.fit.curve.Recorded;
import overthink.core.fit.curve.Replay;
import overthink.core.fit.curve.Rule;
import overthink.core.fit.difficulty.TailExponent;
import overthink.core.world.Recording;

/**
 * Which strategy is best with 26 and with 100 candidates, told from 20 of the 100 programs that CodeGen-16B wrote for each problem
 * of HumanEval, against what all 100 say: 20 subsamples, seeds 1 to 20.
 */
@Tag("slow")
@Tag("real-data")
class ForecastAcceptanceTest {

    private static final List<Rule> RULES = List.of(Rule.BEST_OF_N, Rule.MAJORITY_VOTE, Rule.WEIGHTED_VOTE);
    private static final List<Long> BUDGETS = List.of(26L, 100L);
    private static final int TIMES = 20;

    @Test
    void bestStrategyOfCodet_from20Of100_isTheRecordedOne() {
        Recording whole = Recorded.codet();
        Replay replay = new Replay(whole, Reach.ALL_PROBLEMS, new int[] {26, 100}, 1);
        Map<Rule, double[]> recorded = new EnumMap<>(Rule.class);
        for (Rule rule : RULES) {
            recorded.put(
                    rule,
                    replay.curve(rule).points().stream()
                            .mapToDouble(point -> point.mean())
                            .toArray());
        }
        int[] found = new int[2];
        double[] regret = new double[2];
        for (int time = 1; time <= TIMES; time++) {
            Question question = new Question(RULES, BUDGETS, TailExponent.DEFAULT, 100, time, Double.NaN);
            RecordingForecast forecast = RecordingForecast.of(Subsamples.of(whole, 20, time), question, stage -> {});
            for (int i = 0; i < 2; i++) {
                Rule chosen = forecast.choices().get(i).best();
                double best = 0;
                for (Rule rule : RULES) {
                    best = Math.max(best, recorded.get(rule)[i]);
                }
                double lost = best - recorded.get(chosen)[i];
                found[i] += lost == 0 ? 1 : 0;
                regret[i] += lost / TIMES;
            }
        }
        for (int i = 0; i < 2; i++) {
            System.out.printf(
                    "codet, best with %d of 20 recorded: the recorded one in %d of %d, regret %.4f (recorded:",
                    BUDGETS.get(i), found[i], TIMES, regret[i]);
            for (Rule rule : RULES) {
                System.out.printf(" %s %.3f", rule.label(), recorded.get(rule)[i]);
            }
            System.out.println(")");
            assertTrue(found[i] >= 19, "found " + found[i]);
            assertTrue(regret[i] <= 0.005, "regret " + regret[i]);
        }
    }
}
