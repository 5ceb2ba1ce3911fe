package overthink.core.exact.voting;

import java.util.Arrays;
import overthink.core.exact.Approximation;

/**
 * The probability that the true answer wins a vote, for one p and one n, by the method that {@link Plurality} describes. The
 * counts of answers are independent Poisson variables; unless the number of votes is to stay Poisson, a sum over points of
 * the unit circle conditions them on their sum.
 */
final class PoissonVote {

    /** The most that the true answer is expected in a window of counts. */
    private static final double SCALED = 1 << 22;

    /** Of a Poisson number of votes in place of a given one, or of a scaled one. */
    private static final double POISSON_ERROR = 1e-4;

    /** Probabilities below this are nothing. */
    private static final double NEGLIGIBLE = 1e-17;

    /** Counts that no rare answer reaches. */
    static final int RARELY_REACHED = 14;

    /** So few rare answers have windows of their own. */
    private static final int FEW = 16;

    /** Aliases of e<sup>−this</sup> are nothing. */
    private static final double ALIAS = 35;

    /** What rules for ties may err by. */
    private static final double TIE_ERROR = 1e-15;

    /** Points of the circle where the generating function is below e<sup>−this</sup> are nothing. */
    private static final double DECAYED = 40;

    private final VoteShares answers;
    private final double unique;
    private final double p;
    private final long n;
    /** How many times smaller than n the number of votes that is taken is. */
    private final double scale;

    private final boolean poisson;
    private final double wrong;
    private final PoissonWindow truth;
    private final int least;
    private final int most;
    private final int rivals;
    private final PoissonWindow[] windows;
    private final int[] powers;
    private final double background;
    private final double[] rareSums;
    private final boolean uniqueMatters;

    /**
     * Finds which counts matter.
     *
     * @param groups how many groups of answers, from the likeliest on, may have as many votes as the truth
     * @param poisson whether the number of votes is Poisson of mean n, not n
     */
    PoissonVote(VoteShares answers, int groups, double p, long n, boolean poisson) {
        this.answers = answers;
        unique = answers.unique();
        this.p = p;
        this.n = n;
        this.poisson = poisson;
        scale = Math.max(1, n * p / SCALED);
        wrong = n * (1 - p);
        truth = new PoissonWindow(n * p / scale, NEGLIGIBLE);
        int firstRare = RareAnswers.firstRare(wrong);
        int lowest = Math.max(1, truth.low());
        if (unique == 0 && !poisson) {
            lowest = (int) Math.max(lowest, (n + answers.total()) / (answers.total() + 1));
        }
        // The greatest counts decide: an answer that must have more votes than the truth can have ends it, and one
        // that cannot have as many as the truth must have is background.
        int common = 0;
        PoissonWindow[] counts = new PoissonWindow[Math.min(groups, 16)];
        while (common < groups && (few(common) || !RareAnswers.rare(answers.weight(common), firstRare))) {
            double mean = expected(answers.weight(common));
            double spread = 10 * StrictMath.sqrt(mean) + 60;
            if (mean + spread < lowest) {
                break;
            }
            if (mean - spread > truth.high()) {
                lowest = Integer.MAX_VALUE;
                break;
            }
            if (common == counts.length) {
                counts = Arrays.copyOf(counts, Math.min(groups, 2 * common));
            }
            counts[common] = new PoissonWindow(mean, NEGLIGIBLE / answers.multiplicity(common));
            lowest = Math.max(lowest, counts[common].low());
            common++;
        }
        windows = counts;
        most = (int) Math.min(truth.high(), n);
        least = firstThatMatters(lowest, common);
        int kept = 0;
        powers = new int[common];
        double distinguished = 0;
        for (int j = 0; j < common; j++) {
            if (windows[j].high() >= least) {
                windows[kept] = windows[j];
                powers[kept++] = answers.multiplicity(j);
                distinguished += answers.multiplicity(j) * windows[j].mean();
            }
        }
        rivals = kept;
        boolean rareMatter = least < RARELY_REACHED && common < groups;
        rareSums = rareMatter ? answers.rare().powerSums(wrong, firstRare) : new double[2];
        uniqueMatters = unique > 0 && least == 1;
        double separate = distinguished + rareSums[1] + (uniqueMatters ? wrong * unique : 0);
        background = Math.max(0, wrong - separate);
    }

    /** Whether answers from a group on have windows of their own even if they are rare. */
    private boolean few(int group) {
        return answers.groups() - group <= FEW && answers.multiplicity(group) <= FEW;
    }

    /** How often an answer of a weight is expected: n·q, or with a smaller n at as many standard deviations from n·p. */
    private double expected(double weight) {
        double q = (1 - p) * weight;
        return scale == 1 ? n * q : Math.max(0, n / scale * (p + (q - p) * StrictMath.sqrt(scale)));
    }

    /** The least m such that P(X<sub>0</sub> ≤ m and no common answer above its own bound) is not negligible. */
    private int firstThatMatters(int lowest, int common) {
        double[] below = new double[common];
        for (int j = 0; j < common; j++) {
            below[j] = windows[j].sum(windows[j].low(), lowest);
        }
        double sum = 0;
        int m = lowest;
        for (; m <= most; m++) {
            double product = truth.mass(m);
            for (int j = 0; j < common; j++) {
                below[j] += windows[j].mass(m);
                int power = answers.multiplicity(j);
                product *= power == 1 ? below[j] : StrictMath.pow(below[j], power);
            }
            sum += product;
            if (sum > NEGLIGIBLE) {
                break;
            }
        }
        return m;
    }

    Approximation accuracy() {
        if (least > most) {
            return new Approximation(0, 1e-14);
        }
        if (rivals == 0 && rareExpected() == 0 && !uniqueMatters) {
            return new Approximation(1, 1e-14);
        }
        Circle circle = new Circle(poisson ? 1 : points());
        TieRule[] ties = ties();
        int used = poisson ? 1 : circle.points() / 2 + 1;
        while (background * circle.cosMinusOne(used - 1) < -DECAYED) {
            used--;
        }
        double sum = 0;
        for (int from = 0; from < used; from += VoteSum.BLOCK) {
            sum += new VoteSum(this, circle, from, Math.min(used, from + VoteSum.BLOCK)).value(ties);
        }
        if (poisson) {
            return new Approximation(Math.max(0, Math.min(1, sum)), POISSON_ERROR);
        }
        double value = sum / circle.points() / certain(n);
        double error = 1e-15 * (20 + StrictMath.sqrt(n) * (1 + Math.min(n, rivalAnswers())));
        return new Approximation(Math.max(0, Math.min(1, value)), error);
    }

    /** P(a Poisson variable of mean n is n): n<sup>n</sup>·e<sup>−n</sup>/n!, by Stirling's series from 32 on. */
    static double certain(long n) {
        if (n < 32) {
            double product = StrictMath.exp(-n);
            for (int i = 1; i <= n; i++) {
                product *= (double) n / i;
            }
            return product;
        }
        double x = 1.0 / n;
        double correction = x * (1.0 / 12 - x * x * (1.0 / 360 - x * x * (1.0 / 1260 - x * x / 1680)));
        return StrictMath.exp(-correction) / StrictMath.sqrt(2 * Math.PI * n);
    }

    private double rivalAnswers() {
        double sum = 0;
        for (int j = 0; j < rivals; j++) {
            sum += powers[j];
        }
        return sum;
    }

    /** Enough that a Poisson(n) reaches n + points with probability below e<sup>−{@value #ALIAS}</sup> only. */
    private int points() {
        int points = 8;
        while (true) {
            double x = (double) points / n;
            if (n * ((1 + x) * StrictMath.log1p(x) - x) > ALIAS + 0.5 * StrictMath.log(n)) {
                return points;
            }
            points += 1 + points / 32;
        }
    }

    /** For each count of the truth that matters, a rule for as many answers as may tie with it. */
    private TieRule[] ties() {
        TieRule[] ties = new TieRule[most - least + 1];
        // A Poisson number of votes may be a little above n.
        double votes = (poisson ? n + 10 * StrictMath.sqrt(n) : n) / scale;
        double[] below = new double[rivals];
        double tolerance = certain(n) * TIE_ERROR / ties.length;
        for (int j = 0; j < rivals; j++) {
            below[j] = windows[j].sum(windows[j].low(), least);
        }
        for (int m = least; m <= most; m++) {
            long answersThatMay = 0;
            double ratio = 0;
            double chance = truth.mass(m);
            for (int j = 0; j < rivals; j++) {
                double mass = windows[j].mass(m);
                answersThatMay += windows[j].high() >= m ? powers[j] : 0;
                ratio += mass > 0 ? powers[j] * mass / below[j] : 0;
                below[j] += mass;
                chance *= powers[j] == 1 ? below[j] : 1;
            }
            if (rareSums[1] > 0 && m < RARELY_REACHED) {
                answersThatMay = answers.total();
                ratio = Double.POSITIVE_INFINITY;
            }
            if (uniqueMatters && m == 1) {
                answersThatMay = Long.MAX_VALUE;
                ratio = Double.POSITIVE_INFINITY;
            }
            long degree = Math.min(answersThatMay, Math.max(0, (long) (votes / m) - 1));
            ties[m - least] = TieRule.of(degree, ratio, tolerance / chance);
        }
        return ties;
    }

    /** The least of the true answer's counts that matter. */
    int least() {
        return least;
    }

    /** The greatest of the true answer's counts that matter. */
    int most() {
        return most;
    }

    /** The true answer's count. */
    PoissonWindow truth() {
        return truth;
    }

    /** How many kinds of answers with windows of their own there are. */
    int rivals() {
        return rivals;
    }

    /** The count of an answer of kind j. */
    PoissonWindow window(int j) {
        return windows[j];
    }

    /** How many answers are of kind j. */
    int power(int j) {
        return powers[j];
    }

    /** Expected votes of answers that cannot matter. */
    double background() {
        return background;
    }

    /** Expected votes of rare answers that may matter. */
    double rareExpected() {
        return rareSums[1];
    }

    /** Sums of powers of what rare answers are expected. */
    double[] rareSums() {
        return rareSums;
    }

    /** Expected votes of answers that nobody else gives, if they may tie with a truth of one vote, else 0. */
    double uniqueExpected() {
        return uniqueMatters ? wrong * unique : 0;
    }

    /** k·n modulo the points of the circle. */
    int turned(int k, int points) {
        return poisson ? 0 : (int) (n % points * k % points);
    }
}
