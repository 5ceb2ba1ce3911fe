package overthink.core.engine;

import java.util.Arrays;
import java.util.List;
import overthink.core.api.Resource;
import overthink.core.api.WholeRange;

/**
 * The budgets of an experiment: ascending amounts of one resource.
 *
 * @param resource what is bounded
 * @param values amounts in the resource's everyday unit: whole numbers, but seconds for latency and dollars for usd;
 *     strictly ascending
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
            if (!(value * scale(resource) < 0x1p62)) {
                throw new IllegalArgumentException("a budget of %s is too large".formatted(value));
            }
            if (scale(resource) == 1 && value != Math.rint(value)) {
                throw new IllegalArgumentException(
                        "a budget of %s must be a whole number, not %s".formatted(resource.label(), value));
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

    /** The amount at {@code index} in the whole units of {@link Resource}. */
    public long amount(int index) {
        return Math.round(values.get(index) * scale(resource));
    }

    private static double scale(Resource resource) {
        return resource == Resource.LATENCY || resource == Resource.USD ? 1e9 : 1;
    }
}
