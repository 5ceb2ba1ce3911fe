package overthink.core.law.difficulty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import overthink.core.model.SyntheticDraw;
import overthink.core.model.SyntheticWorld;
import overthink.core.world.Gathering;
import overthink.core.world.Policy;
import overthink.core.world.Problems;
import overthink.core.world.Verifiers;

class LogOddsMovesTest {

    private static double logOdds(double p) {
        return Math.log(p) - Math.log1p(-p);
    }

    @Test
    void moved_byLogOdds_addsThem() {
        for (double move : new double[] {-700, -3, -1e-9, 0, 0.5, 20}) {
            for (double p : new double[] {1e-9, 0.1, 0.5, 0.97}) {
                double moved = LogOddsMoves.of(0, move).moved(1, p);
                double expected = 1 / (1 + Math.exp(-(logOdds(p) + move)));
                assertEquals(expected, moved, 1e-14 + 1e-12 * expected, p + " by " + move);
            }
        }
        assertEquals(0.3, LogOddsMoves.NONE.moved(7, 0.3));
    }

    @Test
    void moved_neverOrAlwaysSolved_stays() {
        for (double move : new double[] {-1e4, -1, 1, 1e4}) {
            assertEquals(0, LogOddsMoves.of(move).moved(0, 0));
            assertEquals(1, LogOddsMoves.of(move).moved(0, 1));
            assertTrue(Double.isFinite(LogOddsMoves.of(move).moved(0, 0.5)));
        }
    }

    @Test
    void after_severalRounds_addsRateTimesWhatIsKept() {
        LogOddsMoves once = LogOddsMoves.NONE.after(2, new double[] {0.5, 0}, new double[] {0.1, 0.4});
        assertEquals(LogOddsMoves.of(2 * (0.5 - 0.1), 2 * (0 - 0.4)), once);
        LogOddsMoves twice = once.after(2, new double[] {1, 0.25}, new double[] {0, 0});
        assertEquals(LogOddsMoves.of(2 * (0.5 - 0.1) + 2, 2 * (0 - 0.4) + 0.5), twice);
        assertNotEquals(once, twice);
        assertThrows(IllegalArgumentException.class, () -> LogOddsMoves.of(Double.NaN));
    }

    /** What belongs to a problem beside its difficulty stays: its level, its place, what is drawn of it. */
    @Test
    void problems_moved_areTheSameProblems() {
        DifficultyLaw law = new UniformDifficulty(0.1, 0.9);
        SyntheticWorld world = new SyntheticWorld(new Problems(law, 4), Policy.FLAT, Verifiers.NONE);
        LogOddsMoves moves = LogOddsMoves.of(1, -1, 0, 2);
        SyntheticDraw before = world.draw(3);
        SyntheticDraw after = world.with(world.problems().moved(moves), world.policy(), world.verifiers())
                .draw(3);
        for (int problem = 0; problem < 4; problem++) {
            assertEquals(moves.moved(problem, before.p(problem)), after.p(problem));
            assertEquals(
                    before.problem(problem).latent(), after.problem(problem).latent());
        }
        assertTrue(before.difficulty().isPresent());
        assertTrue(after.difficulty().isEmpty(), "p is of no declared law any more");
        assertThrows(IllegalArgumentException.class, () -> new Problems(law, 3, Gathering.DRAWN, moves));
        assertThrows(
                IllegalArgumentException.class, () -> Problems.population(law).moved(moves));
    }
}
