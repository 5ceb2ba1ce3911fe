package overthink.core.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import overthink.core.api.Parameters;
import overthink.core.api.Strategy;
import overthink.core.api.StrategyProvider;
import overthink.core.estimate.BinPlan;
import overthink.core.experiment.Budgets;
import overthink.core.experiment.ConfiguredStrategy;
import overthink.core.experiment.Experiment;
import overthink.core.experiment.Progress;
import overthink.core.experiment.TrialPlan;
import overthink.core.law.difficulty.Beta;
import overthink.core.trial.Worlds;

/** What a run says of how far it has come. */
class ProgressTest {

    private static final int PROBLEMS = 100;

    /** Counts its trials, and how many the other had at each. */
    private static final class Counting implements StrategyProvider {

        private final String name;
        private final List<Integer> others = new ArrayList<>();
        private Counting other = this;
        private int trials;

        Counting(String name) {
            this.name = name;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public String summary() {
            return name;
        }

        @Override
        public boolean anytime(Parameters parameters) {
            return true;
        }

        @Override
        public Strategy create(Parameters parameters) {
            return session -> {
                others.add(other.trials);
                trials++;
                session.generate();
                session.commit(0);
            };
        }
    }

    private static Experiment experiment(TrialPlan plan, StrategyProvider... providers) {
        return new Experiment(
                Worlds.flat(new Beta(0.9, 1.6), PROBLEMS),
                Budgets.generations(1, 2),
                List.of(providers).stream()
                        .map(provider -> ConfiguredStrategy.of(provider, Map.of()))
                        .toList(),
                plan,
                new BinPlan.None(),
                11);
    }

    /** On one thread, so that the order is that of dealing: neither is ever a problem's trials ahead of the other. */
    @Test
    void strategies_ofOneRun_comeForwardTogether() {
        Counting one = new Counting("one");
        Counting two = new Counting("two");
        one.other = two;
        two.other = one;
        int perProblem = 300;
        ExperimentRun.simulate(experiment(new TrialPlan.Count(perProblem), one, two), 1, Progress.SILENT);
        for (Counting each : List.of(one, two)) {
            assertEquals(PROBLEMS * perProblem, each.trials);
            for (int i = 0; i < each.trials; i++) {
                assertTrue(Math.abs(each.others.get(i) - i) <= perProblem, each.name + " " + i);
            }
        }
    }

    /** A mean of one pace is that pace; after a hundred shards at another, what is left of the first is 0.95^100, 0.6 %. */
    @Test
    void pace_isThatOfTheLastShards() {
        Pace pace = new Pace();
        assertTrue(Double.isNaN(pace.seconds(1)));
        assertEquals(0, pace.seconds(0));
        for (int i = 0; i < 100; i++) {
            pace.add(40, 2);
        }
        assertEquals(60, pace.seconds(3), 1e-9);
        for (int i = 0; i < 100; i++) {
            pace.add(2, 2);
        }
        assertEquals(3 * (1 + 19 / (1 + StrictMath.pow(0.95, -100))), pace.seconds(3), 1e-9);
    }

    /**
     * With a precision, the number of trials in the end is foreseen once the first round is over. The standard error of an
     * estimated half-width of n trials is below 1/√n of it: with 4,096 and a quarter for what the rounds add, a factor of 1.5
     * is beyond all chance.
     */
    @Test
    void planned_withAPrecision_isForeseenAfterTheFirstRound() {
        List<long[]> told = new ArrayList<>();
        Progress listener = (done, planned, steps) -> told.add(new long[] {done, planned});
        ExperimentRun.simulate(experiment(new TrialPlan.Precision(0.002), new Counting("one")), 1, listener);
        long[] last = told.get(told.size() - 1);
        assertEquals(last[0], last[1], "done at last is all that was planned");
        long[] second =
                told.stream().filter(each -> each[0] > 4_100).findFirst().orElseThrow();
        assertTrue(second[1] < 1.5 * last[0] && last[0] < 1.5 * second[1], second[1] + " foreseen of " + last[0]);
    }

    /** Nothing is left at the end, and before, a number is told or nothing is. */
    @Test
    void left_isNeverNegativeAndNothingAtTheEnd() {
        List<Double> told = new ArrayList<>();
        Progress listener = new Progress() {
            @Override
            public void report(long done, long planned, long steps) {}

            @Override
            public void left(double seconds) {
                told.add(seconds);
            }
        };
        ExperimentRun.simulate(
                experiment(new TrialPlan.Precision(0.002), new Counting("one"), new Counting("two")), 2, listener);
        assertEquals(0, told.get(told.size() - 1));
        assertTrue(told.stream().noneMatch(seconds -> seconds < 0 || Double.isInfinite(seconds)), told.toString());
    }
}
