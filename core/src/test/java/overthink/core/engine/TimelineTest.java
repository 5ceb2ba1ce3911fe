package overthink.core.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import overthink.core.law.cost.Latency;

class TimelineTest {

    private static final long SECOND = 1_000_000_000;

    /** A policy of 4 calls at once; a verifier of 2 at once that takes 3 s. */
    private final Timeline timeline = new Timeline(new Latency(0, 1, 4), new Latency(3, 0, 2), 100);

    @Test
    void policy_callsWithoutALook_shareARoundInWaves() {
        timeline.policy(3, 10 * SECOND, false);
        assertEquals(10 * SECOND, timeline.nanos());
        timeline.policy(1, 10 * SECOND, false);
        assertEquals(10 * SECOND, timeline.nanos());
        timeline.policy(1, 10 * SECOND, false);
        assertEquals(1, timeline.rounds());
        assertEquals(20 * SECOND, timeline.nanos());
    }

    @Test
    void policy_batch_takesAsLongAsItsMembersOneByOne() {
        Timeline single = new Timeline(new Latency(0, 1, 4), new Latency(3, 0, 2), 100);
        for (int calls = 1; calls <= 23; calls++) {
            timeline.reset();
            timeline.policy(calls, 7, false);
            single.policy(1, 7, false);
            assertEquals(single.nanos(), timeline.nanos(), "nanoseconds of %d calls".formatted(calls));
        }
    }

    @Test
    void policy_callsOfOneWave_takeAsLongAsTheLongest() {
        timeline.policy(1, 5, false);
        timeline.policy(1, 9, false);
        timeline.policy(1, 2, false);
        assertEquals(9, timeline.nanos());
        timeline.policy(2, 4, false);
        assertEquals(9 + 4, timeline.nanos());
    }

    @Test
    void policy_afterALook_waits() {
        timeline.policy(1, SECOND, false);
        timeline.look();
        timeline.policy(1, SECOND, false);
        assertEquals(2, timeline.rounds());
        assertEquals(2 * SECOND, timeline.nanos());
    }

    @Test
    void verify_callsOfARound_runTogetherAfterItsPolicyCalls() {
        timeline.policy(4, SECOND, false);
        timeline.verify(2);
        timeline.verify(1);
        assertEquals(SECOND + 6 * SECOND, timeline.nanos());
        timeline.policy(1, SECOND, false);
        assertEquals(2, timeline.rounds());
        assertEquals(8 * SECOND, timeline.nanos());
    }

    @Test
    void policy_portionsOfOneRequest_takeAsLongAsTheWhole() {
        for (int first = 1; first < 9; first++) {
            timeline.reset();
            timeline.policy(first, SECOND, false);
            timeline.verify(first);
            timeline.policy(9 - first, SECOND, true);
            timeline.verify(9 - first);
            assertEquals(1, timeline.rounds());
            assertEquals(3 * SECOND + 15 * SECOND, timeline.nanos());
        }
    }

    @Test
    void afterPolicyAndAfterVerify_foretellTheCharge() {
        long[] lengths = {5, 3, 8, 8, 1, 9, 2, 2, 2, 7};
        for (int i = 0; i < lengths.length; i++) {
            boolean continues = i % 3 == 2;
            long nanos = timeline.nanosAfter(lengths[i], 0, continues);
            long rounds = timeline.roundsAfterPolicy(continues);
            timeline.policy(1, lengths[i], continues);
            assertEquals(nanos, timeline.nanos());
            assertEquals(rounds, timeline.rounds());
            if (i % 2 == 1) {
                long verified = timeline.nanosAfterVerify();
                timeline.verify(1);
                assertEquals(verified, timeline.nanos());
            }
        }
    }
}
