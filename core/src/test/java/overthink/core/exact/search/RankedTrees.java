package overthink.core.exact.search;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import overthink.core.law.step.StepChain;

/**
 * Beam search by graded scores on trees of three nodes a step at most, by enumeration of who is sound and of the order of the
 * scores: written from the definition in the strategy's page, not from its code. Of the latents of three nodes the order a, b, c has
 * probability ∫ f<sub>b</sub>·(1 − F<sub>a</sub>)·F<sub>c</sub>, by the trapezoid rule after x = sinh u, which converges
 * geometrically.
 */
final class RankedTrees {

    /** What a wrong search would do. */
    enum Mistake {
        NONE,
        /** The children of a step are one fewer than they are. */
        ONE_CHILD_TOO_FEW,
        /** A step's nodes are ranked by the scores of their parents, which say nothing of them. */
        SCORES_OF_THE_STEP_BEFORE,
        /** The odd children go to the worst of those kept. */
        ODD_CHILDREN_TO_THE_WORST
    }

    private static final double STEP = 0.02;
    private static final double FARTHEST = 14;

    private final StepChain chain;
    private final DoubleUnaryOperator density;
    private final DoubleUnaryOperator below;
    private final double distance;
    private final int kept;
    private final Mistake mistake;
    /** By who of three is sound, in the order of rank: P(first above second above third). */
    private final double[] ofThree = new double[8];

    /** Likewise of two. */
    private final double[] ofTwo = new double[4];

    private double accuracy;
    private double coverage;

    /**
     * A tree.
     *
     * @param density of the noise
     * @param below its distribution function
     * @param nodes of a step, from 1 to 3
     * @param kept of them
     */
    RankedTrees(
            StepChain chain,
            DoubleUnaryOperator density,
            DoubleUnaryOperator below,
            double distance,
            int nodes,
            int kept,
            Mistake mistake) {
        this.chain = chain;
        this.density = density;
        this.below = below;
        this.distance = distance;
        this.kept = kept;
        this.mistake = mistake;
        for (int sound = 0; sound < 8; sound++) {
            int[] who = {sound & 1, (sound >> 1) & 1, (sound >> 2) & 1};
            ofThree[sound] = integral(x -> (1 - below(x, who[0])) * density(x, who[1]) * below(x, who[2]));
        }
        for (int sound = 0; sound < 4; sound++) {
            int[] who = {sound & 1, (sound >> 1) & 1};
            ofTwo[sound] = integral(x -> (1 - below(x, who[0])) * density(x, who[1]));
        }
        int[] parents = new int[nodes];
        Arrays.fill(parents, 1);
        step(1, parents, 1);
    }

    double accuracy() {
        return accuracy;
    }

    double coverage() {
        return coverage;
    }

    private double density(double x, int sound) {
        return density.applyAsDouble(x - sound * distance);
    }

    private double below(double x, int sound) {
        return below.applyAsDouble(x - sound * distance);
    }

    private static double integral(DoubleUnaryOperator integrand) {
        double sum = 0;
        for (double u = -FARTHEST; u <= FARTHEST; u += STEP) {
            sum += STEP * Math.cosh(u) * integrand.applyAsDouble(Math.sinh(u));
        }
        return sum;
    }

    /** Goes through everything that can happen from a step on, its nodes' parents being sound or not. */
    private void step(int t, int[] parents, double chance) {
        int nodes = mistake == Mistake.ONE_CHILD_TOO_FEW && t > 1 ? parents.length - 1 : parents.length;
        for (int bits = 0; bits < (1 << nodes); bits++) {
            double here = chance;
            int[] sound = new int[nodes];
            for (int i = 0; i < nodes; i++) {
                sound[i] = (bits >> i) & 1;
                double p = parents[i] == 1 ? chain.stays(t) : chain.recovers(t);
                here *= sound[i] == 1 ? p : 1 - p;
            }
            if (here > 0) {
                coverage += t == chain.steps() && bits > 0 ? here : 0;
                ranks(t, sound, new int[0], here);
            }
        }
    }

    private void ranks(int t, int[] sound, int[] ranked, double chance) {
        if (ranked.length < sound.length) {
            for (int i = 0; i < sound.length; i++) {
                int node = i;
                if (Arrays.stream(ranked).noneMatch(one -> one == node)) {
                    int[] longer = Arrays.copyOf(ranked, ranked.length + 1);
                    longer[ranked.length] = i;
                    ranks(t, sound, longer, chance);
                }
            }
            return;
        }
        double here = chance * order(sound, ranked);
        if (t == chain.steps()) {
            accuracy += sound[ranked[0]] == 1 ? here : 0;
            return;
        }
        int[] next = new int[sound.length];
        for (int slot = 0; slot < next.length; slot++) {
            int rank = slot % kept;
            next[slot] = sound[ranked[mistake == Mistake.ODD_CHILDREN_TO_THE_WORST ? kept - 1 - rank : rank]];
        }
        step(t + 1, next, here);
    }

    private double order(int[] sound, int[] ranked) {
        if (mistake == Mistake.SCORES_OF_THE_STEP_BEFORE) {
            return ranked.length == 3 ? 1.0 / 6 : 1.0 / ranked.length;
        }
        if (ranked.length == 1) {
            return 1;
        }
        int first = sound[ranked[0]];
        int second = sound[ranked[1]];
        if (ranked.length == 2) {
            return ofTwo[first | (second << 1)];
        }
        return ofThree[first | (second << 1) | (sound[ranked[2]] << 2)];
    }
}
