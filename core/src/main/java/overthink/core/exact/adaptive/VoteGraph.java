package overthink.core.exact.adaptive;

import java.util.Arrays;
import java.util.List;

/**
 * The states that a vote passes through until it stops, and where each next vote leads: the same for all problems, whose
 * probabilities only weigh the edges. Immutable.
 */
final class VoteGraph {

    private final List<VoteLayer> layers;
    private final VoteRates rates;
    private final int widest;

    /**
     * A graph.
     *
     * @param layers by the number of votes, from none on
     */
    VoteGraph(List<VoteLayer> layers, VoteRates rates) {
        this.layers = List.copyOf(layers);
        this.rates = rates;
        widest = layers.stream().mapToInt(VoteLayer::size).max().orElse(0);
    }

    /** How many states there are. */
    long states() {
        return layers.stream().mapToLong(VoteLayer::size).sum();
    }

    /** How many edges there are. */
    long edges() {
        return layers.stream().mapToLong(VoteLayer::edges).sum();
    }

    /** The most votes. */
    int votes() {
        return layers.size() - 1;
    }

    /**
     * What becomes of the vote on one problem.
     *
     * @param probabilityOfEach answer of each group
     */
    VoteFlow flow(double[] probabilityOfEach) {
        double[] values = rates.values(probabilityOfEach);
        int votes = votes();
        double[] correct = new double[votes + 1];
        double[] covered = new double[votes + 1];
        double[] going = new double[votes + 1];
        double[] mass = new double[widest];
        double[] next = new double[widest];
        mass[0] = 1;
        double endedCorrect = 0;
        double endedCovered = 0;
        for (int n = 0; n <= votes; n++) {
            VoteLayer layer = layers.get(n);
            double goingCorrect = 0;
            double goingCovered = 0;
            for (int state = 0; state < layer.size(); state++) {
                double here = mass[state];
                double right = here * layer.wins(state);
                double seen = layer.covered(state) ? here : 0;
                if (layer.ends(state)) {
                    endedCorrect += right;
                    endedCovered += seen;
                } else {
                    going[n] += here;
                    goingCorrect += right;
                    goingCovered += seen;
                }
            }
            correct[n] = endedCorrect + goingCorrect;
            covered[n] = endedCovered + goingCovered;
            if (n < votes) {
                Arrays.fill(next, 0, layers.get(n + 1).size(), 0);
                layer.pass(mass, values, next);
                double[] old = mass;
                mass = next;
                next = old;
            }
        }
        return new VoteFlow(correct, covered, going);
    }
}
