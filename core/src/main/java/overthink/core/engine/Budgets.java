package overthink.core.engine;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import overthink.core.api.Resource;
import overthink.core.api.WholeRange;
import overthink.core.world.Policy;

/**
 * The budgets of an experiment: ascending amounts of one resource.
 *
 * @param resource what is bounded
 * @param values amounts in the resource's everyday unit: whole numbers, but seconds for latency, at least
 *     {@value #LEAST_SECONDS}, and dollars for usd; strictly ascending, at most {@value #MOST_AMOUNT}, those of generations
 *     at most {@value #MOST_GENERATIONS}
 * @param generations the most whole generations that a trial may spend beside the budget; it bounds strategies that spend
 *     little or nothing of {@code resource}. Of no effect when the resource is generations or steps.
 */
public record Budgets(Resource resource, List<Double> values, long generations) {

    /** What the most generations beside the budget may be. */
    public static final WholeRange GENERATIONS = new WholeRange(1, 1 << 24);

    /** The most generations unless stated. */
    public static final long GENERATIONS_UNLESS_STATED = 1024;

    /** The greatest number of budgets. */
    public static final int MOST = 256;

    /** The greatest amount of whatever resource. */
    public static final double MOST_AMOUNT = 1e30;

    /** The greatest amount of generations: their steps are counted. */
    public static final long MOST_GENERATIONS = Long.MAX_VALUE / Policy.MAX_STEPS;

    /** The greatest amount of a resource that is counted one by one. */
    public static final double MOST_COUNTED = 1e18;

    /** The least budget of latency, a nanosecond. */
    public static final double LEAST_SECONDS = 1e-9;

    /** What computed costs and budgets may differ by, relatively, and still be the same: both are rounded. */
    private static final double ROUNDING = 0x1p-40;

    private static final double MICROS = 1e6;

    /**
     * Copies and checks the list.
     *
     * @throws IllegalArgumentException when it is empty, not strictly ascending, or an amount is not positive, not finite,
     *     too large, or not whole where it must be
     */
    public Budgets {
        values = List.copyOf(values);
        GENERATIONS.check("budgets: generations", generations);
        if (values.isEmpty() || values.size() > MOST) {
            throw new IllegalArgumentException("there must be 1 to %d budgets, not %d".formatted(MOST, values.size()));
        }
        double last = 0;
        for (double value : values) {
            if (!(value > last)) {
                throw new IllegalArgumentException(
                        "budgets must be above 0 and strictly ascending, not %s after %s".formatted(value, last));
            }
            if (!(value <= most(resource))) {
                throw new IllegalArgumentException("a budget of %s must be at most %s, not %s"
                        .formatted(resource.label(), written(most(resource)), written(value)));
            }
            if (resource == Resource.LATENCY && value < LEAST_SECONDS) {
                throw new IllegalArgumentException("a budget of latency must be at least %s s, a nanosecond, not %s"
                        .formatted(written(LEAST_SECONDS), written(value)));
            }
            if (scale(resource) == 1 && value != Math.rint(value)) {
                throw new IllegalArgumentException(
                        "a budget of %s must be a whole number, not %s".formatted(resource.label(), written(value)));
            }
            last = value;
        }
    }

    /** Budgets with {@value #GENERATIONS_UNLESS_STATED} generations at most beside them. */
    public Budgets(Resource resource, List<Double> values) {
        this(resource, values, GENERATIONS_UNLESS_STATED);
    }

    /** Budgets in whole generations. */
    public static Budgets generations(long... values) {
        return new Budgets(
                Resource.GENERATIONS,
                Arrays.stream(values).mapToObj(value -> (double) value).toList());
    }

    /** How many there are. */
    public int size() {
        return values.size();
    }

    /** The amount at {@code index} in the whole units of {@link Resource}, as far as a long goes. */
    public long amount(int index) {
        return Math.round(values.get(index) * scale(resource));
    }

    /** The amount at {@code index} of what is counted one by one, of generations in steps. */
    long counted(int index, int stepsPerSolution) {
        return resource == Resource.GENERATIONS
                ? Math.multiplyExact(amount(index), (long) stepsPerSolution)
                : amount(index);
    }

    /**
     * The amount at {@code index} of what is measured, as the meter compares it: nanoseconds, floating-point operations,
     * millionths of a dollar.
     */
    double measured(int index) {
        double value = values.get(index);
        return switch (resource) {
            case LATENCY -> Math.rint(value * scale(resource));
            case USD -> value * MICROS * (1 + ROUNDING);
            case GENERATIONS, STEPS, TOKENS, VERIFIER_CALLS, ROUNDS, FLOPS -> value * (1 + ROUNDING);
        };
    }

    private static double most(Resource resource) {
        return switch (resource) {
            case GENERATIONS -> MOST_GENERATIONS;
            case STEPS, TOKENS, VERIFIER_CALLS, ROUNDS -> MOST_COUNTED;
            case LATENCY, FLOPS, USD -> MOST_AMOUNT;
        };
    }

    private static String written(double value) {
        return new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString();
    }

    private static double scale(Resource resource) {
        return resource == Resource.LATENCY || resource == Resource.USD ? 1e9 : 1;
    }
}
