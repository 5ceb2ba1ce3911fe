package overthink.core.exact.voting;

import java.util.Arrays;
import overthink.core.exact.Approximation;
import overthink.core.exact.GaussLegendre;
import overthink.core.exact.PooledAccuracy;

/**
 * A majority vote of a few candidates of several kinds, as those of several policies are, those of the first kind first: ties are
 * broken by the answer seen first. Some candidates may give no answer.
 *
 * <p>A candidate of kind m gives the true answer with chance p<sub>m</sub>, wrong answer j with q<sub>mj</sub>, one that nobody else
 * gives with t<sub>m</sub>, and none with s<sub>m</sub>. Within a kind every order is as likely: say that each candidate comes at a
 * uniform time. With the first true answer at time u of kind m it wins with v votes where no answer has more, and none that has as
 * many was seen before. In y<sub>j</sub> = Σ<sub>l</sub> q<sub>lj</sub>x<sub>l</sub> and what of that comes later, z<sub>j</sub> =
 * Σ<sub>l&gt;m</sub> q<sub>lj</sub>x<sub>l</sub> + (1 − u)q<sub>mj</sub>x<sub>m</sub>, likewise z<sub>p</sub> and z<sub>t</sub>, the
 * accuracy is Π n<sub>l</sub>! times the coefficient of Π x<sub>l</sub><sup>n<sub>l</sub></sup> in
 *
 * <p>Σ<sub>v</sub> Σ<sub>m</sub> ∫ du p<sub>m</sub>x<sub>m</sub>·z<sub>p</sub><sup>v−1</sup>/(v − 1)! · Π<sub>j</sub>
 * (Σ<sub>i&lt;v</sub> y<sub>j</sub><sup>i</sup>/i! + z<sub>j</sub><sup>v</sup>/v!) · e<sup>Σ s<sub>l</sub>x<sub>l</sub> + t</sup>,
 *
 * <p>t being Σ t<sub>l</sub>x<sub>l</sub>, or z<sub>t</sub> for v = 1. In u it is a polynomial, which a Gauss–Legendre rule integrates
 * exactly; more than half of all votes win whatever the others are. All terms are positive. With one kind it is {@link BlockVote}.
 */
public final class PooledVote implements PooledAccuracy {

    private static final double ROUNDING = 1e-13;

    private final double[] p;
    private final double[][] wrong;
    private final double[] unique;
    private final double[] silent;

    /**
     * A vote on one problem; for each kind all chances add to 1.
     *
     * @param p by kind: the chance of the true answer
     * @param wrong by answer and kind: the chance of a wrong answer
     * @param unique by kind: the chance of an answer that nobody else gives
     * @param silent by kind: the chance of no answer
     */
    public PooledVote(double[] p, double[][] wrong, double[] unique, double[] silent) {
        this.p = p;
        this.wrong = wrong;
        this.unique = unique;
        this.silent = silent;
    }

    /**
     * Multiplications that a vote takes, about.
     *
     * @param counts by kind
     * @param answers wrong ones
     */
    public static double work(long[] counts, double answers) {
        double pairs = 1;
        double nodes = 0;
        double all = 0;
        for (long count : counts) {
            pairs *= 0.5 * (count + 1) * (count + 2);
            nodes += 0.5 * (count + 1);
            all += count;
        }
        return pairs * (answers + 2) * nodes * 0.5 * all;
    }

    @Override
    public Approximation at(long[] counts) {
        return new Count(counts).accuracy();
    }

    /** The polynomials in x<sub>1</sub>, x<sub>2</sub>, …, as far as they matter, of one vote. */
    private final class Count {

        private final int[] counts;
        private final int all;
        /** By power, the last kind's first: the exponents by kind, their sum, and the powers that may yet be multiplied with it. */
        private final int[][] exponents;

        private final int[] degrees;
        private final int[][] partners;

        Count(long[] numbers) {
            counts = Arrays.stream(numbers).mapToInt(Math::toIntExact).toArray();
            all = Arrays.stream(counts).sum();
            int size = 1;
            for (int count : counts) {
                size *= count + 1;
            }
            exponents = new int[size][counts.length];
            degrees = new int[size];
            for (int power = 0; power < size; power++) {
                int rest = power;
                for (int kind = counts.length - 1; kind >= 0; kind--) {
                    exponents[power][kind] = rest % (counts[kind] + 1);
                    rest /= counts[kind] + 1;
                    degrees[power] += exponents[power][kind];
                }
            }
            partners = new int[size][];
            for (int power = 0; power < size; power++) {
                partners[power] = partners(power);
            }
        }

        private int[] partners(int power) {
            int[] found = new int[exponents.length];
            int size = 0;
            for (int other = 0; other + power < exponents.length; other++) {
                boolean fits = true;
                for (int kind = 0; kind < counts.length; kind++) {
                    fits &= exponents[power][kind] + exponents[other][kind] <= counts[kind];
                }
                if (fits) {
                    found[size++] = other;
                }
            }
            return Arrays.copyOf(found, size);
        }

        Approximation accuracy() {
            double sum = 0;
            for (int votes = 1; votes <= all / 2; votes++) {
                for (int kind = 0; kind < counts.length; kind++) {
                    sum += counts[kind] == 0 || p[kind] == 0 ? 0 : firstOf(kind, votes);
                }
            }
            for (int count : counts) {
                for (int i = 2; i <= count; i++) {
                    sum *= i;
                }
            }
            double value = Math.min(1, sum + moreThanHalf());
            return new Approximation(value, ROUNDING);
        }

        /** That the true answer wins with so many votes, the first of which is a kind's, over factorials. */
        private double firstOf(int kind, int votes) {
            GaussLegendre rule = new GaussLegendre(counts[kind] / 2 + 1);
            double sum = 0;
            for (int node = 0; node < rule.size(); node++) {
                sum += 0.5 * rule.weight(node) * firstAt(kind, 0.5 * (1 - rule.node(node)), votes);
            }
            return sum;
        }

        /** The same of a vote after which a share {@code later} of the kind's candidates comes. */
        private double firstAt(int kind, double later, int votes) {
            double[] firstTrue = new double[counts.length];
            firstTrue[kind] = p[kind];
            double[] product = times(powers(firstTrue, 1, 1), powers(after(p, kind, later), votes - 1, votes - 1));
            double[] others = votes == 1 ? after(unique, kind, later) : unique.clone();
            for (int i = 0; i < others.length; i++) {
                others[i] += silent[i];
            }
            for (double[] answer : wrong) {
                double[] fewer = powers(answer, 0, votes - 1);
                double[] asMany = powers(after(answer, kind, later), votes, votes);
                for (int i = 0; i < fewer.length; i++) {
                    fewer[i] += asMany[i];
                }
                product = times(product, fewer);
            }
            double[] rest = powers(others, 0, all);
            double last = 0;
            for (int i = 0; i < product.length; i++) {
                last += product[i] * rest[product.length - 1 - i];
            }
            return last;
        }

        /** What of chances comes after a vote of a kind. */
        private static double[] after(double[] chances, int kind, double later) {
            double[] left = chances.clone();
            Arrays.fill(left, 0, kind, 0);
            left[kind] *= later;
            return left;
        }

        /** Σ (Σ c<sub>l</sub>x<sub>l</sub>)<sup>i</sup>/i! over i between two numbers. */
        private double[] powers(double[] chances, int from, int to) {
            double[] terms = new double[exponents.length];
            for (int power = 0; power < terms.length; power++) {
                if (degrees[power] >= from && degrees[power] <= to) {
                    double term = 1;
                    for (int kind = 0; kind < counts.length; kind++) {
                        for (int i = 1; i <= exponents[power][kind]; i++) {
                            term *= chances[kind] / i;
                        }
                    }
                    terms[power] = term;
                }
            }
            return terms;
        }

        private double[] times(double[] one, double[] other) {
            double[] product = new double[one.length];
            for (int i = 0; i < one.length; i++) {
                if (one[i] != 0) {
                    for (int j : partners[i]) {
                        product[i + j] += one[i] * other[j];
                    }
                }
            }
            return product;
        }

        /** The chance that more than half of all votes are right. */
        private double moreThanHalf() {
            double[] chances = new double[all + 1];
            chances[0] = 1;
            int drawn = 0;
            for (int kind = 0; kind < counts.length; kind++) {
                for (int i = 0; i < counts[kind]; i++) {
                    drawn++;
                    for (int right = drawn; right >= 0; right--) {
                        double before = right == 0 ? 0 : chances[right - 1] * p[kind];
                        chances[right] = chances[right] * (1 - p[kind]) + before;
                    }
                }
            }
            double sum = 0;
            for (int right = all; right > all / 2; right--) {
                sum += chances[right];
            }
            return sum;
        }
    }
}
