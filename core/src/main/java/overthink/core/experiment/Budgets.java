package overthink.core.experiment;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import overthink.core.api.RealRange;
import overthink.core.api.Resource;
import overthink.core.api.WholeRange;
import overthink.core.model.World;

/**
 * The budgets of an experiment: ascending amounts of one resource.
 *
 * @param resource what is bounded
 * @param values amounts in the resource's everyday unit, in {@link #range its range}: whole numbers, but seconds for
 *     latency and dollars for usd; strictly ascending
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

    /** What an amount may be, whatever the resource. */
    public static final RealRange AMOUNT = new RealRange(1e-12, 1e30);

    /** A nanosecond is the least that is measured. */
    private static final RealRange SECONDS = new RealRange(1e-9, 1e18);

    private static final RealRange DOLLARS = new RealRange(1e-12, 1e18);
    private static final RealRange COUNTED = new RealRange(1, 1e18);
    private static final RealRange OPERATIONS = new RealRange(1, 1e30);
    /** Their steps are counted. */
    private static final RealRange WHOLE_SOLUTIONS = new RealRange(1, 1e15);

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
            if (scale(resource) == 1 && value != Math.rint(value)) {
                throw new IllegalArgumentException("a budget of %s must be a whole number, not %s"
                        .formatted(resource.label(), RealRange.text(value)));
            }
            range(resource).check("a budget of " + resource.label(), value);
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
    public long counted(int index, int stepsPerSolution) {
        return resource == Resource.GENERATIONS
                ? Math.multiplyExact(amount(index), (long) stepsPerSolution)
                : amount(index);
    }

    /**
     * How many whole candidates the budget at {@code index} pays for, where budgets bound generations or steps.
     *
     * @throws IllegalArgumentException when they bound something else
     */
    public long candidates(int index, int stepsPerSolution) {
        return switch (resource) {
            case GENERATIONS -> amount(index);
            case STEPS -> amount(index) / stepsPerSolution;
            default ->
                throw new IllegalArgumentException(
                        "a budget of " + resource.label() + " does not say how many candidates it pays for");
        };
    }

    /** {@link #candidates(int, int)} of every budget. */
    public long[] candidates(int stepsPerSolution) {
        long[] candidates = new long[size()];
        for (int i = 0; i < candidates.length; i++) {
            candidates[i] = candidates(i, stepsPerSolution);
        }
        return candidates;
    }

    /**
     * The amount at {@code index} of what is measured, as the meter compares it: nanoseconds, floating-point operations,
     * millionths of a dollar.
     */
    public double measured(int index) {
        double value = values.get(index);
        return switch (resource) {
            case LATENCY -> Math.rint(value * scale(resource));
            case USD -> value * MICROS * (1 + ROUNDING);
            case GENERATIONS, STEPS, TOKENS, INPUT_TOKENS, VERIFIER_CALLS, ROUNDS, FLOPS -> value * (1 + ROUNDING);
        };
    }

    /** Why a world cannot serve them: it has fewer candidates than they pay for; empty when it can. */
    public Optional<String> refusal(World world) {
        if (resource != Resource.GENERATIONS && resource != Resource.STEPS) {
            return Optional.empty();
        }
        long most = world.mostCandidates();
        return amount(size() - 1) <= most
                ? Optional.empty()
                : Optional.of("a budget of %s %s asks for more candidates than the %d that every problem has"
                        .formatted(amount(size() - 1), resource.label(), most));
    }

    /** What an amount of a resource may be. */
    public static RealRange range(Resource resource) {
        return switch (resource) {
            case GENERATIONS -> WHOLE_SOLUTIONS;
            case STEPS, TOKENS, INPUT_TOKENS, VERIFIER_CALLS, ROUNDS -> COUNTED;
            case LATENCY -> SECONDS;
            case FLOPS -> OPERATIONS;
            case USD -> DOLLARS;
        };
    }

    private static double scale(Resource resource) {
        return resource == Resource.LATENCY || resource == Resource.USD ? 1e9 : 1;
    }
}
