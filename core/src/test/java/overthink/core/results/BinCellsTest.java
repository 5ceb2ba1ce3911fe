package overthink.core.results;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import overthink.core.estimate.Bin;

class BinCellsTest {

    /** As quantile bins of weighted problems do, two share a problem; one problem is in none but that of all. */
    @Test
    void cells_areTheProblemsOfTheSameBins() {
        Bin all = new Bin(Bin.ALL, 0, 1, 2, 3, 4);
        Bin easy = new Bin("easy", 0, 1, 3);
        Bin hard = new Bin("hard", 3, 4);
        BinCells cells = new BinCells(List.of(all, easy, hard), 5);
        assertArrayEquals(new int[] {0, 0, 1, 2, 3}, cells.cells());
        assertArrayEquals(new int[] {0, 1, 2, 3}, cells.of(all));
        assertArrayEquals(new int[] {0, 2}, cells.of(easy));
        assertArrayEquals(new int[] {2, 3}, cells.of(hard));
    }
}
