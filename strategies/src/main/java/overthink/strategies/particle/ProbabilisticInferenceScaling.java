package overthink.strategies.particle;

import overthink.core.api.Law;
import overthink.core.api.Session;

/**
 * Particle filter and particle Gibbs as probabilistic-inference-scaling defines them. Before each later step, not after
 * the last, particles are drawn independently with weight softmax(logit(r)/T), r the latest process score clipped to
 * [ε, 1 − ε], ε = 2<sup>−52</sup>: all of them, finished ones included, or the active ones alone, which then stand
 * behind the finished. In later iterations a reference, drawn from the particles of the iteration before, takes part
 * with its score one step ahead; a copy of it is cut to the current step. The best last score wins, the first of
 * equals, unless another selection is asked for.
 */
final class ProbabilisticInferenceScaling extends AbstractParticles {

    /** The logit of 1 − ε. */
    private static final double CLIP = StrictMath.log(1 - 0x1p-52) - StrictMath.log(1 - (1 - 0x1p-52));

    private final int iterations;
    private final boolean resampleInactive;
    private final Law.Annealing temperature;
    private final int maxSteps;
    private final Selection selection;
    private int[] others = {};

    /**
     * Makes the strategy.
     *
     * @param iterations at least 1
     * @param resampleInactive whether finished particles take part in the resampling
     * @param maxSteps the length at which a particle stops
     */
    ProbabilisticInferenceScaling(
            int iterations, boolean resampleInactive, Law.Annealing temperature, int maxSteps, Selection selection) {
        this.iterations = iterations;
        this.resampleInactive = resampleInactive;
        this.temperature = temperature;
        this.maxSteps = maxSteps;
        this.selection = selection;
    }

    @Override
    void play(Session session) {
        int solutions = solutions(session);
        int last = Math.min(iterations, solutions);
        int particles = solutions / last;
        start();
        reserve(particles + 1);
        int reference = Session.NONE;
        for (int iteration = 1; iteration <= last; iteration++) {
            begin(reference == Session.NONE ? particles : Math.max(1, particles - 1));
            if (!sweep(session, reference)) {
                return;
            }
            if (reference != Session.NONE) {
                nodes[count++] = reference;
            }
            for (int i = 0; i < count; i++) {
                slots[i] = i;
                logWeights[i] = logit(nodes[i]);
            }
            trace().result(nodes, logWeights, count);
            if (iteration < last) {
                double t = temperature.at(iteration);
                resampler().multinomial(weigh(count, t), count, session.random(), drawn(), 1);
                trace().drawn(drawn(), 1);
                reference = nodes[drawn()[0]];
            }
        }
        choose(session, selection, temperature.at(last));
    }

    private boolean sweep(Session session, int reference) {
        int moving = list(session, false);
        boolean paid = advance(session, moving);
        for (int step = 1; paid; step++) {
            moving = list(session, false);
            if (moving == 0) {
                return true;
            }
            resample(session, reference, step, moving);
            paid = advance(session, list(session, false));
        }
        return false;
    }

    private void resample(Session session, int reference, int step, int active) {
        int finished = 0;
        int competing = active;
        if (resampleInactive) {
            competing = count;
            for (int i = 0; i < count; i++) {
                slots[i] = i;
            }
        } else {
            for (int i = 0; i < count; i++) {
                if (stopped(session, nodes[i])) {
                    others[finished++] = nodes[i];
                }
            }
        }
        for (int i = 0; i < competing; i++) {
            logWeights[slots[i]] = logit(nodes[slots[i]]);
        }
        int pool = competing;
        if (reference != Session.NONE) {
            // the reference stands behind the last particle
            nodes[count] = reference;
            logWeights[count] = logit(at(session, reference, step + 1));
            slots[pool++] = count;
        }
        resampler().multinomial(weigh(pool, temperature.at(step)), pool, session.random(), drawn(), competing);
        trace().drawn(drawn(), competing);
        for (int i = 0; i < competing; i++) {
            others[finished + i] = at(session, nodes[slots[drawn()[i]]], step);
        }
        System.arraycopy(others, 0, nodes, 0, count);
    }

    @Override
    boolean stopped(Session session, int node) {
        return node != Session.NONE && (complete(node) || session.depth(node) >= maxSteps);
    }

    private double logit(int node) {
        return Math.max(-CLIP, Math.min(CLIP, score(node)));
    }

    @Override
    void reserve(int particles) {
        super.reserve(particles);
        if (particles > others.length) {
            others = new int[particles];
        }
    }
}
