package overthink.strategies.shortcut;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.commons.math3.special.Gamma;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import overthink.core.api.StrategyProvider;
import overthink.core.estimate.BinPlan;
import overthink.core.estimate.PopulationError;
import overthink.core.estimate.Quantity;
import overthink.core.estimate.Row;
import overthink.core.estimate.Sample;
import overthink.core.experiment.Budgets;
import overthink.core.experiment.ConfiguredStrategy;
import overthink.core.experiment.Experiment;
import overthink.core.experiment.MethodChoice;
import overthink.core.experiment.Progress;
import overthink.core.experiment.TrialPlan;
import overthink.core.law.answer.UniformAnswers;
import overthink.core.law.difficulty.Beta;
import overthink.core.law.difficulty.DifficultyLaw;
import overthink.core.law.difficulty.Levels;
import overthink.core.law.difficulty.LogitNormal;
import overthink.core.law.difficulty.Mixture;
import overthink.core.law.difficulty.Point;
import overthink.core.law.verifier.Sensitivity;
import overthink.core.law.verifier.Verifier;
import overthink.core.model.SyntheticWorld;
import overthink.core.results.Results;
import overthink.core.run.Simulator;
import overthink.core.world.Gathering;
import overthink.core.world.Policy;
import overthink.core.world.Problems;
import overthink.core.world.Verifiers;
import overthink.strategies.selection.BestOfNProvider;
import overthink.strategies.selection.FirstAcceptedProvider;
import overthink.strategies.selection.SingleProvider;
import overthink.strategies.voting.MajorityVoteProvider;

/**
 * Numbers of a law of problems against closed forms, and what problems that are spread over a law say of it. Where numbers are
 * exact nothing here is random; the two stochastic tests have a chance of a false alarm of 2·10<sup>−7</sup> each.
 */
class PopulationTest {

    private static final Beta LAW = new Beta(0.9, 1.6);
    private static final double D = 1.2;

    private static SyntheticWorld world(Problems problems, Verifier verifier) {
        return new SyntheticWorld(problems, Policy.FLAT.with(new UniformAnswers(1)), Verifiers.outcome(verifier));
    }

    private static Results run(
            SyntheticWorld world,
            StrategyProvider provider,
            MethodChoice method,
            BinPlan bins,
            long seed,
            long... budgets) {
        return Simulator.run(
                new Experiment(
                        world,
                        Budgets.generations(budgets),
                        List.of(ConfiguredStrategy.of(provider, Map.of())),
                        new TrialPlan.Count(20),
                        bins,
                        seed,
                        method),
                2,
                Progress.SILENT);
    }

    private static List<Row> exact(DifficultyLaw law, StrategyProvider provider, long... budgets) {
        return run(
                        world(Problems.population(law), Verifier.of(D)),
                        provider,
                        MethodChoice.EXACT,
                        new BinPlan.None(),
                        1,
                        budgets)
                .rows();
    }

    /** log B(a, b). */
    private static double logBeta(double a, double b) {
        return Gamma.logGamma(a) + Gamma.logGamma(b) - Gamma.logGamma(a + b);
    }

    /** P(k of n candidates are right) over LAW: the beta-binomial law. */
    private static double chance(int k, int n) {
        return Math.exp(Gamma.logGamma(n + 1.0)
                - Gamma.logGamma(k + 1.0)
                - Gamma.logGamma(n - k + 1.0)
                + logBeta(LAW.alpha() + k, LAW.beta() + n - k)
                - logBeta(LAW.alpha(), LAW.beta()));
    }

    @Test
    void single_overALaw_hasItsMean() {
        for (DifficultyLaw law : List.of(
                LAW,
                new Beta(0.05, 0.2, 0, 0.9),
                new LogitNormal(-1, 2),
                new Mixture(List.of(
                        new Mixture.Part(0.25, new Point(0)),
                        new Mixture.Part(0.25, new Point(1)),
                        new Mixture.Part(0.5, LAW))))) {
            Row row = exact(law, new SingleProvider(), 1).get(0);
            assertEquals(law.mean(), row.accuracy(), 1e-12);
            assertEquals(0, row.stdError());
            assertEquals(0, row.populationStdError());
            assertTrue(row.exactOfPopulation());
        }
    }

    /** 1 − B(α, β + N)/B(α, β), and Σ E[(1 − p)<sup>k</sup>] candidates until the first right one. */
    @Test
    void coverage_overABeta_isTheClosedForm() {
        SyntheticWorld world = world(Problems.population(LAW), Verifier.of(1, 0));
        List<Row> rows = run(
                        world,
                        new FirstAcceptedProvider(),
                        MethodChoice.EXACT,
                        new BinPlan.None(),
                        1,
                        1,
                        10,
                        1000,
                        1_000_000)
                .rows();
        for (Row row : rows) {
            int n = (int) row.budget();
            double missed = Math.exp(logBeta(LAW.alpha(), LAW.beta() + n) - logBeta(LAW.alpha(), LAW.beta()));
            assertEquals(1 - missed, row.coverage(), 2e-10);
            assertEquals(1 - missed, row.accuracy(), 2e-10);
            double left = 1;
            double mean = 0;
            for (int k = 0; k < n; k++) {
                mean += left;
                left *= (LAW.beta() + k) / (LAW.alpha() + LAW.beta() + k);
            }
            assertEquals(mean, row.cost().generations(), 1e-9 * mean);
        }
    }

    /** Of two answers the right one wins with most of an odd number of votes: a tail of the beta-binomial law. */
    @Test
    void majority_overABeta_isTheClosedForm() {
        for (Row row : exact(LAW, new MajorityVoteProvider(), 1, 3, 9, 101, 1001)) {
            int n = (int) row.budget();
            double sum = 0;
            for (int k = n / 2 + 1; k <= n; k++) {
                sum += chance(k, n);
            }
            assertEquals(sum, row.accuracy(), 2e-10 + row.tolerance(), "at " + n);
            assertTrue(row.tolerance() < 1e-8, "tolerance " + row.tolerance());
        }
    }

    /** P(p &gt; ½), since the share of votes becomes p: a jump, around which nodes are added until 10<sup>−6</sup> is left. */
    @Test
    void majority_withoutEnd_isTheLawBeyondOneHalf() {
        Results results = run(
                world(Problems.population(new Beta(2, 3)), Verifier.of(D)),
                new MajorityVoteProvider(),
                MethodChoice.EXACT,
                new BinPlan.None(),
                1,
                1);
        assertEquals(5.0 / 16, results.limits().get(0).accuracy(), 1e-6);
    }

    /**
     * Σ<sub>k</sub> P(k right)·P(the best of k right and N − k wrong is right), the latter by the trapezoidal rule, which for
     * analytic functions on the line errs by less than rounding.
     */
    @Test
    void bestOfN_overABeta_isTheClosedForm() {
        NormalDistribution normal = NormalDistribution.of(0, 1);
        for (Row row : exact(LAW, new BestOfNProvider(), 2, 16, 64)) {
            int n = (int) row.budget();
            double sum = 0;
            for (int k = 1; k <= n; k++) {
                double best = 0;
                for (int i = -400; i <= 400; i++) {
                    double x = i * 0.03;
                    best += 0.03
                            * k
                            * normal.density(x - D)
                            * Math.pow(normal.cumulativeProbability(x - D), k - 1)
                            * Math.pow(normal.cumulativeProbability(x), n - k);
                }
                sum += chance(k, n) * best;
            }
            assertEquals(sum, row.accuracy(), 2e-10 + row.tolerance(), "at " + n);
            assertTrue(row.tolerance() < 1e-8, "tolerance " + row.tolerance());
        }
    }

    /** With the law's own quantiles in place of the law, as a run of 500 problems has it, the closed form is missed. */
    @Test
    void problemsSpreadOverTheLaw_areNotTheLaw() {
        SyntheticWorld world = world(new Problems(LAW, 500, Gathering.SPREAD), Verifier.of(D));
        Row row = run(world, new SingleProvider(), MethodChoice.EXACT, new BinPlan.None(), 1, 1)
                .rows()
                .get(0);
        double error = Math.abs(row.accuracy() - LAW.mean());
        assertTrue(error > 1e-9 && error < row.populationStdError(), error + " of " + row.populationStdError());
        assertTrue(row.populationStdError() < 1e-4, "as if drawn: " + row.populationStdError());
        assertTrue(!row.exactOfPopulation());
    }

    /** Bins of a population: by thresholds, by quantiles, by levels. */
    @Test
    void bins_ofALaw_partIt() {
        SyntheticWorld world = world(Problems.population(new Beta(1, 1)), Verifier.of(D));
        List<Row> thresholds = run(world, new SingleProvider(), MethodChoice.EXACT, new BinPlan.Thresholds(), 1, 1)
                .rows();
        assertEquals(
                List.of("all", "easy", "medium", "hard"),
                thresholds.stream().map(Row::bin).toList());
        double[] means = {0.5, 0.75, 0.3, 0.05};
        for (int i = 0; i < 4; i++) {
            assertEquals(means[i], thresholds.get(i).accuracy(), 1e-12);
        }
        List<Row> quarters = run(world, new SingleProvider(), MethodChoice.EXACT, new BinPlan.Quantiles(4), 1, 1)
                .rows();
        for (int i = 1; i <= 4; i++) {
            assertEquals(1 - (i - 0.5) / 4, quarters.get(i).accuracy(), 1e-10);
        }
        Levels levels = new Levels(
                List.of(new Levels.Level("easy", 0.6, new Point(0.8)), new Levels.Level("hard", 0.4, new Beta(1, 4))));
        List<Row> named = run(
                        world(Problems.population(levels), Verifier.of(D)),
                        new SingleProvider(),
                        MethodChoice.EXACT,
                        new BinPlan.Levels(),
                        1,
                        1)
                .rows();
        assertEquals(0.6 * 0.8 + 0.4 * 0.2, named.get(0).accuracy(), 1e-12);
        assertEquals(0.8, named.get(1).accuracy(), 1e-12);
        assertEquals(0.2, named.get(2).accuracy(), 1e-12);
        // an atom across the end of a bin is in both, with its part of the weight
        List<Row> halves = run(
                        world(Problems.population(levels), Verifier.of(D)),
                        new SingleProvider(),
                        MethodChoice.EXACT,
                        new BinPlan.Quantiles(2),
                        1,
                        1)
                .rows();
        assertEquals(
                halves.get(0).accuracy(),
                0.5 * halves.get(1).accuracy() + 0.5 * halves.get(2).accuracy(),
                1e-10);
        // above the atom at 0.8 there are 0.4·0.2⁴ of the problems, with p = 0.8 + 0.2/5 on average
        assertEquals(0.8 + 2 * 0.4 * 0.0016 * 0.04, halves.get(1).accuracy(), 1e-10);
    }

    /**
     * Where d differs from problem to problem, p does not tell everything, and problems at even quantiles stand for the
     * population. Over 40 seeds the exact means of 100 vary as the error says: the sum of (x − mean)²/error² has a chi-squared law
     * of 39 degrees of freedom, and the error that problems drawn at random would have is refused.
     */
    @Tag("slow")
    @Test
    void exactRows_withMoreDrawnThanP_haveTheErrorOfWhatIsDrawn() {
        Verifier varied = Verifier.of(D).with(Sensitivity.of(D).with(new Sensitivity.Spread.Normal(0.3)));
        Row standing = run(
                        world(Problems.population(LAW), varied),
                        new BestOfNProvider(),
                        MethodChoice.EXACT,
                        new BinPlan.None(),
                        1,
                        2)
                .rows()
                .get(0);
        assertEquals(Problems.STANDING, standing.problems());
        assertTrue(!standing.exactOfPopulation());
        SyntheticWorld world = world(new Problems(LAW, 100, Gathering.SPREAD), varied);
        int seeds = 40;
        double[] means = new double[seeds];
        double variance = 0;
        double asIfDrawn = 0;
        for (int seed = 0; seed < seeds; seed++) {
            Results results = run(world, new BestOfNProvider(), MethodChoice.EXACT, new BinPlan.None(), seed, 16);
            Row row = results.rows().get(0);
            means[seed] = row.accuracy();
            variance += row.populationStdError() * row.populationStdError() / seeds;
            double drawn = PopulationError.of(accuracies(results.samples().get(0)), Gathering.DRAWN);
            asIfDrawn += drawn * drawn / seeds;
        }
        double mean = Arrays.stream(means).average().orElseThrow();
        double sum = Arrays.stream(means).map(x -> (x - mean) * (x - mean)).sum();
        ChiSquaredDistribution law = ChiSquaredDistribution.of(seeds - 1);
        double least = law.inverseCumulativeProbability(1e-7);
        double most = law.inverseSurvivalProbability(1e-7);
        assertTrue(sum / variance > least && sum / variance < most, "ratio " + sum / variance);
        assertTrue(sum / asIfDrawn < least, "as if drawn: " + sum / asIfDrawn);
    }

    private static double[] accuracies(Sample sample) {
        double[] means = new double[Quantity.COUNT];
        return IntStream.range(0, sample.problems().length)
                .mapToDouble(i -> {
                    sample.means(i, means);
                    return means[Quantity.ACCURACY.ordinal()];
                })
                .toArray();
    }

    /** Trials on evenly spread problems find the law's number within their error. */
    @Test
    void trials_onAPopulation_findTheLawsNumber() {
        SyntheticWorld world = world(Problems.population(LAW), Verifier.of(D));
        double known = exact(LAW, new BestOfNProvider(), 16).get(0).accuracy();
        Row row = run(world, new BestOfNProvider(), MethodChoice.SIMULATED, new BinPlan.None(), 3, 16)
                .rows()
                .get(0);
        assertEquals(Gathering.SPREAD, row.gathering());
        assertTrue(Math.abs(row.accuracy() - known) < 5.2 * row.populationStdError(), row.accuracy() + " of " + known);
        assertTrue(row.populationStdError() < 1.2 * row.stdError(), "trials are nearly all of the error");
    }
}
