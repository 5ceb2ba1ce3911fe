package overthink.core.random;

import overthink.core.random.Purpose.Scope;

/**
 * Where all random numbers of an experiment come from: its seed, behind one-way functions. Each purpose has secrets of its own
 * on each problem, by {@link SipHash} under a key that is itself one way from the seed; knowing those of one purpose says
 * nothing of another's. Immutable.
 */
public final class Origin {

    /** The first digits of π: nothing up the sleeve. */
    private static final long PI_0 = 0x243F6A8885A308D3L;

    private static final long PI_1 = 0x13198A2E03707344L;

    private static final long SECRET = 0;
    private static final long MASK = 1;

    private final long key0;
    private final long key1;

    private Origin(long key0, long key1) {
        this.key0 = key0;
        this.key1 = key1;
    }

    /** The origin that a seed stands for. */
    public static Origin of(long seed) {
        return new Origin(SipHash.of(PI_0, PI_1, seed, 0, 0), SipHash.of(PI_0, PI_1, seed, 1, 0));
    }

    /** The word of a purpose that has one number for each problem. */
    public long word(Purpose purpose, int problem) {
        purpose.need(Scope.ONCE);
        return hash(purpose, problem, 0);
    }

    /** Where a strategy's own draws in a trial begin. */
    long strategy(int problem, long trial) {
        return hash(Purpose.STRATEGY, problem, trial);
    }

    /** The word of a purpose that has one number for each problem and each of several that draw for it; the first has {@link #word(Purpose, int)}. */
    public long word(Purpose purpose, int problem, int member) {
        purpose.need(Scope.ONCE);
        return hash(purpose, problem, member);
    }

    long secret(Purpose purpose, int problem, int member) {
        return hash(purpose, problem, 2L * member + SECRET);
    }

    long mask(Purpose purpose, int problem, int member) {
        return hash(purpose, problem, 2L * member + MASK);
    }

    private long hash(Purpose purpose, int problem, long number) {
        return SipHash.of(key0, key1, purpose.code(), problem, number);
    }
}
