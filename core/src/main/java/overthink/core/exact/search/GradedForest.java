package overthink.core.exact.search;

import org.jspecify.annotations.Nullable;
import overthink.core.exact.Approximation;
import overthink.core.exact.selection.NoiseDensity;
import overthink.core.law.verifier.NoiseLaw;

/**
 * {@link Forest} by graded scores: with F the law of the latent of a child, given its parent, and G = π·F<sub>1</sub><sup>w</sup>
 * + (1 − π)·F<sub>0</sub><sup>w</sup> that of a tree's greatest, the integral of K·G<sup>K−1</sup> times the part of the density
 * of a tree's greatest that is a sound child's. Not for use by several threads.
 */
public final class GradedForest implements Forest {

    private static final double ROUNDING = 2e-14;

    private final NoiseLaw noise;
    private final double distance;
    private final BestOne best;
    private @Nullable LatentNodes nodes;
    /** The tree last asked about: budgets differ in how many there are. */
    private @Nullable Tree tree;

    /**
     * For a verifier.
     *
     * @param noise of every score, of deviation 1
     * @param distance of the centre of sound ones from that of flawed ones, finite
     * @param best of independent nodes, by the same scores
     */
    public GradedForest(NoiseLaw noise, double distance, BestOne best) {
        this.noise = noise;
        this.distance = distance;
        this.best = best;
    }

    @Override
    public Approximation at(double parent, double stays, double recovers, long trees, long width) {
        Tree known = tree;
        if (known == null || !known.isOf(parent, stays, recovers, width)) {
            known = new Tree(nodes(), parent, stays, recovers, width);
            tree = known;
        }
        return known.bestOf(trees);
    }

    /** The law of the greatest latent of one tree's children, at the nodes. */
    private static final class Tree {

        private final double parent;
        private final double stays;
        private final double recovers;
        private final long width;
        private final double[] logBelow;
        private final double[] sound;
        private final double[] flawed;

        Tree(LatentNodes nodes, double parent, double stays, double recovers, long width) {
            this.parent = parent;
            this.stays = stays;
            this.recovers = recovers;
            this.width = width;
            logBelow = new double[nodes.size()];
            sound = new double[nodes.size()];
            flawed = new double[nodes.size()];
            for (int node = 0; node < logBelow.length; node++) {
                double u1 = nodes.soundAbove(node);
                double u0 = nodes.flawedAbove(node);
                double belowSound = StrictMath.log1p(-(stays * u1 + (1 - stays) * u0));
                double belowFlawed = StrictMath.log1p(-(recovers * u1 + (1 - recovers) * u0));
                double above = -parent * StrictMath.expm1(width * belowSound)
                        - (1 - parent) * StrictMath.expm1(width * belowFlawed);
                logBelow[node] = StrictMath.log1p(-Math.min(1, above));
                double ofSound = nodes.weight(node) * width * parent * power(belowSound, width - 1);
                double ofFlawed = nodes.weight(node) * width * (1 - parent) * power(belowFlawed, width - 1);
                sound[node] = nodes.soundDensity(node) * (ofSound * stays + ofFlawed * recovers);
                flawed[node] = nodes.flawedDensity(node) * (ofSound * (1 - stays) + ofFlawed * (1 - recovers));
            }
        }

        boolean isOf(double otherParent, double otherStays, double otherRecovers, long otherWidth) {
            return parent == otherParent && stays == otherStays && recovers == otherRecovers && width == otherWidth;
        }

        Approximation bestOf(long trees) {
            double right = 0;
            double wrong = 0;
            for (int node = 0; node < logBelow.length; node++) {
                double others = trees * power(logBelow[node], trees - 1);
                right += others * sound[node];
                wrong += others * flawed[node];
            }
            double value = Math.min(1, right);
            return new Approximation(value, Math.abs(right + wrong - 1) + ROUNDING * value);
        }
    }

    private static double power(double log, long exponent) {
        return exponent == 0 ? 1 : StrictMath.exp(exponent * log);
    }

    @Override
    public double limit(double parent, double stays, double recovers, long width) {
        return best.limit(parent * stays + (1 - parent) * recovers);
    }

    private LatentNodes nodes() {
        LatentNodes made = nodes;
        if (made == null) {
            made = new LatentNodes(NoiseDensity.of(noise), distance, 1);
            nodes = made;
        }
        return made;
    }
}
