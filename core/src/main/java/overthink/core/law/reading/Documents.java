package overthink.core.law.reading;

import overthink.core.api.RealRange;
import overthink.core.api.WholeRange;
import overthink.core.law.cost.CountLaw;
import overthink.core.law.difficulty.DifficultyLaw;

/**
 * Documents that are retrieved from a store, the most promising first. The first k hold what is needed with probability
 * recall(k) = R(1 − (1 + k/k₀)<sup>−g</sup>), R = recall·{@link Store#coverage}; a reader to whom it is held out among k
 * documents makes it a right candidate with probability u(k) = u₁(1 − δ)<sup>k−1</sup>; and who does not find or use it answers
 * as without, so that
 *
 * <pre>p(k) = 1 − (1 − p₀)(1 − recall(k)·u(k)),   p(0) = p₀</pre>
 *
 * With δ above 0 some k is best: recall saturates, and distraction does not.
 *
 * @param recall what is recalled of what the store holds by as many documents as one likes, in [0, 1]
 * @param half k₀, in {@link #HALF}: the number that recalls half of it where g = 1
 * @param exponent g, in {@link #EXPONENT}
 * @param distraction δ, in [0, 1]: the share of its chance that the reader loses with each document more
 * @param tokens of each document, in {@link #TOKENS}
 * @param reader the law of u₁ over problems, the chance with one document that holds what is needed
 * @param store that they come from
 */
public record Documents(
        double recall,
        double half,
        double exponent,
        double distraction,
        int tokens,
        DifficultyLaw reader,
        Store store) {

    /** What k₀ may be. */
    public static final RealRange HALF = new RealRange(1e-3, 1e6);

    /** What g may be. */
    public static final RealRange EXPONENT = new RealRange(1e-3, 100);

    /** How many tokens a document, or a demonstration, may have. */
    public static final WholeRange TOKENS = new WholeRange(0, CountLaw.MOST);

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException when one is outside its range
     */
    public Documents {
        RealRange.PROBABILITY.check("documents: recall", recall);
        HALF.check("documents: half", half);
        EXPONENT.check("documents: exponent", exponent);
        RealRange.PROBABILITY.check("documents: distraction", distraction);
        TOKENS.check("documents: tokens", tokens);
    }

    /** recall(k). */
    public double recalled(long k) {
        return recall * store.coverage() * -StrictMath.expm1(-exponent * StrictMath.log1p(k / half));
    }

    /** u(k)/u₁, for k at least 1. */
    public double attention(long k) {
        return StrictMath.pow(1 - distraction, k - 1);
    }

    /** p(k) of a problem of p₀ and u₁. */
    public double chance(double p0, double reader, long k) {
        return k == 0 ? p0 : 1 - (1 - p0) * (1 - recalled(k) * reader * attention(k));
    }

    /**
     * The store that documents come from. Facts are asked for by Zipf's law, the k-th of {@code facts} with weight
     * k<sup>−s</sup>, and a store of some size holds those asked for most, one a document: it covers the share
     * H<sub>size,s</sub>/H<sub>facts,s</sub> of what is asked, H<sub>n,s</sub> = Σ<sub>k≤n</sub> k<sup>−s</sup>.
     *
     * @param size how many documents, in {@link #SIZE}
     * @param facts how many facts there are, in {@link #SIZE}
     * @param exponent s, in {@link #ZIPF}
     */
    public record Store(long size, long facts, double exponent) {

        /** How large a store may be. */
        public static final WholeRange SIZE = new WholeRange(1, 1_000_000_000_000_000L);

        /** What s may be. */
        public static final RealRange ZIPF = new RealRange(0, 10);

        /** A store that holds everything. */
        public static final Store WHOLE = new Store(1, 1, 1);

        /** Up to this many terms are added one by one. */
        private static final int ADDED = 10_000;

        /**
         * Checks the ranges.
         *
         * @throws IllegalArgumentException when one is outside its range
         */
        public Store {
            SIZE.check("store: size", size);
            SIZE.check("store: facts", facts);
            ZIPF.check("store: exponent", exponent);
        }

        /** The share of what is asked that it holds; all, where it has as many documents as there are facts. */
        public double coverage() {
            return size >= facts ? 1 : harmonic(size) / harmonic(facts);
        }

        /** H<sub>n,s</sub>, of many terms by the formula of Euler and Maclaurin. */
        private double harmonic(long n) {
            long added = Math.min(n, ADDED);
            double sum = 0;
            for (long k = added; k >= 1; k--) {
                sum += StrictMath.pow(k, -exponent);
            }
            return n == added ? sum : sum + tail(n) - tail(added);
        }

        /** ∫x<sup>−s</sup>dx + f/2 + f'/12 at x, the same constant left out everywhere. */
        private double tail(long x) {
            double f = StrictMath.pow(x, -exponent);
            double log = StrictMath.log((double) x);
            double rise = 1 - exponent;
            double integral = Math.abs(rise) < 1e-12 ? log : StrictMath.expm1(rise * log) / rise;
            return integral + f / 2 - exponent * f / x / 12;
        }
    }
}
