package overthink.strategies.particle;

import java.util.ArrayList;
import java.util.List;
import overthink.core.api.Session;
import overthink.core.api.Strategy;

/** What a particle method did beyond its calls of the session. */
public final class ParticleTraces {

    private final List<List<Integer>> draws = new ArrayList<>();
    private final List<Iteration> iterations = new ArrayList<>();
    private int selected = -1;

    private ParticleTraces() {}

    /**
     * What an iteration ended with.
     *
     * @param draws how many draws were made before the end of it
     * @param nodes of the particles
     * @param logWeights of the particles
     */
    public record Iteration(int draws, List<Integer> nodes, List<Double> logWeights) {}

    /**
     * Traces what a strategy does from now on.
     *
     * @throws IllegalArgumentException when it is no particle method that can be traced
     */
    public static ParticleTraces of(Strategy strategy) {
        if (!(strategy instanceof AbstractParticles particles)) {
            throw new IllegalArgumentException("%s has no trace".formatted(strategy.getClass()));
        }
        ParticleTraces traces = new ParticleTraces();
        particles.show(traces.new Listener());
        return traces;
    }

    private final class Listener implements ParticleTrace {

        @Override
        public void drawn(int[] indices, int count) {
            List<Integer> draw = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                draw.add(indices[i]);
            }
            draws.add(draw);
        }

        @Override
        public void result(int[] nodes, double[] logWeights, int count) {
            List<Integer> ends = new ArrayList<>();
            List<Double> weights = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                ends.add(nodes[i]);
                weights.add(logWeights[i]);
            }
            iterations.add(new Iteration(draws.size(), ends, weights));
        }

        @Override
        public void selected(int index) {
            selected = index;
        }
    }

    /** The indices drawn, draw by draw: those of resamplings and those of references. */
    public List<List<Integer>> draws() {
        return draws;
    }

    /** What each iteration ended with. */
    public List<Iteration> iterations() {
        return iterations;
    }

    /** The index of the particle chosen in the end. */
    public int selected() {
        return selected;
    }

    /** The weights, summing to 1, of particles whose scores have these log-odds. */
    public static double[] weights(double[] logOdds, double temperature) {
        AbstractParticles particles = new AbstractParticles() {
            @Override
            void play(Session session) {}
        };
        particles.reserve(logOdds.length);
        for (int i = 0; i < logOdds.length; i++) {
            particles.slots[i] = i;
            particles.logWeights[i] = logOdds[i];
        }
        double[] weights = particles.weigh(logOdds.length, temperature).clone();
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        for (int i = 0; i < weights.length; i++) {
            weights[i] /= sum;
        }
        return weights;
    }
}
