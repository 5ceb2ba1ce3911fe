package overthink.core.model.part;

import java.util.Arrays;
import overthink.core.api.Session;
import overthink.core.random.Lineage;
import overthink.core.random.Origin;

/** The nodes of one trial: which parts each has answered, which of them are right, and with what. */
final class PartNodes {

    /** In place of a part: the node is no attempt at one. */
    static final int NO_PART = -1;
    /** Likewise: it was put together. */
    private static final int ASSEMBLED = -2;

    private static final int FIRST_ROOM = 256;
    /** Attempts at parts are numbered by part from so high a bit on. */
    private static final int ATTEMPTS = 40;

    private final int parts;
    private final Lineage lineage = new Lineage();

    private int size;
    private long wholes;
    private long roots;
    /** By part. */
    private final long[] attempts;

    private boolean grown;

    private int[] parents = new int[FIRST_ROOM];
    private int[] depths = new int[FIRST_ROOM];
    private int[] attempted = new int[FIRST_ROOM];
    private boolean[] whole = new boolean[FIRST_ROOM];
    private long[] numbers = new long[FIRST_ROOM];
    private long[] cursors = new long[FIRST_ROOM];
    private long[] rights = new long[FIRST_ROOM];
    /** By node and part: the class of its answer, 0 for the right one. */
    private int[] codes;

    PartNodes(int parts) {
        this.parts = parts;
        codes = new int[FIRST_ROOM * parts];
        attempts = new long[parts];
    }

    void turnTo(Origin origin, int problem) {
        lineage.turnTo(origin, problem);
    }

    void begin(long trial) {
        lineage.begin(trial);
        size = 0;
        wholes = 0;
        roots = 0;
        grown = false;
        Arrays.fill(attempts, 0);
    }

    int size() {
        return size;
    }

    int parent(int node) {
        return parents[node];
    }

    int depth(int node) {
        return depths[node];
    }

    /** The part that a node is an attempt at, or {@link #NO_PART}. */
    int attempted(int node) {
        return Math.max(NO_PART, attempted[node]);
    }

    /** Whether a candidate did not grow step by step. */
    boolean whole(int node) {
        return whole[node];
    }

    long number(int node) {
        return numbers[node];
    }

    /** The parts that are right, bit by bit. */
    long rights(int node) {
        return rights[node];
    }

    /** The class of a node's answer to a part. */
    int code(int node, int part) {
        return codes[node * parts + part];
    }

    /** Sets a node's answer to a part. */
    void set(int node, int part, int code) {
        codes[node * parts + part] = code;
        rights[node] = code == 0 ? rights[node] | 1L << part : rights[node] & ~(1L << part);
    }

    /** Whether a candidate was put together. */
    boolean assembled(int node) {
        return attempted[node] == ASSEMBLED;
    }

    /** Makes room for a whole candidate, whose parts are still to be set; returns it. */
    int addWhole() {
        return add(Session.NONE, parts, NO_PART, true, lineage.whole(wholes++));
    }

    /** Makes a child of a node, or of none, whose last part is still to be set; returns it. */
    int addChild(int parent) {
        int depth = parent == Session.NONE ? 1 : depths[parent] + 1;
        int node = add(parent, depth, NO_PART, false, next(parent));
        if (parent != Session.NONE) {
            System.arraycopy(codes, parent * parts, codes, node * parts, parts);
            rights[node] = rights[parent];
        }
        return node;
    }

    /** Makes an attempt at a part, which is still to be set; returns it. */
    int addAttempt(int part) {
        long ordinal = ((part + 1L) << ATTEMPTS) + attempts[part]++;
        return add(Session.NONE, 1, part, parts == 1, root(ordinal));
    }

    /** Makes a candidate of attempts; returns it. */
    int addAssembled(int[] chosen) {
        long number = numbers[chosen[0]];
        for (int part = 1; part < parts; part++) {
            number = Lineage.joined(number, numbers[chosen[part]]);
        }
        int node = add(Session.NONE, parts, ASSEMBLED, true, number);
        for (int part = 0; part < parts; part++) {
            set(node, part, code(chosen[part], part));
        }
        return node;
    }

    private long root(long ordinal) {
        if (!grown) {
            lineage.grow();
            grown = true;
        }
        return lineage.root(ordinal);
    }

    private long next(int parent) {
        if (parent == Session.NONE) {
            return root(roots++);
        }
        long number = Lineage.child(cursors[parent]);
        cursors[parent] = Lineage.advanced(cursors[parent]);
        return number;
    }

    private int add(int parent, int depth, int part, boolean isWhole, long number) {
        if (size == parents.length) {
            int room = 2 * size;
            parents = Arrays.copyOf(parents, room);
            depths = Arrays.copyOf(depths, room);
            attempted = Arrays.copyOf(attempted, room);
            whole = Arrays.copyOf(whole, room);
            numbers = Arrays.copyOf(numbers, room);
            cursors = Arrays.copyOf(cursors, room);
            rights = Arrays.copyOf(rights, room);
            codes = Arrays.copyOf(codes, room * parts);
        }
        parents[size] = parent;
        depths[size] = depth;
        attempted[size] = part;
        whole[size] = isWhole;
        numbers[size] = number;
        cursors[size] = Lineage.cursor(number);
        rights[size] = 0;
        return size++;
    }
}
