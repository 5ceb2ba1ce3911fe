package overthink.core.exact.selection;

import overthink.core.exact.Ranges;

/**
 * Candidates that pass a first Boolean verifier and then a second, of which any one is the answer: each verifier is asked about
 * what is left, and where it accepts none either all or nothing is left.
 *
 * <p>Verdicts on different candidates are independent; those of the two on one candidate need not be. With a<sub>xy</sub> the chance
 * that a candidate is accepted by the first (x) and the second (y), and r<sub>xy</sub> that it is so and right, of N candidates
 *
 * <ul>
 *   <li>some are accepted by both with probability 1 − (1 − a<sub>11</sub>)<sup>N</sup>, and one of them is right with
 *       r<sub>11</sub>/a<sub>11</sub>;
 *   <li>some by the first and none by both: (1 − a<sub>11</sub>)<sup>N</sup> − (1 − a<sub>1</sub>)<sup>N</sup>, and
 *       r<sub>10</sub>/a<sub>10</sub>;
 *   <li>none by the first, some by the second: (1 − a<sub>1</sub>)<sup>N</sup> − a<sub>00</sub><sup>N</sup>, and
 *       r<sub>01</sub>/a<sub>01</sub>;
 *   <li>none at all: a<sub>00</sub><sup>N</sup>, and r<sub>00</sub>/a<sub>00</sub>.
 * </ul>
 *
 * @param right chances of a right one's verdicts
 * @param wrong chances of a wrong one's verdicts
 * @param firstDrops whether nothing is left where the first accepts none
 * @param secondDrops whether nothing is left where the second accepts none
 */
public record ScreenedLaw(Verdicts right, Verdicts wrong, boolean firstDrops, boolean secondDrops) {

    /**
     * The chances of two verdicts on one candidate.
     *
     * @param both that both accept
     * @param first that the first alone does
     * @param second that the second alone does
     * @param none that neither does
     */
    public record Verdicts(double both, double first, double second, double none) {

        /**
         * Verdicts at rates of their own that go together.
         *
         * @param first rate of the first, in [0, 1]
         * @param second rate of the second, in [0, 1]
         * @param correlation of their noises for the candidate, in [−1, 1]
         */
        public static Verdicts of(double first, double second, double correlation) {
            Ranges.probability("the first rate", first);
            Ranges.probability("the second rate", second);
            double both = Math.min(Math.min(first, second), BivariateNormal.both(first, second, correlation));
            return new Verdicts(both, first - both, second - both, Math.max(0, 1 - first - second + both));
        }
    }

    /** The chance that the answer is right, of N ≥ 1 candidates. */
    public double accuracy(double p, double n) {
        double sum = some(p, n, right.both, wrong.both);
        if (!secondDrops) {
            sum += share(p, right.first, wrong.first) * (noneOf(both(p), n) - noneOf(accepted(p), n));
        }
        if (!firstDrops) {
            sum += share(p, right.second, wrong.second) * (noneOf(accepted(p), n) - allOf(neither(p), n));
        }
        if (!firstDrops && !secondDrops) {
            sum += share(p, right.none, wrong.none) * allOf(neither(p), n);
        }
        return Math.max(0, Math.min(1, sum));
    }

    /** The chance that nothing is left to answer with, of N ≥ 1 candidates. */
    public double abstained(double p, double n) {
        double noFirst = noneOf(accepted(p), n);
        double sum = 0;
        if (secondDrops) {
            sum += noneOf(both(p), n) - noFirst;
        }
        if (firstDrops) {
            sum += noFirst;
        } else if (secondDrops) {
            sum += allOf(neither(p), n);
        }
        return Math.max(0, Math.min(1, sum));
    }

    /** How many candidates the second verifier is asked about on average. */
    public double secondCalls(double p, double n) {
        double passed = n * accepted(p);
        return firstDrops ? passed : passed + n * noneOf(accepted(p), n);
    }

    /** The chance that the second verifier is asked at all. */
    public double secondAsked(double p, double n) {
        return firstDrops ? 1 - noneOf(accepted(p), n) : 1;
    }

    private double some(double p, double n, double ofRight, double ofWrong) {
        return share(p, ofRight, ofWrong) * (1 - noneOf(both(p), n));
    }

    private double both(double p) {
        return p * right.both + (1 - p) * wrong.both;
    }

    private double accepted(double p) {
        return p * (right.both + right.first) + (1 - p) * (wrong.both + wrong.first);
    }

    private double neither(double p) {
        return p * right.none + (1 - p) * wrong.none;
    }

    /** The share of right ones among those of a kind. */
    private static double share(double p, double ofRight, double ofWrong) {
        double all = p * ofRight + (1 - p) * ofWrong;
        return all <= 0 ? 0 : p * ofRight / all;
    }

    /** The chance that none of n is of a kind that one is with some chance. */
    private static double noneOf(double chance, double n) {
        if (chance <= 0 || chance >= 1) {
            return chance <= 0 ? 1 : 0;
        }
        return StrictMath.exp(n * StrictMath.log1p(-chance));
    }

    private static double allOf(double chance, double n) {
        if (chance <= 0 || chance >= 1) {
            return chance <= 0 ? 0 : 1;
        }
        return StrictMath.exp(n * StrictMath.log(chance));
    }
}
