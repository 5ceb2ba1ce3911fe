package overthink.core.random;

/**
 * The numbers of a trial's nodes: how a node came about, and nothing of what it is worth. A node has the same number for
 * every strategy that makes it, so that {@link Site sites} have the same words for it; a child's number derives from its
 * parent's and its ordinal.
 *
 * <p>Where the next child of a node gets its number is a <em>cursor</em>, which moves on with each child.
 */
public final class Lineage {

    private final Site line = new Site(Purpose.LINE);
    private final Site roots = new Site(Purpose.ROOT);
    private final Site lines = new Site(Purpose.POLICY_LINE);
    private final Site greedy = new Site(Purpose.GREEDY_CHILD);
    private long trial;
    private long stride;

    /** Turns to a problem. */
    public void turnTo(Origin origin, int problem) {
        line.turnTo(origin, problem);
        roots.turnTo(origin, problem);
        lines.turnTo(origin, problem);
        greedy.turnTo(origin, problem);
    }

    /** Begins a trial of the problem, of whole candidates. */
    public void begin(long number) {
        trial = number;
        line.begin(trial);
        stride = Address.stride(line.key());
    }

    /** The whole candidate generated as number {@code index}, from 0. */
    public long whole(long index) {
        return index * stride;
    }

    /** Writes whole candidates, from number {@code first} on, to {@code into}, from index {@code from} to {@code to}. */
    public void wholes(long first, long[] into, int from, int to) {
        long at = whole(first);
        for (int i = from; i < to; i++) {
            into[i] = at;
            at += stride;
        }
    }

    /** Writes whole candidates of a policy beside the first, from its number {@code first} on, as {@link #wholes}. */
    public void wholes(int policy, long first, long[] into, int from, int to) {
        lines.inLine(first + policy * Address.GOLDEN, 1, into, from, to);
    }

    /** From a whole candidate to the next. */
    public long stride() {
        return stride;
    }

    /** Begins with what grows step by step in the trial. */
    public void grow() {
        roots.begin(trial);
        lines.begin(trial);
        greedy.begin(trial);
    }

    /** The whole candidate of a policy beside the first that is its number {@code index}, from 0. */
    public long whole(int policy, long index) {
        return lines.word(index, policy);
    }

    /** The first step of the solution begun as number {@code ordinal}, from 0. */
    public long root(long ordinal) {
        return roots.slot(ordinal);
    }

    /** The likeliest first step of a solution that a policy begins. */
    public long greedyRoot(int policy) {
        return greedy.slot(policy);
    }

    /** What comes of a node by the likeliest step of a policy. */
    public long greedyChild(long node, int policy) {
        return greedy.word(node, policy);
    }

    /** Writes the first steps of the solutions from number {@code first} on to {@code into}, from index {@code from} to {@code to}. */
    public void roots(long first, long[] into, int from, int to) {
        roots.inLine(first * Address.GOLDEN, Address.GOLDEN, into, from, to);
    }

    /** The cursor of a node that has no child. */
    public static long cursor(long node) {
        return node + Address.GOLDEN;
    }

    /** The cursor after one more child. */
    public static long advanced(long cursor) {
        return cursor + Address.GOLDEN;
    }

    /** The cursor before the latest child. */
    public static long withdrawn(long cursor) {
        return cursor - Address.GOLDEN;
    }

    /** The child that a cursor stands at. */
    public static long child(long cursor) {
        return Address.mix(cursor);
    }

    /** What is made of several nodes, that of the cursor of the first and those before {@code member} among them. */
    public static long joined(long made, long member) {
        return Address.mix(made ^ member);
    }

    /** Replaces cursors, from index {@code from} to {@code to}, by the children that they stand at. */
    public static void children(long[] cursors, int from, int to) {
        Words.at(cursors, from, to, 0, 0);
    }
}
