package overthink.scenarios.expectation;

import overthink.core.api.Resource;
import overthink.core.estimate.Cost;
import overthink.core.estimate.Estimate;
import overthink.core.estimate.Method;
import overthink.core.estimate.Row;
import overthink.core.estimate.Worth;

/** A figure of a row that something may be expected of. */
public enum Measure {
    /** Share of correct answers. */
    ACCURACY("accuracy"),
    /** Share of trials in which some candidate was correct. */
    COVERAGE("coverage"),
    /** Share of trials without an answer. */
    ABSTAINED("abstained"),
    /** Share of trials with a wrong answer. */
    FALSE_ACCEPTED("false-accepted"),
    /** Expected utility. */
    UTILITY("utility"),
    /** Mean cost in generations. */
    GENERATIONS("cost.generations"),
    /** Mean cost in steps. */
    STEPS("cost.steps"),
    /** Mean cost in tokens. */
    TOKENS("cost.tokens"),
    /** Mean cost in verifier calls. */
    VERIFIER_CALLS("cost.verifier-calls"),
    /** Mean cost in rounds. */
    ROUNDS("cost.rounds"),
    /** Mean cost in seconds. */
    LATENCY("cost.latency"),
    /** Mean cost in floating-point operations. */
    FLOPS("cost.flops"),
    /** Mean cost in dollars. */
    USD("cost.usd");

    private final String label;

    Measure(String label) {
        this.label = label;
    }

    /** The mean cost in a resource. */
    public static Measure cost(Resource resource) {
        return switch (resource) {
            case GENERATIONS -> GENERATIONS;
            case STEPS -> STEPS;
            case TOKENS -> TOKENS;
            case VERIFIER_CALLS -> VERIFIER_CALLS;
            case ROUNDS -> ROUNDS;
            case LATENCY -> LATENCY;
            case FLOPS -> FLOPS;
            case USD -> USD;
        };
    }

    /** The name in results. */
    public String label() {
        return label;
    }

    /** Whether it is what trials achieve, of which chance has a part, rather than a mean cost. */
    public boolean achievement() {
        return compareTo(UTILITY) <= 0;
    }

    /** The figure. */
    public double of(Row row) {
        Cost cost = row.cost();
        return switch (this) {
            case ACCURACY -> row.accuracy();
            case COVERAGE -> row.coverage();
            case ABSTAINED -> row.abstained();
            case FALSE_ACCEPTED -> row.falseAccepted();
            case UTILITY -> row.utility().map(Worth::mean).orElse(Double.NaN);
            case GENERATIONS -> cost.generations();
            case STEPS -> cost.steps();
            case TOKENS -> cost.tokens();
            case VERIFIER_CALLS -> cost.verifierCalls();
            case ROUNDS -> cost.rounds();
            case LATENCY -> cost.latencySeconds();
            case FLOPS -> cost.flops();
            case USD -> cost.usd();
        };
    }

    /**
     * Its standard error over these problems. Of an accuracy that of the row, and where all trials went one way, so that no
     * spread is seen, what its interval stands for; of another share √(s(1 − s)/n) with s = (successes + 1)/(trials + 2),
     * which trials divided equally among problems do not exceed. A utility has one of its own. What was not simulated has at
     * most an error of arithmetic, which only accuracies and utilities tell; mean costs tell none.
     */
    public double error(Row row) {
        if (!achievement()) {
            return 0;
        }
        if (this == UTILITY) {
            return row.utility().map(Worth::stdError).orElse(Double.NaN);
        }
        double half = (row.upper() - row.lower()) / 2;
        if (row.method() == Method.EXACT) {
            return this == ACCURACY ? half : 0;
        }
        if (this == ACCURACY) {
            return Math.max(row.stdError(), half / Estimate.Z95);
        }
        double n = row.trials();
        double s = (of(row) * n + 1) / (n + 2);
        return Math.sqrt(s * (1 - s) / n);
    }
}
