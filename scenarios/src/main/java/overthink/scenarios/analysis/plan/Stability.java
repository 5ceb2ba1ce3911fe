package overthink.scenarios.analysis.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import overthink.core.estimate.ProblemResampling;
import overthink.core.estimate.Quantity;
import overthink.core.estimate.Sample;
import overthink.core.world.Gathering;

/**
 * How often each finalist is the choice when the problems are others of their kind: {@value #DRAWS} draws of as many problems with
 * replacement from these, all finalists on the same draw. Caps on means hold by draw; a cap on a quantile, and who misses it,
 * stays as it is. What is left out is that each problem's own figures may be off: by chance of trials, or, in a recorded world, by
 * the number of its candidates.
 *
 * @param draws how many
 * @param shares of the draws, by finalist; what is missing of 1 are draws in which none meets the requirements
 */
public record Stability(int draws, List<Share> shares) {

    private static final int DRAWS = 1000;

    /** Copies the list. */
    public Stability {
        shares = List.copyOf(shares);
    }

    /**
     * A finalist's part.
     *
     * @param configuration the finalist
     * @param share of the draws in which it is the choice
     */
    public record Share(Configuration configuration, double share) {}

    /**
     * Draws; empty for one finalist alone, and where the problems are the population.
     *
     * @param view the question
     * @param finalists the choice first
     * @param seed of all randomness
     */
    static Optional<Stability> of(View view, List<Entrant> finalists, long seed) {
        Sample first = finalists.get(0).sample(view.bin());
        if (finalists.size() < 2 || first.gathering() == Gathering.POPULATION) {
            return Optional.empty(); // a population has no others of its kind
        }
        int problems = first.problems().length;
        List<double[][]> means = new ArrayList<>();
        for (Entrant entrant : finalists) {
            Sample sample = entrant.sample(view.bin());
            double[][] own = new double[problems][Quantity.COUNT];
            for (int i = 0; i < problems; i++) {
                sample.means(i, own[i]);
                double weight = sample.weight(i);
                for (int q = 0; q < own[i].length && weight != 1; q++) {
                    own[i][q] *= weight;
                }
            }
            means.add(own);
        }
        ProblemResampling resampling = new ProblemResampling(seed, problems);
        int[] wins = new int[finalists.size()];
        for (int draw = 0; draw < DRAWS; draw++) {
            int best = best(view, finalists, means, resampling.weights(draw));
            if (best >= 0) {
                wins[best]++;
            }
        }
        List<Share> shares = new ArrayList<>();
        for (int i = 0; i < wins.length; i++) {
            shares.add(new Share(finalists.get(i).configuration(), (double) wins[i] / DRAWS));
        }
        return Optional.of(new Stability(DRAWS, shares));
    }

    private static int best(View view, List<Entrant> finalists, List<double[][]> means, int[] weights) {
        int best = -1;
        double most = Double.NEGATIVE_INFINITY;
        int total = Arrays.stream(weights).sum();
        for (int i = 0; i < finalists.size(); i++) {
            double[] mean = mean(means.get(i), weights, total);
            double figure = view.objective().ofMeans(mean) * (view.objective().most() ? 1 : -1);
            if (figure > most && meets(view, finalists.get(i), mean)) {
                most = figure;
                best = i;
            }
        }
        return best;
    }

    private static double[] mean(double[][] means, int[] weights, int total) {
        double[] mean = new double[Quantity.COUNT];
        for (int i = 0; i < weights.length; i++) {
            if (weights[i] > 0) {
                for (int q = 0; q < mean.length; q++) {
                    mean[q] += weights[i] * means[i][q];
                }
            }
        }
        for (int q = 0; q < mean.length; q++) {
            mean[q] /= total;
        }
        return mean;
    }

    private static boolean meets(View view, Entrant entrant, double[] mean) {
        for (Requirement requirement : view.requirements()) {
            boolean met;
            if (requirement instanceof Requirement.Cap cap) {
                met = cap.rank() == Rank.MEAN
                        ? cap.holds(mean[Quantity.of(cap.resource()).ordinal()])
                        : cap.holds(cap.value(entrant.row(view.bin())));
            } else {
                met = requirement.holds(mean[Quantity.ACCURACY.ordinal()]);
            }
            if (!met) {
                return false;
            }
        }
        return true;
    }
}
