package overthink.core.exact.search;

import java.util.function.IntFunction;
import overthink.core.law.step.StepChain;

/**
 * A particle filter as its particles grow in number without end, where weights are independent given soundness: the share of sound
 * particles loses its chance. From a share π among those resampled, a share x = π·s + (1 − π)·ρ·s of the next are sound, and weights
 * {@linkplain Tilt tilt} it to the next π. Whether particles are resampled at every step or keep their weights is the same in the
 * end.
 *
 * <p>Source: Del Moral 2004, "Feynman-Kac Formulae"; Puri et al. 2025, "Rollout Roulette" (arXiv:2502.01618).
 *
 * @param tilts what the weights of a step make of a share, by steps from 1
 */
public record ParticleLimit(IntFunction<Tilt> tilts) {

    /** Weights of one law at every step. */
    public ParticleLimit(Tilt tilt) {
        this(step -> tilt);
    }

    /** The share of sound particles in the end, the last weights apart. */
    public double unweighted(StepChain steps) {
        double share = 1;
        for (int t = 1; t <= steps.steps(); t++) {
            share = children(steps, t, t == 1 ? 1 : tilts.apply(t - 1).of(share));
        }
        return share;
    }

    /** The share of the weight in the end that sound particles have: the chance that one drawn by weight is right. */
    public double weighted(StepChain steps) {
        return tilts.apply(steps.steps()).of(unweighted(steps));
    }

    private static double children(StepChain steps, int t, double sound) {
        return sound * steps.stays(t) + (1 - sound) * steps.recovers(t);
    }

    /**
     * The first correction for N particles: the chance that one drawn by weight is right is {@link #weighted} + c/N + O(1/N²) where
     * each is resampled by itself (multinomially) at every step. Given the share of the weight that sound particles have, the next
     * particles are independent, so that the share is a Markov chain; its mean and variance are followed to first order.
     *
     * @return c
     */
    public double correction(StepChain steps) {
        double share = 1;
        double mean = 0;
        double variance = 0;
        for (int t = 1; t <= steps.steps(); t++) {
            Tilt tilt = tilts.apply(t);
            double passedOn = t == 1 ? 0 : steps.stays(t) - steps.recovers(t);
            double x = children(steps, t, share);
            if (x == 0 || x == 1) {
                mean = 0;
                variance = 0;
            } else {
                double slope = tilt.slope(x) * passedOn;
                double curvature = tilt.curvature(x) * passedOn * passedOn;
                mean = slope * mean + 0.5 * curvature * variance + tilt.bias(x);
                variance = slope * slope * variance + tilt.variance(x);
            }
            share = tilt.of(x);
        }
        return mean;
    }
}
