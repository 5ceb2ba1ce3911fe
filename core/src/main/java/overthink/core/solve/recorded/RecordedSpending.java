package overthink.core.solve.recorded;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import overthink.core.exact.replay.Draws;
import overthink.core.exact.replay.GreatestOfReplay;
import overthink.core.law.cost.Latency;
import overthink.core.model.RecordedWorld;
import overthink.core.route.ExpectedSpending;

/** What strategies of recorded candidates spend on average, as the ledger and timeline of a trial would charge it. */
final class RecordedSpending {

    private final RecordedWorld world;
    private final Latency latency;
    private final double verifierNanos;
    private final int verifierConcurrency;
    /** Whether calls take different times. */
    private final boolean varies;

    /** By candidate of the problem in hand. */
    private double[] tokens = new double[0];
    /** Likewise. */
    private double[] nanos = new double[0];

    private @Nullable GreatestOfReplay longest;

    RecordedSpending(RecordedWorld world) {
        this.world = world;
        latency = world.costs().policy().latency();
        Latency verifier = world.costs().verifier().latency();
        verifierNanos = verifier.nanos(world.costs().tokensPerCall());
        verifierConcurrency = verifier.concurrency();
        varies = varies(world);
    }

    private static boolean varies(RecordedWorld world) {
        return world.recording().hasTokens() && world.costs().policy().latency().perToken() > 0;
    }

    /** Why the mean of what candidates side by side spend is not known. */
    static Optional<String> obstacleTogether(RecordedWorld world) {
        int concurrency = world.costs().policy().latency().concurrency();
        boolean allAtOnce = world.replacement()
                ? concurrency == Integer.MAX_VALUE
                : concurrency >= world.recording().fewest();
        return varies(world) && concurrency > 1 && !allAtOnce
                ? Optional.of(("calls take as long as their tokens, and %d at once run in an order that has no closed"
                                + " form")
                        .formatted(concurrency))
                : Optional.empty();
    }

    /** Turns to another problem. */
    void turnTo(int problem, Draws draws) {
        int n = draws.candidates();
        tokens = new double[n];
        nanos = new double[n];
        for (int i = 0; i < n; i++) {
            tokens[i] = world.recording().hasTokens() ? world.recording().tokens(problem, i) : world.tokens();
            nanos[i] = latency.nanos(tokens[i]);
        }
        longest = varies ? new GreatestOfReplay(draws, nanos, nanos) : null;
    }

    /** The first candidate alone. */
    ExpectedSpending one() {
        return spending(1, mean(tokens), 0, 1, mean(nanos));
    }

    /** {@code k} that run together in one round, and then {@code callsEach} verifier calls for each. */
    ExpectedSpending together(long k, int callsEach) {
        double calls = (double) k * callsEach;
        double policyNanos;
        GreatestOfReplay longestCall = longest;
        if (longestCall == null) {
            policyNanos = Math.ceil((double) k / latency.concurrency()) * nanos[0];
        } else {
            policyNanos = latency.concurrency() == 1 ? k * mean(nanos) : longestCall.expected(k);
        }
        return spending(
                k, k * mean(tokens), calls, 1, policyNanos + Math.ceil(calls / verifierConcurrency) * verifierNanos);
    }

    /**
     * One after the other with a verifier call each, until one of some is drawn; all of these are drawn alike often, and so are
     * the others.
     *
     * @param stops which ends it
     * @param stopped the chance that one of them is drawn
     * @param drawn how many are drawn on average, that one included
     */
    ExpectedSpending until(boolean[] stops, double stopped, double drawn) {
        double rest = drawn - stopped;
        return spending(
                drawn,
                stopped * mean(tokens, stops, true) + rest * mean(tokens, stops, false),
                drawn,
                drawn,
                stopped * mean(nanos, stops, true) + rest * mean(nanos, stops, false) + drawn * verifierNanos);
    }

    /** One of the candidates that are drawn one after the other, with a verifier call, on average. */
    ExpectedSpending each() {
        return spending(1, mean(tokens), 1, 1, mean(nanos) + verifierNanos);
    }

    /** Candidates are of one step. */
    private ExpectedSpending spending(
            double candidates, double policyTokens, double calls, double rounds, double elapsed) {
        double prompt = world.promptTokens();
        return new ExpectedSpending(
                candidates, candidates, policyTokens, prompt, (candidates - 1) * prompt, calls, rounds, elapsed);
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).sum() / values.length;
    }

    /** The mean of the values that are marked as asked; 0 when there is none. */
    private static double mean(double[] values, boolean[] marks, boolean mark) {
        double sum = 0;
        int count = 0;
        for (int i = 0; i < values.length; i++) {
            if (marks[i] == mark) {
                sum += values[i];
                count++;
            }
        }
        return count == 0 ? 0 : sum / count;
    }
}
