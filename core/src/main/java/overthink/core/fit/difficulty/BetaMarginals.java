package overthink.core.fit.difficulty;

import java.util.HashMap;
import java.util.Map;
import org.apache.commons.math3.special.Gamma;

/**
 * Beta-binomial probabilities in closed form: C(n, c)·B(a + c, b + n − c) ÷ B(a, b). What hangs on one parameter alone is kept,
 * since a grid asks for each value many times.
 */
final class BetaMarginals implements Marginals {

    private final SuccessCounts counts;
    private final double[] logChoose;
    private final Map<Double, double[]> right = new HashMap<>();
    private final Map<Double, double[]> wrong = new HashMap<>();

    BetaMarginals(SuccessCounts counts) {
        this.counts = counts;
        logChoose = new double[counts.groups()];
        for (int g = 0; g < logChoose.length; g++) {
            logChoose[g] = LogitCells.logChoose(counts.groupCandidates(g), counts.groupCorrect(g));
        }
    }

    @Override
    public void logOf(Lattice laws, int point, double[] into) {
        double a = laws.first(point);
        double b = laws.second(point);
        double[] ofRight = right.computeIfAbsent(a, value -> rising(value, true));
        double[] ofWrong = wrong.computeIfAbsent(b, value -> rising(value, false));
        int n = -1;
        double ofAll = 0;
        for (int g = 0; g < into.length; g++) {
            if (counts.groupCandidates(g) != n) {
                n = counts.groupCandidates(g);
                ofAll = logRising(a + b, n);
            }
            into[g] = logChoose[g] + ofRight[g] + ofWrong[g] - ofAll;
        }
    }

    private double[] rising(double start, boolean ofRight) {
        double[] logs = new double[counts.groups()];
        for (int g = 0; g < logs.length; g++) {
            int c = counts.groupCorrect(g);
            logs[g] = logRising(start, ofRight ? c : counts.groupCandidates(g) - c);
        }
        return logs;
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
