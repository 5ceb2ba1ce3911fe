package overthink.core.contract;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import overthink.core.api.Resource;
import overthink.core.api.Session;
import overthink.core.testkit.GoldenRatioSequence;
import overthink.core.testkit.RecordingSession;
import overthink.core.testkit.Script;
import overthink.core.testkit.ScriptedSession;
import overthink.core.testkit.TapeSession;

class ScriptedSessionTest {

    /** The policy of the records in conformance/search-traces.json: s4 scores .63, s9 .54, s14 .45, s39 .97. */
    @Test
    void counterPolicy_scores_asRecorded() {
        assertEquals(0.63, Script.counterScore(4));
        assertEquals(0.54, Script.counterScore(9));
        assertEquals(0.45, Script.counterScore(14));
        assertEquals(0.97, Script.counterScore(39));
        ScriptedSession session = new ScriptedSession(Script.counterPolicy(), 1);
        session.extend(new int[] {Session.NONE, Session.NONE, Session.NONE, Session.NONE, Session.NONE}, 5);
        assertFalse(session.complete(3));
        assertTrue(session.complete(4));
        assertEquals(0.63, Script.probability(session.score(4)), 1e-15);
    }

    @Test
    void goldenRatioSequence_firstUniforms_asDefined() {
        GoldenRatioSequence uniforms = new GoldenRatioSequence();
        assertEquals(0.6180339887498949, uniforms.nextDouble());
        assertEquals(0.2360679774997898, uniforms.nextDouble());
        assertEquals(0.8541019662496847, uniforms.nextDouble(), 1e-15);
        assertEquals(0.4721359549995796, (uniforms.nextLong() >>> 11) * 0x1p-53, 1e-15);
        assertEquals(4, uniforms.drawn());
    }

    @Test
    void logOdds_hundredths_comeBack() {
        int exact = 0;
        for (int i = 1; i < 100; i++) {
            double probability = i / 100.0;
            double back = Script.probability(Script.logOdds(probability));
            assertEquals((float) probability, (float) back);
            assertEquals(probability, back, 2 * Math.ulp(probability));
            assertTrue(Script.logOdds(probability) < Script.logOdds(probability + 0.01), "order is kept");
            exact += back == probability ? 1 : 0;
        }
        assertTrue(exact > 50, "most are exact");
        assertEquals(0, Script.logOdds(0.5));
        assertEquals(Double.POSITIVE_INFINITY, Script.logOdds(1));
        assertEquals(Double.NEGATIVE_INFINITY, Script.logOdds(0));
        assertThrows(IllegalArgumentException.class, () -> Script.logOdds(Double.NaN));
    }

    @Test
    void extend_batches_onePerLook() {
        ScriptedSession session = new ScriptedSession(Script.counterPolicy(), 1);
        session.extend(Session.NONE);
        session.extend(0);
        assertEquals(List.of(2), session.batches(), "nothing was looked at in between");
        session.score(1);
        session.extend(new int[] {1, 1}, 2);
        assertEquals(List.of(2, 2), session.batches());
        assertEquals(List.of(0, 1, 3), session.path(3));
        assertEquals(3, session.depth(3));
        assertEquals(1, session.parent(3));
        assertEquals(2, session.spent(Resource.ROUNDS));
        assertEquals(4, session.spent(Resource.STEPS));
        assertEquals(1, session.spent(Resource.VERIFIER_CALLS));
    }

    @Test
    void generate_wholeCandidates_takeTheStepsTheyNeed() {
        ScriptedSession session = new ScriptedSession(Script.counterPolicy(), 3).withPortions(2);
        assertEquals(2, session.generate(Integer.MAX_VALUE));
        assertEquals(1, session.generate(Integer.MAX_VALUE));
        assertEquals(0, session.generate(Integer.MAX_VALUE));
        assertEquals(List.of(5, 6, 7, 8, 9), session.path(1));
        assertEquals(List.of(15), session.batches());
        assertEquals(5, session.tokens(1));
        double[] scores = new double[5];
        assertEquals(5, session.stepScores(1, scores));
        assertEquals(Script.counterScore(7), Script.probability(scores[2]), 1e-15);
    }

    @Test
    void limits_crossed_deliverNothing() {
        ScriptedSession session = new ScriptedSession(Script.tree(2, 1, 2, 3), 5)
                .withLimit(Resource.STEPS, 3)
                .withLimit(Resource.VERIFIER_CALLS, 1);
        assertEquals(1, session.generate(4), "a candidate takes two steps");
        assertEquals(1, session.extend(new int[] {Session.NONE, Session.NONE}, 2));
        assertEquals(Session.NONE, session.generate());
        double[] scores = new double[2];
        session.score(0, 2, scores);
        assertArrayEquals(new double[] {2, Double.NaN}, scores);
        assertEquals(Session.NONE, session.judge(0, 0));
        assertThrows(IllegalArgumentException.class, () -> session.commit(1));
        assertThrows(IllegalArgumentException.class, () -> session.extend(0));
        assertThrows(IllegalArgumentException.class, () -> session.verify(2));
        assertEquals(Session.NONE, session.committed());
    }

    @Test
    void answers_anyNumbers_numberedAsLookedAt() {
        ScriptedSession session =
                new ScriptedSession(Script.candidates(new double[] {0, 1, 2, 3}, new int[] {40, 7, 40, 9}), 4);
        session.generate(4);
        assertEquals(0, session.answer(3));
        int[] classes = new int[4];
        session.answers(0, 4, classes);
        assertArrayEquals(new int[] {1, 2, 1, 0}, classes);
        assertEquals(1, session.judge(2, 1));
        assertEquals(0, session.judge(1, 2));
    }

    @Test
    void recording_everyCall_oneLineEach() {
        RecordingSession session = new RecordingSession(new ScriptedSession(Script.tree(2, 1, 2, 3, 4), 2));
        session.generate(1);
        session.extend(new int[] {Session.NONE, Session.NONE}, 2);
        double[] scores = new double[2];
        session.score(1, 3, scores);
        session.random().nextDouble();
        session.commit(0);
        assertEquals(
                List.of(
                        "generate(1) = 1",
                        "extend([-1, -1], 2) = 2",
                        "score(1, 3) = [3.0, 4.0]",
                        "nextDouble() = 0.6180339887498949",
                        "commit(0)"),
                session.calls());
        assertEquals(List.of("commit(0)"), session.calls("commit"));
        assertEquals(4, session.stepsDelivered());
        assertEquals(4, session.tokensDelivered());
        assertEquals(2, session.verifierCallsDelivered());
    }

    @Test
    void tape_truthPermuted_onlyTheGradeChanges() {
        TapeSession.Tape tape = new TapeSession.Tape(1, new int[] {0, 1}, new double[] {1, 2}, new double[] {1, 2});
        for (int truth = 0; truth < 2; truth++) {
            TapeSession session = new TapeSession(tape, new boolean[] {truth == 0, truth == 1}, 2);
            assertFalse(session.correct());
            session.generate(2);
            session.commit(1);
            assertEquals(truth == 1, session.correct());
            assertEquals(0, session.answer(1));
        }
        assertThrows(IllegalArgumentException.class, () -> new TapeSession(tape, new boolean[2], 3));
    }
}
