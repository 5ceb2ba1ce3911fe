package overthink.core.results;

import java.util.Arrays;
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
        StringBuilder[] memberships = new StringBuilder[problems];
        Arrays.setAll(memberships, problem -> new StringBuilder());
        for (int bin = 0; bin < bins.size(); bin++) {
            for (int problem : bins.get(bin).problems()) {
                memberships[problem].append(bin).append(' ');
            }
        }
        Map<String, Integer> numbers = new HashMap<>();
        cells = new int[problems];
        for (int problem = 0; problem < problems; problem++) {
            String membership = memberships[problem].toString();
            cells[problem] = numbers.computeIfAbsent(membership, key -> numbers.size());
        }
        ofBins = new int[bins.size()][];
        for (int bin = 0; bin < ofBins.length; bin++) {
            ofBins[bin] = IntStream.of(bins.get(bin).problems())
                    .map(problem -> cells[problem])
                    .distinct()
                    .toArray();
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
