package overthink.core.fit.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import overthink.core.law.answer.PitmanYor;
import overthink.core.random.CounterStream;

/** Probabilities of partitions against the urn's own, vote by vote, and against sums that must be 1. */
class PitmanYorPosteriorTest {

    private static final PitmanYor[] LAWS = {
        new PitmanYor(0, 0.02),
        new PitmanYor(0, 3),
        new PitmanYor(0.3, 0.5),
        new PitmanYor(0.95, 300),
        new PitmanYor(0.5, 0.02)
    };

    /** All ways in which votes 0 to n − 1 fall into classes, each class by its sizes in order of appearance. */
    private static void enumerate(
            List<Integer> sizes, int left, double probability, PitmanYor law, List<double[]> into) {
        if (left == 0) {
            double formula = StrictMath.exp(PitmanYorPosterior.logProbability(
                    sizes.stream().mapToInt(Integer::intValue).toArray(), law));
            into.add(new double[] {probability, formula});
            return;
        }
        double d = law.discount();
        double theta = law.concentration();
        int votes = sizes.stream().mapToInt(Integer::intValue).sum();
        for (int a = 0; a < sizes.size(); a++) {
            List<Integer> next = new ArrayList<>(sizes);
            next.set(a, sizes.get(a) + 1);
            enumerate(next, left - 1, probability * (sizes.get(a) - d) / (votes + theta), law, into);
        }
        List<Integer> next = new ArrayList<>(sizes);
        next.add(1);
        double fresh = votes == 0 ? 1 : (theta + sizes.size() * d) / (votes + theta);
        enumerate(next, left - 1, probability * fresh, law, into);
    }

    @Test
    void logProbability_ofEveryPartitionOfSix_isTheUrns() {
        for (PitmanYor law : LAWS) {
            List<double[]> ways = new ArrayList<>();
            enumerate(List.of(), 6, 1, law, ways);
            assertEquals(203, ways.size(), "partitions of six, Bell's number");
            double sum = 0;
            for (double[] way : ways) {
                assertEquals(way[0], way[1], 1e-11 * (1 + way[0]), law.toString());
                sum += way[1];
            }
            assertEquals(1, sum, 1e-10, law.toString());
        }
    }

    @Test
    void logProbability_ofTwoVotes_isTheClosedForm() {
        PitmanYor law = new PitmanYor(0.4, 1.5);
        assertEquals(0.6 / 2.5, StrictMath.exp(PitmanYorPosterior.logProbability(new int[] {2}, law)), 1e-14);
        assertEquals(1.9 / 2.5, StrictMath.exp(PitmanYorPosterior.logProbability(new int[] {1, 1}, law)), 1e-14);
        assertEquals(0, PitmanYorPosterior.logProbability(new int[] {1}, law), 1e-14);
        assertEquals(0, PitmanYorPosterior.logProbability(new int[0], law), 0);
    }

    @Test
    void of_partitionsDrawnFromALaw_findsIt() {
        // 400 problems of 40 votes: the posterior of d has a standard deviation of about .02, of θ about .3
        PitmanYor law = new PitmanYor(0.3, 3);
        CounterStream stream = new CounterStream(20261128);
        List<int[]> partitions = new ArrayList<>();
        Urn urn = new Urn();
        for (int problem = 0; problem < 400; problem++) {
            urn.begin(new int[0], 0, 0, law.discount(), law.concentration());
            urn.growTo(40, Long.MAX_VALUE, UrnTest.ALL_OPEN, stream);
            int[] sizes = new int[urn.size];
            for (int a = 0; a < sizes.length; a++) {
                sizes[a] = (int) urn.votes[a];
            }
            partitions.add(sizes);
        }
        PitmanYorPosterior posterior = PitmanYorPosterior.of("answers", partitions);
        assertEquals(0.3, posterior.discount().mean(), 0.1);
        assertEquals(3, posterior.concentration().mean(), 1.2);
        assertTrue(posterior.discount().sd() < 0.1 && posterior.concentration().sd() < 1);
        assertTrue(posterior.statements().isEmpty(), posterior.statements().toString());
    }

    @Test
    void statements_outsideTheGrid_sayWhere() {
        List<int[]> alone = new ArrayList<>();
        List<int[]> together = new ArrayList<>();
        List<int[]> single = new ArrayList<>();
        for (int problem = 0; problem < 100; problem++) {
            int[] ones = new int[50];
            java.util.Arrays.fill(ones, 1);
            alone.add(ones);
            together.add(new int[] {50});
            single.add(new int[] {1});
        }
        assertTrue(PitmanYorPosterior.of("wrong answers", alone)
                .statements()
                .toString()
                .contains("hardly ever agree"));
        assertTrue(PitmanYorPosterior.of("wrong answers", together)
                .statements()
                .toString()
                .contains("agree more than"));
        PitmanYorPosterior nothing = PitmanYorPosterior.of("wrong answers", single);
        assertFalse(nothing.informed());
        assertTrue(nothing.statements().toString().contains("nothing is known"));
        assertEquals(5.5 / 12, nothing.discount().mean(), 1e-12, "all points alike");
    }
}
