package overthink.core.engine;

import java.util.Arrays;
import overthink.core.api.Session;
import overthink.core.law.verifier.Verifier;
import overthink.core.random.Address;
import overthink.core.random.Words;
import overthink.core.world.World;

/**
 * The nodes of one trial, by handle. While a trial holds whole candidates only, a node is its soundness and its place in
 * line, and candidates may be drawn before they are delivered; the arrays of the tree are filled from the first extension
 * on.
 */
final class Nodes {

    private static final int ROOM = 1024;

    /** Fewer children are made one by one, lest the long loops be compiled for short trips. */
    private static final int BATCH = 8;

    private static final long TREE = 0xE7037ED1A0B428DBL;

    int size;
    /** Whether some node was made by extension. */
    boolean treed;

    /** How many candidates are drawn, at least {@link #size}, while all are whole. */
    int drawn;

    /** 1 for a sound node, 0 for a flawed one. */
    long[] sound = new long[ROOM];

    /** Where each node's randomness lives. */
    long[] key = new long[0];

    int[] parent = new int[0];
    int[] depth = new int[0];
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

    private Scene scene;
    private long firstKey;
    private long stride;
    private long rootKey;
    private int wholes;
    private int roots;
    /** The first candidate drawn that is sound, while all are whole. */
    private int firstSound;

    /** The address whose word is the key of each node's next child. */
    private long[] nextChild = new long[0];
    /** A child of each node is sound iff its key, halved, is below. */
    private long[] childBelow = new long[0];

    /** Nodes that keep what trials in {@code world} need to know of them. */
    static Nodes of(World world, Scene scene) {
        Verifier outcome = world.verifiers().outcome();
        Verifier process = world.verifiers().process();
        return new Nodes(
                scene,
                !world.policy().tokensPerStep().constant(),
                outcome != null && outcome.shares().call() > 0,
                process != null && process.shares().call() > 0,
                process != null && process.persistence() > 0);
    }

    private Nodes(
            Scene scene,
            boolean variableTokens,
            boolean countsOutcomeCalls,
            boolean countsProcessCalls,
            boolean persistent) {
        this.scene = scene;
        this.variableTokens = variableTokens;
        this.countsOutcomeCalls = countsOutcomeCalls;
        this.countsProcessCalls = countsProcessCalls;
        this.persistent = persistent;
    }

    /** Turns to another problem. */
    void turnTo(Scene other) {
        scene = other;
    }

    /** Forgets all nodes, for a trial whose randomness lives at {@code trialKey}. */
    void reset(long trialKey) {
        size = 0;
        drawn = 0;
        treed = false;
        wholes = 0;
        roots = 0;
        firstKey = trialKey;
        stride = Address.stride(trialKey);
        rootKey = trialKey + TREE;
        firstSound = Integer.MAX_VALUE;
    }

    // ---- looking ----

    /** The key of the next whole candidate. */
    long nextWholeKey() {
        return firstKey + wholes * stride;
    }

    /** The step from the key of a whole candidate to that of the next, while all are whole. */
    long stride() {
        return stride;
    }

    /** The key of the next child of a node, of the next first step for {@link Session#NONE}. */
    long nextChildKey(int node) {
        return Address.mix(node == Session.NONE ? nextRoot() : nextChild[node]);
    }

    private long nextRoot() {
        return rootKey + (roots + 1) * Address.GOLDEN;
    }

    long key(int node) {
        return treed ? key[node] : firstKey + node * stride;
    }

    boolean isSound(int node) {
        return sound[node] != 0;
    }

    int depth(int node) {
        return treed ? depth[node] : scene.steps;
    }

    /** Says which of some nodes are whole solutions; returns how many. */
    int complete(int from, int to, boolean[] into, int at) {
        if (!treed) {
            Arrays.fill(into, at, at + to - from, true);
            return to - from;
        }
        int whole = 0;
        for (int node = from; node < to; node++) {
            boolean complete = depth[node] == scene.steps;
            into[at + node - from] = complete;
            whole += complete ? 1 : 0;
        }
        return whole;
    }

    int parent(int node) {
        return treed ? parent[node] : Session.NONE;
    }

    /** The node at which the flaw of a flawed node entered. */
    int origin(int node) {
        if (!treed) {
            return node;
        }
        int entered = node;
        for (int above = parent[node]; above != Session.NONE && sound[above] == 0; above = parent[above]) {
            entered = above;
        }
        return entered;
    }

    /** Throws unless there is such a node. */
    void check(int node) {
        if (node < 0 || node >= size) {
            throw new IllegalArgumentException("there is no node %d; there are %d".formatted(node, size));
        }
    }

    /** Throws unless a node can have a child. */
    void checkExtendable(int node) {
        if (node != Session.NONE) {
            check(node);
            if (depth(node) == scene.steps) {
                throw new IllegalArgumentException("extend: node %d is complete".formatted(node));
            }
        }
    }

    // ---- whole candidates ----

    /**
     * Adds whole candidates.
     *
     * @param count how many
     * @param wanted how many the trial may ask for in all from here on: those it pays for and wants
     * @return whether one of them is sound
     */
    boolean addWholes(int count, long wanted) {
        clearCalls(count);
        boolean anySound = treed ? enterWholes(count) : takeWholes(count, wanted);
        wholes += count;
        size += count;
        return anySound;
    }

    private boolean takeWholes(int count, long wanted) {
        int end = size + count;
        if (drawn < end) {
            drawTo((int) Math.max(end, Math.min(size + wanted, size + (long) TrialSession.PORTION)));
        }
        return firstSound < end;
    }

    /** Draws candidates as far as {@code end}, exclusive. */
    private void drawTo(int end) {
        if (sound.length < end) {
            sound = Arrays.copyOf(sound, room(end));
        }
        int from = drawn;
        drawn = end;
        if (end - from < BATCH) {
            for (int node = from; node < end; node++) {
                sound[node] = ((Address.mix(firstKey + node * stride) >>> 1) - scene.correct) >>> 63;
            }
        } else {
            Words.inLine(firstKey + from * stride, stride, sound, from, end);
            compare(sound, from, end, scene.correct);
        }
        for (int node = from; firstSound == Integer.MAX_VALUE && node < end; node++) {
            if (sound[node] != 0) {
                firstSound = node;
            }
        }
    }

    /** Replaces words by 1 where they are, halved, below a threshold, else by 0. */
    private static void compare(long[] words, int from, int to, long threshold) {
        for (int i = from; i < to; i++) {
            words[i] = ((words[i] >>> 1) - threshold) >>> 63;
        }
    }

    /** Adds whole candidates to a tree. */
    private boolean enterWholes(int count) {
        boolean anySound = false;
        for (int i = 0; i < count; i++) {
            long at = firstKey + (wholes + i) * stride;
            long isSound = ((Address.mix(at) >>> 1) - scene.correct) >>> 63;
            sound[size + i] = isSound;
            enterWhole(size + i, at);
            anySound |= isSound != 0;
        }
        return anySound;
    }

    private void enterWhole(int node, long at) {
        key[node] = at;
        parent[node] = Session.NONE;
        depth[node] = scene.steps;
        if (persistent) {
            pathNoise[node] = Double.NaN;
        }
    }

    // ---- trees ----

    /** Fills the arrays of the tree for the whole candidates that are there. */
    void growTree() {
        if (!treed) {
            reserveTree(Math.max(size, 1));
            for (int node = 0; node < size; node++) {
                enterWhole(node, firstKey + node * stride);
            }
            treed = true;
        }
    }

    /**
     * Adds a child of each of {@code count} parents from index {@code from} on; room was made.
     *
     * @return whether one of them is a whole solution and sound
     * @throws IllegalArgumentException when there is no such parent, or it is complete
     */
    boolean addChildren(int[] parents, int from, int count) {
        boolean ends = true;
        if (count >= BATCH && addAlike(parents, from, count)) {
            ends = depth[size] == scene.steps;
        } else {
            for (int i = 0; i < count; i++) {
                checkExtendable(parents[from + i]);
                addChild(parents[from + i], size + i);
            }
        }
        if (persistent) {
            Arrays.fill(pathNoise, size, size + count, Double.NaN);
        }
        clearCalls(count);
        int first = size;
        size += count;
        for (int node = first; ends && node < size; node++) {
            if (depth[node] == scene.steps && sound[node] != 0) {
                return true;
            }
        }
        return false;
    }

    private void addChild(int node, int child) {
        int at = 1;
        long address;
        long threshold;
        if (node == Session.NONE) {
            address = nextRoot();
            roots++;
            threshold = scene.soundBelow[3];
        } else {
            at = depth[node] + 1;
            address = nextChild[node];
            nextChild[node] = address + Address.GOLDEN;
            threshold = childBelow[node];
        }
        long childKey = Address.mix(address);
        // the sign of the difference: a branch here would be mispredicted every other time
        long isSound = ((childKey >>> 1) - threshold) >>> 63;
        key[child] = childKey;
        sound[child] = isSound;
        parent[child] = node;
        depth[child] = at;
        nextChild[child] = childKey + Address.GOLDEN;
        childBelow[child] = at < scene.steps ? scene.soundBelow[2 * at + 2 + (int) isSound] : 0;
    }

    /** Makes children of parents that are all alike; returns false, with nothing done, when they are not. */
    private boolean addAlike(int[] parents, int from, int count) {
        int above = parents[from];
        boolean first = above == Session.NONE;
        if (!first && (above < 0 || above >= size || depth[above] == scene.steps)) {
            return false;
        }
        int at = first ? 1 : depth[above] + 1;
        if (first ? !allNone(parents, from, count) : !gather(parents, from, count, at - 1)) {
            return false;
        }
        long flawed = at < scene.steps ? scene.soundBelow[2 * at + 2] : 0;
        long whole = at < scene.steps ? scene.soundBelow[2 * at + 3] : 0;
        int end = size + count;
        if (first) {
            Words.inLine(nextRoot(), Address.GOLDEN, key, size, end);
            Arrays.fill(sound, size, end, scene.soundBelow[3]);
            roots += count;
        } else {
            Words.at(key, size, end, 0);
        }
        settle(key, sound, nextChild, childBelow, size, end, flawed, whole - flawed);
        System.arraycopy(parents, from, parent, size, count);
        Arrays.fill(depth, size, end, at);
        return true;
    }

    private boolean allNone(int[] parents, int from, int count) {
        int differing = 0;
        for (int i = 0; i < count; i++) {
            differing |= parents[from + i] ^ Session.NONE;
        }
        return differing == 0;
    }

    /** Writes each child's address for its key, and its threshold for its soundness; gives all back when depths differ. */
    private boolean gather(int[] parents, int from, int count, int parentDepth) {
        long[] next = nextChild;
        long[] below = childBelow;
        int[] depths = depth;
        int child = size;
        for (int i = 0; i < count; i++) {
            int node = parents[from + i];
            if (node < 0 || node >= child - i || depths[node] != parentDepth) {
                for (int taken = 0; taken < i; taken++) {
                    next[parents[from + taken]] -= Address.GOLDEN;
                }
                return false;
            }
            long address = next[node];
            next[node] = address + Address.GOLDEN;
            key[child] = address;
            sound[child] = below[node];
            child++;
        }
        return true;
    }

    /** Turns thresholds into soundness by the keys, and says where and below what the children's own children are. */
    private static void settle(
            long[] keys, long[] sound, long[] next, long[] below, int from, int to, long flawedBelow, long rise) {
        for (int i = from; i < to; i++) {
            // the sign of the difference: a branch here would be mispredicted every other time
            long isSound = ((keys[i] >>> 1) - sound[i]) >>> 63;
            sound[i] = isSound;
            next[i] = keys[i] + Address.GOLDEN;
            below[i] = flawedBelow + (rise & -isSound);
        }
    }

    // ---- room ----

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
            nextChild = Arrays.copyOf(nextChild, room);
            childBelow = Arrays.copyOf(childBelow, room);
            if (persistent) {
                pathNoise = Arrays.copyOf(pathNoise, room);
            }
        }
    }

    private static int room(int needed) {
        return Math.max(ROOM, (int) Math.min(Integer.MAX_VALUE - 8, needed + (needed >> 1) + 16L));
    }

    /** Zeroes the call counts of the next {@code count} nodes. */
    private void clearCalls(int count) {
        if (countsOutcomeCalls) {
            Arrays.fill(outcomeCalls, size, size + count, 0);
        }
        if (countsProcessCalls) {
            Arrays.fill(processCalls, size, size + count, 0);
        }
    }
}
