package overthink.core.trial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
    void policy_callsOfUnequalLength_startWhenAPlaceIsFree() {
        timeline.policy(1, 5, false);
        timeline.policy(1, 9, false);
        timeline.policy(1, 2, false);
        assertEquals(9, timeline.nanos());
        // four places, free at 5, 9, 2 and 0: from 0 to 4 and from 2 to 6
        timeline.policy(2, 4, false);
        assertEquals(9, timeline.nanos());
        // free at 5, 9, 6 and 4: from 4 to 12
        timeline.policy(1, 8, false);
        assertEquals(12, timeline.nanos());
    }

    @Test
    void verify_singleCalls_waitForOneAnother() {
        timeline.policy(1, 10 * SECOND, false);
        verify(1, false);
        verify(1, false);
        assertEquals((10 + 2 * 3) * SECOND, timeline.nanos());
    }

    @Test
    void verify_announcedCalls_runTogether() {
        timeline.policy(1, 10 * SECOND, false);
        timeline.announce(3);
        for (int call = 0; call < 3; call++) {
            verify(1, false);
        }
        // two at once: 3 s for two, 3 s for one
        assertEquals((10 + 2 * 3) * SECOND, timeline.nanos());
        verify(1, false);
        assertEquals((10 + 3 * 3) * SECOND, timeline.nanos());
    }

    @Test
    void verify_batches_waitForOneAnotherAndRunWithThoseOnOtherPortions() {
        timeline.policy(3, SECOND, false);
        verify(1, true);
        verify(2, true);
        assertEquals(SECOND + (3 + 3) * SECOND, timeline.nanos());
        timeline.policy(1, SECOND, true);
        verify(1, true);
        assertEquals(SECOND + (3 + 3) * SECOND, timeline.nanos(), "the first two of two portions run together");
        verify(1, true);
        assertEquals(SECOND + (3 + 6) * SECOND, timeline.nanos(), "three in the second stage");
    }

    @Test
    void announce_callsNotMade_areNoticed() {
        timeline.policy(1, SECOND, false);
        timeline.announce(2);
        verify(1, false);
        IllegalStateException thrown = assertThrows(IllegalStateException.class, timeline::checkMade);
        assertTrue(thrown.getMessage().contains("1 verifier calls were announced"), thrown.getMessage());
        assertThrows(IllegalStateException.class, () -> timeline.issue(2, true));
        timeline.forgetAnnounced();
        timeline.checkMade();
    }

    @Test
    void nanos_longCallsAndManyRounds_doNotWrap() {
        Timeline slow = new Timeline(new Latency(1e6, 1e6, 1), new Latency(1e6, 1e6, 1), 1_000_000_000);
        double each = new Latency(1e6, 1e6, 1).nanos(4.096e10);
        for (int round = 1; round <= 100; round++) {
            slow.policy(1_000_000, each, false);
            slow.look();
            // 10^6 + 10^6·4.096·10^10 seconds a call
            assertEquals(round * 1e6 * (1e6 + 4.096e16) * 1e9, slow.nanos(), 1e-9 * slow.nanos());
        }
    }

    private void verify(int calls, boolean several) {
        timeline.issue(calls, several);
        timeline.verify(calls);
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
        timeline.announce(3);
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
            verify(first, true);
            timeline.policy(9 - first, SECOND, true);
            verify(9 - first, true);
            assertEquals(1, timeline.rounds());
            assertEquals(3 * SECOND + 15 * SECOND, timeline.nanos());
        }
    }

    @Test
    void afterPolicyAndAfterVerify_foretellTheCharge() {
        long[] lengths = {5, 3, 8, 8, 1, 9, 2, 2, 2, 7};
        for (int i = 0; i < lengths.length; i++) {
            boolean continues = i % 3 == 2;
            double nanos = timeline.nanosAfter(lengths[i], 0, continues);
            long rounds = timeline.roundsAfterPolicy(continues);
            timeline.policy(1, lengths[i], continues);
            assertEquals(nanos, timeline.nanos());
            assertEquals(rounds, timeline.rounds());
            if (i % 2 == 1) {
                timeline.issue(1, i % 4 == 1);
                double verified = timeline.nanosAfterVerify();
                timeline.verify(1);
                assertEquals(verified, timeline.nanos());
            }
        }
    }
}
