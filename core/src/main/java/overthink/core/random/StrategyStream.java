package overthink.core.random;

import org.apache.commons.rng.UniformRandomProvider;
import org.jspecify.annotations.Nullable;

/**
 * A strategy's own draws in one trial at a time: a stream that starts at a one-way function of its address, so that nothing
 * drawn tells which problem and trial it is, nor anything of the world's draws. It is placed at the first draw, since most
 * strategies make none.
 */
public final class StrategyStream implements UniformRandomProvider {

    private final CounterStream stream = new CounterStream();
    private @Nullable Origin origin;
    private int problem;
    private long trial;
    private boolean placed;

    /** Begins a trial of a problem. */
    public void begin(Origin from, int ofProblem, long number) {
        origin = from;
        problem = ofProblem;
        trial = number;
        placed = false;
    }

    @Override
    public long nextLong() {
        if (!placed) {
            place();
        }
        return stream.nextLong();
    }

    private void place() {
        if (origin == null) {
            throw new IllegalStateException("no trial was begun");
        }
        stream.moveTo(origin.strategy(problem, trial));
        placed = true;
    }
}
