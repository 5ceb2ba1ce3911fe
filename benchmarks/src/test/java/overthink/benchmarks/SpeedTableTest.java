package overthink.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import overthink.benchmarks.Round.Cell;
import overthink.benchmarks.Round.Quantity;

class SpeedTableTest {

    private static Round round(double slowness) {
        Round round = new Round();
        round.put(Cell.of(Quantity.FLOOR), 4 * slowness, 3 * slowness, 2 * slowness);
        round.put(Cell.of(Quantity.COMMONS), 1.5 * slowness);
        for (int n : new int[] {64, 4096}) {
            round.put(new Cell(Quantity.DRAW, "best-of-n", n), (n == 64 ? 4.5 : 6) * slowness);
            round.put(new Cell(Quantity.GENERATION, "best-of-n", n), 5 * slowness);
            round.put(new Cell(Quantity.BYTES, "best-of-n", n), n == 64 ? 0 : 1234.0);
        }
        round.put(new Cell(Quantity.EXPERIMENT, "best-of-n", 1), 190 * slowness);
        round.put(new Cell(Quantity.EXPERIMENT, "best-of-n", 2), 100 * slowness);
        return round;
    }

    /** Three rounds, one of them on a machine that was three times as slow: ratios stay, times are the middle ones. */
    @Test
    void markdown_roundsOfOtherSpeed_takesRatiosWithinRounds() {
        String table = new SpeedTable(List.of(round(1), round(3), round(1)))
                .markdown(List.of(Roster.named("best-of-n", Map.of())), List.of(64, 4096));
        assertEquals("""
                | strategy                         |     N | generations/s | ns per draw | ÷ floor | ÷ N = 64 | bytes per trial | 2 threads ÷ 1 |
                |----------------------------------|------:|--------------:|------------:|--------:|---------:|----------------:|--------------:|
                | floor: one uniform, one Gaussian |       |               |        3.00 |    1.00 |          |                 |               |
                | the same of Commons RNG          |       |               |        1.50 |    0.50 |          |                 |               |
                | best-of-n (candidate)            |    64 |         200 M |        4.50 |    1.50 |     1.00 |               0 |          1.90 |
                | best-of-n (candidate)            | 4,096 |         200 M |        6.00 |    2.00 |     1.33 |           1,234 |               |
                """, table);
    }

    /** Of 3 + 8 equal values and the floor's 4, 3, 2, nine in ten are within a third of the middle one. */
    @Test
    void spread_mostlyEqualValues_holdsNineInTen() {
        assertEquals(1.0 / 3, new SpeedTable(List.of(round(1))).spread(), 1e-12);
    }

    @Test
    void median_notMeasured_namesTheCell() {
        var thrown = assertThrows(
                IllegalArgumentException.class, () -> new Round().median(new Cell(Quantity.DRAW, "beam-search", 64)));
        assertEquals("Cell[quantity=DRAW, strategy=beam-search, size=64] was not measured", thrown.getMessage());
    }
}
