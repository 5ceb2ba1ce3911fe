package overthink.core.random;

import org.apache.commons.rng.UniformRandomProvider;

/** A stream of words that starts at an address; making one or moving it costs nothing. */
public final class CounterStream implements UniformRandomProvider {

    private long state;
    private long stride = Address.GOLDEN;

    /** A stream at the address {@code key}. */
    public CounterStream(long key) {
        moveTo(key);
    }

    /** Starts again at the address {@code key}. */
    public void moveTo(long key) {
        state = key;
        stride = Address.stride(key);
    }

    @Override
    public long nextLong() {
        state += stride;
        return Address.mix(state);
    }
}
