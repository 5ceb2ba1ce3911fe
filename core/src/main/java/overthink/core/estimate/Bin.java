package overthink.core.estimate;

import java.util.Arrays;
import java.util.stream.IntStream;
import overthink.core.world.Gathering;

/** A bin of difficulty: its name and the problems in it. */
public final class Bin {

    /** The name of the bin that holds every problem. */
    public static final String ALL = "all";

    private final String name;
    private final int[] problems;
    /** By problem; none when all weigh the same. */
    private final double[] weights;

    private final Gathering gathering;

    /**
     * A bin of problems that were drawn and weigh the same.
     *
     * @param name as rows call it
     * @param problems the numbers of its problems, ascending, at least one
     */
    public Bin(String name, int... problems) {
        this(name, Gathering.DRAWN, problems, new double[0]);
    }

    /**
     * A bin.
     *
     * @param name as rows call it
     * @param gathering how its problems were come by
     * @param problems their numbers, ascending, at least one
     * @param weights how much each counts in a mean, in any unit; none when all count the same
     */
    public Bin(String name, Gathering gathering, int[] problems, double[] weights) {
        this.name = name;
        this.gathering = gathering;
        this.problems = problems.clone();
        this.weights = weights.clone();
    }

    /** How its problems were come by. */
    public Gathering gathering() {
        return gathering;
    }

    /**
     * How much a problem counts in a mean: 1 when all count the same.
     *
     * @param index of the problem in {@link #problems()}
     */
    public double weight(int index) {
        return weights.length == 0 ? 1 : weights[index];
    }

    /** The weights of all its problems: their number when all count the same. */
    public double total() {
        return weights.length == 0 ? problems.length : Arrays.stream(weights).sum();
    }

    /** Those of its problems that are among {@code done}, ascending; of problems that were spread a part. */
    public Bin part(int[] done) {
        int[] left = IntStream.range(0, problems.length)
                .filter(i -> Arrays.binarySearch(done, problems[i]) >= 0)
                .toArray();
        return new Bin(
                name,
                gathering == Gathering.DRAWN || left.length == problems.length ? gathering : Gathering.PART,
                Arrays.stream(left).map(i -> problems[i]).toArray(),
                weights.length == 0
                        ? weights
                        : Arrays.stream(left).mapToDouble(i -> weights[i]).toArray());
    }

    /** Its name, as rows call it. */
    public String name() {
        return name;
    }

    /** How many problems it holds. */
    public int size() {
        return problems.length;
    }

    /** The numbers of its problems, ascending. */
    public int[] problems() {
        return problems.clone();
    }
}
