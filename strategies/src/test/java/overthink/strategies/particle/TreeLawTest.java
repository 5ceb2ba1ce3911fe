package overthink.strategies.particle;

import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import overthink.core.api.Parameters;
import overthink.core.api.Resource;
import overthink.core.api.Strategy;
import overthink.core.api.StrategyProvider;
import overthink.core.testkit.FalseAlarm;
import overthink.core.testkit.ForwardingSession;
import overthink.core.testkit.Script;
import overthink.core.testkit.ScriptedSession;

/**
 * The laws that particle methods tend to, on a tree that can be enumerated: three steps of 0 or 1, of which 1 has
 * probability 0.4, and scores that depend on the step and the one before. Seeds are the numbers of trials; each of 8
 * paths in fewer than 20 cases raises a false alarm with probability 10<sup>−9</sup>.
 */
class TreeLawTest {

    private static final int STEPS = 3;
    private static final int PATHS = 1 << STEPS;
    private static final double ONE = 0.4;
    private static final double FALSE_ALARM = 1e-9;

    /** By the step before and the step, odds of ½ to 2. */
    private static final double[][] SCORES = {{1.0 / 3, 0.6}, {0.5, 2.0 / 3}};

    /** A trial: what the steps are, what they score, and the strategy's uniforms. */
    private static final class TreeSession extends ForwardingSession {

        private final ScriptedSession tree;
        private final UniformRandomProvider random;
        private final long trial;

        private TreeSession(ScriptedSession tree, long trial) {
            super(tree);
            this.tree = tree;
            this.trial = trial;
            SplittableRandom source = new SplittableRandom(trial);
            random = source::nextLong;
        }

        static TreeSession of(int solutions, long trial) {
            return new TreeSession(
                    new ScriptedSession(Script.tree(STEPS, new double[0]), solutions)
                            .withLimit(Resource.STEPS, (long) solutions * STEPS),
                    trial);
        }

        private int symbol(int step) {
            return new SplittableRandom(trial * 0x9E3779B97F4A7C15L + step).nextDouble() < ONE ? 1 : 0;
        }

        /** The path as a binary number, the first step its highest digit. */
        int path(int node) {
            int path = 0;
            for (int step : tree.path(node)) {
                path = 2 * path + symbol(step);
            }
            return path;
        }

        @Override
        public double score(int node) {
            return Script.logOdds(probability(path(node), depth(node)));
        }

        @Override
        public void score(int from, int to, double[] into) {
            for (int node = from; node < to; node++) {
                into[node - from] = score(node);
            }
        }

        @Override
        public UniformRandomProvider random() {
            return random;
        }
    }

    /** The score of a path's first steps; before the first there was a 0. */
    private static double probability(int path, int depth) {
        return SCORES[depth == 1 ? 0 : path >> 1 & 1][path & 1];
    }

    private static double odds(int path, int depth) {
        int prefix = path >> (STEPS - depth);
        double probability = probability(prefix, depth);
        return probability / (1 - probability);
    }

    private static double allOdds(int path) {
        double product = 1;
        for (int depth = 1; depth <= STEPS; depth++) {
            product *= odds(path, depth);
        }
        return product;
    }

    private static double lastOdds(int path) {
        return odds(path, STEPS);
    }

    /** The policy's law times a weight. */
    private static double[] law(ToDoubleFunction<Integer> weight) {
        double[] law = new double[PATHS];
        for (int path = 0; path < PATHS; path++) {
            int ones = Integer.bitCount(path);
            law[path] = Math.pow(ONE, ones) * Math.pow(1 - ONE, STEPS - ones) * weight.applyAsDouble(path);
        }
        double total = Arrays.stream(law).sum();
        return Arrays.stream(law).map(share -> share / total).toArray();
    }

    private static Strategy create(StrategyProvider provider, Map<String, ?> parameters) {
        return provider.create(Parameters.of(provider.parameters(), parameters));
    }

    // ---- many particles ----

    private static final int PARTICLES = 256;

    /**
     * The mean weight of each path over 300 trials with 256 particles. A self-normalised mean is off by about
     * Var(w)/(E w)²/N at each step; odds of ½ to 2 keep that below 4/N in all, which is allowed for in full.
     */
    private static void expectLaw(double[] law, Strategy strategy) {
        int trials = 300;
        ParticleTraces traces = ParticleTraces.of(strategy);
        double[] sums = new double[PATHS];
        double[] squares = new double[PATHS];
        for (int trial = 0; trial < trials; trial++) {
            TreeSession session = TreeSession.of(PARTICLES, trial);
            strategy.run(session);
            ParticleTraces.Iteration end =
                    traces.iterations().get(traces.iterations().size() - 1);
            double[] shares = new double[PATHS];
            double total = 0;
            for (int i = 0; i < PARTICLES; i++) {
                double weight = Math.exp(end.logWeights().get(i));
                shares[session.path(end.nodes().get(i))] += weight;
                total += weight;
            }
            for (int path = 0; path < PATHS; path++) {
                sums[path] += shares[path] / total;
                squares[path] += shares[path] * shares[path] / total / total;
            }
        }
        double bias = 4.0 / PARTICLES;
        for (int path = 0; path < PATHS; path++) {
            double mean = sums[path] / trials;
            double stdError = Math.sqrt((squares[path] / trials - mean * mean) / (trials - 1));
            double withoutBias = mean + Math.max(-bias, Math.min(bias, law[path] - mean));
            FalseAlarm.assertMean("path " + path, law[path], withoutBias, stdError, FALSE_ALARM);
        }
    }

    @Tag("slow")
    @TestFactory
    Stream<DynamicTest> particleFilter_manyParticles_pathsByOdds() {
        return Stream.of("systematic", "stratified", "multinomial", "residual")
                .flatMap(scheme -> Stream.of("every-step", "ess")
                        .flatMap(when -> Stream.of("latest", "incremental").map(weights -> {
                            Map<String, Object> parameters =
                                    Map.of("resampling", scheme, "when", when, "weights", weights);
                            return DynamicTest.dynamicTest(
                                    parameters.toString(),
                                    () -> expectLaw(
                                            law(
                                                    weights.equals("latest")
                                                            ? TreeLawTest::allOdds
                                                            : TreeLawTest::lastOdds),
                                            create(new ParticleFilterProvider(), parameters)));
                        })));
    }

    /** λ = 2, as a greater one makes weights too uneven for the allowance. */
    @Tag("slow")
    @TestFactory
    Stream<DynamicTest> feynmanKac_manyParticles_pathsByLastReward() {
        return Stream.of("difference", "max", "sum")
                .flatMap(potential -> Stream.of(0, 1, 2).map(interval -> {
                    Map<String, Object> parameters =
                            Map.of("potential", potential, "interval", interval, "lambda", 2.0);
                    return DynamicTest.dynamicTest(
                            parameters.toString(),
                            () -> expectLaw(
                                    law(path -> Math.exp(2 * probability(path, STEPS))),
                                    create(new FeynmanKacProvider(), parameters)));
                }));
    }

    @Tag("slow")
    @Test
    void particleFilter_otherWeights_areNoticed() {
        Strategy latest = create(new ParticleFilterProvider(), Map.of());
        assertThrows(AssertionError.class, () -> expectLaw(law(TreeLawTest::lastOdds), latest));
        Strategy incremental = create(new ParticleFilterProvider(), Map.of("weights", "incremental"));
        assertThrows(AssertionError.class, () -> expectLaw(law(TreeLawTest::allOdds), incremental));
        Strategy tempered = create(new ParticleFilterProvider(), Map.of("temperature", 3.0));
        assertThrows(AssertionError.class, () -> expectLaw(law(TreeLawTest::allOdds), tempered));
    }

    // ---- many iterations ----

    /** What is drawn in the end after many iterations, in 4000 trials. */
    private static void expectDraws(double[] law, Strategy strategy, int solutions) {
        int trials = 4000;
        int[] counts = new int[PATHS];
        for (int trial = 0; trial < trials; trial++) {
            TreeSession session = TreeSession.of(solutions, trial);
            strategy.run(session);
            counts[session.path(session.tree.committed())]++;
        }
        for (int path = 0; path < PATHS; path++) {
            FalseAlarm.assertProportion("path " + path, law[path], counts[path], trials, FALSE_ALARM);
        }
    }

    /** Eight particles, whose filter alone is far off, twenty times over. */
    @Tag("slow")
    @Test
    void particleGibbs_manyIterations_pathsByOdds() {
        Map<String, Object> parameters = Map.of("iterations", 20, "select", "sample");
        expectDraws(law(TreeLawTest::allOdds), create(new ParticleGibbsProvider(), parameters), 160);
        assertThrows(
                AssertionError.class,
                () -> expectDraws(law(TreeLawTest::lastOdds), create(new ParticleGibbsProvider(), parameters), 160));
    }

    @Tag("slow")
    @Test
    void parallelTempering_manyRounds_pathsByLastOdds() {
        for (int chains : List.of(1, 3)) {
            Map<String, Object> parameters = Map.of("chains", chains, "score", "process", "select", "last");
            expectDraws(law(TreeLawTest::lastOdds), create(new ParallelTemperingProvider(), parameters), 40 * chains);
        }
        assertThrows(
                AssertionError.class,
                () -> expectDraws(
                        law(TreeLawTest::lastOdds),
                        create(
                                new ParallelTemperingProvider(),
                                Map.of("chains", 3, "score", "process", "select", "last", "temperature", 4.0)),
                        120));
    }
}
