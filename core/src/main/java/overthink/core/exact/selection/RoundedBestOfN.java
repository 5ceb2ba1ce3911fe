package overthink.core.exact.selection;

import overthink.core.exact.Approximation;
import overthink.core.exact.Ranges;
import overthink.core.law.verifier.Hack;
import overthink.core.law.verifier.NoiseLaw;
import overthink.core.law.verifier.Verifier;
import overthink.core.random.NormalProbability;

/**
 * The accuracy of best-of-N under a graded verifier whose scores are rounded to a few values, which tie: of equals the first is taken.
 * With r(s) the chance that a candidate is right and has value s, e(s) that it has it and b(s) that it has less,
 *
 * <p>Σ<sub>s</sub> r/e·((b + e)<sup>N</sup> − b<sup>N</sup>),
 *
 * <p>which is that of {@link FirstAcceptedLaw} with the first candidate for fallback where there are two values.
 */
public final class RoundedBestOfN {

    private RoundedBestOfN() {}

    /**
     * The accuracies on a problem.
     *
     * @param verifier one that {@link BestOfNAccuracy#applies} accepts
     * @param p in [0, 1]
     * @param d of right candidates' latents
     * @param cuts of the latent between one value and the next, ascending; a latent on a cut has the greater value
     */
    public static BestOfNAccuracy.Curve curve(Verifier verifier, double p, double d, double[] cuts) {
        Ranges.probability("p", p);
        Hack hack = verifier.hack();
        double[][] right = {new double[cuts.length + 1]};
        double[][] wrong = {new double[cuts.length + 1]};
        for (int value = 0; value <= cuts.length; value++) {
            right[0][value] = p * between(verifier, cuts, value, d);
            wrong[0][value] = (1 - p)
                    * ((1 - hack.share()) * between(verifier, cuts, value, 0)
                            + hack.share() * between(verifier, cuts, value, hack.shift()));
        }
        FirstOfHighest highest = new FirstOfHighest(right, wrong);
        return new BestOfNAccuracy.Curve() {
            @Override
            public Approximation at(long n) {
                Ranges.count("n", n, BestOfNAccuracy.LARGEST);
                return n == 1 ? new Approximation(p, 0) : highest.at(new long[] {n});
            }

            @Override
            public double limit() {
                return highest.limit().orElseThrow();
            }
        };
    }

    /** The chance of a value where latents lie about a centre, of the nearer tail's digits. */
    private static double between(Verifier verifier, double[] cuts, int value, double centre) {
        double deviation = BestOfNAccuracy.selectionNoise(verifier.shares());
        double low = value == 0 ? Double.NEGATIVE_INFINITY : cuts[value - 1] - centre;
        double high = value == cuts.length ? Double.POSITIVE_INFINITY : cuts[value] - centre;
        return low > 0
                ? Math.max(0, above(verifier.noise(), low, deviation) - above(verifier.noise(), high, deviation))
                : Math.max(0, below(verifier.noise(), high, deviation) - below(verifier.noise(), low, deviation));
    }

    private static double above(NoiseLaw noise, double x, double deviation) {
        if (Double.isInfinite(x) || deviation == 0) {
            return x <= 0 ? 1 : 0;
        }
        return noise instanceof NoiseLaw.Gaussian
                ? NormalProbability.below(-x / deviation)
                : NoiseDensity.of(noise).survival(x / deviation);
    }

    private static double below(NoiseLaw noise, double x, double deviation) {
        return deviation == 0 ? 1 - above(noise, x, 0) : above(noise, -x, deviation);
    }
}
