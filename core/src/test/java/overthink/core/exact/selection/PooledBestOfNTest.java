package overthink.core.exact.selection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import overthink.core.exact.Approximation;
import overthink.core.law.verifier.Hack;
import overthink.core.law.verifier.NoiseLaw;
import overthink.core.law.verifier.NoiseShares;
import overthink.core.law.verifier.Scoring;
import overthink.core.law.verifier.Verifier;

/** Against the laws of one kind, against enumeration of everything that few candidates can be, and against plain quadrature. */
class PooledBestOfNTest {

    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);
    private static final double[] P = {0.3, 0.6, 0.15};
    private static final long[][] COUNTS = {{1, 0, 0}, {1, 1, 0}, {1, 1, 1}, {2, 1, 1}, {2, 2, 1}, {0, 3, 2}, {5, 0, 0}
    };

    @Tag("slow")
    @Test
    void graded_ofOneKind_isBestOfN() {
        for (Verifier verifier : new Verifier[] {
            Verifier.of(1.2),
            Verifier.of(-0.7),
            Verifier.of(0),
            Verifier.of(1.1).with(new NoiseLaw.StudentT(3.5)),
            Verifier.of(1).with(new Hack(0.3, 2)),
            Verifier.of(0.9).with(new NoiseShares(0.6, 0, 0.1, 0.3)),
            Verifier.of(0.9).with(new NoiseShares(1, 0, 0, 0)),
            Verifier.of(-0.9).with(new NoiseShares(1, 0, 0, 0)).with(new Hack(0.2, -2))
        }) {
            double d = ((Scoring.Graded) verifier.scoring()).sensitivity().hard();
            BestOfNAccuracy single = BestOfNAccuracy.of(verifier, d);
            for (double p : new double[] {0, 1e-9, 0.3, 1}) {
                // a kind of which there is none, and three that are alike, change nothing
                double[] more = {0.9, p, p, p};
                for (long n : new long[] {1, 2, 7, 64, 1L << 40}) {
                    Approximation expected = single.curve(p).at(n);
                    assertClose(
                            expected,
                            PooledBestOfN.of(verifier, new double[] {d})
                                    .on(new double[] {p})
                                    .at(new long[] {n}));
                    long third = n / 3;
                    assertClose(
                            expected,
                            PooledBestOfN.of(verifier, new double[] {3, d, d, d})
                                    .on(more)
                                    .at(new long[] {0, n - 2 * third, third, third}));
                }
                assertEquals(
                        single.curve(p).limit(),
                        PooledBestOfN.of(verifier, new double[] {d, d})
                                .on(new double[] {p, p})
                                .limit()
                                .orElseThrow(),
                        1e-12);
            }
        }
    }

    private static void assertClose(Approximation expected, Approximation found) {
        assertEquals(expected.value(), found.value(), 1e-12 + 1e-9 * Math.min(1e-3, expected.value()));
        assertTrue(found.error() < 1e-11, () -> "error " + found.error());
    }

    @Test
    void verdicts_ofOneKind_areTheFirstAccepted() {
        FirstAcceptedLaw rates = new FirstAcceptedLaw(0.8, 0.3);
        for (double p : new double[] {0, 0.3, 1}) {
            for (long n : new long[] {1, 2, 7, 1L << 40}) {
                double expected = rates.accuracy(p, n, FirstAcceptedLaw.Otherwise.ANSWER);
                assertEquals(
                        expected,
                        PooledBestOfN.accepted(rates, new double[] {p})
                                .at(new long[] {n})
                                .value(),
                        1e-13);
                assertEquals(
                        expected,
                        PooledBestOfN.accepted(rates, new double[] {p, p})
                                .at(new long[] {n / 2, n - n / 2})
                                .value(),
                        1e-13);
            }
        }
        assertEquals(
                0.3 * 0.8 / (0.3 * 0.8 + 0.7 * 0.3),
                PooledBestOfN.accepted(rates, new double[] {0.3, 0.9}).limit().orElseThrow(),
                1e-13,
                "of many the first kind's are accepted first");
        assertEquals(
                0.9,
                PooledBestOfN.accepted(new FirstAcceptedLaw(1, 0), new double[] {0, 0.9})
                        .at(new long[] {1, 1})
                        .value(),
                1e-13);
        assertEquals(
                0.3,
                PooledBestOfN.accepted(new FirstAcceptedLaw(0, 0), P).limit().orElseThrow(),
                1e-13,
                "all are rejected alike");
    }

    /** Everything that up to five candidates can be: right or wrong, accepted or not, the first of the best answering. */
    @Test
    void verdicts_areThoseOfAllCases() {
        FirstAcceptedLaw rates = new FirstAcceptedLaw(0.7, 0.4);
        for (long[] counts : COUNTS) {
            double found = PooledBestOfN.accepted(rates, P).at(counts).value();
            assertEquals(enumerated(rates, counts, false), found, 1e-13);
        }
        long[] planted = {3, 1, 1};
        double found = PooledBestOfN.accepted(rates, P).at(new long[] {2, 2, 1}).value();
        assertTrue(Math.abs(enumerated(rates, planted, false) - found) > 1e-3, "one more of the first is another");
        assertTrue(
                Math.abs(enumerated(rates, new long[] {2, 2, 1}, true) - found) > 1e-3,
                "the last of equals is another");
    }

    private static double enumerated(FirstAcceptedLaw rates, long[] counts, boolean lastOfEquals) {
        int[] kinds = kinds(counts);
        double sum = 0;
        for (int code = 0; code < 1 << (2 * kinds.length); code++) {
            double chance = 1;
            int best = -1;
            boolean bestAccepted = false;
            for (int i = 0; i < kinds.length; i++) {
                boolean right = ((code >> (2 * i)) & 1) == 1;
                boolean accepted = ((code >> (2 * i)) & 2) == 2;
                double rate = right ? rates.tpr() : rates.fpr();
                chance *= (right ? P[kinds[i]] : 1 - P[kinds[i]]) * (accepted ? rate : 1 - rate);
                if (best < 0 || (accepted && !bestAccepted) || (lastOfEquals && accepted == bestAccepted)) {
                    best = i;
                    bestAccepted = accepted;
                }
            }
            sum += ((code >> (2 * best)) & 1) == 1 ? chance : 0;
        }
        return sum;
    }

    private static int[] kinds(long[] counts) {
        return IntStream.range(0, counts.length)
                .flatMap(kind -> IntStream.generate(() -> kind).limit(counts[kind]))
                .toArray();
    }

    /** Everything that they can be where scores are those of the centres, which tie. */
    @Test
    void scoresWithoutNoise_areThoseOfAllCases() {
        double[] d = {1, 0, -1};
        Verifier verifier = Verifier.of(1).with(new NoiseShares(1, 0, 0, 0));
        for (long[] counts : COUNTS) {
            double expected = allCases(counts, rightOnes -> {
                int[] kinds = kinds(counts);
                int best = 0;
                for (int i = 1; i < kinds.length; i++) {
                    if (centre(d, kinds, rightOnes, i) > centre(d, kinds, rightOnes, best)) {
                        best = i;
                    }
                }
                return rightOnes[best] ? 1 : 0;
            });
            assertEquals(
                    expected, PooledBestOfN.of(verifier, d).on(P).at(counts).value(), 1e-13);
        }
        assertEquals(1, PooledBestOfN.of(verifier, d).on(P).limit().orElseThrow(), 1e-13);
    }

    private static double centre(double[] d, int[] kinds, boolean[] right, int candidate) {
        return right[candidate] ? d[kinds[candidate]] : 0;
    }

    private static double allCases(long[] counts, ToDoubleFunction<boolean[]> ofCase) {
        int[] kinds = kinds(counts);
        double sum = 0;
        for (int code = 0; code < 1 << kinds.length; code++) {
            boolean[] right = new boolean[kinds.length];
            double chance = 1;
            for (int i = 0; i < kinds.length; i++) {
                right[i] = ((code >> i) & 1) == 1;
                chance *= right[i] ? P[kinds[i]] : 1 - P[kinds[i]];
            }
            sum += chance * ofCase.applyAsDouble(right);
        }
        return sum;
    }

    /** For each case of who is right, the chance that a right one has the greatest latent, by the midpoint rule (error below 1e-9). */
    @Test
    void scores_areThoseOfAllCases() {
        double[] d = {1.5, 0.4, -0.5};
        for (long[] counts : COUNTS) {
            double found = PooledBestOfN.of(Verifier.of(1), d).on(P).at(counts).value();
            assertEquals(allCases(counts, right -> rightIsGreatest(d, kinds(counts), right)), found, 1e-9);
        }
        long[] counts = {2, 2, 1};
        double found = PooledBestOfN.of(Verifier.of(1), d).on(P).at(counts).value();
        double planted = allCases(counts, right -> rightIsGreatest(new double[] {1.5, 1.5, 1.5}, kinds(counts), right));
        assertTrue(Math.abs(planted - found) > 1e-3, "one d for all is another");
        double fewer = PooledBestOfN.of(Verifier.of(1), d)
                .on(P)
                .at(new long[] {2, 1, 2})
                .value();
        assertTrue(Math.abs(fewer - found) > 1e-3, "one less of the second is another");
    }

    private static double rightIsGreatest(double[] d, int[] kinds, boolean[] right) {
        double step = 1.0 / 64;
        double sum = 0;
        for (double x = -8 + step / 2; x < 10; x += step) {
            for (int winner = 0; winner < kinds.length; winner++) {
                if (right[winner]) {
                    double density = NORMAL.density(x - centre(d, kinds, right, winner));
                    for (int i = 0; i < kinds.length; i++) {
                        density *= i == winner ? 1 : NORMAL.cumulativeProbability(x - centre(d, kinds, right, i));
                    }
                    sum += step * density;
                }
            }
        }
        return sum;
    }

    /** Two that always try and one that is right a little: the limits, and a grid that reaches as far as the counts. */
    @Test
    void scores_ofManyCandidates_tendToTheHighestCentre() {
        PooledBestOfN pooled = PooledBestOfN.of(Verifier.of(1), new double[] {0, 2, 5});
        assertEquals(1, limit(pooled, 0.5, 0.5, 1e-3));
        assertEquals(0.5 / 3, limit(pooled, 0.5, 0, 0), 1e-12, "among what is about 0: .5 of 3");
        Approximation many = pooled.on(new double[] {0.5, 0.5, 1e-3}).at(new long[] {1L << 38, 1L << 38, 1L << 38});
        assertEquals(1, many.value(), 1e-6);
        assertTrue(many.error() < 1e-11, () -> "error " + many.error());
        PooledBestOfN loved = PooledBestOfN.of(Verifier.of(1).with(new Hack(0.1, 3)), new double[] {1, 2});
        assertEquals(0, limit(loved, 0.5, 0.5));
        PooledBestOfN heavy = PooledBestOfN.of(Verifier.of(1).with(new NoiseLaw.StudentT(3.5)), new double[] {1, 2});
        assertEquals(0.5, limit(heavy, 0.3, 0.7), 1e-12);
    }

    private static double limit(PooledBestOfN pooled, double... p) {
        return pooled.on(p).limit().orElseThrow();
    }
}
