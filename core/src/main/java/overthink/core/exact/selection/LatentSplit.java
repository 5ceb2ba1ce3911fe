package overthink.core.exact.selection;

import org.jspecify.annotations.Nullable;
import overthink.core.exact.Approximation;
import overthink.core.law.verifier.NoiseLaw;

/**
 * {@link ScoreSplit} of graded scores: the integral of {@link BestOfNAccuracy} above and below a threshold t of the latent,
 *
 * <p>∫ n·p·f₁(x)·F(x)<sup>n−1</sup> dx over x ≥ t and over x &lt; t,
 *
 * <p>on a grid that is cut at t. Ranges and errors are those of {@link BestOfNAccuracy}. Not for use by several threads.
 */
public final class LatentSplit {

    private final BestOfNAccuracy best;
    private final NoiseDensity noise;
    private final double centre;
    private final double deviation;
    private final LatentMixture wrong;
    private final double threshold;
    private @Nullable LatentGrid grid;

    private LatentSplit(
            BestOfNAccuracy best,
            NoiseDensity noise,
            double centre,
            double deviation,
            LatentMixture wrong,
            double threshold) {
        this.best = best;
        this.noise = noise;
        this.centre = centre;
        this.deviation = deviation;
        this.wrong = wrong;
        this.threshold = threshold;
    }

    /**
     * For one problem, given the noise that belongs to it and to its answers. The nodes, made when first used, cost what those
     * of {@link BestOfNAccuracy} cost.
     *
     * @param noise the law of what is left for each candidate
     * @param centre of right candidates' latents
     * @param deviation of right candidates' noise
     * @param wrong the law of wrong candidates' latents, none of whose deviations is less
     * @param threshold t, of the latent; infinite when all or none reach it
     * @throws IllegalArgumentException when {@code centre} is not finite, {@code deviation} is negative or exceeds that of
     *     wrong candidates, or {@code threshold} is no number
     */
    public static LatentSplit of(
            NoiseLaw noise, double centre, double deviation, LatentMixture wrong, double threshold) {
        if (Double.isNaN(threshold)) {
            throw new IllegalArgumentException("the threshold must be a number, not " + threshold);
        }
        return new LatentSplit(
                BestOfNAccuracy.of(noise, centre, deviation, wrong),
                NoiseDensity.of(noise),
                centre,
                deviation,
                wrong,
                threshold);
    }

    /** How candidates stand to the threshold when one is right with probability p. */
    public ScoreSplit at(double p) {
        BestOfNAccuracy.Curve curve = best.curve(p);
        if (deviation <= BestOfNAccuracy.UNRESOLVED * wrong.reach(centre)) {
            return new ScoreSplit.OneSided(p, curve, centre >= threshold, wrongReaches());
        }
        LatentGrid nodes = grid();
        int cut = nodes.cutPanel();
        if (cut == nodes.panels()) {
            return new ScoreSplit.OneSided(p, curve, false, 0);
        }
        double rightReaches = Math.min(1, nodes.rightFrom(cut));
        double wrongReaches = Math.min(1, nodes.wrongFrom(cut));
        return p == 0 || p == 1
                ? new ScoreSplit.Alike(p, rightReaches, wrongReaches)
                : new Split(p, rightReaches, wrongReaches, curve.limit(), cut, new MaximumIntegral(nodes, p));
    }

    private double wrongReaches() {
        double reaches = 0;
        for (int j = 0; j < wrong.size(); j++) {
            double distance = threshold - wrong.centre(j);
            if (wrong.deviation(j) == 0 || Double.isInfinite(threshold)) {
                reaches += distance <= 0 ? wrong.weight(j) : 0;
            } else {
                double z = Math.min(distance / wrong.deviation(j), NoisePanels.BEYOND);
                reaches += wrong.weight(j) * noise.survival(z);
            }
        }
        return Math.min(1, reaches);
    }

    private LatentGrid grid() {
        LatentGrid made = grid;
        if (made == null) {
            made = new LatentGrid(noise, centre / deviation, wrong.inUnitsOf(deviation), threshold / deviation);
            grid = made;
        }
        return made;
    }

    private record Split(
            double p, double rightReaches, double wrongReaches, double limit, int cut, MaximumIntegral integral)
            implements ScoreSplit {

        @Override
        public Approximation reaching(long n) {
            return n == 1 ? new Approximation(p * rightReaches, 0x1p-43 * p * rightReaches) : integral.from(cut, n);
        }

        @Override
        public Approximation missing(long n) {
            double misses = p * (1 - rightReaches);
            return n == 1 ? new Approximation(misses, 0x1p-43 * p) : integral.before(cut, n);
        }
    }
}
