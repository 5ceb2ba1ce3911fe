package overthink.core.model;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import overthink.core.api.Session;
import overthink.core.fault.ContractViolation;
import overthink.core.fault.Fault.Kind;
import overthink.core.law.cost.CountLaw;
import overthink.core.law.verifier.Verifier;
import overthink.core.random.Lineage;
import overthink.core.random.Purpose;
import overthink.core.random.Site;
import overthink.core.world.Policy;

/**
 * The nodes of one trial, by handle. While a trial holds whole candidates only, a node is its soundness and its place in
 * line, and candidates may be drawn before they are delivered; the arrays of the tree are filled from the first extension
 * on.
 */
final class Nodes {

    /** The most nodes of a trial: twice as many still have an array. */
    static final int MOST = 1 << 29;

    /** The most whole candidates that are drawn ahead at once. */
    static final int PORTION = 4096;

    private static final int ROOM = 1024;

    /** Fewer children are made one by one, lest the long loops be compiled for short trips. */
    private static final int BATCH = 8;

    int size;
    /** Whether some node was made by extension. */
    boolean treed;

    /** How many candidates are drawn, at least {@link #size}, while all are whole. */
    int drawn;

    /** 1 for a sound node, 0 for a flawed one. */
    long[] sound = new long[ROOM];

    /** Which node each is, for what is drawn of it. */
    long[] number = new long[0];

    int[] parent = new int[0];
    int[] depth = new int[0];
    /** The persistent part of the process verifier's noise, NaN until it is asked for. */
    double[] pathNoise = new double[0];
    /** Tokens of a node, where they vary. */
    int[] tokens = new int[0];
    /** How many outcome verifiers there are, at least 1. */
    final int outcomeVerifiers;
    /** How often each outcome verifier was asked, one after the other for each node, where call noise matters. */
    int[] outcomeCalls = new int[0];
    /** How often the process verifier was asked, where call noise matters. */
    int[] processCalls = new int[0];

    /** Which policy made each, where there are several. */
    private byte[] maker = new byte[0];

    private final boolean several;

    /** What candidates made of others have of them; null where none were made. */
    @Nullable
    Links links;

    private final int most;
    private final boolean variableTokens;
    private final boolean countsOutcomeCalls;
    private final boolean countsProcessCalls;
    private final boolean persistent;

    private final Lineage lineage = new Lineage();
    private final Site site = new Site(Purpose.SOUND);
    private ProblemTables tables;
    /** Whose work is done, and what the problem is for it. */
    private int acting;

    private ProblemTables actingTables;
    private int wholes;
    /** By policy beside the first: how many whole candidates it generated. */
    private int[] wholesOfOthers = new int[0];

    private int roots;

    /** The nodes from this to that were made last by one call, and are of one depth; none while the end is 0. */
    private int alikeFrom;

    private int alikeTo;
    /** The first candidate drawn that is sound, while all are whole. */
    private int firstSound;

    /** The cursor of each node's next child. */
    private long[] cursor = new long[0];
    /** A child of each node is sound iff its word, halved, is below. */
    private long[] childBelow = new long[0];

    /** Nodes that keep what trials in {@code world} need to know of them. */
    static Nodes of(SyntheticWorld world, ProblemTables tables) {
        List<Verifier> outcomes = world.verifiers().outcomes();
        Verifier process = world.verifiers().process();
        double tokensOfOne = 0;
        boolean linked = false;
        boolean variable = world.ensemble().size() > 1;
        for (int i = 0; i < world.ensemble().size(); i++) {
            Policy policy = world.policy(i);
            CountLaw ofRevision = policy.chain() == null ? null : policy.chain().tokens();
            double most = Math.max(
                    (double) policy.tokensPerStep().max() * policy.steps().max(),
                    ofRevision == null ? 0 : ofRevision.max());
            tokensOfOne = Math.max(
                    tokensOfOne,
                    i == 0 ? most : most * world.ensemble().others().get(i - 1).parts());
            linked |= policy.chain() != null || policy.merge() != null;
            variable |= !policy.tokensPerStep().constant() || ofRevision != null;
        }
        long mostNodes = MOST / Math.max(1, outcomes.size());
        return new Nodes(
                tables,
                linked ? new Links() : null,
                (int) Math.min(mostNodes, Long.MAX_VALUE / Math.max(1, tokensOfOne)),
                world.ensemble().size() > 1,
                variable,
                Math.max(1, outcomes.size()),
                outcomes.stream().anyMatch(Verifier::callsDiffer),
                process != null && process.callsDiffer(),
                process != null && process.persistence() > 0);
    }

    private Nodes(
            ProblemTables tables,
            @Nullable Links links,
            int most,
            boolean several,
            boolean variableTokens,
            int outcomeVerifiers,
            boolean countsOutcomeCalls,
            boolean countsProcessCalls,
            boolean persistent) {
        this.tables = tables;
        this.links = links;
        this.most = most;
        this.several = several;
        actingTables = tables;
        this.variableTokens = variableTokens;
        this.outcomeVerifiers = outcomeVerifiers;
        this.countsOutcomeCalls = countsOutcomeCalls;
        this.countsProcessCalls = countsProcessCalls;
        this.persistent = persistent;
    }

    /** Does the work of a policy from here on, for which the problem in hand is this; the nodes are a tree unless it is the first. */
    void actBy(int policy, ProblemTables other) {
        acting = policy;
        actingTables = other;
    }

    /** Turns to another problem, and to the first policy. */
    void turnTo(ProblemTables other) {
        tables = other;
        actBy(0, other);
        lineage.turnTo(tables.origin, tables.index);
        site.turnTo(tables.origin, tables.index);
    }

    /**
     * What the first policy makes from here on is made of the problem as it is now: candidates that were drawn ahead are drawn
     * anew, and children of its nodes are as likely sound as it says.
     */
    void retune(ProblemTables other) {
        tables = other;
        if (acting == 0) {
            actingTables = other;
        }
        if (!treed) {
            drawn = size;
            firstSound = firstSound < size ? firstSound : Integer.MAX_VALUE;
        }
        for (int node = 0; treed && node < size; node++) {
            if (depth[node] < other.steps && maker(node) == 0) {
                childBelow[node] = other.soundBelow[2 * depth[node] + 2 + (int) sound[node]];
            }
        }
    }

    /** Begins a trial: forgets all nodes. */
    void begin(long trial) {
        lineage.begin(trial);
        site.begin(trial);
        size = 0;
        drawn = 0;
        treed = false;
        wholes = 0;
        Arrays.fill(wholesOfOthers, 0);
        roots = 0;
        alikeTo = 0;
        firstSound = Integer.MAX_VALUE;
        if (links != null) {
            links.begin();
        }
    }

    // ---- looking ----

    /** The number of the next whole candidate. */
    long nextWhole() {
        return acting == 0 ? lineage.whole(wholes) : lineage.whole(acting, generatedByOther());
    }

    private int generatedByOther() {
        return acting < wholesOfOthers.length ? wholesOfOthers[acting] : 0;
    }

    /** The number of the policy that made a node. */
    int maker(int node) {
        return several && treed ? maker[node] : 0;
    }

    /** The step from the number of a whole candidate to that of the next, while all are whole. */
    long stride() {
        return lineage.stride();
    }

    /** The number of the next child of a node, of the next first step for {@link Session#NONE}. */
    long nextChild(int node) {
        return node == Session.NONE ? lineage.root(roots) : Lineage.child(cursor[node]);
    }

    /** Which node it is, for what is drawn of it. */
    long number(int node) {
        return treed ? number[node] : lineage.whole(node);
    }

    boolean isSound(int node) {
        return sound[node] != 0;
    }

    int depth(int node) {
        return treed ? depth[node] : tables.steps;
    }

    /** Says which of some nodes are whole solutions; returns how many. */
    int complete(int from, int to, boolean[] into, int at) {
        if (!treed) {
            Arrays.fill(into, at, at + to - from, true);
            return to - from;
        }
        if (alikeFrom <= from && from < to && to <= alikeTo) {
            boolean complete = depth[from] == tables.steps;
            Arrays.fill(into, at, at + to - from, complete);
            return complete ? to - from : 0;
        }
        int whole = 0;
        for (int node = from; node < to; node++) {
            boolean complete = depth[node] == tables.steps;
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
        int entered = links == null ? node : links.source(node);
        for (int above = parent[entered]; above != Session.NONE && sound[above] == 0; above = parent[above]) {
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
            if (depth(node) == tables.steps) {
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
        if (acting == 0) {
            wholes += count;
        }
        size += count;
        return anySound;
    }

    private boolean takeWholes(int count, long wanted) {
        int end = size + count;
        if (drawn < end) {
            drawTo((int) Math.max(end, Math.min(size + wanted, size + (long) PORTION)));
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
                sound[node] = ((site.word(lineage.whole(node)) >>> 1) - tables.correct) >>> 63;
            }
        } else {
            site.inLine(lineage.whole(from), lineage.stride(), sound, from, end);
            compare(sound, from, end, tables.correct);
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
        int first = acting == 0 ? wholes : countOther(count);
        int end = size + count;
        if (count >= BATCH) {
            enterMany(first, end);
        } else {
            for (int node = size; node < end; node++) {
                int index = first + node - size;
                long at = acting == 0 ? lineage.whole(index) : lineage.whole(acting, index);
                sound[node] = ((site.word(at) >>> 1) - actingTables.correct) >>> 63;
                enterWhole(node, at);
            }
        }
        long anySound = 0;
        for (int node = size; node < end; node++) {
            anySound |= sound[node];
        }
        return anySound != 0;
    }

    /** Counts whole candidates of a policy beside the first; returns how many there were. */
    private int countOther(int count) {
        if (wholesOfOthers.length <= acting) {
            wholesOfOthers = Arrays.copyOf(wholesOfOthers, acting + 1);
        }
        int before = wholesOfOthers[acting];
        wholesOfOthers[acting] = before + count;
        return before;
    }

    /** Enters whole candidates as far as {@code end}, of which the first is the policy's number {@code first}. */
    private void enterMany(int first, int end) {
        if (acting == 0) {
            lineage.wholes(first, number, size, end);
        } else {
            lineage.wholes(acting, first, number, size, end);
        }
        Arrays.fill(sound, size, end, actingTables.correct);
        site.below(number, sound, size, end);
        Arrays.fill(parent, size, end, Session.NONE);
        Arrays.fill(depth, size, end, tables.steps);
        for (int node = size; links != null && node < end; node++) {
            cursor[node] = Lineage.cursor(number[node]);
        }
        if (several) {
            Arrays.fill(maker, size, end, (byte) acting);
        }
        if (persistent) {
            Arrays.fill(pathNoise, size, end, Double.NaN);
        }
    }

    private void enterWhole(int node, long at) {
        if (links != null) {
            cursor[node] = Lineage.cursor(at);
        }
        if (several) {
            maker[node] = (byte) acting;
        }
        number[node] = at;
        parent[node] = Session.NONE;
        depth[node] = tables.steps;
        if (persistent) {
            pathNoise[node] = Double.NaN;
        }
    }

    // ---- candidates made of others ----

    /** Takes the number of the next child of a node. */
    long takeChild(int node) {
        long child = Lineage.child(cursor[node]);
        cursor[node] = Lineage.advanced(cursor[node]);
        return child;
    }

    /** Takes the number of the next candidate made of some nodes, which goes by their order. */
    long takeMerged(int[] members, int count) {
        long made = nextMerged(members, count);
        cursor[members[0]] = Lineage.advanced(cursor[members[0]]);
        return made;
    }

    /** The number of the next candidate made of some nodes. */
    long nextMerged(int[] members, int count) {
        long made = Lineage.child(cursor[members[0]]);
        for (int i = 1; i < count; i++) {
            made = Lineage.joined(made, number[members[i]]);
        }
        return made;
    }

    /** Whether the word of a number that says whether it is sound, halved, is below a threshold. */
    boolean falls(long at, long below) {
        return site.word(at) >>> 1 < below;
    }

    /** Adds a whole candidate that was made of others; room was made, and the nodes are a tree. */
    void addMade(long at, boolean isSound) {
        clearCalls(1);
        sound[size] = isSound ? 1 : 0;
        enterWhole(size, at);
        size++;
    }

    // ---- trees ----

    /** Fills the arrays of the tree for the whole candidates that are there. */
    void growTree() {
        if (!treed) {
            lineage.grow();
            reserveTree(Math.max(size, 1));
            int whose = acting;
            acting = 0;
            for (int node = 0; node < size; node++) {
                enterWhole(node, lineage.whole(node));
            }
            acting = whose;
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
        if (acting == 0 && count >= BATCH && addAlike(parents, from, count)) {
            ends = depth[size] == tables.steps;
        } else {
            for (int i = 0; i < count; i++) {
                checkExtendable(parents[from + i]);
                addChild(parents[from + i], size + i);
            }
        }
        if (persistent) {
            Arrays.fill(pathNoise, size, size + count, Double.NaN);
        }
        if (several) {
            Arrays.fill(maker, size, size + count, (byte) acting);
        }
        clearCalls(count);
        int first = size;
        size += count;
        for (int node = first; ends && node < size; node++) {
            if (depth[node] == tables.steps && sound[node] != 0) {
                return true;
            }
        }
        return false;
    }

    private void addChild(int node, int child) {
        long childNumber = nextChild(node);
        long threshold;
        if (node == Session.NONE) {
            roots++;
            threshold = actingTables.soundBelow[3];
        } else {
            int at = depth[node] + 1;
            cursor[node] = Lineage.advanced(cursor[node]);
            threshold = acting == 0 ? childBelow[node] : actingTables.soundBelow[2 * at + (int) sound[node]];
        }
        // the sign of the difference: a branch here would be mispredicted every other time
        enterChild(node, child, childNumber, ((site.word(childNumber) >>> 1) - threshold) >>> 63);
    }

    private void enterChild(int node, int child, long childNumber, long isSound) {
        int at = node == Session.NONE ? 1 : depth[node] + 1;
        number[child] = childNumber;
        sound[child] = isSound;
        parent[child] = node;
        depth[child] = at;
        cursor[child] = Lineage.cursor(childNumber);
        childBelow[child] = at < tables.steps ? tables.soundBelow[2 * at + 2 + (int) isSound] : 0;
    }

    /** The number of the likeliest child of a node, as the acting policy makes it; of the likeliest first step for {@link Session#NONE}. */
    long greedyChild(int node) {
        return node == Session.NONE ? lineage.greedyRoot(acting) : lineage.greedyChild(number[node], acting);
    }

    /** Adds the likeliest child of a node, which takes the place of none of its other children; room was made. */
    void addGreedyChild(int node, boolean isSound) {
        clearCalls(1);
        enterChild(node, size, greedyChild(node), isSound ? 1 : 0);
        if (persistent) {
            pathNoise[size] = Double.NaN;
        }
        if (several) {
            maker[size] = (byte) acting;
        }
        size++;
    }

    /** Says that some node has another answer than its own draw would give. */
    Links linked() {
        Links known = links == null ? new Links() : links;
        links = known;
        return known;
    }

    /** Makes children of parents that are all alike; returns false, with nothing done, when they are not. */
    private boolean addAlike(int[] parents, int from, int count) {
        int above = parents[from];
        boolean first = above == Session.NONE;
        if (!first && (above < 0 || above >= size || depth[above] == tables.steps)) {
            return false;
        }
        int at = first ? 1 : depth[above] + 1;
        if (first ? !allNone(parents, from, count) : !gather(parents, from, count, at - 1)) {
            return false;
        }
        long flawed = at < tables.steps ? tables.soundBelow[2 * at + 2] : 0;
        long whole = at < tables.steps ? tables.soundBelow[2 * at + 3] : 0;
        int end = size + count;
        if (first) {
            lineage.roots(roots, number, size, end);
            Arrays.fill(sound, size, end, tables.soundBelow[3]);
            roots += count;
        } else {
            Lineage.children(number, size, end);
        }
        site.below(number, sound, size, end);
        settle(number, sound, cursor, childBelow, size, end, flawed, whole - flawed);
        System.arraycopy(parents, from, parent, size, count);
        Arrays.fill(depth, size, end, at);
        alikeFrom = size;
        alikeTo = end;
        return true;
    }

    private boolean allNone(int[] parents, int from, int count) {
        int differing = 0;
        for (int i = 0; i < count; i++) {
            differing |= parents[from + i] ^ Session.NONE;
        }
        return differing == 0;
    }

    /** Writes each child's cursor for its number, and its threshold for its soundness; gives all back when depths differ. */
    private boolean gather(int[] parents, int from, int count, int parentDepth) {
        long[] next = cursor;
        long[] below = childBelow;
        int[] depths = depth;
        int child = size;
        for (int i = 0; i < count; i++) {
            int node = parents[from + i];
            if (node < 0 || node >= child - i || depths[node] != parentDepth) {
                for (int taken = 0; taken < i; taken++) {
                    next[parents[from + taken]] = Lineage.withdrawn(next[parents[from + taken]]);
                }
                return false;
            }
            number[child] = next[node];
            next[node] = Lineage.advanced(next[node]);
            sound[child] = below[node];
            child++;
        }
        return true;
    }

    /** Says where and below what the children's own children are. */
    private static void settle(
            long[] numbers, long[] sound, long[] next, long[] below, int from, int to, long flawedBelow, long rise) {
        for (int i = from; i < to; i++) {
            next[i] = Lineage.cursor(numbers[i]);
            below[i] = flawedBelow + (rise & -sound[i]);
        }
    }

    // ---- room ----

    /**
     * Makes room for so many nodes more.
     *
     * @throws ContractViolation when a trial cannot hold so many
     */
    void reserve(int more) {
        if (more > most - size) {
            throw new ContractViolation(
                    Kind.OVERSPENT,
                    "asked for more than %d nodes, the most that one trial can hold and count the tokens of"
                            .formatted(most));
        }
        try {
            reserveFor(size + more);
        } catch (OutOfMemoryError e) {
            throw new ContractViolation(
                    Kind.OVERSPENT,
                    "asked for %d nodes in one trial, for which the memory of this Java, %d MB, is too small;"
                                    .formatted(
                                            (long) size + more,
                                            Runtime.getRuntime().maxMemory() >> 20)
                            + " JAVA_TOOL_OPTIONS=-Xmx8g, say, allows more");
        }
    }

    private void reserveFor(int needed) {
        if (sound.length < needed) {
            sound = Arrays.copyOf(sound, room(needed));
        }
        if (variableTokens && tokens.length < needed) {
            tokens = Arrays.copyOf(tokens, room(needed));
        }
        if (countsOutcomeCalls && outcomeCalls.length < needed * outcomeVerifiers) {
            outcomeCalls = Arrays.copyOf(outcomeCalls, room(needed) * outcomeVerifiers);
        }
        if (countsProcessCalls && processCalls.length < needed) {
            processCalls = Arrays.copyOf(processCalls, room(needed));
        }
        if (treed) {
            reserveTree(needed);
        }
    }

    private void reserveTree(int needed) {
        if (number.length < needed) {
            int room = room(needed);
            number = Arrays.copyOf(number, room);
            parent = Arrays.copyOf(parent, room);
            depth = Arrays.copyOf(depth, room);
            cursor = Arrays.copyOf(cursor, room);
            childBelow = Arrays.copyOf(childBelow, room);
            if (several) {
                maker = Arrays.copyOf(maker, room);
            }
            if (persistent) {
                pathNoise = Arrays.copyOf(pathNoise, room);
            }
        }
    }

    /** How long an array is made of which so many elements are needed, at least 1: half as long again. */
    static int room(int needed) {
        return (int) Math.max(ROOM, Math.max(needed, Math.min(Integer.MAX_VALUE - 8, 16L + needed + (needed >> 1))));
    }

    /** Zeroes the call counts of the next {@code count} nodes. */
    private void clearCalls(int count) {
        if (countsOutcomeCalls) {
            Arrays.fill(outcomeCalls, size * outcomeVerifiers, (size + count) * outcomeVerifiers, 0);
        }
        if (countsProcessCalls) {
            Arrays.fill(processCalls, size, size + count, 0);
        }
    }
}
