package overthink.core.engine;

import overthink.core.law.cost.Latency;

/**
 * Rounds and elapsed time of one trial. Policy calls made without a look in between form a round and run together, as many
 * at once as the concurrency allows, the rest in waves; verifier calls made in a round start when its policy calls are back
 * and run together likewise; the next round starts when both are done.
 */
final class Timeline {

    static final double NANOS = 1e9;

    private final long concurrency;
    private final long verifierConcurrency;
    private final long verifierNanos;

    /** Until this round began. */
    private long before;
    /** This round's waves that are full. */
    private long fullWaves;
    /** The wave being filled: its longest call. */
    private long wave;

    private long inWave;
    private long verifierCalls;
    private long rounds;
    private boolean looked;

    Timeline(Latency policy, Latency verifier, int tokensPerVerifierCall) {
        concurrency = policy.concurrency();
        verifierConcurrency = verifier.concurrency();
        verifierNanos = Math.round((verifier.prefill() + verifier.perToken() * tokensPerVerifierCall) * NANOS);
    }

    void reset() {
        before = 0;
        fullWaves = 0;
        wave = 0;
        inWave = 0;
        verifierCalls = 0;
        rounds = 0;
        looked = false;
    }

    /** The strategy saw a result: what it asks for next waits for it. */
    void look() {
        looked = true;
    }

    /**
     * {@code calls} policy calls of the same length.
     *
     * @param continues whether they belong to the round of the calls before, whatever was looked at since
     */
    void policy(long calls, long nanosEach, boolean continues) {
        if (opensRound(continues)) {
            before = nanos();
            rounds++;
            fullWaves = 0;
            wave = 0;
            inWave = 0;
            verifierCalls = 0;
            looked = false;
        }
        long left = calls - Math.min(calls, concurrency - inWave);
        if (left < calls) {
            inWave += calls - left;
            wave = Math.max(wave, nanosEach);
        }
        if (left > 0) {
            fullWaves += wave + (left - 1) / concurrency * nanosEach;
            wave = nanosEach;
            inWave = (left - 1) % concurrency + 1;
        }
    }

    /** {@code calls} verifier calls on what this round made. */
    void verify(long calls) {
        verifierCalls += calls;
        looked = true;
    }

    long rounds() {
        return rounds;
    }

    long nanos() {
        return before + fullWaves + wave + verifierNanos(verifierCalls);
    }

    /** {@link #rounds()} after one more policy call. */
    long roundsAfterPolicy(boolean continues) {
        return opensRound(continues) ? rounds + 1 : rounds;
    }

    /** {@link #nanos()} after one more policy call and {@code calls} more verifier calls on what its round made. */
    long nanosAfter(long nanosEach, long calls, boolean continues) {
        if (opensRound(continues)) {
            return nanos() + nanosEach + verifierNanos(calls);
        }
        long added = inWave < concurrency ? Math.max(0, nanosEach - wave) : nanosEach;
        return before + fullWaves + wave + added + verifierNanos(verifierCalls + calls);
    }

    /** {@link #nanos()} after one more verifier call. */
    long nanosAfterVerify() {
        return before + fullWaves + wave + verifierNanos(verifierCalls + 1);
    }

    /**
     * How long {@code count} solutions side by side take: {@code stages} rounds, each followed by its verifier calls, and then
     * {@code callsAtEnd} on all of them.
     */
    double expectedNanos(long count, int stages, long nanosEach, int callsPerStage, long callsAtEnd) {
        long waves = (count + concurrency - 1) / concurrency;
        return stages * ((double) waves * nanosEach + verifierNanos(count * callsPerStage)) + verifierNanos(callsAtEnd);
    }

    private boolean opensRound(boolean continues) {
        return rounds == 0 || (looked && !continues);
    }

    private long verifierNanos(long calls) {
        return verifierNanos == 0 ? 0 : (calls + verifierConcurrency - 1) / verifierConcurrency * verifierNanos;
    }
}
