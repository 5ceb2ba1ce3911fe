package overthink.core.exact;

import overthink.core.law.answer.AnswerLaw;
import overthink.core.law.answer.Distinct;
import overthink.core.law.verifier.Hack;
import overthink.core.law.verifier.NoiseLaw;
import overthink.core.law.verifier.NoiseShares;
import overthink.core.law.verifier.Scoring;
import overthink.core.law.verifier.Verifier;

/**
 * The accuracy of best-of-N under a graded outcome verifier whose scores are independent given who is correct:
 *
 * <p>∫ N·p·f₁(x)·F(x)<sup>N−1</sup> dx, F = p·F₁ + (1 − p)·F₀,
 *
 * <p>with f₁ the noise's density centred at d and f₀ the same centred at 0 (a share of it at the hack's shift). This is the
 * ∫ N·u<sup>N−1</sup>·π(u) du of DESIGN §6 with u = F(x). The problem's part of the noise is added to every candidate alike
 * and cancels; what the candidate and the call leave is the noise of selection, so d and the hack's shift are divided by
 * √(candidate + call). When nothing is left scores are exact, and when d = 0 all scores are equal and the first candidate
 * wins.
 *
 * <p>Ranges: p in [0, 1], N from 1 to 2<sup>40</sup>, every d. Error: below 1e−12 absolutely (1e−10 for ν &lt; 2.01), below
 * 1e−9 of the value for p down to 1e−15 without loved answers.
 */
public final class BestOfNAccuracy {

    /** The largest N. */
    public static final long LARGEST = 1L << 40;

    /** F<sup>N</sup> below e<sup>−45</sup> is nothing. */
    private static final double NEGLIGIBLE = -45;

    /** Above the panel where N·(1 − F) falls below this the rest of the integral is taken from its series. */
    private static final double SERIES = 1e-11;

    private static final double ROUNDING = 2e-14;

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
     * parts add to one, two Student's do not). A verdict is for {@link FirstAccepted}.
     */
    public static boolean applies(Verifier verifier, AnswerLaw answers) {
        NoiseShares shares = verifier.shares();
        boolean someLoved = verifier.hack().share() > 0
                && verifier.hack().share() < 1
                && verifier.hack().shift() != 0;
        return verifier.scoring() instanceof Scoring.Graded
                && shares.answer() == 0
                && !(someLoved && !(answers instanceof Distinct))
                && (verifier.noise() instanceof NoiseLaw.Gaussian || shares.candidate() == 0 || shares.call() == 0);
    }

    /**
     * Prepares the nodes for a verifier on problems of one d; costs about a tenth of a millisecond.
     *
     * @param verifier one that {@link #applies(Verifier, AnswerLaw)} accepts
     * @param d its sensitivity on these problems, at least 0
     * @throws IllegalArgumentException when {@code d} is negative or not finite
     */
    public static BestOfNAccuracy of(Verifier verifier, double d) {
        if (!(d >= 0 && d < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("d must be at least 0 and finite, not " + d);
        }
        double scale = selectionNoise(verifier.shares());
        Hack hack = verifier.hack();
        if (d == 0) {
            return new BestOfNAccuracy(p -> new Fixed(p));
        }
        if (scale == 0) {
            return new BestOfNAccuracy(p -> new Noiseless(p, (1 - p) * hack.share(), Double.compare(hack.shift(), d)));
        }
        NoiseDensity noise = NoiseDensity.of(verifier.noise());
        double centre = hack.shift() / scale;
        LatentGrid grid = new LatentGrid(noise, d / scale, hack.share(), centre);
        boolean heavy = verifier.noise() instanceof NoiseLaw.StudentT;
        int order = hack.share() == 0 ? -1 : Double.compare(hack.shift(), d);
        return new BestOfNAccuracy(
                p -> p == 0 || p == 1 ? new Fixed(p) : new Integral(grid, p, ceiling(p, heavy, order, hack, d)));
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
     * The limit of the posterior at the top. Gaussian: the highest centre takes all. Student's t: all tails are alike in the
     * end, f₁/f₀ → 1, and the limit is p; accuracy rises and falls back.
     */
    private static double ceiling(double p, boolean heavy, int lovedAgainstRight, Hack hack, double d) {
        if (heavy) {
            return p;
        }
        if (lovedAgainstRight == 0) {
            return p / (p + (1 - p) * hack.share());
        }
        boolean everyoneLoved = hack.share() == 1;
        double wrongCentre = everyoneLoved ? hack.shift() : Math.max(0, hack.share() > 0 ? hack.shift() : 0);
        return wrongCentre > d ? 0 : 1;
    }

    /** All scores are equal, or all candidates are. */
    private record Fixed(double p) implements Curve {

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

    /**
     * Scores without noise.
     *
     * @param p probability that a candidate is right
     * @param loved probability that it is loved and wrong
     * @param order sign of loved score − right score
     */
    private record Noiseless(double p, double loved, int order) implements Curve {

        @Override
        public Approximation at(long n) {
            Ranges.count("n", n, LARGEST);
            double value;
            if (loved == 0 || order < 0) {
                value = Coverage.of(p, n);
            } else if (order == 0) {
                value = limit() * Coverage.of(Math.min(1, p + loved), n);
            } else if (loved + p >= 1) {
                value = 1 - Coverage.of(loved, n);
            } else {
                // No loved one, and a right one among the others.
                value = (1 - Coverage.of(loved, n)) * Coverage.of(p / (1 - loved), n);
            }
            return new Approximation(value, ROUNDING);
        }

        @Override
        public double limit() {
            if (p == 0 || (loved > 0 && order > 0)) {
                return 0;
            }
            return loved > 0 && order == 0 ? p / (p + loved) : 1;
        }
    }

    /** The integral over a grid. */
    private static final class Integral implements Curve {

        private final LatentGrid grid;
        private final double p;
        private final double limit;
        private final double[] right;
        private final double[] wrong;
        private final double[] logBelow;

        Integral(LatentGrid grid, double p, double limit) {
            this.grid = grid;
            this.p = p;
            this.limit = limit;
            int nodes = grid.nodes();
            right = new double[nodes];
            wrong = new double[nodes];
            logBelow = new double[nodes];
            for (int k = 0; k < nodes; k++) {
                right[k] = grid.weight(k) * p * grid.rightDensity(k);
                wrong[k] = grid.weight(k) * (1 - p) * grid.wrongDensity(k);
                logBelow[k] = StrictMath.log1p(-(p * grid.rightSurvival(k) + (1 - p) * grid.wrongSurvival(k)));
            }
        }

        /**
         * The same nodes also integrate the whole density of the maximum, which is 1: how far they miss it is the estimate
         * of the error.
         */
        @Override
        public Approximation at(long n) {
            Ranges.count("n", n, LARGEST);
            if (n == 1) {
                return new Approximation(p, 0);
            }
            double others = n - 1;
            int order = LatentGrid.order();
            int panel = firstPanel(NEGLIGIBLE / others);
            double rightSum = 0;
            double wrongSum = 0;
            double above;
            do {
                for (int k = panel * order; k < (panel + 1) * order; k++) {
                    double below = StrictMath.exp(others * logBelow[k]);
                    rightSum += right[k] * below;
                    wrongSum += wrong[k] * below;
                }
                above = p * grid.rightAbove(panel) + (1 - p) * grid.wrongAbove(panel);
                panel++;
            } while (panel < grid.panels() && n * above > SERIES);
            // ∫ f₁·(1 − S)^(N−1) over the rest, where S is next to nothing: S₁·(1 − (N−1)·S/2), exact to (N·S)².
            double series = 1 - 0.5 * others * above;
            double value = n * (rightSum + p * grid.rightAbove(panel - 1) * series);
            double total = n * (rightSum + wrongSum + above * series);
            double error = Math.abs(total - 1) + ROUNDING * Math.min(1, value);
            return new Approximation(Math.min(1, value), error);
        }

        /** The first panel whose last node reaches log F ≥ {@code least}. */
        private int firstPanel(double least) {
            int order = LatentGrid.order();
            int low = 0;
            int high = grid.panels() - 1;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (logBelow[(middle + 1) * order - 1] >= least) {
                    high = middle;
                } else {
                    low = middle + 1;
                }
            }
            return low;
        }

        @Override
        public double limit() {
            return limit;
        }
    }
}
