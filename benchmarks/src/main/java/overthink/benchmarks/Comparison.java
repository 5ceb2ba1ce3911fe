package overthink.benchmarks;

import java.util.ArrayList;
import java.util.List;

/** Rounds of one strategy on both sides, at one greatest budget. */
final class Comparison {

    private final List<SideRun> numpy = new ArrayList<>();
    private final List<SideRun> own = new ArrayList<>();
    private final int factor;

    /**
     * A comparison without a round.
     *
     * @param factor how many times NumPy's trials this project's side ran
     */
    Comparison(int factor) {
        this.factor = factor;
    }

    /** Adds a round: the same problems on both sides. */
    void add(SideRun numpySide, SideRun ownSide) {
        if (numpySide.accuracy().size() != ownSide.accuracy().size()) {
            throw new IllegalArgumentException("NumPy's side has %d budgets, ours %d"
                    .formatted(numpySide.accuracy().size(), ownSide.accuracy().size()));
        }
        numpy.add(numpySide);
        own.add(ownSide);
    }

    /** NumPy's nanoseconds per draw in its fastest round: what slows a round down is not the program. */
    double numpyNanos() {
        return fastest(numpy);
    }

    /** Ours likewise. */
    double ownNanos() {
        return fastest(own);
    }

    /** NumPy's mean accuracy over the rounds. */
    double numpyAccuracy(int budget) {
        return mean(numpy, budget);
    }

    /** Ours likewise. */
    double ownAccuracy(int budget) {
        return mean(own, budget);
    }

    /**
     * Our accuracy minus NumPy's in standard errors of that difference. The problems are the same, so only trials are random:
     * with v the variance that we state and {@code factor} times the trials, the variance of a round's difference is
     * v + {@code factor}·v.
     */
    double standardErrors(int budget) {
        double difference = 0;
        double variance = 0;
        for (int i = 0; i < own.size(); i++) {
            difference +=
                    own.get(i).accuracy().get(budget) - numpy.get(i).accuracy().get(budget);
            double error = own.get(i).stdError().get(budget);
            variance += (1 + factor) * error * error;
        }
        return difference == 0 ? 0 : difference / Math.sqrt(variance);
    }

    private static double fastest(List<SideRun> runs) {
        return runs.stream().mapToDouble(SideRun::nanosPerDraw).min().orElseThrow();
    }

    private static double mean(List<SideRun> runs, int budget) {
        return runs.stream()
                .mapToDouble(run -> run.accuracy().get(budget))
                .average()
                .orElseThrow();
    }
}
