package overthink.core.fit.difficulty;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.apache.commons.math3.special.Gamma;

/**
 * Beta-binomial probabilities in closed form: C(n, c)·B(a + c, b + n − c) ÷ B(a, b). What hangs on one parameter alone is kept,
 * since a rectangle asks for each value many times, and groups share numbers of right candidates, wrong ones and all.
 */
final class BetaMarginals implements Marginals {

    private final double[] logChoose;
    private final Rising right;
    private final Rising wrong;
    private final Rising all;

    BetaMarginals(SuccessCounts counts) {
        int groups = counts.groups();
        logChoose = new double[groups];
        int[] c = new int[groups];
        int[] w = new int[groups];
        int[] n = new int[groups];
        for (int g = 0; g < groups; g++) {
            n[g] = counts.groupCandidates(g);
            c[g] = counts.groupCorrect(g);
            w[g] = n[g] - c[g];
            logChoose[g] = LogitCells.logChoose(n[g], c[g]);
        }
        right = new Rising(c);
        wrong = new Rising(w);
        all = new Rising(n);
    }

    /** Logarithms of rising factorials of one start, at the steps that groups take. */
    private static final class Rising {

        private static final int MOST_KEPT = 4096;

        private final int[] steps;
        private final int[] indexOfGroup;
        private final Map<Double, double[]> kept = new HashMap<>();
        private double[] logs = {};

        Rising(int[] stepsOfGroup) {
            steps = Arrays.stream(stepsOfGroup).sorted().distinct().toArray();
            indexOfGroup = Arrays.stream(stepsOfGroup)
                    .map(one -> Arrays.binarySearch(steps, one))
                    .toArray();
        }

        void turnTo(double start, boolean keep) {
            logs = keep && kept.size() < MOST_KEPT ? kept.computeIfAbsent(start, this::of) : of(start);
        }

        private double[] of(double start) {
            double[] made = new double[steps.length];
            for (int i = 0; i < made.length; i++) {
                made[i] = logRising(start, steps[i]);
            }
            return made;
        }

        double log(int group) {
            return logs[indexOfGroup[group]];
        }
    }

    @Override
    public void turnTo(Lattice laws, int point) {
        double a = laws.first(point);
        double b = laws.second(point);
        right.turnTo(a, true);
        wrong.turnTo(b, true);
        all.turnTo(a + b, false);
    }

    @Override
    public double logOf(int group) {
        return logChoose[group] + right.log(group) + wrong.log(group) - all.log(group);
    }

    /** log of x·(x + 1)·…·(x + steps − 1) = Γ(x + steps) ÷ Γ(x). */
    static double logRising(double x, int steps) {
        if (steps <= 4) {
            double product = 1;
            for (int i = 0; i < steps; i++) {
                product *= x + i;
            }
            return StrictMath.log(product);
        }
        return Gamma.logGamma(x + steps) - Gamma.logGamma(x);
    }
}
