package overthink.core.solve.search;

import org.jspecify.annotations.Nullable;
import overthink.core.law.step.StepChain;
import overthink.core.model.ProblemTruth;
import overthink.core.random.Binomial;
import overthink.core.random.CounterStream;
import overthink.core.random.Site;
import overthink.core.route.OutcomeListener;
import overthink.core.solve.declared.DeclaredAggregated;

/**
 * Particles of which none is told from another of the same soundness: only how many of N are sound is kept. Where
 * parents are drawn each by itself, a child is sound by itself with probability π·s + (1 − π)·ρ·s, given the share π of
 * the weight that sound particles have: the number of sound children is binomial.
 *
 * <p>Source: Gordon, Salmond and Smith 1993 (multinomial resampling); Del Moral 2004, "Feynman-Kac Formulae" (the
 * chain).
 */
final class ParticleSampler implements DeclaredAggregated.TruthSampler {

    /** What weights sound and flawed particles have at each step of a problem. */
    interface Weights {

        /** Turns to another problem. */
        void turnTo(ProblemTruth problem);

        /**
         * Draws the weights of a step, and returns the share of them that sound particles have.
         *
         * @param step from 1
         * @param sound how many particles are sound, at least 1
         * @param flawed how many are not, at least 1
         * @param stream gives the randomness, or the first of the {@code site}'s words that do
         */
        double shareOfSound(int step, long sound, long flawed, CounterStream stream, Site site);
    }

    /** Weights of which no two are the same. */
    interface Untied extends Weights {

        /** Draws whether the particle of the greatest score is sound. */
        boolean greatestIsSound(long sound, long flawed, CounterStream stream);
    }

    private final Weights weights;
    /** By which the particle of the greatest last score is chosen in the end; null where one is drawn by weight. */
    private final @Nullable Untied last;

    private final CounterStream stream = new CounterStream();
    private @Nullable ProblemTruth problem;
    private long[] particles = {};

    private ParticleSampler(Weights weights, @Nullable Untied last) {
        this.weights = weights;
        this.last = last;
    }

    /** Of whose last particles one is drawn by weight. */
    static ParticleSampler drawn(Weights weights) {
        return new ParticleSampler(weights, null);
    }

    /** Of whose last particles that of the greatest score is chosen. */
    static ParticleSampler best(Untied weights) {
        return new ParticleSampler(weights, weights);
    }

    @Override
    public void turnTo(ProblemTruth view, long[] candidates) {
        problem = view;
        particles = candidates;
        weights.turnTo(view);
    }

    @Override
    public void play(long trial, OutcomeListener into) {
        ProblemTruth view = problem;
        if (view == null) {
            throw new IllegalStateException("no problem was turned to");
        }
        Site site = view.sums(trial);
        for (int budget = 0; budget < particles.length; budget++) {
            if (particles[budget] == 0) {
                into.close(false, false, false);
            } else {
                site.move(stream, budget);
                filter(view.problem().chain(), particles[budget], site, into);
            }
        }
    }

    private void filter(StepChain steps, long count, Site site, OutcomeListener into) {
        double share = 1;
        long sound = 0;
        for (int t = 1; t <= steps.steps(); t++) {
            double chance = share * steps.stays(t) + (1 - share) * steps.recovers(t);
            sound = Binomial.draw(count, chance, stream);
            boolean certain = sound == 0 || sound == count;
            if (last != null && t == steps.steps() && !certain) {
                share = last.greatestIsSound(sound, count - sound, stream) ? 1 : 0;
            } else {
                share = certain ? (double) sound / count : weights.shareOfSound(t, sound, count - sound, stream, site);
            }
        }
        into.close(true, Binomial.draw(1, share, stream) == 1, sound > 0);
    }
}
