package overthink.core.fit.difficulty;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.DoubleSupplier;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.NormalizedGaussianSampler;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import overthink.core.exact.Coverage;
import overthink.core.fit.ForecastValue;
import overthink.core.fit.SharedData;
import overthink.core.law.difficulty.DifficultyLaw;

/**
 * Coverage forecast from a part of a recording against what the rest of it shows. Subsamples are drawn without replacement
 * with fixed seeds, and figures are printed. "Held" is the share of cases whose interval of nine tenths holds what was
 * recorded. The tolerances were set before, from what another program of the same method reached.
 */
@Tag("slow")
@Tag("real-data")
class CoverageAcceptanceTest {

    private static final long SEED = 20261128;

    /** Counts of problems. */
    private record Counts(int[] n, int[] c) {

        static Counts of(List<int[]> pairs) {
            return new Counts(
                    pairs.stream().mapToInt(one -> one[0]).toArray(),
                    pairs.stream().mapToInt(one -> one[1]).toArray());
        }

        double coverage(int k) {
            double sum = 0;
            for (int i = 0; i < n.length; i++) {
                sum += Coverage.unbiased(n[i], c[i], k);
            }
            return sum / n.length;
        }

        /** {@code size} candidates of each problem, without replacement. */
        Counts part(int size, UniformRandomProvider random) {
            int[] sizes = new int[n.length];
            int[] right = new int[n.length];
            for (int i = 0; i < n.length; i++) {
                sizes[i] = size;
                int left = c[i];
                for (int j = 0; j < size; j++) {
                    if (random.nextInt(n[i] - j) < left) {
                        left--;
                        right[i]++;
                    }
                }
            }
            return new Counts(sizes, right);
        }

        CoverageForecast forecast(int k) {
            SuccessCounts counts = SuccessCounts.of(n, c);
            return CoverageForecast.of(
                    DifficultyPosterior.of(counts, TailExponent.DEFAULT), new long[] {k}, CoverageForecast.DRAWS, SEED);
        }
    }

    /** Adds up how forecasts did. */
    private static final class Score {
        private final String name;
        private int cases;
        private int held;
        private double error;
        private double bias;
        private double width;

        Score(String name) {
            this.name = name;
        }

        void add(ForecastValue forecast, double truth) {
            cases++;
            held += forecast.holds90(truth) ? 1 : 0;
            error += Math.abs(forecast.mean() - truth);
            bias += forecast.mean() - truth;
            width += forecast.width90();
        }

        double error() {
            return error / cases;
        }

        double held() {
            return (double) held / cases;
        }

        double width() {
            return width / cases;
        }

        Score print() {
            System.out.printf(
                    Locale.ROOT,
                    "coverage, %s: error %.4f, bias %+.4f, held %d of %d (%.3f), width %.3f%n",
                    name,
                    error(),
                    bias / cases,
                    held,
                    cases,
                    held(),
                    width());
            return this;
        }
    }

    private static Map<String, Counts> counts(String file, int candidates) {
        Map<String, List<int[]>> pairs = new LinkedHashMap<>();
        for (SharedData.Line line : SharedData.read(file)) {
            if (line.whole("n") == candidates) {
                pairs.computeIfAbsent(line.text("model"), name -> new ArrayList<>())
                        .add(new int[] {line.whole("n"), line.whole("c")});
            }
        }
        Map<String, Counts> counts = new LinkedHashMap<>();
        pairs.forEach((model, ofModel) -> counts.put(model, Counts.of(ofModel)));
        return counts;
    }

    @Test
    void pythia_from100Candidates_forecasts10000() {
        Map<String, Counts> recorded = counts("pythia-math/counts-100.csv", 100);
        Map<String, Counts> full = counts("pythia-math/counts-10000.csv", 10_000);
        assertAll(
                () -> check(recorded, full, "Pythia-6.9B", 0.06, 0.30),
                () -> check(recorded, full, "Pythia-410M", 0.10, 0.45));
    }

    private static void check(
            Map<String, Counts> recorded, Map<String, Counts> full, String model, double error, double width) {
        double truth = full.get(model).coverage(10_000);
        ForecastValue forecast = recorded.get(model).forecast(10_000).at(10_000);
        System.out.printf(
                Locale.ROOT,
                "coverage, %s: 100 to 10000: %.4f, recorded %.4f, %s%n",
                model,
                forecast.mean(),
                truth,
                forecast);
        assertTrue(Math.abs(forecast.mean() - truth) <= error, model + ": " + forecast);
        assertTrue(forecast.holds90(truth), model + ": " + forecast);
        assertTrue(forecast.width90() <= width, model + ": " + forecast);
    }

    /**
     * 100 subsamples: one is off by .018 ± .013 (6.9B), so that the mean of 20 has an error of .003 of its own, which is more than
     * lies between it and what is asked.
     */
    @Test
    void pythia_from1000Candidates_forecasts10000() {
        Map<String, Counts> full = counts("pythia-math/counts-10000.csv", 10_000);
        Score large = pythia(full, "Pythia-6.9B");
        Score small = pythia(full, "Pythia-410M");
        assertAll(
                () -> assertTrue(large.error() <= 0.020 && large.held() >= 0.85 && large.width() <= 0.12),
                () -> assertTrue(small.error() <= 0.040 && small.held() >= 0.85 && small.width() <= 0.18));
    }

    private static Score pythia(Map<String, Counts> full, String model) {
        UniformRandomProvider random = RandomSource.XO_RO_SHI_RO_128_PP.create(SEED);
        double truth = full.get(model).coverage(10_000);
        Score score = new Score(model + ", 1000 to 10000");
        for (int i = 0; i < 100; i++) {
            score.add(full.get(model).part(1000, random).forecast(10_000).at(10_000), truth);
        }
        return score.print();
    }

    @Test
    void evalperf_from20Candidates_forecasts100() {
        UniformRandomProvider random = RandomSource.XO_RO_SHI_RO_128_PP.create(SEED);
        Score score = new Score("evalperf, 20 to 100");
        counts("evalperf/counts.csv", 100).forEach((model, counts) -> {
            for (int i = 0; i < 5; i++) {
                score.add(counts.part(20, random).forecast(100).at(100), counts.coverage(100));
            }
        });
        score.print();
        assertAll(
                () -> assertTrue(score.error() <= 0.0125),
                () -> assertTrue(score.held() >= 0.84),
                () -> assertTrue(score.width() <= 0.045));
    }

    @Test
    void llama_from8Candidates_forecasts44() {
        Map<String, int[]> byProblem = new TreeMap<>();
        for (SharedData.Line line : SharedData.read("llama8b-math500/samples.csv.gz")) {
            if (line.text("run").contains("bon")) {
                int[] counts = byProblem.computeIfAbsent(line.text("uid"), uid -> new int[2]);
                counts[0]++;
                counts[1] += line.whole("correct");
            }
        }
        Counts full = Counts.of(List.copyOf(byProblem.values()));
        UniformRandomProvider random = RandomSource.XO_RO_SHI_RO_128_PP.create(SEED);
        Score score = new Score("llama8b, 8 to 44");
        for (int i = 0; i < 50; i++) {
            score.add(full.part(8, random).forecast(44).at(44), full.coverage(44));
        }
        score.print();
        assertTrue(score.error() <= 0.050);
    }

    /**
     * Of 150 intervals that hold nine times in ten, between 126 (.84) and 142 (.95) hold with probability .97. The prior is that
     * of the usual lattices; recorded and continued counts come from another generator.
     */
    @Test
    void simulated_fromThePriors_intervalsHoldNineTimesInTen() {
        UniformRandomProvider random = RandomSource.XO_RO_SHI_RO_128_PP.create(SEED);
        NormalizedGaussianSampler normal = ZigguratSampler.NormalizedGaussian.of(random);
        int[] sizes = {8, 20, 100};
        Score all = new Score("simulated from the priors, n to 10 n");
        for (int i = 0; i < 150; i++) {
            DifficultyLaw law = prior(random, normal).law();
            int problems = 100 + random.nextInt(101);
            int n = sizes[i % sizes.length];
            int[] sampled = new int[problems];
            int[] right = new int[problems];
            int solved = 0;
            for (int j = 0; j < problems; j++) {
                double p = law.quantile(random.nextDouble() * (1 - 0x1p-52) + 0x1p-54);
                sampled[j] = n;
                boolean later = false;
                for (int k = 0; k < 10 * n; k++) {
                    boolean correct = random.nextDouble() < p;
                    right[j] += correct && k < n ? 1 : 0;
                    later |= correct;
                }
                solved += later ? 1 : 0;
            }
            all.add(new Counts(sampled, right).forecast(10 * n).at(10L * n), (double) solved / problems);
        }
        all.print();
        assertTrue(all.held() >= 0.84 && all.held() <= 0.95, () -> "held " + all.held());
    }

    /** A law from the prior, its parameters within the usual lattices. */
    static FittedDifficulty prior(UniformRandomProvider random, NormalizedGaussianSampler normal) {
        double family = random.nextDouble();
        double atom = random.nextDouble() < 0.8 ? 0 : Math.min(0.98, 1 - Math.pow(random.nextDouble(), 0.25));
        if (family < 0.6) {
            double a = within(() -> Math.exp(Math.log(.3) + .75 * normal.sample()), .015, 20);
            return new FittedDifficulty(
                    DifficultyFamily.BETA, a, within(() -> Math.exp(3 * normal.sample()), .015, 20_000), atom);
        }
        if (family < 0.8) {
            double a = within(() -> Math.exp(Math.log(.3) + .75 * normal.sample()), .015, 10);
            return new FittedDifficulty(
                    DifficultyFamily.KUMARASWAMY, a, within(() -> Math.exp(2 * normal.sample()), .01, 500), atom);
        }
        double mu = within(() -> -1 + 5 * normal.sample(), -14, 7);
        return new FittedDifficulty(
                DifficultyFamily.LOGIT_NORMAL, mu, within(() -> 2.2 * Math.exp(.5 * normal.sample()), .2, 8), atom);
    }

    private static double within(DoubleSupplier draw, double low, double high) {
        double value = draw.getAsDouble();
        while (value < low || value > high) {
            value = draw.getAsDouble();
        }
        return value;
    }
}
