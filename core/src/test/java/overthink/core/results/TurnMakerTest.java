package overthink.core.results;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import overthink.core.api.Resource;
import overthink.core.estimate.Cost;
import overthink.core.estimate.Estimate;
import overthink.core.estimate.Leader;
import overthink.core.estimate.Method;
import overthink.core.estimate.PairedTest;
import overthink.core.estimate.Quantity;
import overthink.core.estimate.Row;
import overthink.core.estimate.Sample;
import overthink.core.estimate.Turn;
import overthink.core.estimate.TurningPoint;

/** Turns of listed budgets and leaders, of rows that are made up. */
class TurnMakerTest {

    private static final int GROUPS = 4;

    /** Right answers by problem and group of so many trials each; of one trial, what is known of each problem. */
    private record Counted(double[][] right, int each) implements Sample {

        @Override
        public int[] problems() {
            return IntStream.range(0, right.length).toArray();
        }

        @Override
        public long[] trials() {
            return each == 0
                    ? new long[0]
                    : IntStream.range(0, GROUPS).mapToLong(i -> each).toArray();
        }

        @Override
        public void means(int index, double[] into) {
            double sum = 0;
            for (double one : right[index]) {
                sum += one;
            }
            into[Quantity.ACCURACY.ordinal()] = each == 0 ? sum : sum / GROUPS / each;
        }

        @Override
        public void deviations(int index, int group, double[] into) {
            means(index, into);
            into[Quantity.ACCURACY.ordinal()] = right[index][group] - each * into[Quantity.ACCURACY.ordinal()];
        }

        @Override
        public double utilityRange() {
            return 0;
        }

        double mean() {
            double[] buffer = new double[Quantity.COUNT];
            double sum = 0;
            for (int i = 0; i < right.length; i++) {
                means(i, buffer);
                sum += buffer[Quantity.ACCURACY.ordinal()];
            }
            return sum / right.length;
        }
    }

    private static RowMaker.Made made(String strategy, double budget, Counted sample, double spent) {
        boolean exact = sample.each() == 0;
        double accuracy = sample.mean();
        Row row = new Row(
                new Row.Asked(strategy, Map.of(), Resource.GENERATIONS, budget, "all"),
                new Row.Basis(
                        exact ? Method.EXACT : Method.SIMULATED,
                        sample.right().length,
                        (long) sample.right().length * GROUPS * sample.each()),
                new Estimate(accuracy, 0.01, 0.02, accuracy, accuracy, 0),
                new Row.Shares(1, 0, 1 - accuracy),
                new Cost(spent, spent, 0, 0, 0, 0, 0, 0, 0));
        return new RowMaker.Made(row, sample);
    }

    /** Trials of problems with one chance of a right answer. */
    private static Counted trials(SplittableRandom random, double chance) {
        double[][] right = new double[40][GROUPS];
        for (double[] problem : right) {
            for (int group = 0; group < GROUPS; group++) {
                for (int trial = 0; trial < 5; trial++) {
                    problem[group] += random.nextDouble() < chance ? 1 : 0;
                }
            }
        }
        return new Counted(right, 5);
    }

    private static List<RowMaker.Made> known(double... accuracies) {
        List<RowMaker.Made> curve = new ArrayList<>();
        for (double accuracy : accuracies) {
            double[][] problems = {{accuracy - 0.001}, {accuracy + 0.001}};
            curve.add(made("known", Math.pow(2, curve.size()), new Counted(problems, 0), 1));
        }
        return curve;
    }

    private static TurningPoint turning(double... accuracies) {
        return new TurnMaker(accuracies.length, 1)
                .of(known(accuracies), List.of())
                .get(0);
    }

    @Test
    void known_turnsWhereItsNumbersSay() {
        TurningPoint point = turning(0.2, 0.4, 0.585, 0.6, 0.5905, 0.5, 0.59);
        Turn turn = point.listed();
        assertEquals(8, turn.budget());
        assertEquals(4, turn.level(), "0.2 + 0.95·0.4 = 0.58");
        assertEquals(OptionalDouble.of(16), turn.until(), "not 64, before which it falls below 0.58");
        assertEquals(0.4, turn.gain().paired().difference(), 1e-12);
        assertEquals(64, turn.end());
        assertEquals(0.01, turn.drop().paired().difference(), 1e-12);
        assertTrue(turn.drop().seen());
        assertFalse(point.edge());
        assertTrue(turning(0.2, 0.3, 0.4).edge());
        assertFalse(turning(0.2, 0.4, 0.4).edge(), "the least of equals");
        assertFalse(turning(0.4, 0.3, 0.2).listed().gain().seen());
        assertEquals(1, turning(0.4, 0.3, 0.2).listed().level());
        assertEquals(OptionalDouble.empty(), turning(0.2, 0.4, 0.4).listed().until());
        assertEquals(List.of(), new TurnMaker(1, 1).of(known(0.5), List.of()));
    }

    /**
     * 1000 flat curves of 8 budgets of 800 independent trials each, seed 11. The best of them is said to be above the last with a
     * chance of at most 5 % a curve (Bonferroni over the 7 pairs), so in all a binomial of 1000 and 0.05 at most: it exceeds 90
     * with a chance below 10⁻⁷. Whoever forgets that the best was chosen, and asks for 1.96 standard errors, says so of more.
     */
    @Tag("slow")
    @Test
    void noise_isNotSaidToFall() {
        SplittableRandom random = new SplittableRandom(11);
        int falls = 0;
        int careless = 0;
        for (int curve = 0; curve < 1000; curve++) {
            List<RowMaker.Made> rows = new ArrayList<>();
            for (int budget = 0; budget < 8; budget++) {
                rows.add(made("flat", 1 << budget, trials(random, 0.5), 1));
            }
            PairedTest drop =
                    new TurnMaker(8, 1).of(rows, List.of()).get(0).listed().drop();
            falls += drop.seen() ? 1 : 0;
            careless += new PairedTest(drop.paired(), 0, 1.96).seen() ? 1 : 0;
        }
        assertTrue(falls <= 90, falls + " of 1000 flat curves are said to fall");
        assertTrue(careless > 90, "only " + careless + " would be by a rule that ignores the choice");
    }

    /** The standard error of the drop of 0.2 is √(2·0.25/800) = 0.025: 8 of them, where 2.7 are asked for. */
    @Test
    void fall_isSeen() {
        SplittableRandom random = new SplittableRandom(12);
        List<RowMaker.Made> rows = new ArrayList<>();
        for (int budget = 0; budget < 8; budget++) {
            rows.add(made("falling", 1 << budget, trials(random, budget < 4 ? 0.2 + 0.1 * budget : 0.3), 1));
        }
        Turn turn = new TurnMaker(8, 1).of(rows, List.of()).get(0).listed();
        assertEquals(8, turn.budget());
        assertTrue(turn.drop().seen());
        assertTrue(turn.drop().seenOverPopulation());
    }

    @Test
    void leader_isTheBestThatSpendsAndItsEqualsCannotBeTold() {
        SplittableRandom random = new SplittableRandom(13);
        List<List<RowMaker.Made>> rows = new ArrayList<>();
        for (double[] chanceAndSpent : new double[][] {{0.5, 1}, {0.52, 1}, {0.2, 1}, {0.9, 0}}) {
            String name = chanceAndSpent[0] + " spends " + chanceAndSpent[1];
            rows.add(List.of(
                    made(name, 1, trials(random, 0.1), 1),
                    made(name, 2, trials(random, chanceAndSpent[0]), chanceAndSpent[1])));
        }
        List<Leader> leaders = LeaderMaker.of(rows, 2);
        assertEquals(1, leaders.size());
        Leader leader = leaders.get(0);
        assertEquals(2, leader.budget());
        assertTrue(leader.strategy().startsWith("0.5"), leader.strategy());
        assertEquals(2, leader.rivals().size(), "not one that spends nothing");
        assertFalse(leader.rivals().get(0).lead().seen(), "2 points are 0.8 standard errors");
        assertTrue(leader.rivals().get(1).lead().seenOverPopulation(), "30 points are 13 standard errors");
        assertEquals(List.of(), LeaderMaker.of(rows.subList(2, 4), 2), "one that spends is no leader of several");
    }
}
