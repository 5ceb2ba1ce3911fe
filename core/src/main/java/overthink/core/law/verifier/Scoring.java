package overthink.core.law.verifier;

import overthink.core.api.RealRange;
import overthink.core.api.WholeRange;

/** How a verifier turns its latent into a score in log-odds. */
public sealed interface Scoring {

    /** A score leans on what the verifier sees by at least this, or by this share of its size where that is above 1. */
    double LEAST_SLOPE = 0x1p-20;

    /** Whether the verifier is below chance: on some problem it prefers bad ones to good ones, and does not know it. */
    boolean belowChance();

    /**
     * A graded score: κ·(logit π₀ + |d|·x − d²/2) + bias with x = d·[good] + ε.
     *
     * <p>That is what the verifier believes. For κ = 1 and bias 0 its odds are the prior odds times the likelihood ratio of x
     * under Gaussian noise. It is the probability that the thing scored is good, given the score, when d ≥ 0, the noise is
     * Gaussian, no wrong answer is loved, and π₀ is the share of good ones among the problem's candidates: {@link
     * Prior.OfProblem}, or p = π₀ on all problems. With a prior of ½ on a problem of p = 0.1, a score of 0.9 is right far less
     * often than nine times in ten.
     *
     * <p>A verifier with d below 0 takes |d| for the distance: it prefers bad ones, and is as sure of itself as one that prefers
     * good ones. (Had it known the sign, its scores would be as good as those of |d|.)
     *
     * <p>The order of scores is that of x also where d is 0 and the latent says nothing of good and bad, but may say much of
     * loved answers: the slope of the score in x is at least 2<sup>−20</sup> times |κ·logit π₀ + bias|, or
     * 2<sup>−20</sup> where that is less than 1. So whatever ranks by scores has at d = 0 the law that it tends to as d tends to
     * 0, and a score at d = 0 differs from the prior's by a millionth of it for each unit of x.
     *
     * @param sensitivity d
     * @param prior π₀
     * @param sharpness κ, in [1e-6, 1e6]
     * @param bias added to the log-odds, in [−100, 100]
     */
    record Graded(Sensitivity sensitivity, Prior prior, double sharpness, double bias) implements Scoring {

        /**
         * What κ may be. With d at most 100 and noise within 10⁷, which are their own bounds, the log-odds stay below
         * 10¹⁵ in size: far from infinity, so that no two scores differ by NaN.
         */
        public static final RealRange SHARPNESS = new RealRange(1e-6, 1e6);

        /** What the bias may be: e<sup>±100</sup> is within the range of a double, and so are products of a few of them. */
        public static final RealRange BIAS = RealRange.within(100);

        /**
         * Checks the ranges.
         *
         * @throws IllegalArgumentException when one is outside its range
         */
        public Graded {
            SHARPNESS.check("sharpness", sharpness);
            BIAS.check("bias", bias);
        }

        /** The same prior for all problems. */
        public Graded(Sensitivity sensitivity, double prior, double sharpness, double bias) {
            this(sensitivity, new Prior.Fixed(prior), sharpness, bias);
        }

        /** Prior ½, sharpness 1, no bias. */
        public static Graded of(double d) {
            return new Graded(Sensitivity.of(d), Prior.HALF, 1, 0);
        }

        /** The score of latent 0 on a problem of difficulty p without spread: κ·(logit π₀ − d²/2) + bias. */
        public double offset(double p) {
            return offset(p, sensitivity.at(p));
        }

        /** The score of latent 0 on a problem of difficulty p and its own d. */
        public double offset(double p, double d) {
            return unseen(p) - sharpness * (0.5 * d * d);
        }

        /** How much a score rises with the latent on a problem of difficulty p without spread: κ·|d|, or the least that there is. */
        public double slope(double p) {
            return slope(p, sensitivity.at(p));
        }

        /** How much a score rises with the latent on a problem of difficulty p and its own d. */
        public double slope(double p, double d) {
            double least = LEAST_SLOPE * Math.max(1, Math.abs(unseen(p)));
            return Math.max(sharpness * Math.abs(d), least);
        }

        /** The latent that has a score on a problem of difficulty p and its own d. */
        public double latent(double p, double d, double score) {
            return (score - offset(p, d)) / slope(p, d);
        }

        private double unseen(double p) {
            return sharpness * prior.logOdds(p) + bias;
        }

        @Override
        public boolean belowChance() {
            return sensitivity.trend().belowChance();
        }
    }

    /**
     * A verdict: accept iff ε &lt; Φ⁻¹(tpr) if good, else iff ε &lt; Φ⁻¹(fpr). Its score is the log likelihood ratio that the
     * verifier believes in, clipped at ±40; above 0 means accepted. A verifier that accepts bad ones more often than good ones
     * does not know it, and takes the greater of the two rates for that of good ones.
     *
     * @param tpr probability that a good one is accepted, in [0, 1]
     * @param fpr probability that a bad one is accepted, in [0, 1]
     */
    record Verdict(double tpr, double fpr) implements Scoring {

        private static final double MOST = 40;

        /**
         * Checks the ranges.
         *
         * @throws IllegalArgumentException when a rate is outside [0, 1]
         */
        public Verdict {
            RealRange.PROBABILITY.check("tpr", tpr);
            RealRange.PROBABILITY.check("fpr", fpr);
        }

        /**
         * The score of an accepted one: ln(tpr/fpr), or ln(fpr/tpr) where that is above 0; at most 40, and at least
         * 2<sup>−20</sup>, which it is where the rates are equal.
         */
        public double accepted() {
            return size(StrictMath.log(Math.max(tpr, fpr)) - StrictMath.log(Math.min(tpr, fpr)));
        }

        /**
         * The score of a rejected one: ln((1 − tpr)/(1 − fpr)), or ln((1 − fpr)/(1 − tpr)) where that is below 0; at least −40,
         * and at most −2<sup>−20</sup>.
         */
        public double rejected() {
            return -size(StrictMath.log1p(-Math.min(tpr, fpr)) - StrictMath.log1p(-Math.max(tpr, fpr)));
        }

        private double size(double logRatio) {
            return tpr == fpr ? LEAST_SLOPE : Math.max(LEAST_SLOPE, Math.min(MOST, logRatio));
        }

        @Override
        public boolean belowChance() {
            return tpr < fpr;
        }
    }

    /**
     * Scores as they were seen: that of a good one has rank Φ(ε) in one table, that of a bad one in another, so that scores
     * tie as often as those listed. Which scores go together is up to the noise's shares.
     *
     * @param good scores of good ones
     * @param bad scores of bad ones
     */
    record Tabulated(ScoreTable good, ScoreTable bad) implements Scoring {

        /** The area under the ROC curve over all problems: P(good &gt; bad) + ½·P(equal). */
        public double area() {
            double sum = 0;
            int below = 0;
            int upTo = 0;
            for (int i = 0; i < good.size(); i++) {
                while (below < bad.size() && bad.score(below) < good.score(i)) {
                    below++;
                }
                while (upTo < bad.size() && bad.score(upTo) <= good.score(i)) {
                    upTo++;
                }
                sum += 0.5 * below + 0.5 * upTo;
            }
            return sum / good.size() / bad.size();
        }

        @Override
        public boolean belowChance() {
            return area() < 0.5;
        }
    }

    /**
     * Graded scores whose d goes by the problem's level or by depth, or that come in few values.
     *
     * @param d how far good ones lie above bad ones, within {@link Sensitivity#D}
     * @param spread how d differs from that from problem to problem
     * @param plain everything else; its own d counts for nothing
     * @param values how many values scores have, in {@link #VALUES}: as probabilities (i + ½)/k, the nearest of which a score is
     *     rounded to; 0 for as many as there are. With 2 of them a score above 0 accepts
     */
    record VariedGrade(Variation d, Sensitivity.Spread spread, Graded plain, int values) implements Scoring {

        /** How many values scores may be rounded to. */
        public static final WholeRange VALUES = new WholeRange(2, 1000);

        /**
         * Checks the ranges.
         *
         * @throws IllegalArgumentException when d or the number of values is outside its range
         */
        public VariedGrade {
            d.check("d", Sensitivity.D);
            if (values != 0) {
                VALUES.check("levels", values);
            }
        }

        /** The scoring at one place, without rounding. */
        public Graded at(double p, int level, double depth) {
            return new Graded(
                    Sensitivity.of(d.at(p, level, depth)).with(spread), plain.prior(), plain.sharpness(), plain.bias());
        }

        /** The value that a score in log-odds is rounded to. */
        public double rounded(double score) {
            if (values == 0) {
                return score;
            }
            double probability = 1 / (1 + StrictMath.exp(-score));
            double nearest = (Math.min(values - 1, Math.floor(probability * values)) + 0.5) / values;
            return StrictMath.log(nearest) - StrictMath.log1p(-nearest);
        }

        @Override
        public boolean belowChance() {
            return false;
        }
    }

    /**
     * Verdicts whose rates go by difficulty, level or depth.
     *
     * @param tpr probability that a good one is accepted, in [0, 1] everywhere
     * @param fpr probability that a bad one is accepted, in [0, 1] everywhere
     */
    record VariedVerdict(Variation tpr, Variation fpr) implements Scoring {

        /**
         * Checks the ranges.
         *
         * @throws IllegalArgumentException when a rate leaves [0, 1] somewhere
         */
        public VariedVerdict {
            tpr.check("tpr", RealRange.PROBABILITY);
            fpr.check("fpr", RealRange.PROBABILITY);
        }

        /** The verdicts at one place. */
        public Verdict at(double p, int level, double depth) {
            return new Verdict(tpr.at(p, level, depth), fpr.at(p, level, depth));
        }

        @Override
        public boolean belowChance() {
            return false;
        }
    }
}
