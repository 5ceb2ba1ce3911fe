package overthink.core.fit.difficulty;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.commons.math3.special.Gamma;
import overthink.core.random.NormalProbability;

/**
 * The line of logit p in 400 equal cells on [−18.5, 11.5]; the cells at the ends take the rest. A law is its weights on the cells,
 * a pair of counts its mean likelihood in each, taken over parts of a cell that are small against what n candidates can tell
 * apart.
 */
final class LogitCells {

    static final int COUNT = 400;
    static final double LOW = -18.5;
    static final double WIDTH = 30.0 / COUNT;

    /** Parts are no wider than this share of 1/√n, the least error of a logit that n candidates leave. */
    private static final double FINE = 0.5;

    /** By edge, from the one above the first cell to the one below the last: log p and log(1 − p). */
    private static final double[] LOG_P = new double[COUNT - 1];

    static {
        for (int i = 0; i < LOG_P.length; i++) {
            LOG_P[i] = logLogistic(edge(i + 1));
        }
    }

    private LogitCells() {}

    /** The logit at which a cell begins. */
    static double edge(int cell) {
        return LOW + cell * WIDTH;
    }

    /** log p at a logit. */
    static double logLogistic(double logit) {
        return logit >= 0 ? -StrictMath.log1p(StrictMath.exp(-logit)) : logit - StrictMath.log1p(StrictMath.exp(logit));
    }

    /** p at a logit. */
    static double logistic(double logit) {
        if (logit >= 0) {
            return 1 / (1 + StrictMath.exp(-logit));
        }
        double odds = StrictMath.exp(logit);
        return odds / (1 + odds);
    }

    /** Into how many parts a cell is cut for n candidates. */
    static int partsFor(int n) {
        return Math.max(1, (int) Math.ceil(WIDTH * StrictMath.sqrt(n) / FINE));
    }

    /** log of C(n, c). */
    static double logChoose(int n, int c) {
        return c == 0 || c == n ? 0 : Gamma.logGamma(n + 1.0) - Gamma.logGamma(c + 1.0) - Gamma.logGamma(n - c + 1.0);
    }

    /** Logarithms of p and 1 − p at the middles of all parts of all cells. */
    static final class Parts {

        private final int number;
        private final double[] logP;
        private final double[] logRest;

        /** So many parts a cell. */
        Parts(int number) {
            this.number = number;
            logP = new double[COUNT * number];
            logRest = new double[COUNT * number];
            for (int i = 0; i < logP.length; i++) {
                double logit = LOW + WIDTH * (i + 0.5) / number;
                logP[i] = logLogistic(logit);
                logRest[i] = logLogistic(-logit);
            }
        }

        /** log of p<sup>c</sup>·(1 − p)<sup>n−c</sup> in the middle of a part of a cell. */
        double logLikelihood(int n, int c, int cell, int part) {
            int i = cell * number + part;
            return c * logP[i] + (n - c) * logRest[i];
        }

        /** How many parts a cell has. */
        int number() {
            return number;
        }

        /** A part of a cell, by its likelihood. */
        int choose(int n, int c, int cell, double u) {
            if (number == 1) {
                return 0;
            }
            double most = Double.NEGATIVE_INFINITY;
            for (int part = 0; part < number; part++) {
                most = Math.max(most, logLikelihood(n, c, cell, part));
            }
            double[] sums = new double[number];
            double sum = 0;
            for (int part = 0; part < number; part++) {
                sum += StrictMath.exp(logLikelihood(n, c, cell, part) - most);
                sums[part] = sum;
            }
            return DifficultyPosterior.above(sums, u * sum);
        }

        /** By cell: the probability of c right ones of n, averaged over the cell. */
        double[] likelihoods(int n, int c) {
            double logChoose = logChoose(n, c);
            double[] likelihoods = new double[COUNT];
            for (int cell = 0; cell < COUNT; cell++) {
                double sum = 0;
                for (int part = 0; part < number; part++) {
                    sum += StrictMath.exp(logChoose + logLikelihood(n, c, cell, part));
                }
                likelihoods[cell] = sum / number;
            }
            return likelihoods;
        }
    }

    /** The likelihoods of all groups of counts. */
    static final class Table {

        private final Map<Integer, Parts> parts = new HashMap<>();
        private final double[][] likelihoods;

        Table(SuccessCounts counts) {
            likelihoods = new double[counts.groups()][];
            for (int g = 0; g < likelihoods.length; g++) {
                int n = counts.groupCandidates(g);
                Parts ofCells = parts.computeIfAbsent(partsFor(n), Parts::new);
                likelihoods[g] = ofCells.likelihoods(n, counts.groupCorrect(g));
            }
        }

        /** By cell: the mean probability of a group's counts. */
        double[] likelihoods(int group) {
            return likelihoods[group];
        }

        /** The parts of cells that are fine enough for n candidates, for an n of the counts. */
        Parts parts(int n) {
            return Objects.requireNonNull(parts.get(partsFor(n)));
        }
    }

    /** The weights on the cells of Kumaraswamy's law, or of the logit-normal one. */
    static double[] weights(DifficultyFamily family, double first, double second) {
        return family == DifficultyFamily.KUMARASWAMY ? kumaraswamy(first, second) : logitNormal(first, second);
    }

    private static double[] kumaraswamy(double a, double b) {
        double[] weights = new double[COUNT];
        double below = 0;
        double above = 1;
        for (int cell = 0; cell < COUNT; cell++) {
            double nextBelow = 1;
            double nextAbove = 0;
            if (cell < COUNT - 1) {
                // log of the part above: b·log(1 − p^a)
                double logAbove = b * logOneMinusExp(a * LOG_P[cell]);
                nextBelow = -StrictMath.expm1(logAbove);
                nextAbove = StrictMath.exp(logAbove);
            }
            weights[cell] = below < 0.5 ? nextBelow - below : above - nextAbove;
            below = nextBelow;
            above = nextAbove;
        }
        return weights;
    }

    /** log(1 − e<sup>x</sup>) for x below 0. */
    private static double logOneMinusExp(double x) {
        return x > -0.6931471805599453 ? StrictMath.log(-StrictMath.expm1(x)) : StrictMath.log1p(-StrictMath.exp(x));
    }

    private static double[] logitNormal(double mu, double sigma) {
        double[] weights = new double[COUNT];
        double before = Double.NEGATIVE_INFINITY;
        double below = 0;
        for (int cell = 0; cell < COUNT; cell++) {
            double z = cell < COUNT - 1 ? (edge(cell + 1) - mu) / sigma : Double.POSITIVE_INFINITY;
            if (z <= 0) {
                double nextBelow = NormalProbability.below(z);
                weights[cell] = nextBelow - below;
                below = nextBelow;
            } else if (before <= 0) {
                double above = NormalProbability.below(-z);
                weights[cell] = 1 - below - above;
                below = above;
            } else {
                double above = NormalProbability.below(-z);
                weights[cell] = below - above;
                below = above;
            }
            before = z;
        }
        return weights;
    }

    /** Σ weight × likelihood, in four sums that a processor can take side by side, always in the same order. */
    static double dot(double[] weights, double[] likelihoods) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        for (int i = 0; i < COUNT; i += 4) {
            s0 += weights[i] * likelihoods[i];
            s1 += weights[i + 1] * likelihoods[i + 1];
            s2 += weights[i + 2] * likelihoods[i + 2];
            s3 += weights[i + 3] * likelihoods[i + 3];
        }
        return (s0 + s1) + (s2 + s3);
    }
}
