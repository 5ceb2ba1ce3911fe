package overthink.core.exact.voting;

import java.util.Arrays;
import overthink.core.exact.Approximation;
import overthink.core.exact.Ranges;
import overthink.core.law.answer.AnswerLaw;
import overthink.core.law.answer.Attractor;
import overthink.core.law.answer.Distinct;
import overthink.core.law.answer.PitmanYor;
import overthink.core.law.answer.UniformAnswers;
import overthink.core.law.answer.Zipf;

/**
 * The accuracy of a majority vote: the probability that the true answer has the most of N votes, ties broken by the answer
 * seen first.
 *
 * <p><b>Ties.</b> Given the counts, every order of the votes is equally likely. Exchanging the names of two answers with
 * equal counts maps orders onto orders one to one, so each of 1 + k answers that tie for the most is seen first with
 * probability 1/(1 + k) = ∫ s<sup>k</sup> ds over [0, 1].
 *
 * <p><b>Method.</b> Let the number of votes be Poisson of mean n: counts X<sub>j</sub> are then independent Poisson of mean
 * μ<sub>j</sub> = n·q<sub>j</sub>, and conditioning on their sum n restores the multinomial law. Hence
 *
 * <p>P = ∑<sub>m</sub> P(X<sub>0</sub> = m) ∫ ds [sum of all = n] ∏<sub>j</sub> (∑<sub>i&lt;m</sub> P(X<sub>j</sub> = i) + s·
 * P(X<sub>j</sub> = m)) / P(Poisson(n) = n),
 *
 * <p>and the bracket is a coefficient of a generating function on the unit circle, taken by the trapezoidal rule. Its points
 * number about 8.7·√n: the error is the mass that a Poisson(n) has that far from n, below 1e−16. All truncated series of one
 * point come from running sums over m. Answers whose count cannot reach the true answer's are one Poisson factor; answers
 * expected at most ¼ times are one power series ({@link RareAnswers}); equal ones are one factor to a power.
 *
 * <p><b>Less to do.</b> Chernoff's bound tells which answers cannot have as many votes as the true one, and whether that one
 * can win at all ({@link Contest}). If one rival is left, the lead over it is a sum of independent steps ({@link Duel}).
 *
 * <p><b>Beyond</b> {@value #EXACT} votes, if more rivals are left, the number of votes stays Poisson (one point of the circle,
 * no division), which errs by about (n/2)·d²P/dn². Where the true answer is expected more than 2<sup>22</sup> times, a smaller
 * n is taken at which it is expected that often, and the gaps p − q<sub>j</sub> are widened to be as many standard deviations
 * as before.
 *
 * <p><b>Absolute error.</b> 1e−14 when no rival is left; 1e−14·(2 + √n/50) when one is, at any n (2e−10 at 2<sup>40</sup>); else to
 * {@value #EXACT} votes about 1e−15·√n·(1 + rivals left), so 1e−12 with a dozen at 4,096 and 1e−9 with thousands at 65,536,
 * and beyond below 1e−4.
 */
public final class Plurality {

    /** The largest N. */
    public static final long LARGEST = 1L << 40;

    /** The largest N for which the number of votes is not taken to be Poisson. */
    public static final int EXACT = 1 << 16;

    private static final double EQUAL = 1e-14;

    private final VoteShares answers;

    private Plurality(VoteShares answers) {
        this.answers = answers;
    }

    /** Whether a law of answers has weights that are the same for all problems, as {@link #of(AnswerLaw)} needs. */
    public static boolean applies(AnswerLaw law) {
        return !(law instanceof PitmanYor);
    }

    /**
     * The vote against the wrong answers of a law.
     *
     * @throws IllegalArgumentException when the weights are drawn for each problem; give those to
     *     {@link #of(double[], double)}
     */
    public static Plurality of(AnswerLaw law) {
        if (law instanceof Distinct) {
            return of(new double[0], 1);
        }
        if (law instanceof UniformAnswers uniform) {
            return new Plurality(VoteShares.even(uniform.answers()));
        }
        if (law instanceof Zipf zipf) {
            double[] all = new double[zipf.answers()];
            for (int k = 1; k <= all.length; k++) {
                all[k - 1] = StrictMath.pow(k, -zipf.exponent());
            }
            return of(all, 0);
        }
        if (law instanceof Attractor attractor) {
            double[] all = new double[attractor.answers()];
            Arrays.fill(all, (1 - attractor.share()) / Math.max(1, attractor.answers() - 1));
            all[0] = attractor.share();
            return of(all, 0);
        }
        throw new IllegalArgumentException("the weights of " + law + " differ between problems: give them instead");
    }

    /**
     * The vote against wrong answers of given weights.
     *
     * @param weights of the wrong answers, none negative, in any order and unit
     * @param unique the weight of wrong answers that nobody else gives, at least 0
     * @throws IllegalArgumentException when a weight is negative or not finite, or all are 0
     */
    public static Plurality of(double[] weights, double unique) {
        return new Plurality(VoteShares.of(weights, unique));
    }

    /**
     * The accuracy when wrong answers never agree: P(at least two correct) + P(one correct, and it comes first) =
     * 1 − (1 − p)<sup>n</sup> − (n − 1)·p·(1 − p)<sup>n−1</sup>, without cancellation.
     *
     * @param p in [0, 1]
     * @param n from 1 to 2<sup>53</sup>
     */
    public static double distinct(double p, long n) {
        Ranges.probability("p", p);
        Ranges.count("n", n, 1L << 53);
        if (p == 0 || p == 1 || n == 1) {
            return p;
        }
        double others = n - 1;
        double none = others * StrictMath.log1p(-p);
        double first = p * StrictMath.exp(none);
        // P(two or more) = 1 − (1−p)^(n−1)·(1 + (n−1)·p); the logarithm cancels to second order when (n−1)·p is small.
        double expected = others * p;
        double log =
                expected < 0.1 ? log1pMinus(expected) + others * log1pMinus(-p) : none + StrictMath.log1p(expected);
        return Math.min(1, first - StrictMath.expm1(log));
    }

    /** log(1 + x) − x for |x| at most 0.1 by its series. */
    private static double log1pMinus(double x) {
        double sum = 0;
        double power = -x;
        for (int r = 2; r <= 18; r++) {
            power *= -x;
            sum -= power / r;
        }
        return sum;
    }

    /**
     * The accuracy as the number of votes grows without end: 1 when the true answer is the likeliest, an equal share when it
     * ties, else 0.
     *
     * @param p in [0, 1]
     */
    public double limit(double p) {
        Ranges.probability("p", p);
        double rival = answers.groups() == 0 ? 0 : (1 - p) * answers.weight(0);
        if (p > 0 && Math.abs(p - rival) <= EQUAL * p) {
            return 1.0 / (1 + answers.multiplicity(0));
        }
        return p > rival ? 1 : 0;
    }

    /**
     * The accuracy of a vote over n candidates.
     *
     * @param p in [0, 1]
     * @param n from 1 to {@link #LARGEST}
     * @throws IllegalArgumentException when an argument is outside its range
     */
    public Approximation accuracy(double p, long n) {
        Ranges.probability("p", p);
        Ranges.count("n", n, LARGEST);
        if (p == 0 || p == 1 || n <= 2) {
            // Of two votes that differ the first wins: p² + 2·p·(1 − p)/2.
            return new Approximation(p, 0);
        }
        if (answers.total() == 0) {
            return new Approximation(distinct(p, n), 1e-15);
        }
        Contest contest = new Contest(answers, p, n);
        if (contest.lost()) {
            return new Approximation(0, Contest.ERROR);
        }
        if (contest.won()) {
            return new Approximation(1, Contest.ERROR);
        }
        Approximation among = contest.single()
                ? new Duel(p, (1 - p) * answers.weight(0), (1 - p) * (1 - answers.weight(0)), n).accuracy()
                : general(p, n, contest.groups());
        return new Approximation(among.value(), among.error() + Contest.ERROR);
    }

    private Approximation general(double p, long n, int groups) {
        return new PoissonVote(answers, groups, p, n, n > EXACT).accuracy();
    }

    /** The wrong answers. */
    public VoteShares answers() {
        return answers;
    }

    /** The accuracy of a vote of a Poisson number of candidates. */
    Approximation poisson(double p, long n) {
        return new PoissonVote(answers, answers.groups(), p, n, true).accuracy();
    }

    /** {@link #accuracy} by its general method, whatever may be left out. */
    Approximation general(double p, long n) {
        return general(p, n, answers.groups());
    }
}
