package overthink.scenarios.expectation;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import overthink.core.estimate.Bin;
import overthink.core.estimate.BinPlan;

/** What the bins of difficulty are called that rows may be of. */
public final class BinNames {

    private BinNames() {}

    /**
     * The bins of a plan, {@link Bin#ALL} first.
     *
     * @param plan of the bins
     * @param levels of the law of difficulty
     */
    public static List<String> of(BinPlan plan, List<String> levels) {
        List<String> bins = new ArrayList<>(List.of(Bin.ALL));
        if (plan instanceof BinPlan.Thresholds) {
            bins.addAll(List.of("easy", "medium", "hard"));
        } else if (plan instanceof BinPlan.Levels) {
            bins.addAll(levels);
        } else if (plan instanceof BinPlan.Quantiles quantiles) {
            IntStream.rangeClosed(1, quantiles.count()).forEach(k -> bins.add("q" + k));
        }
        return bins;
    }
}
