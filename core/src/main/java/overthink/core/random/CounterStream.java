package overthink.core.random;

import org.apache.commons.rng.UniformRandomProvider;

/** A stream of words that starts at an address; making one or moving it costs nothing. */
public final class CounterStream implements UniformRandomProvider {

    private long state;
    private long stride;

    /** A stream that is to be moved before it is read. */
    public CounterStream() {
        this(0);
    }

    /** A stream at an address of its own making: for tests. */
    public CounterStream(long key) {
        moveTo(key);
    }

    /** Starts again at the address {@code key}. */
    void moveTo(long key) {
        state = key;
        stride = Address.stride(key);
    }

    @Override
    public long nextLong() {
        state += stride;
        return Address.mix(state);
    }
}
