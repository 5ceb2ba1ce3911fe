package overthink.benchmarks;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class SideBySideTest {

    private static final double[] PROBLEMS = {0.1, 0.4, 0.9};

    @Test
    void parse_lineOfTheScript_readsWhatItMeasured() {
        SideRun run = NumpySide.parse("{\"strategy\": \"best-of-n\", \"budgets\": [1, 2], \"accuracy\": [0.25, 0.5],"
                + " \"draws\": 4000, \"seconds\": 0.02, \"nsPerDraw\": 5000.0}");
        assertEquals(List.of(0.25, 0.5), run.accuracy());
        assertEquals(List.of(), run.stdError());
        assertEquals(5000, run.nanosPerDraw(), 1e-9);
    }

    /** The script counts problems · trials · greatest budget candidates, or the sum of the budgets times T steps. */
    @Tag("slow")
    @Test
    void ownSide_sameJob_drawsWhatTheScriptDraws() {
        Job job = new Job(1, PROBLEMS.length, 5, 8);
        SideRun votes = OwnSide.run(Roster.named("majority-vote", Map.of()), PROBLEMS, job);
        assertEquals(3 * 5 * 8, votes.draws(), 1e-9);
        assertEquals(4, votes.accuracy().size());
        SideRun beams = OwnSide.run(Roster.named("beam-search", Map.of()), PROBLEMS, job);
        assertEquals(3 * 5 * (1 + 2 + 4 + 8) * 8, beams.draws(), 1e-9);
    }

    /** With 3 times NumPy's trials and a stated error e, the difference's is √(1 + 3)·e a round, and √2 more for two. */
    @Test
    void standardErrors_twoRounds_addInSquares() {
        Comparison comparison = new Comparison(3);
        SideRun numpy = new SideRun(List.of(0.50), List.of(), 1000, 2e-6);
        SideRun own = new SideRun(List.of(0.53), List.of(0.01), 3000, 3e-6);
        comparison.add(numpy, own);
        assertEquals(0.03 / 0.02, comparison.standardErrors(0), 1e-9);
        comparison.add(new SideRun(List.of(0.60), List.of(), 1000, 1e-6), own);
        assertEquals((0.03 - 0.07) / (0.02 * Math.sqrt(2)), comparison.standardErrors(0), 1e-9);
        assertEquals(1, comparison.numpyNanos(), 1e-9);
        assertEquals(1, comparison.ownNanos(), 1e-9);
        assertEquals(0.55, comparison.numpyAccuracy(0), 1e-9);
    }

    @Test
    void budgets_powerOfTwo_areAllPowersUpToIt() {
        assertArrayEquals(new long[] {1, 2, 4, 8}, new Job(1, 1, 1, 8).budgets());
        var thrown = assertThrows(IllegalArgumentException.class, () -> new Job(1, 1, 1, 100));
        assertEquals("the greatest budget must be a power of two, not 100. Maybe 64.", thrown.getMessage());
    }
}
