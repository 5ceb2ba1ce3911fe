package overthink.scenarios.expectation;

import overthink.core.api.Resource;
import overthink.core.estimate.Cost;
import overthink.core.estimate.Estimate;
import overthink.core.estimate.ExpectedUtility;
import overthink.core.estimate.Method;
import overthink.core.estimate.Quantity;
import overthink.core.estimate.Row;

/** A figure of a row that something may be expected of. */
public enum Measure {
    /** Share of correct answers. */
    ACCURACY("accuracy", Quantity.ACCURACY),
    /** Share of trials in which some candidate was correct. */
    COVERAGE("coverage", Quantity.COVERAGE),
    /** Share of trials without an answer. */
    ABSTAINED("abstained", Quantity.ABSTAINED),
    /** Share of trials with a wrong answer. */
    FALSE_ACCEPTED("false-accepted", Quantity.FALSE_ACCEPTED),
    /** Expected utility. */
    UTILITY("utility", Quantity.UTILITY),
    /** Mean cost in generations. */
    GENERATIONS("cost.generations", Quantity.GENERATIONS),
    /** Mean cost in steps. */
    STEPS("cost.steps", Quantity.STEPS),
    /** Mean cost in tokens. */
    TOKENS("cost.tokens", Quantity.TOKENS),
    /** Mean cost in verifier calls. */
    VERIFIER_CALLS("cost.verifier-calls", Quantity.VERIFIER_CALLS),
    /** Mean cost in rounds. */
    ROUNDS("cost.rounds", Quantity.ROUNDS),
    /** Mean cost in seconds. */
    LATENCY("cost.latency", Quantity.LATENCY),
    /** Mean cost in floating-point operations. */
    FLOPS("cost.flops", Quantity.FLOPS),
    /** Mean cost in dollars. */
    USD("cost.usd", Quantity.USD);

    private final String label;
    private final Quantity quantity;

    Measure(String label, Quantity quantity) {
        this.label = label;
        this.quantity = quantity;
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

    /** What it is the mean of. */
    public Quantity quantity() {
        return quantity;
    }

    /** Whether it is what trials achieve, of which chance has a part, rather than a mean cost. */
    public boolean achievement() {
        return compareTo(UTILITY) <= 0;
    }

    /** The figure. */
    public double of(Row row) {
        return switch (this) {
            case ACCURACY -> row.accuracy();
            case COVERAGE -> row.coverage();
            case ABSTAINED -> row.abstained();
            case FALSE_ACCEPTED -> row.falseAccepted();
            case UTILITY -> row.utility().map(ExpectedUtility::mean).orElse(Double.NaN);
            default -> in(row.cost());
        };
    }

    /**
     * Its standard error over these problems; 0 for what is exact. Of an accuracy that of the row, and no less than the larger
     * side of its interval stands for; of another share √(s(1 − s)/n) with s = (successes + 1)/(trials + 2), which trials
     * divided equally among problems do not exceed. Utilities and mean costs have errors of their own.
     */
    public double error(Row row) {
        if (row.method() == Method.EXACT) {
            return 0;
        }
        if (this == UTILITY) {
            return row.utility().map(ExpectedUtility::stdError).orElse(Double.NaN);
        }
        if (!achievement()) {
            return in(row.costStdError());
        }
        if (this == ACCURACY) {
            double side = Math.max(row.upper() - row.accuracy(), row.accuracy() - row.lower());
            return Math.max(row.stdError(), side / Estimate.Z95);
        }
        double n = row.trials();
        double s = (of(row) * n + 1) / (n + 2);
        return Math.sqrt(s * (1 - s) / n);
    }

    /** By how much arithmetic may have moved it; 0 unless it is exact. */
    public double tolerance(Row row) {
        return this == UTILITY
                ? row.utility().map(ExpectedUtility::tolerance).orElse(0.0)
                : quantity.share() ? row.tolerance() : 0;
    }

    private double in(Cost cost) {
        return switch (this) {
            case GENERATIONS -> cost.generations();
            case STEPS -> cost.steps();
            case TOKENS -> cost.tokens();
            case VERIFIER_CALLS -> cost.verifierCalls();
            case ROUNDS -> cost.rounds();
            case LATENCY -> cost.latencySeconds();
            case FLOPS -> cost.flops();
            case USD -> cost.usd();
            default -> throw new IllegalStateException(this + " is not a cost");
        };
    }
}
