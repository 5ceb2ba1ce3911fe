package overthink.core.engine;

import java.util.Arrays;
import overthink.core.api.Session;
import overthink.core.law.verifier.Verifier;
import overthink.core.world.World;

/**
 * The nodes of one trial, by handle. While a trial holds whole candidates only, a node is its soundness and its place in
 * line; the arrays of the tree are filled from the first extension on.
 */
final class Nodes {

    private static final int ROOM = 1024;

    int size;
    /** Whether some node was made by extension. */
    boolean treed;

    /** 1 for a sound node, 0 for a flawed one. */
    byte[] sound = new byte[ROOM];

    /** Where each node's randomness lives. */
    long[] key = new long[0];

    int[] parent = new int[0];
    int[] depth = new int[0];
    /** How many children each node has had. */
    int[] children = new int[0];
    /** The node at which the flaw of a flawed node entered. */
    int[] origin = new int[0];
    /** The persistent part of the process verifier's noise, NaN until it is asked for. */
    double[] pathNoise = new double[0];
    /** Tokens of a node, where they vary. */
    int[] tokens = new int[0];
    /** How often the outcome verifier was asked, where call noise matters. */
    int[] outcomeCalls = new int[0];
    /** How often the process verifier was asked, where call noise matters. */
    int[] processCalls = new int[0];

    private final boolean variableTokens;
    private final boolean countsOutcomeCalls;
    private final boolean countsProcessCalls;
    private final boolean persistent;

    private long firstKey;
    private long stride;
    private int wholes;
    private int roots;

    /** Nodes that keep what trials in {@code world} need to know of them. */
    static Nodes of(World world) {
        Verifier outcome = world.verifiers().outcome();
        Verifier process = world.verifiers().process();
        return new Nodes(
                !world.policy().tokensPerStep().constant(),
                outcome != null && outcome.shares().call() > 0,
                process != null && process.shares().call() > 0,
                process != null && process.persistence() > 0);
    }

    private Nodes(boolean variableTokens, boolean countsOutcomeCalls, boolean countsProcessCalls, boolean persistent) {
        this.variableTokens = variableTokens;
        this.countsOutcomeCalls = countsOutcomeCalls;
        this.countsProcessCalls = countsProcessCalls;
        this.persistent = persistent;
    }

    /** Forgets all nodes; whole candidate k is to live at {@code firstKey + k·stride}. */
    void reset(long keyOfFirst, long keyStride) {
        size = 0;
        treed = false;
        wholes = 0;
        roots = 0;
        firstKey = keyOfFirst;
        stride = keyStride;
    }

    /** Where the next whole candidate lives. */
    long nextWholeKey() {
        return firstKey + wholes * stride;
    }

    long stride() {
        return stride;
    }

    /** Which of the first steps the next one is. */
    int nextRoot() {
        return roots++;
    }

    /** How many first steps there are. */
    int roots() {
        return roots;
    }

    /** Enters {@code count} children whose arrays are written; room was made. */
    void addChildren(int count) {
        if (persistent) {
            Arrays.fill(pathNoise, size, size + count, Double.NaN);
        }
        clearCalls(count);
        size += count;
    }

    long key(int node) {
        return treed ? key[node] : firstKey + node * stride;
    }

    boolean isSound(int node) {
        return sound[node] != 0;
    }

    int depth(int node, int steps) {
        return treed ? depth[node] : steps;
    }

    int parent(int node) {
        return treed ? parent[node] : Session.NONE;
    }

    int origin(int node) {
        return treed ? origin[node] : node;
    }

    /** Makes room for so many nodes more. */
    void reserve(int more) {
        int needed = Math.addExact(size, more);
        if (sound.length < needed) {
            sound = Arrays.copyOf(sound, room(needed));
        }
        if (variableTokens && tokens.length < needed) {
            tokens = Arrays.copyOf(tokens, room(needed));
        }
        if (countsOutcomeCalls && outcomeCalls.length < needed) {
            outcomeCalls = Arrays.copyOf(outcomeCalls, room(needed));
        }
        if (countsProcessCalls && processCalls.length < needed) {
            processCalls = Arrays.copyOf(processCalls, room(needed));
        }
        if (treed) {
            reserveTree(needed);
        }
    }

    private void reserveTree(int needed) {
        if (key.length < needed) {
            int room = room(needed);
            key = Arrays.copyOf(key, room);
            parent = Arrays.copyOf(parent, room);
            depth = Arrays.copyOf(depth, room);
            children = Arrays.copyOf(children, room);
            origin = Arrays.copyOf(origin, room);
            if (persistent) {
                pathNoise = Arrays.copyOf(pathNoise, room);
            }
        }
    }

    private static int room(int needed) {
        return Math.max(ROOM, (int) Math.min(Integer.MAX_VALUE - 8, needed + (needed >> 1) + 16L));
    }

    /** Fills the arrays of the tree for the whole candidates that are there. */
    void growTree(int steps) {
        if (!treed) {
            reserveTree(Math.max(size, 1));
            for (int node = 0; node < size; node++) {
                enterWhole(node, firstKey + node * stride, steps);
            }
            treed = true;
        }
    }

    /** Enters {@code count} whole candidates whose soundness is written; room was made. */
    void addWholes(int count, int steps) {
        clearCalls(count);
        if (treed) {
            for (int i = 0; i < count; i++) {
                enterWhole(size + i, firstKey + (wholes + i) * stride, steps);
            }
        }
        wholes += count;
        size += count;
    }

    private void enterWhole(int node, long at, int steps) {
        key[node] = at;
        parent[node] = Session.NONE;
        depth[node] = steps;
        children[node] = 0;
        origin[node] = node;
        if (persistent) {
            pathNoise[node] = Double.NaN;
        }
    }

    /** Zeroes the call counts of the next {@code count} nodes. */
    void clearCalls(int count) {
        if (countsOutcomeCalls) {
            Arrays.fill(outcomeCalls, size, size + count, 0);
        }
        if (countsProcessCalls) {
            Arrays.fill(processCalls, size, size + count, 0);
        }
    }
}
