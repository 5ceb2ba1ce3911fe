package overthink.core.exact.selection;

import org.jspecify.annotations.Nullable;
import overthink.core.exact.Approximation;
import overthink.core.exact.Ranges;
import overthink.core.law.answer.AnswerLaw;
import overthink.core.law.answer.Distinct;
import overthink.core.law.verifier.Hack;
import overthink.core.law.verifier.NoiseLaw;
import overthink.core.law.verifier.NoiseShares;
import overthink.core.law.verifier.Scoring;
import overthink.core.law.verifier.Verifier;

/**
 * The accuracy of best-of-N under a graded verifier:
 *
 * <p>∫ N·p·f₁(x)·F(x)<sup>N−1</sup> dx, F = p·F₁ + (1 − p)·F₀,
 *
 * <p>with f₁ the density of right candidates' latents and f₀ that of wrong ones. With u = F(x) it is ∫
 * N·u<sup>N−1</sup>·π(u) du, π(u) being the chance that a candidate of rank u is right. Both densities are of one noise: f₁
 * centred at d and f₀ at 0 (a share of it at the hack's shift) where scores are independent given who is correct; where
 * equal answers share noise, that noise is drawn once for a problem, and given it candidates are independent again, those
 * of each answer about a centre of their own, so that f₀ is a mixture. The problem's part of the noise is added to every
 * candidate alike and cancels. When the candidate and the call leave no noise, scores are atoms: with B the chance of a
 * wrong candidate below the right ones' score and T that of a wrong one at it, accuracy is p/(p + T)·((p + T +
 * B)<sup>N</sup> − B<sup>N</sup>), since of equals the first is taken. Scores follow the latent whatever d is: at d = 0
 * right and wrong candidates have the same noise about the same centre, and accuracy is p for every N unless answers
 * share noise or are loved; below 0 accuracy falls with N.
 *
 * <p>Ranges: p in [0, 1], N from 1 to 2<sup>40</sup>, every d. Error: below 1e−12 absolutely (1e−10 for ν &lt; 2.01), below
 * 1e−9 of the value for p down to 1e−15 with d ≥ 0 and no loved answers.
 */
public final class BestOfNAccuracy {

    /** The largest N. */
    public static final long LARGEST = 1L << 40;

    /** Noise so small against the distance of centres is none. */
    static final double UNRESOLVED = 1e-12;

    /** The accuracies on one problem as a function of N. */
    public interface Curve {

        /**
         * The accuracy.
         *
         * @param n from 1 to {@link BestOfNAccuracy#LARGEST}
         * @throws IllegalArgumentException when {@code n} is outside its range
         */
        Approximation at(long n);

        /** The accuracy as N grows without end. */
        double limit();
    }

    private interface Family {
        Curve curve(double p);
    }

    private final Family family;

    private BestOfNAccuracy(Family family) {
        this.family = family;
    }

    /**
     * Whether scores are independent given who is correct: the scoring is graded, no noise belongs to answers, loved
     * answers (if only some wrong ones are) never repeat, and the noise of candidate and call is of one law (two Gaussian
     * parts add to one, two Student's do not). A verdict is for {@link FirstAcceptedLaw}.
     */
    public static boolean applies(Verifier verifier, AnswerLaw answers) {
        NoiseShares shares = verifier.shares();
        boolean someLoved = verifier.hack().share() > 0
                && verifier.hack().share() < 1
                && verifier.hack().shift() != 0;
        return verifier.scoring() instanceof Scoring.Graded
                && verifier.sharesAlike()
                && shares.answer() == 0
                && !(someLoved && !(answers instanceof Distinct))
                && (verifier.noise() instanceof NoiseLaw.Gaussian || shares.candidate() == 0 || shares.call() == 0);
    }

    /** When scores tell nothing: whichever candidate wins is right with probability p. */
    public static BestOfNAccuracy tied() {
        return new BestOfNAccuracy(TiedCurve::new);
    }

    /**
     * For a verifier on problems of one d. The nodes, made when first used, cost about a tenth of a millisecond.
     *
     * @param verifier one that {@link #applies(Verifier, AnswerLaw)} accepts
     * @param d its sensitivity on these problems
     * @throws IllegalArgumentException when {@code d} is not finite
     */
    public static BestOfNAccuracy of(Verifier verifier, double d) {
        if (!Double.isFinite(d)) {
            throw new IllegalArgumentException("d must be finite, not " + d);
        }
        Hack hack = verifier.hack();
        if (d == 0 && (hack.share() == 0 || hack.shift() == 0)) {
            return tied();
        }
        double deviation = selectionNoise(verifier.shares());
        LatentMixture wrong = LatentMixture.of(
                new double[] {1 - hack.share(), hack.share()},
                new double[] {0, hack.shift()},
                new double[] {deviation, deviation});
        return of(verifier.noise(), d, deviation, wrong);
    }

    /**
     * For one problem, given the noise that belongs to it and to its answers. The nodes, made when first used, cost about a
     * quarter of a millisecond for a dozen answers, and grow as their number.
     *
     * @param noise the law of what is left for each candidate
     * @param centre of right candidates' latents
     * @param deviation of right candidates' noise
     * @param wrong the law of wrong candidates' latents, none of whose deviations is less
     * @throws IllegalArgumentException when {@code centre} is not finite, or {@code deviation} is negative or exceeds that of
     *     wrong candidates
     */
    public static BestOfNAccuracy of(NoiseLaw noise, double centre, double deviation, LatentMixture wrong) {
        if (!Double.isFinite(centre) || !(deviation >= 0)) {
            throw new IllegalArgumentException("the centre must be finite and the deviation at least 0, not %s and %s"
                    .formatted(centre, deviation));
        }
        for (int j = 0; j < wrong.size(); j++) {
            if (wrong.deviation(j) < deviation) {
                throw new IllegalArgumentException("wrong candidates vary less than right ones: %s, and not %s"
                        .formatted(wrong.deviation(j), deviation));
            }
        }
        NoiseDensity density = NoiseDensity.of(noise);
        if (deviation <= UNRESOLVED * wrong.reach(centre)) {
            ScoreAtom atom = ScoreAtom.of(density, centre, wrong, UNRESOLVED);
            return new BestOfNAccuracy(atom::curve);
        }
        LatentMixture scaled = wrong.inUnitsOf(deviation);
        Nodes nodes = new Nodes(density, centre / deviation, scaled);
        return new BestOfNAccuracy(p -> p == 0 || p == 1
                ? new TiedCurve(p)
                : new IntegralCurve(nodes, p, ceiling(p, noise, centre / deviation, scaled)));
    }

    /**
     * The standard deviation of what tells candidates of one problem apart: √(candidate + call).
     *
     * @return in [0, 1]; d divided by it is the d that selection feels
     */
    public static double selectionNoise(NoiseShares shares) {
        return StrictMath.sqrt(shares.candidate() + shares.call());
    }

    /**
     * The accuracies on a problem of difficulty p.
     *
     * @throws IllegalArgumentException when {@code p} is outside [0, 1]
     */
    public Curve curve(double p) {
        Ranges.probability("p", p);
        return family.curve(p);
    }

    /**
     * The limit of the posterior at the top. Gaussian: the greatest deviation takes all, of equal ones the highest centre.
     * Student's t: each tail is its weight times deviation<sup>ν</sup> in the end, wherever its centre; accuracy rises and
     * falls back, to p when all deviations are equal.
     *
     * @param centre of right candidates, in units of their deviation like {@code wrong}
     */
    private static double ceiling(double p, NoiseLaw noise, double centre, LatentMixture wrong) {
        double excess = 0;
        double equal = 0;
        boolean beaten = false;
        for (int j = 0; j < wrong.size(); j++) {
            double deviation = wrong.deviation(j);
            if (noise instanceof NoiseLaw.StudentT t) {
                excess += wrong.weight(j) * (StrictMath.pow(deviation, t.degreesOfFreedom()) - 1);
            } else {
                beaten |= deviation > 1 || (deviation == 1 && wrong.centre(j) > centre);
                equal += deviation == 1 && wrong.centre(j) == centre ? wrong.weight(j) : 0;
            }
        }
        if (noise instanceof NoiseLaw.StudentT) {
            return p / (1 + (1 - p) * excess);
        }
        return beaten ? 0 : p / (p + (1 - p) * equal);
    }

    /** All scores are equal, or all candidates are. */
    private record TiedCurve(double p) implements Curve {

        @Override
        public Approximation at(long n) {
            Ranges.count("n", n, LARGEST);
            return new Approximation(p, 0);
        }

        @Override
        public double limit() {
            return p;
        }
    }

    /** A grid made when it is first asked for, which a limit does not do. */
    private static final class Nodes {

        private final NoiseDensity noise;
        private final double centre;
        private final LatentMixture wrong;
        private @Nullable LatentGrid grid;

        Nodes(NoiseDensity noise, double centre, LatentMixture wrong) {
            this.noise = noise;
            this.centre = centre;
            this.wrong = wrong;
        }

        synchronized LatentGrid grid() {
            LatentGrid made = grid;
            if (made == null) {
                made = new LatentGrid(noise, centre, wrong);
                grid = made;
            }
            return made;
        }
    }

    /** The integral over a grid; not for use by several threads. */
    private static final class IntegralCurve implements Curve {

        private final Nodes nodes;
        private final double p;
        private final double limit;
        private @Nullable MaximumIntegral integral;

        IntegralCurve(Nodes nodes, double p, double limit) {
            this.nodes = nodes;
            this.p = p;
            this.limit = limit;
        }

        @Override
        public Approximation at(long n) {
            Ranges.count("n", n, LARGEST);
            if (n == 1) {
                return new Approximation(p, 0);
            }
            if (integral == null) {
                integral = new MaximumIntegral(nodes.grid(), p);
            }
            return integral.at(n);
        }

        @Override
        public double limit() {
            return limit;
        }
    }
}
