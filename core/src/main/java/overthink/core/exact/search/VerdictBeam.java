package overthink.core.exact.search;

import java.util.Arrays;
import overthink.core.exact.Ranges;
import overthink.core.exact.selection.FirstAcceptedLaw;
import overthink.core.law.step.StepChain;

/**
 * Beam search by verdicts: of equals the earlier is kept, so that where a sound node stands among those kept matters, and not
 * their number alone. The state is which of the b nodes kept are sound, in order; a step goes through the N children in order and
 * keeps a list of b, the accepted ones first. 4<sup>b</sup>·b·N operations a step.
 */
public final class VerdictBeam {

    /** The largest b. */
    public static final int MOST_KEPT = 6;

    private final FirstAcceptedLaw rates;
    private final int n;
    private final int best;

    /**
     * The search for some numbers of nodes.
     *
     * @param rates at which sound and flawed nodes are accepted
     * @param n N, at least b
     * @param best b, from 1 to {@link #MOST_KEPT}
     * @throws IllegalArgumentException when an argument is outside its range
     */
    public VerdictBeam(FirstAcceptedLaw rates, int n, int best) {
        Ranges.count("n", n, Integer.MAX_VALUE);
        Ranges.count("best", best, Math.min(n, MOST_KEPT));
        this.rates = rates;
        this.n = n;
        this.best = best;
    }

    /**
     * What the search comes to on a problem.
     *
     * @param steps how soundness goes on
     */
    public SearchEnd end(StepChain steps) {
        double[] kept = new double[1 << best];
        kept[kept.length - 1] = 1;
        for (int t = 1; t < steps.steps(); t++) {
            double[] next = new double[kept.length];
            for (int parents = 0; parents < kept.length; parents++) {
                if (kept[parents] > 0) {
                    scan(parents, kept[parents], steps.stays(t), steps.recovers(t), next);
                }
            }
            kept = next;
        }
        return last(kept, steps.stays(steps.steps()), steps.recovers(steps.steps()));
    }

    private double sound(int parents, int slot, double stays, double recovers) {
        return ((parents >>> (slot % best)) & 1) != 0 ? stays : recovers;
    }

    /** Adds the law of the list kept of the children of some parents, by bits: the first of the list is bit 0. */
    private void scan(int parents, double chance, double stays, double recovers, double[] into) {
        // by how many of the list are accepted, and by its bits; while there are fewer than b children, the list is
        // shorter
        double[][] lists = new double[best + 1][1 << best];
        double[][] next = new double[best + 1][1 << best];
        lists[0][0] = chance;
        for (int slot = 0; slot < n; slot++) {
            for (double[] row : next) {
                Arrays.fill(row, 0);
            }
            double sound = sound(parents, slot, stays, recovers);
            for (int accepted = 0; accepted <= best; accepted++) {
                for (int bits = 0; bits < (1 << best); bits++) {
                    double here = lists[accepted][bits];
                    if (here > 0) {
                        add(here * sound, rates.tpr(), 1, slot, accepted, bits, next);
                        add(here * (1 - sound), rates.fpr(), 0, slot, accepted, bits, next);
                    }
                }
            }
            double[][] spare = lists;
            lists = next;
            next = spare;
        }
        for (double[] row : lists) {
            for (int bits = 0; bits < row.length; bits++) {
                into[bits] += row[bits];
            }
        }
    }

    /** Puts a child into the list: behind the accepted ones when it is accepted, else at its end where there is room. */
    private void add(double chance, double rate, int isSound, int slot, int accepted, int bits, double[][] next) {
        if (accepted < best) {
            int before = bits & ((1 << accepted) - 1);
            int behind = (bits >>> accepted) << (accepted + 1);
            next[accepted + 1][(before | (isSound << accepted) | behind) & ((1 << best) - 1)] += chance * rate;
        } else {
            next[accepted][bits] += chance * rate;
        }
        int appended = slot < best ? bits | (isSound << slot) : bits;
        next[accepted][appended] += chance * (1 - rate);
    }

    private SearchEnd last(double[] kept, double stays, double recovers) {
        double accuracy = 0;
        double uncovered = 0;
        double right = 0;
        for (int parents = 0; parents < kept.length; parents++) {
            double rejected = kept[parents];
            double flawed = kept[parents];
            double first = sound(parents, 0, stays, recovers) * (1 - rates.tpr());
            double firstRejected = rates.acceptance(sound(parents, 0, stays, recovers));
            for (int slot = 0; slot < n; slot++) {
                double sound = sound(parents, slot, stays, recovers);
                accuracy += rejected * sound * rates.tpr();
                rejected *= 1 - rates.acceptance(sound);
                flawed *= 1 - sound;
                right += kept[parents] * sound;
            }
            accuracy += firstRejected < 1 ? rejected * first / (1 - firstRejected) : 0;
            uncovered += flawed;
        }
        return new SearchEnd(Math.min(1, accuracy), BestOne.ROUNDING, Math.max(0, 1 - uncovered), right);
    }
}
