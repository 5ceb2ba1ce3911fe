package overthink.strategies.particle;

import overthink.core.api.Session;

/**
 * Particle filter and particle Gibbs as its_hub defines them. Each of I iterations, at most B, has B/I particles; of those
 * the references drawn at the end of the iteration before, at most all, take places at the end and are not generated anew. At every step,
 * after the last one too, the free places get particles drawn independently with weight r/(1 − r), r the latest process
 * score clipped to [10<sup>−7</sup>, 1 − 10<sup>−7</sup>]; stopped particles take part with their last score, and so do
 * references, from the first step on. A copy of a reference is cut to the current step and goes on from there. Whether
 * a particle has stopped by length is tested before the step is added, so it can have one step more than {@code
 * maxSteps}. The best last score of the last, resampled, particles wins, the first of equals.
 */
final class ItsHubParticles extends AbstractParticles {

    private static final double LEAST = StrictMath.log(1e-7 / (1 - 1e-7));
    private static final double GREATEST = StrictMath.log((1 - 1e-7) / (1 - (1 - 1e-7)));

    private final int iterations;
    private final int references;
    private final int maxSteps;
    private final Selection selection;
    private int[] kept = {};

    /**
     * Makes the strategy.
     *
     * @param iterations at least 1
     * @param references kept from an iteration to the next, or as many as there are particles
     * @param maxSteps the length, above which a particle is not extended; 0 for no such limit
     */
    ItsHubParticles(int iterations, int references, int maxSteps, Selection selection) {
        this.iterations = iterations;
        this.references = references;
        this.maxSteps = maxSteps;
        this.selection = selection;
    }

    @Override
    void play(Session session) {
        int solutions = solutions(session);
        int last = Math.min(iterations, solutions);
        int particles = solutions / last;
        int references = Math.min(this.references, particles);
        start();
        reserve(particles);
        if (kept.length < references) {
            kept = new int[references];
        }
        int held = 0;
        for (int iteration = 0; iteration < last; iteration++) {
            int free = particles - held;
            begin(particles);
            System.arraycopy(kept, 0, nodes, free, held);
            if (!sweep(session, free)) {
                return;
            }
            weighAll();
            resampler().multinomial(weigh(count, 1), count, session.random(), drawn(), references);
            trace().drawn(drawn(), references);
            trace().result(nodes, logWeights, count);
            held = references;
            for (int i = 0; i < held; i++) {
                kept[i] = nodes[drawn()[i]];
            }
        }
        select(session);
    }

    private boolean sweep(Session session, int free) {
        for (int step = 1; ; step++) {
            int moving = list(session, false);
            if (moving == 0) {
                return true;
            }
            if (!advance(session, moving)) {
                return false;
            }
            weighAll();
            resampler().multinomial(weigh(count, 1), count, session.random(), drawn(), free);
            trace().drawn(drawn(), free);
            for (int i = 0; i < free; i++) {
                slots[i] = at(session, nodes[drawn()[i]], step);
            }
            System.arraycopy(slots, 0, nodes, 0, free);
        }
    }

    @Override
    boolean stopped(Session session, int node) {
        return node != Session.NONE && (complete(node) || (maxSteps > 0 && session.depth(node) > maxSteps));
    }

    /** Lists all particles, with their weights. */
    private void weighAll() {
        for (int i = 0; i < count; i++) {
            slots[i] = i;
            logWeights[i] = Math.max(LEAST, Math.min(GREATEST, score(nodes[i])));
        }
    }

    private void select(Session session) {
        int selected = 0;
        if (selection == Selection.SAMPLE) {
            selected = resampler().draw(weigh(count, 1), count, session.random());
        } else {
            for (int i = 1; i < count; i++) {
                if (logWeights[i] > logWeights[selected]) {
                    selected = i;
                }
            }
        }
        trace().selected(selected);
        if (complete(nodes[selected])) {
            session.commit(nodes[selected]);
        }
    }
}
