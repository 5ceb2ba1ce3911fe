package overthink.core.fit.world;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import overthink.core.fit.curve.Recorded;
import overthink.core.fit.curve.Rule;
import overthink.core.fit.difficulty.TailExponent;

/** Worlds fitted to the recordings that lie beside the checkout. */
@Tag("slow")
@Tag("real-data")
class WorldFitAcceptanceTest {

    /** Majority votes of Llama-3.1-8B: the fitted world is within its errors of the replay, and says so. */
    @Test
    void llama_coverageAndVotes_areAdequate() {
        WorldFit fit = print(
                "llama8b-math500, five runs of best-of-n", WorldFit.of(Recorded.llama(), TailExponent.DEFAULT, 1));
        assertTrue(fit.verdict().adequate(), fit.verdict().sentence());
        for (CheckedCurve curve : fit.verdict().curves()) {
            assertTrue(Math.abs(curve.farthest().off()) < 0.03, curve.toString());
        }
    }

    /**
     * Generated tests of CodeGen-16B: no normal latent holds for best-of-n and for weighted votes at once; the scores as they were
     * seen, shared by problem and by answer, do, and best-of-n is highest where it was in the recording, at 3 to 8 candidates.
     */
    @Test
    void codet_tabulatedScores_areAdequate_andPeakWhereRecorded() {
        WorldFit fit =
                print("codet-humaneval, generated tests", WorldFit.of(Recorded.codet(), TailExponent.DEFAULT, 1));
        assertTrue(fit.verdict().adequate(), fit.verdict().sentence());
        for (CheckedCurve curve : fit.verdict().curves()) {
            assertTrue(Math.abs(curve.farthest().off()) < 0.05, curve.toString());
            if (curve.rule() == Rule.BEST_OF_N) {
                int peak = curve.fittedPeak().candidates();
                assertTrue(3 <= peak && peak <= 8, curve.toString());
                assertEquals(curve.replayedPeak().replayed(), curve.fittedPeak().fitted(), 0.02);
            }
        }
    }

    private static WorldFit print(String what, WorldFit fit) {
        System.out.println(what + ": " + fit.verdict().sentence());
        for (CheckedCurve curve : fit.verdict().curves()) {
            CheckedPoint far = curve.farthest();
            System.out.println(String.format(
                    Locale.ROOT,
                    "  %s: farthest %+.3f at %d (%.1f errors), peak %d fitted, %d replayed",
                    curve.rule().label(),
                    far.off(),
                    far.candidates(),
                    far.errors(),
                    curve.fittedPeak().candidates(),
                    curve.replayedPeak().candidates()));
        }
        return fit;
    }
}
