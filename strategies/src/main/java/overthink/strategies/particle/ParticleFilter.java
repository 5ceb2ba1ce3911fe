package overthink.strategies.particle;

import overthink.core.api.Law;
import overthink.core.api.Session;

/**
 * N particles that are extended by one step, weighted by their process scores, and resampled by weight before each
 * later step, or only when the weights are uneven; one is selected after the last (Puri et al. 2025). Weights are odds
 * to the power 1/temperature: those of the latest score, or their ratio to those of the score before; without a
 * resampling they multiply. A finished particle keeps its place, is not resampled, and takes part in the selection. N
 * is how many whole solutions the budget pays for when each step is scored.
 */
final class ParticleFilter extends AbstractParticles {

    /** What a step adds to a particle's weight. */
    enum Weights {
        /** The odds of its score: paths come up as p·∏ odds. */
        LATEST,
        /** The odds of its score by those of the score before: paths come up as p·(the last odds). */
        INCREMENTAL
    }

    private final Resampler.Scheme resampling;
    private final double threshold;
    private final Weights rule;
    private final Law.Annealing temperature;
    private final Selection selection;

    /**
     * Makes the filter.
     *
     * @param threshold resamples when the effective sample size is below this part of the particles; infinite: always
     */
    ParticleFilter(
            Resampler.Scheme resampling,
            double threshold,
            Weights rule,
            Law.Annealing temperature,
            Selection selection) {
        this.resampling = resampling;
        this.threshold = threshold;
        this.rule = rule;
        this.temperature = temperature;
        this.selection = selection;
    }

    @Override
    void play(Session session) {
        start();
        begin(solutions(session));
        int moving = list(session, false);
        boolean paid = true;
        for (int step = 0; paid && moving > 0; step++) {
            paid = advance(session, moving);
            reweigh(temperature.at(step), moving == count);
            if (finishes()) {
                moving = list(session, false);
            }
            if (paid && moving > 0) {
                resample(session, moving);
            }
        }
        trace().result(nodes, logWeights, count);
        choose(session, selection, 1);
    }

    private void reweigh(double t, boolean all) {
        double[] gains = latest();
        if (all && rule == Weights.LATEST) {
            for (int i = 0; i < made(); i++) {
                logWeights[i] += t == 1 ? gains[i] : gains[i] / t;
            }
            return;
        }
        for (int i = 0; i < made(); i++) {
            double gain = gains[i];
            if (rule == Weights.INCREMENTAL && before(i) != Session.NONE && gain != Double.NEGATIVE_INFINITY) {
                gain -= score(before(i));
            }
            logWeights[slots[i]] += gain / t;
        }
    }

    private void resample(Session session, int moving) {
        boolean all = moving == count;
        double[] weights = all ? weighWhole() : weighTogether(moving);
        if (threshold == Double.POSITIVE_INFINITY || effectiveSampleSize(weights, moving) < threshold * moving) {
            resampler().resample(resampling, weights, moving, session.random(), drawn());
            trace().drawn(drawn(), moving);
            if (all) {
                replaceWhole();
            } else {
                replace(moving);
            }
        }
    }
}
