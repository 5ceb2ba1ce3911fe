package overthink.core.exact.search;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import overthink.core.exact.Ranges;
import overthink.core.exact.selection.NoiseDensity;
import overthink.core.law.verifier.NoiseLaw;

/**
 * How many of the n children of a beam search's step have a sound parent when S of the n nodes before are sound: the b best get
 * children in turn, so that each gets ⌊n/b⌋ and the r = n mod b best one more. Of m sound ones among the b best and j among the r
 * best there are m·⌊n/b⌋ + j such children; where r is 0 that is {@link SoundAmongBest}, else the r-th greatest latent is
 * integrated over, and for each the greatest of those below it.
 */
public final class SoundParents {

    /** The largest n that b divides. */
    public static final int LARGEST = 1024;

    /** The largest other n: two latents are integrated over. */
    public static final int LARGEST_UNEVEN = 40;

    /** What may be left out of an outer latent. */
    private static final double NOTHING = 1e-18;

    private final int n;
    /** By S and by how many children have a sound parent. */
    private final double[][] chances;

    private double error;

    /**
     * Works the chances out.
     *
     * @param noise of every score, of deviation 1
     * @param distance of the centre of sound ones from that of flawed ones, finite
     * @param n how many nodes a step has, from 1 to {@link #LARGEST}, and to {@link #LARGEST_UNEVEN} where b does not divide it
     * @param best b, how many are kept, from 1 to n
     * @throws IllegalArgumentException when an argument is outside its range
     */
    public SoundParents(NoiseLaw noise, double distance, int n, int best) {
        Ranges.count("n", n, LARGEST);
        Ranges.count("best", best, n);
        this.n = n;
        chances = new double[n + 1][n + 1];
        int each = n / best;
        if (n % best == 0) {
            SoundAmongBest kept = new SoundAmongBest(noise, distance, n, best);
            for (int sound = 0; sound <= n; sound++) {
                for (int m = 0; m <= best; m++) {
                    chances[sound][m * each] = kept.chance(sound, m);
                }
            }
            error = kept.error();
        } else {
            Ranges.count("n, which best does not divide,", n, LARGEST_UNEVEN);
            integrate(NoiseDensity.of(noise), distance, best, n % best);
            for (double[] row : chances) {
                error = Math.max(error, SoundAmongBest.normalise(row));
            }
        }
    }

    /** Integrates over the r-th greatest latent. */
    private void integrate(NoiseDensity noise, double distance, int best, int first) {
        LatentNodes nodes = new LatentNodes(noise, distance, SoundAmongBest.parts(n));
        RankSplit split = new RankSplit(n, first);
        double[] ofFirst = new double[first + 1];
        for (int node = 0; node < nodes.size(); node++) {
            double soundAbove = nodes.soundAbove(node);
            double flawedAbove = nodes.flawedAbove(node);
            double @Nullable [][] rest = null;
            for (int sound = 0; sound <= n; sound++) {
                if (!split.reaches(sound, soundAbove, flawedAbove)) {
                    continue;
                }
                Arrays.fill(ofFirst, 0);
                split.add(
                        sound,
                        soundAbove,
                        flawedAbove,
                        nodes.weight(node) * nodes.soundDensity(node),
                        nodes.weight(node) * nodes.flawedDensity(node),
                        ofFirst);
                for (int j = 0; j <= first; j++) {
                    if (ofFirst[j] > NOTHING) {
                        rest = rest == null ? below(noise, distance, nodes, node, best - first, n - first) : rest;
                        spread(ofFirst[j], j, rest[sound - j], n / best, chances[sound]);
                    }
                }
            }
        }
    }

    /** How many of the next best are sound, by how many of all below a latent are. */
    private static double[][] below(
            NoiseDensity noise, double distance, LatentNodes nodes, int at, int best, int size) {
        double[][] rest = new double[size + 1][best + 1];
        double soundBelow = 1 - nodes.soundAbove(at);
        double flawedBelow = 1 - nodes.flawedAbove(at);
        LatentNodes lower = new LatentNodes(noise, distance, SoundAmongBest.parts(size), nodes.latent(at));
        RankSplit split = new RankSplit(size, best);
        for (int node = 0; node < lower.size(); node++) {
            double soundAbove = soundBelow == 0 ? 0 : Math.min(1, lower.soundAbove(node) / soundBelow);
            double flawedAbove = flawedBelow == 0 ? 0 : Math.min(1, lower.flawedAbove(node) / flawedBelow);
            double ofSound = soundBelow == 0 ? 0 : lower.weight(node) * lower.soundDensity(node) / soundBelow;
            double ofFlawed = flawedBelow == 0 ? 0 : lower.weight(node) * lower.flawedDensity(node) / flawedBelow;
            for (int sound = 0; sound <= size; sound++) {
                if (split.reaches(sound, soundAbove, flawedAbove)) {
                    split.add(sound, soundAbove, flawedAbove, ofSound, ofFlawed, rest[sound]);
                }
            }
        }
        return rest;
    }

    private static void spread(double chance, int j, double[] rest, int each, double[] into) {
        for (int m = 0; m < rest.length; m++) {
            into[(j + m) * each + j] += chance * rest[m];
        }
    }

    /**
     * P(k children have a sound parent | S nodes are sound).
     *
     * @param sound S, from 0 to n
     * @param children k, from 0 to n
     */
    public double chance(int sound, int children) {
        return chances[sound][children];
    }

    /** By how much the chances of some S may be wrong in sum. */
    public double error() {
        return error;
    }

    /**
     * The law of k over a law of S.
     *
     * @param law by S
     */
    double[] over(double[] law) {
        double[] children = new double[n + 1];
        for (int sound = 0; sound <= n; sound++) {
            if (law[sound] > 0) {
                double[] row = chances[sound];
                for (int k = 0; k <= n; k++) {
                    children[k] += law[sound] * row[k];
                }
            }
        }
        return children;
    }
}
