package overthink.strategies.particle;

import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;
import overthink.core.api.Session;

/**
 * Feynman–Kac steering (Singhal et al. 2025): N particles, weighted at each step by a potential of their process scores
 * r = 1/(1 + e<sup>−s</sup>), or of the scores themselves, r = s, and resampled before each later step when the effective sample size is below a part of
 * the particles, or at every k-th step. Whatever the potential, the potentials along a finished path multiply to
 * e<sup>λr</sup>, r its last score: paths come up as p·e<sup>λr</sup>. N is how many whole solutions the budget pays
 * for when each step is scored.
 */
final class FeynmanKac extends AbstractParticles {

    /** What a step multiplies a particle's weight by. */
    enum Potential {
        /** e<sup>λ(r − r′)</sup>, r′ the score of the step before, 0 before the first. */
        DIFFERENCE,
        /** e<sup>λ·max r</sup> over the path so far. */
        MAX,
        /** e<sup>λ·Σr</sup> over the path so far. */
        SUM;

        /**
         * The logarithm of the potential.
         *
         * @param before r of the step before
         * @param score r of this step
         * @param greatest max r, this step included
         * @param sum Σr, this step included
         */
        double log(double lambda, double before, double score, double greatest, double sum) {
            return switch (this) {
                case DIFFERENCE -> lambda * (score - before);
                case MAX -> lambda * greatest;
                case SUM -> lambda * sum;
            };
        }

        /**
         * The logarithm of the last step's potential, which corrects for those before.
         *
         * @param score r of the last step
         * @param product the logarithm of the product of the potentials of the steps before
         */
        static double logTerminal(double lambda, double score, double product) {
            return lambda * score - product;
        }
    }

    private final Potential potential;
    private final boolean plain;
    private final double lambda;
    private final Resampler.Scheme resampling;
    private final int interval;
    private final double threshold;
    private final Selection selection;

    // by node
    private double[] rewards = {};
    private double[] greatest = {};
    private double[] sums = {};
    private double[] products = {};

    /**
     * Makes the strategy.
     *
     * @param plain whether the reward is the score itself, not the probability that it stands for
     * @param interval resamples at every step whose number it divides; 0 for when the weights are uneven
     * @param threshold the part of the particles below which the effective sample size is uneven
     */
    FeynmanKac(
            Potential potential,
            boolean plain,
            double lambda,
            Resampler.Scheme resampling,
            int interval,
            double threshold,
            Selection selection) {
        this.potential = potential;
        this.plain = plain;
        this.lambda = lambda;
        this.resampling = resampling;
        this.interval = interval;
        this.threshold = threshold;
        this.selection = selection;
    }

    @Override
    void play(Session session) {
        start();
        begin(solutions(session));
        int moving = list(session, false);
        boolean paid = true;
        for (int step = 1; paid && moving > 0; step++) {
            paid = advance(session, moving);
            reweigh();
            moving = list(session, false);
            if (paid && moving > 0) {
                resample(session.random(), moving, step);
            }
        }
        trace().result(nodes, logWeights, count);
        choose(session, selection, 1);
    }

    private void reweigh() {
        for (int i = 0; i < made(); i++) {
            int node = nodes[slots[i]];
            int parent = before(i);
            boolean first = parent == Session.NONE;
            double product = first ? 0 : products[parent];
            rewards[node] = plain ? score(node) : 1 / (1 + StrictMath.exp(-score(node)));
            greatest[node] = Math.max(first ? (plain ? rewards[node] : 0) : greatest[parent], rewards[node]);
            sums[node] = (first ? 0 : sums[parent]) + rewards[node];
            double gain = complete(node)
                    ? Potential.logTerminal(lambda, rewards[node], product)
                    : potential.log(lambda, first ? 0 : rewards[parent], rewards[node], greatest[node], sums[node]);
            products[node] = product + gain;
            logWeights[slots[i]] += gain;
        }
    }

    private void resample(UniformRandomProvider random, int moving, int step) {
        double[] weights = weigh(moving, 1);
        boolean due = interval > 0 ? step % interval == 0 : effectiveSampleSize(weights, moving) < threshold * moving;
        if (due) {
            resampler().resample(resampling, weights, moving, random, drawn());
            trace().drawn(drawn(), moving);
            replace(moving);
        }
    }

    @Override
    void reserveNodes(int size) {
        super.reserveNodes(size);
        if (size > rewards.length) {
            int length = Math.max(size, 2 * rewards.length);
            rewards = Arrays.copyOf(rewards, length);
            greatest = Arrays.copyOf(greatest, length);
            sums = Arrays.copyOf(sums, length);
            products = Arrays.copyOf(products, length);
        }
    }
}
