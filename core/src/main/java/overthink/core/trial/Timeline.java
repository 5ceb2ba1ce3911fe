package overthink.core.trial;

import java.util.Arrays;
import java.util.List;
import overthink.core.law.cost.CallCost;
import overthink.core.law.cost.Latency;

/**
 * Rounds and elapsed time of one trial, in nanoseconds.
 *
 * <p>Policy calls made without a look in between form a round; as many at once as the concurrency allows run together, and
 * each of the others starts when a place is free. When all of them are back, the verifier calls of the round run, in stages:
 * a stage starts when the one before is over, its calls run together likewise, and the next round starts when the last is
 * over. A single verifier call is a stage, since its verdict is seen before the next is asked for; a batch is one; and so are
 * calls that were announced. A batch on a later portion of a round's policy calls runs with the batches on the portions
 * before it: the first with the first, the second with the second.
 */
final class Timeline {

    /** By policy. */
    private final Slots[] policies;
    /** Of the policy whose calls are made. */
    private Slots policy;

    private int concurrency;
    private final int[] concurrencyOf;
    /** Of calls of the verifier in hand. */
    private int verifierConcurrency;

    private double verifierNanos;
    /** At 0 of verifiers that nobody tells apart, then by outcome verifier. */
    private final int[] concurrencies;

    private final double[] nanosOf;

    /** Until this round began. */
    private double before;
    /** This round's stages. */
    private double stages;

    private long rounds;
    private boolean looked;
    /** How many policy calls there were, and how many of them before this round. */
    private long calls;

    private long callsBefore;

    /** Calls of this round's batches, by their order after a portion. */
    private long[] batches = new long[4];

    private int batchesMade;
    private int nextBatch;

    /** The batch that the stage in hand is, −1 for none. */
    private int batch;
    /** How many more calls the stage's last wave has room for. */
    private long roomInWave;
    /** Whose calls the stage's last were, as in {@link #turnTo}, and whose are in hand. */
    private int stageOf;

    private int hand;

    /** Calls announced and not yet made. */
    private long announced;

    Timeline(Latency policyLatency, Latency verifierLatency, int tokensPerVerifierCall) {
        this(List.of(policyLatency), verifierLatency, tokensPerVerifierCall, List.of());
    }

    /** Of calls of several policies, each of which has places of its own. */
    Timeline(
            List<Latency> policyLatencies,
            Latency verifierLatency,
            int tokensPerVerifierCall,
            List<CallCost> outcomes) {
        policies = policyLatencies.stream()
                .map(latency -> new Slots(latency.concurrency()))
                .toArray(Slots[]::new);
        concurrencyOf = policyLatencies.stream().mapToInt(Latency::concurrency).toArray();
        policy = policies[0];
        concurrency = concurrencyOf[0];
        concurrencies = new int[1 + outcomes.size()];
        nanosOf = new double[1 + outcomes.size()];
        concurrencies[0] = verifierLatency.concurrency();
        nanosOf[0] = verifierLatency.nanos(tokensPerVerifierCall);
        for (int i = 0; i < outcomes.size(); i++) {
            concurrencies[1 + i] = outcomes.get(i).tariff().latency().concurrency();
            nanosOf[1 + i] = outcomes.get(i).nanos();
        }
        verifierConcurrency = concurrencies[0];
        verifierNanos = nanosOf[0];
        reset();
    }

    /** What follows is of the outcome verifier of a number, or, for {@link OutcomeCalls#OTHERS}, of verifiers that nobody tells apart. */
    void turnTo(int verifier) {
        hand = 1 + verifier;
        verifierConcurrency = concurrencies[1 + verifier];
        verifierNanos = nanosOf[1 + verifier];
    }

    /** What follows are calls of the policy of a number. */
    void actBy(int number) {
        policy = policies[number];
        concurrency = concurrencyOf[number];
    }

    void reset() {
        before = 0;
        rounds = 0;
        looked = false;
        calls = 0;
        callsBefore = 0;
        openRound();
    }

    private void openRound() {
        if (policies.length == 1) {
            policy.clear();
        } else {
            for (Slots one : policies) {
                one.clear();
            }
        }
        stages = 0;
        batchesMade = 0;
        nextBatch = 0;
        batch = -1;
        roomInWave = 0;
        announced = 0;
    }

    /** The strategy saw a result: what it asks for next waits for it. */
    void look() {
        looked = true;
    }

    /** The policy reads what the call of a number, from 0, made: what it is asked for next waits for it. */
    void read(int call) {
        looked |= call >= callsBefore;
    }

    /**
     * {@code more} policy calls of the same length.
     *
     * @param continues whether they belong to the round of the calls before, whatever was looked at since
     */
    void policy(long more, double nanosEach, boolean continues) {
        if (opensRound(continues)) {
            before = nanos();
            rounds++;
            openRound();
            looked = false;
            callsBefore = calls;
        }
        calls += more;
        nextBatch = 0;
        policy.add(more, nanosEach);
    }

    /** A policy call that makes no node, so that calls are numbered as nodes are. */
    void idea(double nanos) {
        policy(1, nanos, false);
        calls--;
    }

    /**
     * Announces that the next {@code calls} verifier calls, at least 1, are issued together.
     *
     * @throws IllegalStateException when calls announced before were not made
     */
    void announce(long calls) {
        checkMade();
        openBatch();
        announced = calls;
    }

    /** Nothing more comes of what was announced. */
    void forgetAnnounced() {
        announced = 0;
    }

    /**
     * Throws unless the calls that were announced were made.
     *
     * @throws IllegalStateException if not
     */
    void checkMade() {
        if (announced > 0) {
            throw new IllegalStateException(
                    "%d verifier calls were announced as issued together and not made; announce just those that wait for no"
                                    .formatted(announced)
                            + " verdict");
        }
    }

    /**
     * Verifier calls are about to be made: a stage of their own, unless they were announced.
     *
     * @param several whether as a batch
     * @throws IllegalStateException when fewer are announced
     */
    void issue(long calls, boolean several) {
        if (announced > 0) {
            if (calls > announced) {
                throw new IllegalStateException(
                        "%d more verifier calls were announced as issued together, and %d are asked for"
                                .formatted(announced, calls));
            }
            if (hand != stageOf) {
                roomInWave = 0;
            }
        } else if (several) {
            openBatch();
        } else {
            batch = -1;
            roomInWave = 0;
        }
        stageOf = hand;
    }

    private void openBatch() {
        if (nextBatch == batchesMade) {
            if (batchesMade == batches.length) {
                batches = Arrays.copyOf(batches, 2 * batchesMade);
            }
            batches[batchesMade++] = 0;
        }
        batch = nextBatch++;
        roomInWave = roomAfter(batches[batch]);
    }

    /** {@code calls} verifier calls of those issued, on what this round made. */
    void verify(long calls) {
        looked = true;
        announced = Math.max(0, announced - calls);
        if (verifierNanos == 0) {
            return;
        }
        if (batch >= 0) {
            batches[batch] += calls;
        }
        long left = calls - roomInWave;
        if (left <= 0) {
            roomInWave = -left;
        } else {
            long waves = (left - 1) / verifierConcurrency + 1;
            stages += waves * verifierNanos;
            roomInWave = waves * verifierConcurrency - left;
        }
    }

    long rounds() {
        return rounds;
    }

    double nanos() {
        return before + end() + stages;
    }

    /** {@link #rounds()} after one more policy call. */
    long roundsAfterPolicy(boolean continues) {
        return opensRound(continues) ? rounds + 1 : rounds;
    }

    /** {@link #nanos()} after one more policy call and a batch of {@code calls} verifier calls on what its portion made. */
    double nanosAfter(double nanosEach, long calls, boolean continues) {
        if (opensRound(continues)) {
            return nanos() + nanosEach + waves(calls) * verifierNanos;
        }
        long joined = batchesMade > 0 ? batches[0] : 0;
        return before
                + Math.max(end(), policy.endAfter(nanosEach))
                + stages
                + (waves(joined + calls) - waves(joined)) * verifierNanos;
    }

    /** {@link #nanos()} after one more of the verifier calls issued. */
    double nanosAfterVerify() {
        return nanos() + (roomInWave > 0 ? 0 : verifierNanos);
    }

    /**
     * What {@code count} solutions side by side stay below: {@code stages} rounds, each followed by its verifier calls, and then
     * {@code callsAtEnd} on all of them together.
     * However calls are spread, k of them on c places take no longer than (Σ − longest)/c + longest (Graham 1966).
     *
     * @param meanNanos of a policy call, counted so that count·stages of them take no longer in all
     * @param longestNanos of a policy call
     */
    double expectedNanos(
            long count, int stages, double meanNanos, double longestNanos, int callsPerStage, long callsAtEnd) {
        double round;
        if (count <= concurrency) {
            round = longestNanos;
        } else if (meanNanos == longestNanos) {
            round = ((count - 1) / concurrency + 1) * longestNanos;
        } else {
            round = Math.max(0, count * meanNanos - longestNanos) / concurrency + longestNanos;
        }
        return stages * (round + waves((double) count * callsPerStage) * verifierNanos)
                + waves(callsAtEnd) * verifierNanos;
    }

    /** When the last of this round's policy calls is back, after the round began. */
    private double end() {
        double end = policy.end();
        if (policies.length == 1) {
            return end;
        }
        for (int i = 0; i < policies.length; i++) {
            end = Math.max(end, policies[i].end());
        }
        return end;
    }

    private boolean opensRound(boolean continues) {
        return rounds == 0 || (looked && !continues);
    }

    private long waves(long calls) {
        return calls == 0 ? 0 : (calls - 1) / verifierConcurrency + 1;
    }

    private double waves(double calls) {
        return Math.ceil(calls / verifierConcurrency);
    }

    private long roomAfter(long calls) {
        return waves(calls) * verifierConcurrency - calls;
    }
}
