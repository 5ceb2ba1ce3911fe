package overthink.core.fit.curve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import overthink.core.world.Recording;

/**
 * Replayed curves of two recordings against values computed independently, to nine digits: Llama-3.1-8B on MATH-500 (44 answers
 * to each of 100 problems) and CodeGen-16B on HumanEval (100 programs for each of 164).
 */
@Tag("slow")
@Tag("real-data")
class ReplayAcceptanceTest {

    private static final int[] LLAMA = {1, 2, 4, 8, 16, 32, 44};
    private static final int[] CODET = {1, 2, 5, 10, 20, 50, 100};

    @Test
    void coverageAndMajorityOfLlama_areTheKnownOnes() {
        Recording recording = Recorded.llama();
        Replay replay = new Replay(recording, Reach.ALL_PROBLEMS, LLAMA, 1);
        check(replay.curve(Rule.COVERAGE), .434772727, .546331924, .638203107, .719258399, .793345895, .861606913, .89);
        check(
                replay.curve(Rule.MAJORITY_VOTE),
                .434772727,
                .448985201,
                .513884981,
                .561325245,
                .598344070,
                .623900818,
                .620270270);
    }

    @Test
    void bestOfKOfCodet_isTheKnownOne() {
        Replay replay = new Replay(Recorded.codet(), Reach.ALL_PROBLEMS, CODET, 1);
        check(
                replay.curve(Rule.BEST_OF_N),
                .221097561,
                .274303400,
                .303803307,
                .291690214,
                .267518684,
                .238009123,
                .216477599);
    }

    /** The errors: .0177 is the standard deviation of best-of-20 over subsamples of 20 of the 100 programs. */
    @Test
    void errorOverTheseProblems_ofBestOf20From20_isThatOfSubsamples() {
        Replay replay = new Replay(Recorded.codet(), Reach.ALL_PROBLEMS, new int[] {20, 100}, 1);
        CurvePoint all = replay.curve(Rule.BEST_OF_N).at(100).orElseThrow();
        System.out.printf(
                "codet best-of-100: own error %.4f, population %.4f%n", all.ownError(), all.populationError());
        assertEquals(0.030, all.populationError(), 0.0015);
        assertTrue(all.ownError() < all.populationError());
    }

    private static void check(ReplayedCurve curve, double... expected) {
        double worst = 0;
        for (int i = 0; i < expected.length; i++) {
            worst = Math.max(worst, Math.abs(expected[i] - curve.points().get(i).mean()));
        }
        System.out.printf("replay %s: largest difference %.1e%n", curve.rule().label(), worst);
        for (CurvePoint point : curve.points()) {
            System.out.printf(
                    "  %d: %.9f own %.4f population %.4f%n",
                    point.candidates(), point.mean(), point.ownError(), point.populationError());
        }
        // the values are rounded to nine digits
        assertTrue(worst <= 1e-9, curve.rule().label() + " differs by " + worst);
    }
}
