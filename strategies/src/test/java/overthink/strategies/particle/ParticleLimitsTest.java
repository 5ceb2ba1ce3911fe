package overthink.strategies.particle;

import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import overthink.core.api.Law;
import overthink.core.api.Parameters;
import overthink.core.api.Resource;
import overthink.core.api.Strategy;
import overthink.core.testkit.FalseAlarm;
import overthink.core.testkit.ForwardingSession;
import overthink.core.testkit.Script;
import overthink.core.testkit.ScriptedSession;

/**
 * The share of the weight that sound particles have, of 4,096 and of 65,536 particles, is what the recursion of shares says. A sound
 * node stays sound with chance 0.7, a flawed one recovers with 0.2; its score is Gaussian, about 1 when sound and 0 when flawed, with
 * deviation 0.8.
 */
class ParticleLimitsTest {

    private static final int STEPS = 3;
    private static final double STAYS = 0.7;
    private static final double RECOVERS = 0.2;
    private static final double DEVIATION = 0.8;
    private static final Law.Annealing COOLING = new Law.Annealing(2, 0.75, STEPS);

    /** Trees whose nodes are sound by a seed. */
    private static final class Soundness extends ForwardingSession {

        private final SplittableRandom random;
        private final boolean[] sound;
        private final double[] scores;
        private int known;

        private Soundness(ScriptedSession tree, int particles, long seed) {
            super(tree);
            random = new SplittableRandom(seed);
            sound = new boolean[particles * STEPS];
            scores = new double[particles * STEPS];
        }

        static Soundness of(int particles, long seed) {
            return new Soundness(
                    new ScriptedSession(Script.tree(STEPS, new double[0]), particles)
                            .withLimit(Resource.STEPS, (long) particles * STEPS),
                    particles,
                    seed);
        }

        boolean sound(int node) {
            for (; known <= node; known++) {
                boolean stays = depth(known) == 1 || sound[parent(known)];
                sound[known] = random.nextDouble() < (stays ? STAYS : RECOVERS);
                scores[known] = (sound[known] ? 1 : 0) + DEVIATION * random.nextGaussian();
            }
            return sound[node];
        }

        @Override
        public double score(int node) {
            sound(node);
            return scores[node];
        }

        @Override
        public void score(int from, int to, double[] into) {
            for (int node = from; node < to; node++) {
                into[node - from] = score(node);
            }
        }

        @Override
        public UniformRandomProvider random() {
            return random::nextLong;
        }
    }

    /** By the powers that the weight of a whole path has of the odds of its steps. */
    private static double limit(double... powers) {
        double share = STAYS;
        for (int t = 0; t < STEPS; t++) {
            double tilted = share * Math.exp(powers[t]);
            double kept = tilted / (tilted + 1 - share);
            share = t < STEPS - 1 ? kept * STAYS + (1 - kept) * RECOVERS : kept;
        }
        return share;
    }

    /** The share of the weight that is sound ones', over trials of N particles. */
    private static void expect(double limit, Map<String, ?> parameters) {
        Strategy strategy = new ParticleFilterProvider()
                .create(Parameters.of(new ParticleFilterProvider().parameters(), parameters));
        ParticleTraces traces = ParticleTraces.of(strategy);
        for (int particles : new int[] {4_096, 65_536}) {
            int trials = particles == 4_096 ? 48 : 6;
            double sum = 0;
            double squares = 0;
            for (int trial = 0; trial < trials; trial++) {
                Soundness session = Soundness.of(particles, trial);
                strategy.run(session);
                ParticleTraces.Iteration end =
                        traces.iterations().get(traces.iterations().size() - 1);
                double of = 0;
                double all = 0;
                for (int i = 0; i < particles; i++) {
                    double weight = Math.exp(end.logWeights().get(i));
                    of += session.sound(end.nodes().get(i)) ? weight : 0;
                    all += weight;
                }
                sum += of / all;
                squares += of / all * (of / all);
            }
            double mean = sum / trials;
            // of few trials the spread is not known: that of N independent shares of ½ is 1/(2√N), and weights are
            // uneven
            double error = Math.max(
                    Math.sqrt((squares / trials - mean * mean) / (trials - 1)),
                    1 / Math.sqrt((double) particles * trials));
            FalseAlarm.assertMean(parameters + " of " + particles, limit, mean, error, 1e-9);
        }
    }

    @Test
    @Tag("slow")
    void share_ofManyParticles_isTheRecursions() {
        for (String resampling : new String[] {"systematic", "multinomial"}) {
            expect(limit(1, 1, 1), Map.of("resampling", resampling));
            expect(limit(0, 0, 1), Map.of("resampling", resampling, "weights", "incremental"));
        }
        expect(limit(0.5, 0.5, 0.5), Map.of("temperature", 2.0, "when", "ess"));
    }

    @Test
    @Tag("slow")
    void share_annealed_isTheRecursions() {
        double[] by = {1 / COOLING.at(0), 1 / COOLING.at(1), 1 / COOLING.at(2)};
        Map<String, Object> cooled =
                Map.of("temperature", COOLING.from(), "final-temperature", COOLING.to(), "annealing-steps", STEPS);
        expect(limit(by), cooled);
        assertThrows(AssertionError.class, () -> expect(limit(by[2], by[1], by[0]), cooled), "warmed");
        assertThrows(AssertionError.class, () -> expect(limit(by[2], by[2], by[2]), cooled), "cold from the start");
        Map<String, Object> ratios = new HashMap<>(cooled);
        ratios.put("weights", "incremental");
        expect(limit(by[0] - by[1], by[1] - by[2], by[2]), ratios);
    }
}
