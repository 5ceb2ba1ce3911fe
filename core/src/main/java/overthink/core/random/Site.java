package overthink.core.random;

import overthink.core.random.Purpose.Scope;

/**
 * The random numbers of one purpose, on one problem at a time and in one trial of it: a word for every node and slot. A purpose of
 * a problem has its numbers once {@link #turnTo} says which; a purpose of a trial once {@link #begin} does.
 *
 * <p>A word is SplitMix64's finaliser of the trial's key plus the node's number plus a multiple of the golden ratio, and a
 * mask of the problem's on top. Key and mask are secrets ({@link Origin}). The finaliser alone can be inverted, and a score
 * shows most bits of its word; between two secrets (Even and Mansour 1997) there is no quick way back to them.
 */
public final class Site {

    private final Purpose purpose;
    private final int member;
    private long secret;
    private long mask;
    private long key;

    /** The numbers of a purpose that has many for each problem or trial. */
    public Site(Purpose purpose) {
        this(purpose, 0);
    }

    /**
     * The numbers of one of several that draw for a purpose.
     *
     * @param member which of them, from 0; the first has those of {@link #Site(Purpose)}
     */
    public Site(Purpose purpose, int member) {
        if (purpose.scope() != Scope.PROBLEM) {
            purpose.need(Scope.TRIAL);
        }
        this.purpose = purpose;
        this.member = member;
    }

    /** Turns to a problem. */
    public void turnTo(Origin origin, int problem) {
        secret = origin.secret(purpose, problem, member);
        mask = origin.mask(purpose, problem, member);
        key = secret;
    }

    /** Begins a trial of the problem, for a purpose that has numbers for each; any two trials have different keys. */
    public void begin(long trial) {
        key = Address.mix(secret + (trial + 1) * Address.GOLDEN);
    }

    /** The word of a node ({@link Lineage}). */
    public long word(long node) {
        return Address.mix(key + node) ^ mask;
    }

    /** The word in one of a node's slots; slot 0 has {@link #word(long)}. */
    public long word(long node, long slot) {
        return Address.mix(key + node + slot * Address.GOLDEN) ^ mask;
    }

    /** The word in a slot, of a purpose that does not go by node. */
    public long slot(long slot) {
        return Address.mix(key + slot * Address.GOLDEN) ^ mask;
    }

    /** Moves a stream to where the numbers of a slot begin. */
    public void move(CounterStream stream, long slot) {
        stream.moveTo(slot(slot));
    }

    /** Writes the words of nodes {@code first}, {@code first + stride}, … to {@code into}, from index {@code from} to {@code to}. */
    public void inLine(long first, long stride, long[] into, int from, int to) {
        Words.inLine(key + first, stride, mask, into, from, to);
    }

    /** Replaces nodes, from index {@code from} to {@code to}, by their words. */
    public void at(long[] nodes, int from, int to) {
        Words.at(nodes, from, to, key, mask);
    }

    /**
     * Replaces thresholds, from index {@code from} to {@code to}, by 1 where the word of the node at the same index, halved,
     * is below, else by 0.
     */
    public void below(long[] nodes, long[] thresholds, int from, int to) {
        Words.below(nodes, thresholds, from, to, key, mask);
    }

    long key() {
        return key;
    }
}
