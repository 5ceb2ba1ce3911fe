package overthink.scenarios.results.table;

import java.util.List;
import overthink.core.estimate.Bin;
import overthink.core.estimate.Row;

/** How much a page shows. */
public enum Detail {
    /** Accuracy alone. */
    BRIEF,
    /** Accuracy, coverage, differences and costs. */
    FULL,
    /** {@link #BRIEF} where there are more bins of difficulty than a page holds, else {@link #FULL}. */
    AUTO;

    /** More bins, that of all problems included, make a page too long. */
    private static final int MOST_BINS = 3;

    /** Whether these rows are shown by their accuracy alone. */
    boolean brief(List<Row> rows) {
        return this == BRIEF
                || (this == AUTO && rows.stream().map(Row::bin).distinct().count() > MOST_BINS);
    }

    /** Whether it is shown where the curves on a bin turn: on all problems, and on others when everything is asked for. */
    boolean turns(String bin) {
        return this == FULL || (this == AUTO && bin.equals(Bin.ALL));
    }
}
