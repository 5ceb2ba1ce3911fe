package overthink.core.law.part;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import overthink.core.api.WholeRange;

/** Which parts of a problem wait for which: a directed graph without cycles, whose parts are numbered so that none waits for a later one. */
public final class PartGraph {

    /** How many parts a problem may have. */
    public static final WholeRange COUNT = new WholeRange(1, 60);

    /** How many children a part of a tree may wait for. */
    public static final WholeRange BRANCHING = new WholeRange(1, 60);

    /** By part, ascending. */
    private final int[][] before;
    /** By part: the length of the longest path that ends with it, from 1. */
    private final int[] levels;

    /**
     * A graph.
     *
     * @param before by part, those that it waits for
     * @throws IllegalArgumentException when there are too few or too many parts, or one waits for itself, for a later one or for
     *     one that there is not
     */
    public PartGraph(int[]... before) {
        COUNT.check("count", before.length);
        this.before = new int[before.length][];
        levels = new int[before.length];
        for (int part = 0; part < before.length; part++) {
            int[] own = IntStream.of(before[part]).sorted().distinct().toArray();
            int level = 1;
            for (int one : own) {
                if (one < 0 || one >= part) {
                    throw new IllegalArgumentException(
                            "part %d cannot wait for part %d: a part waits for earlier ones".formatted(part, one));
                }
                level = Math.max(level, levels[one] + 1);
            }
            this.before[part] = own;
            levels[part] = level;
        }
    }

    /** Parts that do not wait. */
    public static PartGraph none(int count) {
        return new PartGraph(new int[count][0]);
    }

    /** Each part waits for the one before. */
    public static PartGraph chain(int count) {
        int[][] before = new int[count][0];
        for (int part = 1; part < count; part++) {
            before[part] = new int[] {part - 1};
        }
        return new PartGraph(before);
    }

    /** A tree filled level by level, whose root, the last part, and all others wait for up to {@code branching} children each. */
    public static PartGraph tree(int count, int branching) {
        BRANCHING.check("branching", branching);
        int[][] before = new int[count][0];
        for (int below = 1; below < count; below++) {
            int parent = count - 1 - (below - 1) / branching;
            before[parent] = Arrays.copyOf(before[parent], before[parent].length + 1);
            before[parent][before[parent].length - 1] = count - 1 - below;
        }
        return new PartGraph(before);
    }

    /** How many parts there are. */
    public int count() {
        return before.length;
    }

    /** Those that a part waits for, ascending. */
    public int[] before(int part) {
        return before[part].clone();
    }

    /** How many there are of them. */
    public int waits(int part) {
        return before[part].length;
    }

    /** One of them. */
    public int before(int part, int index) {
        return before[part][index];
    }

    /** The parts of the longest path: how many rounds it takes when all that are ready run together. */
    public int span() {
        return Arrays.stream(levels).max().orElseThrow();
    }

    /** The round, from 1, in which a part is ready when all that are ready run together. */
    public int level(int part) {
        return levels[part];
    }

    /** How many rounds of so many calls at once it takes, level by level, when every part has so many attempts. */
    public long rounds(long attempts, long workers) {
        long rounds = 0;
        for (int level = 1; level <= span(); level++) {
            int at = level;
            long calls =
                    attempts * Arrays.stream(levels).filter(one -> one == at).count();
            rounds += (calls - 1) / workers + 1;
        }
        return rounds;
    }

    /** Whether no part is waited for by several. */
    public boolean forest() {
        return Arrays.stream(before).flatMapToInt(Arrays::stream).distinct().count()
                == Arrays.stream(before).mapToInt(own -> own.length).sum();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PartGraph that && Arrays.deepEquals(before, that.before);
    }

    @Override
    public int hashCode() {
        return Arrays.deepHashCode(before);
    }

    @Override
    public String toString() {
        return "PartGraph" + Arrays.deepToString(before);
    }
}
