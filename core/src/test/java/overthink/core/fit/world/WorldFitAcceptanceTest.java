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

    /** Generated tests of CodeGen-16B: no law here holds both for best-of-n and for weighted votes, and the verdict says so. */
    @Test
    void codet_votesAreAdequate_andSomeSelectionIsNot() {
        WorldFit fit =
                print("codet-humaneval, generated tests", WorldFit.of(Recorded.codet(), TailExponent.DEFAULT, 1));
        for (CheckedCurve curve : fit.verdict().curves()) {
            if (curve.rule() == Rule.COVERAGE || curve.rule() == Rule.MAJORITY_VOTE) {
                assertEquals(CheckedCurve.Grade.ADEQUATE, curve.grade(), curve.toString());
            }
        }
        assertTrue(
                fit.verdict().sentence().startsWith("do not use for "),
                fit.verdict().sentence());
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
