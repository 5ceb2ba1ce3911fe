package overthink.core.exact;

import java.util.Arrays;

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
    private static final double NEGLIGIBLE = 1e-20;

    /** Counts that no rare answer reaches. */
    private static final int RARELY_REACHED = 14;

    /** Aliases of e<sup>−this</sup> are nothing. */
    private static final double ALIAS = 38;

    private final AnswerWeights answers;
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
    private final double rareExpected;
    private final boolean uniqueMatters;

    /**
     * Finds which counts matter.
     *
     * @param poisson whether the number of votes is Poisson of mean n, not n
     */
    PoissonVote(AnswerWeights answers, double p, long n, boolean poisson) {
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
        PoissonWindow[] counts = new PoissonWindow[Math.min(answers.groups(), 16)];
        while (common < answers.groups() && !RareAnswers.rare(answers.weight(common), firstRare)) {
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
                counts = Arrays.copyOf(counts, Math.min(answers.groups(), 2 * common));
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
        rareSums = least < RARELY_REACHED ? answers.rare().powerSums(wrong, firstRare) : new double[2];
        rareExpected = rareSums[1];
        uniqueMatters = unique > 0 && least == 1;
        double separate = distinguished + rareExpected + (uniqueMatters ? wrong * unique : 0);
        background = Math.max(0, wrong - separate);
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
            for (int i = windows[j].low(); i < lowest; i++) {
                below[j] += windows[j].mass(i);
            }
        }
        double sum = 0;
        int m = lowest;
        for (; m <= most; m++) {
            double product = truth.mass(m);
            for (int j = 0; j < common; j++) {
                below[j] += windows[j].mass(m);
                product *= StrictMath.pow(below[j], answers.multiplicity(j));
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
            return new Approximation(0, 1e-17);
        }
        if (rivals == 0 && rareExpected == 0 && !uniqueMatters) {
            return new Approximation(1, 1e-16);
        }
        int points = poisson ? 1 : points();
        double[] cos = new double[points];
        double[] sin = new double[points];
        for (int i = 0; i < points; i++) {
            cos[i] = StrictMath.cos(2 * Math.PI * i / points);
            sin[i] = StrictMath.sin(2 * Math.PI * i / points);
        }
        Levels levels = new Levels();
        double sum = 0;
        for (int k = 0; k <= points / 2; k++) {
            double decay = background * (cos[k] - 1);
            if (decay < -45) {
                break;
            }
            double value = levels.at(k, cos, sin, decay);
            sum += k == 0 || 2 * k == points ? value : 2 * value;
        }
        if (poisson) {
            return new Approximation(Math.max(0, Math.min(1, sum)), POISSON_ERROR);
        }
        double certain = new PoissonWindow(n, NEGLIGIBLE).mass((int) n);
        double value = sum / points / certain;
        double error = 1e-15 * (20 + StrictMath.sqrt(n) * (1 + Math.min(n, rivalAnswers())));
        return new Approximation(Math.max(0, Math.min(1, value)), error);
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

    /** The sum over the true answer's count m, at one point of the circle. */
    private final class Levels {

        private final TieRule[] ties = new TieRule[most - least + 1];
        private final double[][][] rareLogs = new double[Math.max(0, Math.min(most + 1, RARELY_REACHED) - least)][][];
        private final double[] belowRe = new double[rivals];
        private final double[] belowIm = new double[rivals];
        private final double[] productRe;
        private final double[] productIm;
        private final double[] square = new double[2];

        Levels() {
            int widest = 1;
            for (int m = least; m <= most; m++) {
                // A Poisson number of votes may be a little above n.
                double votes = poisson ? n + 10 * StrictMath.sqrt(n) : n;
                long degree = Math.max(0, (long) (votes / scale / m) - 1);
                if (unique == 0 || m > 1) {
                    degree = Math.min(degree, answers.total());
                }
                ties[m - least] = TieRule.of(degree);
                widest = Math.max(widest, ties[m - least].size());
            }
            productRe = new double[widest];
            productIm = new double[widest];
            for (int i = 0; i < rareLogs.length && rareExpected > 0; i++) {
                TieRule tie = ties[i];
                rareLogs[i] = new double[tie.size()][];
                for (int s = 0; s < tie.size(); s++) {
                    double[] log = RareAnswers.logCoefficients(least + i, tie.node(s));
                    for (int r = 1; r < log.length; r++) {
                        log[r] *= rareSums[r];
                    }
                    rareLogs[i][s] = log;
                }
            }
        }

        /** Re ω<sup>−kn</sup>·(the generating function at ω<sup>k</sup>). */
        double at(int k, double[] cos, double[] sin, double decay) {
            int points = cos.length;
            for (int j = 0; j < rivals; j++) {
                PoissonWindow window = windows[j];
                double re = 0;
                double im = 0;
                int index = (int) ((long) window.low() * k % points);
                for (int i = window.low(); i < least; i++) {
                    double mass = window.mass(i);
                    re += mass * cos[index];
                    im += mass * sin[index];
                    index += k;
                    index = index >= points ? index - points : index;
                }
                belowRe[j] = re;
                belowIm[j] = im;
            }
            double rareSize = StrictMath.exp(rareExpected * (cos[k] - 1));
            double rareRe = rareSize * StrictMath.cos(rareExpected * sin[k]);
            double rareIm = rareSize * StrictMath.sin(rareExpected * sin[k]);
            double uniqueSize = StrictMath.exp(wrong * unique * (cos[k] - 1));
            double uniqueRe = uniqueSize * StrictMath.cos(wrong * unique * sin[k]);
            double uniqueIm = uniqueSize * StrictMath.sin(wrong * unique * sin[k]);
            double sumRe = 0;
            double sumIm = 0;
            int index = (int) ((long) least * k % points);
            for (int m = least; m <= most; m++) {
                double c = cos[index];
                double s = sin[index];
                TieRule tie = ties[m - least];
                multiply(m, c, s, tie);
                if (m < RARELY_REACHED && rareExpected > 0) {
                    multiplyRare(m, cos[k], sin[k], tie);
                } else if (rareExpected > 0) {
                    multiplyAll(tie.size(), rareRe, rareIm);
                }
                if (uniqueMatters && m == 1) {
                    multiplyUnique(cos[k], sin[k], tie);
                } else if (uniqueMatters) {
                    multiplyAll(tie.size(), uniqueRe, uniqueIm);
                }
                double re = 0;
                double im = 0;
                for (int t = 0; t < tie.size(); t++) {
                    re += tie.weight(t) * productRe[t];
                    im += tie.weight(t) * productIm[t];
                }
                double mass = truth.mass(m);
                sumRe += mass * (re * c - im * s);
                sumIm += mass * (re * s + im * c);
                index += k;
                index = index >= points ? index - points : index;
            }
            double size = StrictMath.exp(decay);
            double angle = background * sin[k];
            int turned = (int) (n * k % points);
            // e^(i·angle)·ω^(−kn)
            double c = StrictMath.cos(angle);
            double s = StrictMath.sin(angle);
            double re = c * cos[turned] + s * sin[turned];
            double im = s * cos[turned] - c * sin[turned];
            return size * (re * sumRe - im * sumIm);
        }

        /** ∏ over rivals of (below + s·top), then moves the tops below. */
        private void multiply(int m, double c, double s, TieRule tie) {
            int size = tie.size();
            for (int t = 0; t < size; t++) {
                productRe[t] = 1;
                productIm[t] = 0;
            }
            for (int j = 0; j < rivals; j++) {
                double mass = windows[j].mass(m);
                double topRe = mass * c;
                double topIm = mass * s;
                double below = belowRe[j];
                double belowI = belowIm[j];
                int power = powers[j];
                for (int t = 0; t < size; t++) {
                    double re = below + tie.node(t) * topRe;
                    double im = belowI + tie.node(t) * topIm;
                    if (power > 1) {
                        raise(re, im, power);
                        re = square[0];
                        im = square[1];
                    }
                    double product = productRe[t] * re - productIm[t] * im;
                    productIm[t] = productRe[t] * im + productIm[t] * re;
                    productRe[t] = product;
                }
                belowRe[j] = below + topRe;
                belowIm[j] = belowI + topIm;
            }
        }

        /** (re + i·im)<sup>power</sup> by squaring, into {@code square}. */
        private void raise(double re, double im, int power) {
            double outRe = 1;
            double outIm = 0;
            double baseRe = re;
            double baseIm = im;
            for (int rest = power; rest > 0; rest >>= 1) {
                if ((rest & 1) == 1) {
                    double product = outRe * baseRe - outIm * baseIm;
                    outIm = outRe * baseIm + outIm * baseRe;
                    outRe = product;
                }
                double product = baseRe * baseRe - baseIm * baseIm;
                baseIm = 2 * baseRe * baseIm;
                baseRe = product;
            }
            square[0] = outRe;
            square[1] = outIm;
        }

        /** exp(Σ κ<sub>r</sub>·P<sub>r</sub>·ω<sup>kr</sup> − Σ μ) by Horner's rule. */
        private void multiplyRare(int m, double c, double s, TieRule tie) {
            for (int t = 0; t < tie.size(); t++) {
                double[] log = rareLogs[m - least][t];
                double re = 0;
                double im = 0;
                for (int r = log.length - 1; r > 0; r--) {
                    double next = (re + log[r]) * c - im * s;
                    im = (re + log[r]) * s + im * c;
                    re = next;
                }
                multiplyExp(t, re - rareExpected, im);
            }
        }

        /** Answers that nobody else gives tie with a truth that has one vote: exp(μ·(s·ω − 1)). */
        private void multiplyUnique(double c, double s, TieRule tie) {
            double expected = wrong * unique;
            for (int t = 0; t < tie.size(); t++) {
                multiplyExp(t, expected * (tie.node(t) * c - 1), expected * tie.node(t) * s);
            }
        }

        private void multiplyAll(int size, double re, double im) {
            for (int t = 0; t < size; t++) {
                multiplyOne(t, re, im);
            }
        }

        private void multiplyExp(int t, double logSize, double angle) {
            double size = StrictMath.exp(logSize);
            multiplyOne(t, size * StrictMath.cos(angle), size * StrictMath.sin(angle));
        }

        private void multiplyOne(int t, double re, double im) {
            double product = productRe[t] * re - productIm[t] * im;
            productIm[t] = productRe[t] * im + productIm[t] * re;
            productRe[t] = product;
        }
    }
}
