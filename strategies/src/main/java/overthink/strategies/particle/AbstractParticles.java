package overthink.strategies.particle;

import java.util.Arrays;
import overthink.core.api.LogOdds;
import overthink.core.api.Session;
import overthink.core.api.Strategy;
import overthink.strategies.voting.AnswerWeights;

/**
 * Particles that grow together, each with the logarithm of its weight, and what is known of the nodes that they went
 * through. The best candidate so far, by its last process score, is committed as soon as it is known. A score that the
 * budget does not pay for counts as negative infinity. Where the budget pays for a candidate but not for the scores of all its
 * steps, the answer is one candidate, generated whole and not scored.
 */
abstract class AbstractParticles implements Strategy {

    /** Fewer particles than this are weighed one by one: short loops would be compiled for short loops, without vectors. */
    private static final int FEW = 8;

    /** Log-weights within ± this are what {@link LogOdds} takes them for. */
    private static final double NEAR = 32;

    private ParticleTrace trace = ParticleTrace.NONE;
    private final Resampler resampler = new Resampler();
    private final AnswerWeights votes = new AnswerWeights();

    /** How many particles there are. */
    int count;
    /** The node that each particle stands at; {@link Session#NONE} at the start. */
    int[] nodes = {};
    /** The logarithm of each particle's weight, up to a common summand. */
    double[] logWeights = {};
    /** Scratch of the size of the particles. */
    int[] slots = {};

    private int[] drawn = {};
    private int[] parents = {};
    private double[] weights = {};
    private double[] fresh = {};
    private int[] spare = {};

    // by node
    private double[] scores = {};
    private boolean[] complete = {};

    private int best;
    private int made;
    private boolean finishes;

    /** Shows what happens from now on to {@code other}; for tests. */
    final void show(ParticleTrace other) {
        trace = other;
    }

    final ParticleTrace trace() {
        return trace;
    }

    final Resampler resampler() {
        return resampler;
    }

    /** How many whole solutions grown side by side the limit pays for when each step is scored, at least 1. */
    static int solutions(Session session) {
        return (int) Math.max(1, Math.min(Integer.MAX_VALUE / 2, session.solutions(1, 0)));
    }

    @Override
    public final void run(Session session) {
        if (session.solutions(1, 0) > 0 || !answersUnscored(session)) {
            play(session);
        }
    }

    /** Answers with one candidate, for a budget that pays for it but not for the scores of its steps. */
    private static boolean answersUnscored(Session session) {
        int candidate = session.generate();
        if (candidate != Session.NONE) {
            session.commit(candidate);
        }
        return candidate != Session.NONE;
    }

    /** Grows particles and chooses one. */
    abstract void play(Session session);

    /** Begins a trial. */
    final void start() {
        best = Session.NONE;
    }

    /** Begins anew with {@code particles} empty solutions of weight 1. */
    final void begin(int particles) {
        reserve(particles);
        count = particles;
        Arrays.fill(nodes, 0, particles, Session.NONE);
        Arrays.fill(logWeights, 0, particles, 0);
    }

    /** Whether a particle is not to be extended any more: it is a candidate, unless a strategy has other reasons. */
    boolean stopped(Session session, int node) {
        return node != Session.NONE && complete[node];
    }

    /** Lists the particles in {@code slots} that have stopped, or those that have not; returns how many. */
    final int list(Session session, boolean stopped) {
        int listed = 0;
        for (int i = 0; i < count; i++) {
            if (stopped(session, nodes[i]) == stopped) {
                slots[listed++] = i;
            }
        }
        return listed;
    }

    /**
     * Extends the first {@code listed} particles in {@code slots} by one step each and scores them; without a score
     * they go on unguided.
     *
     * @return whether the budget paid for all the steps
     */
    final boolean advance(Session session, int listed) {
        boolean all = listed == count;
        if (all) {
            System.arraycopy(nodes, 0, parents, 0, listed);
        } else {
            for (int i = 0; i < listed; i++) {
                parents[i] = nodes[slots[i]];
            }
        }
        made = session.extend(parents, listed);
        int end = session.size();
        int first = end - made;
        reserveNodes(end);
        for (int i = 0; i < made; i++) {
            nodes[all ? i : slots[i]] = first + i;
        }
        finishes = look(session, first, end);
        if (made > 0) {
            int committed = best;
            score(session, first, end);
            if (best != committed) {
                session.commit(best);
            }
        }
        return made == listed;
    }

    /** Asks which nodes are candidates, and commits the first there is; returns whether any is. */
    private boolean look(Session session, int first, int end) {
        boolean any = session.complete(first, end, complete, first) > 0;
        for (int node = first; node < end && any && best == Session.NONE; node++) {
            if (complete[node]) {
                best = node;
                session.commit(node);
            }
        }
        return any;
    }

    private void score(Session session, int first, int end) {
        session.score(first, end, fresh);
        for (int i = end - first - 1; i >= 0 && Double.isNaN(fresh[i]); i--) {
            fresh[i] = Double.NEGATIVE_INFINITY;
        }
        System.arraycopy(fresh, 0, scores, first, end - first);
        for (int node = first; node < end && finishes; node++) {
            if (complete[node] && scores[node] > scores[best]) {
                best = node;
            }
        }
    }

    /** How many particles the last {@link #advance} extended: the first of those listed. */
    final int made() {
        return made;
    }

    /** Whether the last {@link #advance} made candidates. */
    final boolean finishes() {
        return finishes;
    }

    /** The scores of the nodes that the last {@link #advance} made, in order. */
    final double[] latest() {
        return fresh;
    }

    /** The node where the particle in {@code slots[i]} stood before the last {@link #advance}. */
    final int before(int i) {
        return parents[i];
    }

    /** The process score of a node in log-odds. */
    final double score(int node) {
        return scores[node];
    }

    /** Whether a node is a candidate. */
    final boolean complete(int node) {
        return complete[node];
    }

    /** The node of a path at a depth, or its last node if it is not that long. */
    static int at(Session session, int node, int depth) {
        int above = node;
        for (int length = session.depth(node); length > depth; length--) {
            above = session.parent(above);
        }
        return above;
    }

    /**
     * The weights of the first {@code listed} particles in {@code slots}, relative to the greatest of them; when all
     * are 0, all the same.
     *
     * @param temperature to which the weights are taken: their power is its inverse
     */
    final double[] weigh(int listed, double temperature) {
        double greatest = greatest(listed);
        for (int i = 0; i < listed; i++) {
            double logWeight = logWeights[slots[i]];
            weights[i] = logWeight == greatest ? 1 : StrictMath.exp((logWeight - greatest) / temperature);
        }
        return weights;
    }

    private double greatest(int listed) {
        double greatest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < listed; i++) {
            greatest = Math.max(greatest, logWeights[slots[i]]);
        }
        return greatest;
    }

    /**
     * {@link #weigh} at temperature 1, many at once: with the arithmetic of {@link LogOdds}, to which a weight below
     * e<sup>−64</sup> is that.
     */
    final double[] weighTogether(int listed) {
        if (listed < FEW) {
            return weigh(listed, 1);
        }
        double greatest = Double.NEGATIVE_INFINITY;
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < listed; i++) {
            double logWeight = logWeights[slots[i]];
            weights[i] = logWeight;
            if (logWeight > greatest) {
                greatest = logWeight;
            }
            if (logWeight < least) {
                least = logWeight;
            }
        }
        if (!(greatest - least < Double.POSITIVE_INFINITY)) {
            return weigh(listed, 1);
        }
        for (int i = 0; i < listed; i++) {
            weights[i] -= greatest;
        }
        LogOdds.odds(weights, listed);
        return weights;
    }

    /**
     * {@link #weighTogether} of the whole population: without looking for the greatest where no weight is out of
     * the range that the odds tell apart.
     */
    final double[] weighWhole() {
        boolean near = count >= FEW;
        for (int i = 0; i < count; i++) {
            near &= Math.abs(logWeights[i]) < NEAR;
        }
        if (!near) {
            return weighTogether(count);
        }
        System.arraycopy(logWeights, 0, weights, 0, count);
        LogOdds.moderateOdds(weights, count);
        return weights;
    }

    /** (Σw)²/Σw² of {@code listed} weights. */
    static double effectiveSampleSize(double[] weights, int listed) {
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < listed; i++) {
            sum += weights[i];
            squares += weights[i] * weights[i];
        }
        return sum * sum / squares;
    }

    /** Room for indices of drawn particles. */
    final int[] drawn() {
        return drawn;
    }

    /**
     * Puts the particles drawn in the places of those listed, with a weight of 1: {@code slots[i]} gets a copy of
     * {@code slots[drawn[i]]}.
     */
    final void replace(int listed) {
        for (int i = 0; i < listed; i++) {
            spare[i] = nodes[slots[drawn[i]]];
        }
        for (int i = 0; i < listed; i++) {
            nodes[slots[i]] = spare[i];
            logWeights[slots[i]] = 0;
        }
    }

    /** {@link #replace} of the whole population. */
    final void replaceWhole() {
        for (int i = 0; i < count; i++) {
            spare[i] = nodes[drawn[i]];
        }
        int[] old = nodes;
        nodes = spare;
        spare = old;
        Arrays.fill(logWeights, 0, count, 0);
    }

    /**
     * Chooses one of the candidates among the particles and commits it. Without a candidate, what was committed stands.
     *
     * @param temperature of the weights by which one is drawn, or answers vote
     */
    final void choose(Session session, Selection selection, double temperature) {
        int listed = 0;
        for (int i = 0; i < count; i++) {
            if (nodes[i] != Session.NONE && complete[nodes[i]]) {
                slots[listed++] = i;
            }
        }
        if (listed == 0) {
            return;
        }
        switch (selection) {
            case ARGMAX -> {
                int leader = slots[0];
                for (int i = 1; i < listed; i++) {
                    if (scores[nodes[slots[i]]] > scores[nodes[leader]]) {
                        leader = slots[i];
                    }
                }
                session.commit(nodes[leader]);
            }
            case SAMPLE -> {
                int index = resampler.draw(weigh(listed, temperature), listed, session.random());
                session.commit(nodes[slots[index]]);
            }
            case VOTE -> {
                double greatest = greatest(listed);
                votes.start();
                for (int i = 0; i < listed; i++) {
                    double logWeight = logWeights[slots[i]];
                    votes.add(
                            session, nodes[slots[i]], logWeight == greatest ? 0 : (logWeight - greatest) / temperature);
                }
                session.commit(votes.winner());
            }
        }
    }

    /** Makes room for more particles. */
    void reserve(int particles) {
        if (particles > nodes.length) {
            nodes = new int[particles];
            logWeights = new double[particles];
            slots = new int[particles];
            drawn = new int[particles];
            parents = new int[particles];
            weights = new double[particles];
            fresh = new double[particles];
            spare = new int[particles];
        }
    }

    /** Makes room for more nodes. */
    void reserveNodes(int size) {
        if (size > scores.length) {
            int length = Math.max(size, 2 * scores.length);
            scores = Arrays.copyOf(scores, length);
            complete = Arrays.copyOf(complete, length);
        }
    }
}
