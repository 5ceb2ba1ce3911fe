package overthink.core.exact;

import java.util.Arrays;
import overthink.core.law.step.StepChain;
import overthink.core.law.verifier.Scoring;

/**
 * Beam search and particle filters on tiny trees, by enumeration of everything that can happen: written from the
 * definitions in the strategies' pages, not from their code, to check them. Verdicts on different nodes are independent given their soundness.
 *
 * <p>A state is what N slots hold, two bits each: sound, accepted. Exact up to rounding; cost T·16<sup>N</sup>·(ways to
 * resample), so N to 4 is quick.
 */
public final class TinyTrees {

    private static final int SOUND = 1;
    private static final int ACCEPTED = 2;

    /** How a particle filter draws the parents of its next step. */
    public enum Resampling {
        /** Each slot's parent independently, by weight. */
        MULTINOMIAL,
        /** At the points (u + i)/N of the cumulative weight. */
        SYSTEMATIC
    }

    /** How a particle filter chooses in the end. */
    public enum Selection {
        /** The best last score, the first of equals. */
        ARGMAX,
        /** By weight. */
        SAMPLE
    }

    private final StepChain chain;
    private final Scoring.Verdict verdict;
    private final int n;

    /**
     * A tree.
     *
     * @param chain how soundness goes on
     * @param verdict of the process verifier, all of whose noise is the path's with persistence 0, or the call's
     * @param n N, nodes in each step
     */
    public TinyTrees(StepChain chain, Scoring.Verdict verdict, int n) {
        this.chain = chain;
        this.verdict = verdict;
        this.n = n;
    }

    /**
     * P(correct) of beam search: after each step but the last the max(1, N/width) best (accepted before rejected, of equals
     * the earlier slot) get N children in turn; the best last score wins, the first of equals.
     */
    public double beamSearch(int width) {
        int kept = Math.max(1, n / width);
        double[] law = roots();
        for (int t = 2; t <= chain.steps(); t++) {
            double[] selected = new double[law.length];
            for (int state = 0; state < law.length; state++) {
                int[] ranked = ranked(state);
                int[] parents = new int[n];
                for (int slot = 0; slot < n; slot++) {
                    parents[slot] = ranked[slot % kept];
                }
                selected[copy(state, parents)] += law[state];
            }
            law = extended(selected, t);
        }
        return argmax(law);
    }

    /**
     * P(correct) of a particle filter that resamples before each later step by odds<sup>1/temperature</sup> of the latest
     * verdict's score.
     */
    public double particleFilter(Resampling resampling, Selection selection, double temperature) {
        double[] law = roots();
        for (int t = 2; t <= chain.steps(); t++) {
            double[] selected = new double[law.length];
            for (int state = 0; state < law.length; state++) {
                if (law[state] > 0) {
                    double[] weights = weights(state, temperature);
                    if (resampling == Resampling.MULTINOMIAL) {
                        multinomial(state, law[state], weights, new int[n], 0, selected);
                    } else {
                        systematic(state, law[state], weights, selected);
                    }
                }
            }
            law = extended(selected, t);
        }
        return selection == Selection.ARGMAX ? argmax(law) : sampled(law, temperature);
    }

    private double[] roots() {
        double[] empty = new double[1 << (2 * n)];
        // All slots hold the root, which is sound.
        int state = 0;
        for (int slot = 0; slot < n; slot++) {
            state |= SOUND << (2 * slot);
        }
        empty[state] = 1;
        return extended(empty, 1);
    }

    /** The law after every slot's node got one child and that its verdict. */
    private double[] extended(double[] law, int t) {
        double[] next = new double[law.length];
        for (int state = 0; state < law.length; state++) {
            if (law[state] == 0) {
                continue;
            }
            for (int children = 0; children < law.length; children++) {
                double chance = law[state];
                for (int slot = 0; slot < n; slot++) {
                    double sound = (state >> (2 * slot) & SOUND) != 0 ? chain.stays(t) : chain.recovers(t);
                    boolean isSound = (children >> (2 * slot) & SOUND) != 0;
                    boolean isAccepted = (children >> (2 * slot) & ACCEPTED) != 0;
                    double accepted = isSound ? verdict.tpr() : verdict.fpr();
                    chance *= (isSound ? sound : 1 - sound) * (isAccepted ? accepted : 1 - accepted);
                }
                next[children] += chance;
            }
        }
        return next;
    }

    private int[] ranked(int state) {
        int[] order = new int[n];
        int next = 0;
        for (int wanted = ACCEPTED; wanted >= 0; wanted -= ACCEPTED) {
            for (int slot = 0; slot < n; slot++) {
                if ((state >> (2 * slot) & ACCEPTED) == wanted) {
                    order[next++] = slot;
                }
            }
        }
        return order;
    }

    private int copy(int state, int[] parents) {
        int copied = 0;
        for (int slot = 0; slot < n; slot++) {
            copied |= (state >> (2 * parents[slot]) & 3) << (2 * slot);
        }
        return copied;
    }

    private double[] weights(int state, double temperature) {
        double[] weights = new double[n];
        for (int slot = 0; slot < n; slot++) {
            boolean accepted = (state >> (2 * slot) & ACCEPTED) != 0;
            weights[slot] = accepted ? 1 : Math.exp((verdict.rejected() - verdict.accepted()) / temperature);
        }
        double total = Arrays.stream(weights).sum();
        for (int slot = 0; slot < n; slot++) {
            weights[slot] /= total;
        }
        return weights;
    }

    private void multinomial(int state, double chance, double[] weights, int[] parents, int slot, double[] into) {
        if (slot == n) {
            into[copy(state, parents)] += chance;
            return;
        }
        for (int parent = 0; parent < n; parent++) {
            parents[slot] = parent;
            multinomial(state, chance * weights[parent], weights, parents, slot + 1, into);
        }
    }

    /** Between two neighbouring u at which some point (u + i)/N meets a bound of the cumulative weights nothing changes. */
    private void systematic(int state, double chance, double[] weights, double[] into) {
        double[] cumulative = new double[n];
        double sum = 0;
        for (int slot = 0; slot < n; slot++) {
            sum += weights[slot];
            cumulative[slot] = sum;
        }
        double[] breaks = new double[n + 1];
        breaks[n] = 1;
        for (int slot = 0; slot < n - 1; slot++) {
            double scaled = n * cumulative[slot];
            breaks[slot + 1] = scaled - Math.floor(scaled);
        }
        Arrays.sort(breaks);
        for (int i = 0; i < n; i++) {
            double width = breaks[i + 1] - breaks[i];
            double u = 0.5 * (breaks[i] + breaks[i + 1]);
            int[] parents = new int[n];
            for (int slot = 0; slot < n; slot++) {
                int parent = 0;
                while (parent < n - 1 && cumulative[parent] <= (u + slot) / n) {
                    parent++;
                }
                parents[slot] = parent;
            }
            into[copy(state, parents)] += chance * width;
        }
    }

    private double argmax(double[] law) {
        double correct = 0;
        for (int state = 0; state < law.length; state++) {
            int best = ranked(state)[0];
            correct += (state >> (2 * best) & SOUND) != 0 ? law[state] : 0;
        }
        return correct;
    }

    private double sampled(double[] law, double temperature) {
        double correct = 0;
        for (int state = 0; state < law.length; state++) {
            double[] weights = weights(state, temperature);
            for (int slot = 0; slot < n; slot++) {
                correct += (state >> (2 * slot) & SOUND) != 0 ? law[state] * weights[slot] : 0;
            }
        }
        return correct;
    }
}
