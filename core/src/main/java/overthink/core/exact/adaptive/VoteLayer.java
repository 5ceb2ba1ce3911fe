package overthink.core.exact.adaptive;

import java.util.Arrays;

/** The states of a vote after some number of votes, and where the next vote leads from each. */
final class VoteLayer {

    private final double[] wins;
    private final boolean[] covered;
    private final boolean[] ends;
    /** Where a state's edges begin; one more than there are states. */
    private final int[] firstEdges;

    private final int[] targets;
    private final int[] rates;

    private VoteLayer(LayerBuilder builder) {
        wins = Arrays.copyOf(builder.wins, builder.size);
        covered = Arrays.copyOf(builder.covered, builder.size);
        ends = Arrays.copyOf(builder.ends, builder.size);
        firstEdges = Arrays.copyOf(builder.firstEdges, builder.size + 1);
        targets = Arrays.copyOf(builder.targets, builder.edges);
        rates = Arrays.copyOf(builder.rates, builder.edges);
    }

    /** How many states there are. */
    int size() {
        return wins.length;
    }

    /** How many edges there are. */
    int edges() {
        return targets.length;
    }

    /** P(the leader is the true answer) in a state. */
    double wins(int state) {
        return wins[state];
    }

    /** Whether somebody gave the true answer. */
    boolean covered(int state) {
        return covered[state];
    }

    /** Whether no more votes come. */
    boolean ends(int state) {
        return ends[state];
    }

    /**
     * Adds what each state passes on by one more vote.
     *
     * @param mass of each state here
     * @param rateValues the probability that goes with each rate
     * @param into the mass of each state of the next layer
     */
    void pass(double[] mass, double[] rateValues, double[] into) {
        int edge = 0;
        for (int state = 0; state < wins.length; state++) {
            double here = mass[state];
            int end = firstEdges[state + 1];
            for (; edge < end; edge++) {
                into[targets[edge]] += here * rateValues[rates[edge]];
            }
        }
    }

    /** Takes states and edges in order. */
    static final class LayerBuilder {

        private double[] wins = new double[16];
        private boolean[] covered = new boolean[16];
        private boolean[] ends = new boolean[16];
        private int[] firstEdges = new int[17];
        private int size;
        private int[] targets = new int[64];
        private int[] rates = new int[64];
        private int edges;
        private int closed;

        /** How many states there are. */
        int size() {
            return size;
        }

        void addState(double winning, boolean isCovered, boolean isEnd) {
            if (size == wins.length) {
                wins = Arrays.copyOf(wins, 2 * size);
                covered = Arrays.copyOf(covered, 2 * size);
                ends = Arrays.copyOf(ends, 2 * size);
                firstEdges = Arrays.copyOf(firstEdges, 2 * size + 1);
            }
            wins[size] = winning;
            covered[size] = isCovered;
            ends[size] = isEnd;
            size++;
        }

        boolean ends(int state) {
            return ends[state];
        }

        /** Adds an edge of the state in hand: the first, until {@link #closeState()} moves on. */
        void addEdge(int target, int rate) {
            if (edges == targets.length) {
                targets = Arrays.copyOf(targets, 2 * edges);
                rates = Arrays.copyOf(rates, 2 * edges);
            }
            targets[edges] = target;
            rates[edges] = rate;
            edges++;
        }

        /** The state in hand has all its edges. */
        void closeState() {
            firstEdges[++closed] = edges;
        }

        VoteLayer build() {
            while (closed < size) {
                closeState();
            }
            return new VoteLayer(this);
        }
    }
}
