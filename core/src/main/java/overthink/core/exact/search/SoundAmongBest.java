package overthink.core.exact.search;

import overthink.core.exact.Ranges;
import overthink.core.exact.selection.NoiseDensity;
import overthink.core.law.verifier.NoiseLaw;

/**
 * How many of the b best of n nodes are sound when S of them are, by scores that are independent given soundness. With f₁ and
 * f₀ the densities of a sound and a flawed one's latent, u₁(x) and u₀(x) the chances of a greater one and W = n − S,
 *
 * <p>P(m | S) = ∫ C(S, m)·u₁<sup>m</sup>·(1 − u₁)<sup>S−m</sup>·C(W, b − m)·u₀<sup>b−m</sup>·(1 −
 * u₀)<sup>W−b+m</sup>·(m·f₁/u₁ + (b − m)·f₀/u₀) dx,
 *
 * <p>x being the b-th greatest latent: that of one of the m sound ones, or of one of the b − m flawed ones.
 *
 * <p>The chances of each S integrate to 1; by how much the nodes miss that is their error, below 10<sup>−11</sup>.
 */
public final class SoundAmongBest {

    /** The largest n. */
    public static final int LARGEST = 4096;

    private final int n;
    private final int best;
    /** By S and m. */
    private final double[][] chances;

    private double error;

    /**
     * Works the chances out.
     *
     * @param noise of every score, of deviation 1
     * @param distance of the centre of sound ones from that of flawed ones, finite
     * @param n how many nodes there are, from 1 to {@link #LARGEST}
     * @param best b, how many are kept, from 1 to n
     * @throws IllegalArgumentException when an argument is outside its range
     */
    public SoundAmongBest(NoiseLaw noise, double distance, int n, int best) {
        Ranges.count("n", n, LARGEST);
        Ranges.count("best", best, n);
        if (!Double.isFinite(distance)) {
            throw new IllegalArgumentException("the distance must be finite, not " + distance);
        }
        this.n = n;
        this.best = best;
        chances = new double[n + 1][best + 1];
        if (best == n) {
            for (int sound = 0; sound <= n; sound++) {
                chances[sound][sound] = 1;
            }
        } else {
            integrate(new LatentNodes(NoiseDensity.of(noise), distance, parts(n)));
            for (double[] row : chances) {
                error = Math.max(error, normalise(row));
            }
        }
    }

    /** Into how many parts panels are divided where the b-th greatest of n is settled to one part in √n. */
    static int parts(int n) {
        return (int) Math.max(1, Math.ceil(StrictMath.sqrt(n) / 8));
    }

    private void integrate(LatentNodes nodes) {
        RankSplit split = new RankSplit(n, best);
        for (int node = 0; node < nodes.size(); node++) {
            double soundAbove = nodes.soundAbove(node);
            double flawedAbove = nodes.flawedAbove(node);
            double ofSound = nodes.weight(node) * nodes.soundDensity(node);
            double ofFlawed = nodes.weight(node) * nodes.flawedDensity(node);
            for (int sound = 0; sound <= n; sound++) {
                if (split.reaches(sound, soundAbove, flawedAbove)) {
                    split.add(sound, soundAbove, flawedAbove, ofSound, ofFlawed, chances[sound]);
                }
            }
        }
    }

    /** Makes a row of chances add to 1; returns by how much they missed it. */
    static double normalise(double[] row) {
        double sum = 0;
        for (double chance : row) {
            sum += chance;
        }
        for (int m = 0; m < row.length; m++) {
            row[m] /= sum;
        }
        return Math.abs(sum - 1);
    }

    /**
     * P(m of the best are sound | S of all are).
     *
     * @param sound S, from 0 to n
     * @param m from 0 to b
     */
    public double chance(int sound, int m) {
        return chances[sound][m];
    }

    /** By how much the chances of some S may be wrong in sum. */
    public double error() {
        return error;
    }
}
