package overthink.scenarios.chart;

import java.util.List;

/**
 * Amounts that start from one number, as a tornado has them.
 *
 * @param title what the picture is
 * @param x what the amounts are of
 * @param zero where bars start
 * @param bars from the top
 */
public record BarData(String title, String x, double zero, List<Bar> bars) {

    /** Copies the list. */
    public BarData {
        bars = List.copyOf(bars);
    }

    /**
     * A bar from one number to another.
     *
     * @param label what it is of
     * @param low its one end
     * @param lowWords what stands there
     * @param high its other end
     * @param highWords what stands there
     */
    public record Bar(String label, double low, String lowWords, double high, String highWords) {}

    /** What the picture shows, in words. */
    String description() {
        StringBuilder words = new StringBuilder(title + ". ");
        bars.forEach(
                bar -> words.append("%s: from %s to %s. ".formatted(bar.label(), bar.lowWords(), bar.highWords())));
        return words.toString().strip();
    }
}
