package overthink.core.estimate;

/** A bin of difficulty: its name and the problems in it. */
public final class Bin {

    /** The name of the bin that holds every problem. */
    public static final String ALL = "all";

    private final String name;
    private final int[] problems;

    /**
     * A bin.
     *
     * @param name as rows call it
     * @param problems the numbers of its problems, ascending, at least one
     */
    public Bin(String name, int... problems) {
        this.name = name;
        this.problems = problems.clone();
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
