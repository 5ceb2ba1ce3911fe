package overthink.strategies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.Map;
import java.util.function.IntUnaryOperator;
import java.util.function.ToDoubleFunction;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import overthink.core.api.Parameters;
import overthink.core.api.Strategy;
import overthink.core.api.StrategyProvider;
import overthink.core.experiment.Budgets;
import overthink.core.law.answer.AnswerLaw;
import overthink.core.law.answer.Distinct;
import overthink.core.law.answer.Zipf;
import overthink.core.law.cost.CountLaw;
import overthink.core.law.cost.Tariff;
import overthink.core.law.difficulty.Point;
import overthink.core.law.step.StepProfile;
import overthink.core.law.verifier.Verifier;
import overthink.core.model.SyntheticWorld;
import overthink.core.testkit.FalseAlarm;
import overthink.core.trial.TrialRunner;
import overthink.core.trial.TrialRunner.Grade;
import overthink.core.world.Policy;
import overthink.core.world.Problems;
import overthink.core.world.Verifiers;
import overthink.strategies.particle.ParticleFilterProvider;
import overthink.strategies.search.BeamSearchProvider;
import overthink.strategies.selection.BestOfNProvider;
import overthink.strategies.selection.SingleProvider;
import overthink.strategies.voting.MajorityVoteProvider;
import overthink.strategies.voting.WeightedVoteProvider;

/**
 * Accuracies on the engine against independent computations: an integral, enumerations of everything that can happen, a
 * limit law. Seed 42, 40,000 trials a case unless said; each case states a chance of false alarm of 1e-9, and there are fewer
 * than 100 of them.
 */
class SmallCasesTest {

    private static final int TRIALS = 40_000;
    private static final double FALSE_ALARM = 1e-9;
    private static final double TPR = 0.8;
    private static final double FPR = 0.3;
    private static final double ACCEPTED = TPR / FPR;
    private static final double REJECTED = (1 - TPR) / (1 - FPR);
    private static final double RECOVERY = 0.25;

    // ---- the engine's side ----

    private static Strategy strategy(StrategyProvider provider, Map<String, ?> parameters) {
        return provider.create(Parameters.of(provider.parameters(), parameters));
    }

    private static SyntheticWorld world(double p, int steps, AnswerLaw answers, Verifiers verifiers) {
        return new SyntheticWorld(
                new Problems(new Point(p), 1),
                new Policy(
                        new CountLaw.Constant(steps),
                        RECOVERY,
                        StepProfile.UNIFORM,
                        answers,
                        new CountLaw.Constant(0),
                        new CountLaw.Constant(1),
                        Tariff.FREE),
                verifiers);
    }

    private static long correct(SyntheticWorld world, Strategy strategy, int budget, int trials) {
        TrialRunner runner = new TrialRunner(world, Budgets.generations(budget), 42);
        long correct = 0;
        for (int trial = 0; trial < trials; trial++) {
            correct += runner.run(strategy, 0, trial).get(0).grade() == Grade.CORRECT ? 1 : 0;
        }
        return correct;
    }

    private static void expect(String what, double accuracy, SyntheticWorld world, Strategy strategy, int budget) {
        FalseAlarm.assertProportion(what, accuracy, correct(world, strategy, budget, TRIALS), TRIALS, FALSE_ALARM);
    }

    // ---- selection ----

    @Test
    void single_anyBudget_accuracyIsP() {
        SyntheticWorld world = world(0.3, 4, new Distinct(), Verifiers.NONE);
        expect("single", 0.3, world, strategy(new SingleProvider(), Map.of()), 16);
    }

    /** N candidates of which the best is right: ∫ N·p·φ(x − d)·F(x)^(N−1) dx with F the scores' distribution function. */
    private static double bestOfN(double p, double d, int n) {
        NormalDistribution standard = NormalDistribution.of(0, 1);
        double width = 1e-3;
        double sum = 0;
        for (double x = -10; x < 12; x += width) {
            double below = p * standard.cumulativeProbability(x - d) + (1 - p) * standard.cumulativeProbability(x);
            sum += n * p * standard.density(x - d) * Math.pow(below, n - 1) * width;
        }
        return sum;
    }

    @Tag("slow")
    @Test
    void bestOfN_gaussianScores_asTheIntegral() {
        // ∫ N·p·φ(x − d)·F(x)^(N−1) dx with F = p·Φ(x − d) + (1 − p)·Φ(x), by a quadrature of its own.
        assertEquals(0.452, bestOfN(0.2, 1.5, 4), 5e-4);
        assertEquals(0.724, bestOfN(0.2, 1.5, 16), 5e-4);
        assertEquals(0.885, bestOfN(0.2, 1.5, 64), 5e-4);
        SyntheticWorld world = world(0.2, 1, new Distinct(), Verifiers.outcome(Verifier.of(1.5)));
        Strategy strategy = strategy(new BestOfNProvider(), Map.of());
        for (int n : new int[] {1, 2, 4, 16, 64}) {
            expect("best of " + n, bestOfN(0.2, 1.5, n), world, strategy, n);
        }
        assertThrows(
                AssertionError.class,
                () -> expect("one too few", bestOfN(0.2, 1.5, 5), world, strategy, 4),
                "an off-by-one in N is noticed");
    }

    // ---- voting ----

    /** Shares of the true answer (first) and of wrong ones by zipf(3, 1). */
    private static double[] shares(double p) {
        double wrong = (1 - p) / (1 + 1 / 2.0 + 1 / 3.0);
        return new double[] {p, wrong, wrong / 2, wrong / 3};
    }

    @FunctionalInterface
    private interface Vote {
        /** Whether the answer 0 wins, given the answers and the verdicts in order. */
        boolean right(int[] answers, boolean[] accepted);
    }

    /** Sums over all lists of answers and verdicts. */
    private static double enumerate(double p, int n, Vote vote) {
        double[] shares = shares(p);
        double sum = 0;
        for (int code = 0; code < 1 << (3 * n); code++) {
            int[] answers = new int[n];
            boolean[] accepted = new boolean[n];
            double probability = 1;
            for (int i = 0; i < n; i++) {
                int outcome = code >> (3 * i) & 7;
                answers[i] = outcome >> 1;
                accepted[i] = (outcome & 1) == 1;
                double accepts = answers[i] == 0 ? TPR : FPR;
                probability *= shares[answers[i]] * (accepted[i] ? accepts : 1 - accepts);
            }
            sum += vote.right(answers, accepted) ? probability : 0;
        }
        return sum;
    }

    /** The answer whose members' weights sum highest, of equals the one seen first, or last when planted so. */
    private static Vote heaviest(double accepted, double rejected, boolean lastOfEquals) {
        return (answers, verdicts) -> {
            double[] weights = new double[4];
            for (int i = 0; i < answers.length; i++) {
                weights[answers[i]] += verdicts[i] ? accepted : rejected;
            }
            int winner = answers[0];
            for (int answer : answers) {
                if (weights[answer] > weights[winner] + 1e-12
                        || (lastOfEquals && Math.abs(weights[answer] - weights[winner]) < 1e-12)) {
                    winner = answer;
                }
            }
            return winner == 0;
        };
    }

    @Tag("slow")
    @Test
    void majorityVote_fewCandidates_asEnumerated() {
        SyntheticWorld world = world(0.35, 1, new Zipf(3, 1), Verifiers.NONE);
        Strategy strategy = strategy(new MajorityVoteProvider(), Map.of());
        for (int n = 1; n <= 6; n++) {
            expect("majority of " + n, enumerate(0.35, n, heaviest(1, 1, false)), world, strategy, n);
        }
        assertThrows(
                AssertionError.class,
                () -> expect("one too few", enumerate(0.35, 6, heaviest(1, 1, false)), world, strategy, 2),
                "a vote that leaves candidates out is noticed");
    }

    @Tag("slow")
    @Test
    void weightedVote_verdicts_asEnumerated() {
        SyntheticWorld world = world(0.35, 1, new Zipf(3, 1), Verifiers.outcome(Verifier.of(TPR, FPR)));
        Strategy strategy = strategy(new WeightedVoteProvider(), Map.of());
        for (int n = 1; n <= 5; n++) {
            Vote vote = heaviest(ACCEPTED / (1 + ACCEPTED), REJECTED / (1 + REJECTED), false);
            expect("weighted vote of " + n, enumerate(0.35, n, vote), world, strategy, n);
        }
        assertThrows(
                AssertionError.class,
                () -> expect("unweighted", enumerate(0.35, 5, heaviest(1, 1, false)), world, strategy, 5),
                "equal weights are noticed");
    }

    // ---- search and particles ----

    /** The probability that a step keeps a sound node sound, with p after {@code steps}, by bisection. */
    private static double survival(double p, int steps) {
        double low = 0;
        double high = 1;
        for (int i = 0; i < 100; i++) {
            double s = 0.5 * (low + high);
            double sound = 1;
            for (int t = 0; t < steps; t++) {
                sound = sound * s + (1 - sound) * RECOVERY * s;
            }
            if (sound < p) {
                low = s;
            } else {
                high = s;
            }
        }
        return low;
    }

    /** The expectation of a function of the parents that are drawn for the next step, given the odds of this step's nodes. */
    @FunctionalInterface
    private interface Choice {
        double expectation(double[] odds, ToDoubleFunction<int[]> ofParents);
    }

    private static Choice beam(int width) {
        return (odds, ofParents) -> {
            Integer[] ranked = new Integer[odds.length];
            Arrays.setAll(ranked, i -> i);
            Arrays.sort(ranked, (a, b) -> Double.compare(odds[b], odds[a]));
            int kept = Math.max(1, odds.length / width);
            return ofParents.applyAsDouble(parents(odds.length, i -> ranked[i % kept]));
        };
    }

    private static int[] parents(int n, IntUnaryOperator parent) {
        int[] parents = new int[n];
        Arrays.setAll(parents, parent);
        return parents;
    }

    /** All nⁿ lists of parents. */
    private static double multinomial(double[] odds, ToDoubleFunction<int[]> ofParents) {
        int n = odds.length;
        double total = Arrays.stream(odds).sum();
        double sum = 0;
        for (int code = 0; code < Math.pow(n, n); code++) {
            int[] parents = new int[n];
            double probability = 1;
            int rest = code;
            for (int i = 0; i < n; i++, rest /= n) {
                parents[i] = rest % n;
                probability *= odds[parents[i]] / total;
            }
            sum += probability * ofParents.applyAsDouble(parents);
        }
        return sum;
    }

    /** All offsets u between the values at which a point passes a cumulative weight. */
    private static double systematic(double[] odds, ToDoubleFunction<int[]> ofParents) {
        int n = odds.length;
        double total = Arrays.stream(odds).sum();
        double[] ends = new double[n + 1];
        double reached = 0;
        for (int i = 0; i < n; i++) {
            reached += odds[i];
            ends[i] = reached / total * n - Math.floor(reached / total * n);
        }
        ends[n] = 1;
        Arrays.sort(ends);
        double sum = 0;
        double from = 0;
        for (double end : ends) {
            double u = 0.5 * (from + end);
            int[] parents = parents(n, i -> {
                double cumulative = odds[0];
                int index = 0;
                while (cumulative <= (u + i) / n * total) {
                    cumulative += odds[++index];
                }
                return index;
            });
            sum += (end - from) * ofParents.applyAsDouble(parents);
            from = end;
        }
        return sum;
    }

    /** The chance that a search is right: all ways in which N nodes a step may be sound or flawed, accepted or rejected. */
    private static double search(int step, int steps, double s, boolean[] parentsSound, Choice choice, boolean sample) {
        int n = parentsSound.length;
        double sum = 0;
        for (int code = 0; code < 1 << (2 * n); code++) {
            boolean[] sound = new boolean[n];
            double[] odds = new double[n];
            double probability = 1;
            for (int i = 0; i < n; i++) {
                sound[i] = (code >> (2 * i) & 1) == 1;
                boolean accepted = (code >> (2 * i) & 2) == 2;
                double stays = parentsSound[i] ? s : RECOVERY * s;
                double accepts = sound[i] ? TPR : FPR;
                probability *= (sound[i] ? stays : 1 - stays) * (accepted ? accepts : 1 - accepts);
                odds[i] = accepted ? ACCEPTED : REJECTED;
            }
            double right = step == steps
                    ? right(sound, odds, sample)
                    : choice.expectation(odds, parents -> {
                        boolean[] chosen = new boolean[n];
                        for (int i = 0; i < n; i++) {
                            chosen[i] = sound[parents[i]];
                        }
                        return search(step + 1, steps, s, chosen, choice, sample);
                    });
            sum += probability * right;
        }
        return sum;
    }

    private static double right(boolean[] sound, double[] odds, boolean sample) {
        int best = 0;
        double total = 0;
        double right = 0;
        for (int i = 0; i < odds.length; i++) {
            best = odds[i] > odds[best] ? i : best;
            total += odds[i];
            right += sound[i] ? odds[i] : 0;
        }
        return sample ? right / total : sound[best] ? 1 : 0;
    }

    private static double search(int n, int steps, double p, Choice choice, boolean sample) {
        boolean[] roots = new boolean[n];
        Arrays.fill(roots, true);
        return search(1, steps, survival(p, steps), roots, choice, sample);
    }

    private static SyntheticWorld tree(double p, int steps) {
        return world(p, steps, new Distinct(), Verifiers.process(Verifier.of(TPR, FPR)));
    }

    private static final int[][] SIZES = {{1, 2}, {2, 1}, {2, 2}, {2, 3}, {3, 2}};

    @Tag("slow")
    @Test
    void beamSearch_smallTrees_asEnumerated() {
        for (int[] size : SIZES) {
            for (int width = 1; width <= 3; width++) {
                expect(
                        "beam search, N = %d, T = %d, width %d".formatted(size[0], size[1], width),
                        search(size[0], size[1], 0.3, beam(width), false),
                        tree(0.3, size[1]),
                        strategy(new BeamSearchProvider(), Map.of("width", width)),
                        size[0]);
            }
        }
        assertThrows(
                AssertionError.class,
                () -> expect(
                        "keeps all",
                        search(3, 2, 0.3, beam(1), false),
                        tree(0.3, 2),
                        strategy(new BeamSearchProvider(), Map.of("width", 3)),
                        3),
                "another width is noticed");
    }

    @Tag("slow")
    @Test
    void particleFilter_smallTrees_asEnumerated() {
        for (int[] size : SIZES) {
            for (boolean sample : new boolean[] {false, true}) {
                for (String resampling : new String[] {"systematic", "multinomial"}) {
                    Choice choice =
                            resampling.equals("systematic") ? SmallCasesTest::systematic : SmallCasesTest::multinomial;
                    expect(
                            "particle filter, N = %d, T = %d, %s, sample %b"
                                    .formatted(size[0], size[1], resampling, sample),
                            search(size[0], size[1], 0.3, choice, sample),
                            tree(0.3, size[1]),
                            strategy(
                                    new ParticleFilterProvider(),
                                    Map.of("resampling", resampling, "select", sample ? "sample" : "argmax")),
                            size[0]);
                }
            }
        }
        assertThrows(
                AssertionError.class,
                () -> expect(
                        "argmax for sample",
                        search(3, 2, 0.3, SmallCasesTest::systematic, false),
                        tree(0.3, 2),
                        strategy(new ParticleFilterProvider(), Map.of("select", "sample")),
                        3),
                "another selection is noticed");
    }

    /**
     * The law that particles tend to: paths weigh p·∏odds. A sound node's odds have mean g = TPR·a + (1 − TPR)·r, a flawed
     * one's mean 1, so the weights of sound and flawed ends follow a two-state recursion.
     */
    private static double limit(double p, int steps) {
        double s = survival(p, steps);
        double gain = TPR * ACCEPTED + (1 - TPR) * REJECTED;
        double sound = 1;
        double flawed = 0;
        for (int t = 0; t < steps; t++) {
            double kept = sound * s + flawed * RECOVERY * s;
            flawed = sound * (1 - s) + flawed * (1 - RECOVERY * s);
            sound = kept * gain;
        }
        return sound / (sound + flawed);
    }

    /**
     * With 256 particles and 10,000 trials. The bias of a self-normalised mean is about Var(w)/(E w)²/N at each step; odds of
     * at most 8/3 with means of at least 1 keep that below 2/N, and it is allowed for in full.
     */
    @Tag("slow")
    @Test
    void particleFilter_manyParticles_pathsByOdds() {
        int particles = 256;
        int trials = 10_000;
        int steps = 3;
        double limit = limit(0.3, steps);
        double bias = 2.0 * steps / particles;
        for (String resampling : new String[] {"systematic", "multinomial"}) {
            Strategy strategy =
                    strategy(new ParticleFilterProvider(), Map.of("resampling", resampling, "select", "sample"));
            double observed = (double) correct(tree(0.3, steps), strategy, particles, trials) / trials;
            double stdError = Math.sqrt(limit * (1 - limit) / trials);
            double withoutBias = observed + Math.max(-bias, Math.min(bias, limit - observed));
            FalseAlarm.assertMean(resampling, limit, withoutBias, stdError, FALSE_ALARM);
        }
        assertThrows(
                AssertionError.class,
                () -> {
                    Strategy tempered =
                            strategy(new ParticleFilterProvider(), Map.of("temperature", 3.0, "select", "sample"));
                    double observed = (double) correct(tree(0.3, steps), tempered, particles, trials) / trials;
                    FalseAlarm.assertMean(
                            "tempered", limit, observed + bias, Math.sqrt(limit * (1 - limit) / trials), FALSE_ALARM);
                },
                "weights that are not the odds are noticed");
    }
}
