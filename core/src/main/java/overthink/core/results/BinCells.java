package overthink.core.results;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import overthink.core.estimate.Bin;

/**
 * Problems that belong to the same bins are one cell: what is counted by cell can be had for each bin, and is counted once.
 */
public final class BinCells {

    private final int[] cells;
    /** By bin. */
    private final int[][] ofBins;

    private final List<Bin> bins;

    /**
     * The cells of some bins.
     *
     * @param problems how many there are
     */
    public BinCells(List<Bin> bins, int problems) {
        this.bins = bins;
        cells = new int[problems];
        int next = 1;
        for (Bin bin : bins) {
            // those of a cell that are in the bin become another
            Map<Integer, Integer> parts = new HashMap<>();
            for (int problem : bin.problems()) {
                Integer part = parts.get(cells[problem]);
                if (part == null) {
                    part = next++;
                    parts.put(cells[problem], part);
                }
                cells[problem] = part;
            }
        }
        number();
        ofBins = new int[bins.size()][];
        for (int bin = 0; bin < ofBins.length; bin++) {
            ofBins[bin] = IntStream.of(bins.get(bin).problems())
                    .map(problem -> cells[problem])
                    .distinct()
                    .toArray();
        }
    }

    /** Numbers the cells that have problems from 0 on. */
    private void number() {
        Map<Integer, Integer> numbers = new HashMap<>();
        for (int problem = 0; problem < cells.length; problem++) {
            Integer number = numbers.get(cells[problem]);
            if (number == null) {
                number = numbers.size();
                numbers.put(cells[problem], number);
            }
            cells[problem] = number;
        }
    }

    /** The cell of each problem, from 0 on. */
    public int[] cells() {
        return cells;
    }

    /** The cells of a bin. */
    int[] of(Bin bin) {
        return ofBins[bins.indexOf(bin)];
    }
}
