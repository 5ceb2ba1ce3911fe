package overthink.strategies.particle;

import overthink.core.api.Law;
import overthink.core.api.Session;

/**
 * Particle Gibbs (Andrieu, Doucet and Holenstein 2010): I iterations, at most N, of a particle filter with N/I particles; from the
 * second on, R of them are references, drawn at the end of the iteration before by their weights, which keep their
 * paths. The others are drawn before each later step from all by the weights at that step, those of the references
 * included, so that a copy of a reference goes on from there. The best last score over all iterations wins, or a
 * particle of the last iteration is drawn, or its answers vote. References are not generated anew.
 */
final class ParticleGibbs extends AbstractParticles {

    private final int iterations;
    private final int references;
    private final Law.Annealing temperature;
    private final Selection selection;
    private int[] paths = {};

    /**
     * Makes the strategy.
     *
     * @param iterations at least 1
     * @param references kept from an iteration to the next, at least 1; at least one particle is free all the same
     */
    ParticleGibbs(int iterations, int references, Law.Annealing temperature, Selection selection) {
        this.iterations = iterations;
        this.references = references;
        this.temperature = temperature;
        this.selection = selection;
    }

    @Override
    void play(Session session) {
        int solutions = solutions(session);
        int last = Math.min(iterations, solutions);
        int particles = solutions / last;
        int most = Math.min(references, particles - 1);
        if (most > paths.length) {
            paths = new int[most];
        }
        start();
        int held = 0;
        for (int iteration = 1; iteration <= last; iteration++) {
            begin(particles);
            if (!sweep(session, particles - held)) {
                return;
            }
            trace().result(nodes, logWeights, count);
            if (iteration < last && most > 0) {
                for (int i = 0; i < count; i++) {
                    slots[i] = i;
                }
                resampler().multinomial(weigh(count, 1), count, session.random(), drawn(), most);
                trace().drawn(drawn(), most);
                for (int i = 0; i < most; i++) {
                    paths[i] = nodes[drawn()[i]];
                }
                held = most;
            }
        }
        if (selection != Selection.ARGMAX) {
            choose(session, selection, 1);
        }
    }

    /** Grows the first {@code free} particles while the others follow their paths. */
    private boolean sweep(Session session, int free) {
        boolean growing = true;
        for (int step = 1; growing; step++) {
            int moving = listFree(session, free);
            growing = moving > 0;
            if (growing && !advance(session, moving)) {
                return false;
            }
            double t = temperature.at(step - 1);
            for (int i = 0; i < moving; i++) {
                logWeights[slots[i]] += score(nodes[slots[i]]) / t;
            }
            for (int i = free; i < count; i++) {
                int node = at(session, paths[i - free], step);
                if (node != nodes[i]) {
                    nodes[i] = node;
                    logWeights[i] += score(node) / t;
                    growing = true;
                }
            }
            if (listFree(session, free) > 0) {
                resample(session, free);
            }
        }
        return true;
    }

    private int listFree(Session session, int free) {
        int listed = list(session, false);
        while (listed > 0 && slots[listed - 1] >= free) {
            listed--;
        }
        return listed;
    }

    /** Draws the free unfinished particles anew, from all unfinished ones; all of those then weigh 1. */
    private void resample(Session session, int free) {
        int pool = list(session, false);
        int moving = pool;
        while (slots[moving - 1] >= free) {
            moving--;
        }
        resampler().multinomial(weigh(pool, 1), pool, session.random(), drawn(), moving);
        trace().drawn(drawn(), moving);
        replace(moving);
        for (int i = moving; i < pool; i++) {
            logWeights[slots[i]] = 0;
        }
    }
}
