package overthink.scenarios.analysis.plan;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import overthink.core.estimate.Bin;
import overthink.core.estimate.Method;
import overthink.core.estimate.Row;
import overthink.core.estimate.Sample;

/**
 * A configuration and what is known of it so far.
 *
 * @param configuration what was run
 * @param rows by bin
 * @param samples what the rows are made of, by bin
 */
public record Entrant(Configuration configuration, Map<String, Row> rows, Map<String, Sample> samples) {

    /** Copies the maps. */
    public Entrant {
        rows = Collections.unmodifiableMap(new LinkedHashMap<>(rows));
        samples = Collections.unmodifiableMap(new LinkedHashMap<>(samples));
    }

    /** The row of a bin. */
    public Row row(String bin) {
        Row row = rows.get(bin);
        if (row == null) {
            throw new IllegalStateException("no row of %s on %s".formatted(configuration, bin));
        }
        return row;
    }

    /** The row of all problems. */
    public Row row() {
        return row(Bin.ALL);
    }

    /** The sample of a bin. */
    public Sample sample(String bin) {
        Sample sample = samples.get(bin);
        if (sample == null) {
            throw new IllegalStateException("no sample of %s on %s".formatted(configuration, bin));
        }
        return sample;
    }

    /** This entrant with the quantiles that another, of the same configuration, knows and this one does not. */
    Entrant withQuantilesOf(Entrant other) {
        Map<String, Row> changed = new LinkedHashMap<>();
        rows.forEach((bin, row) -> changed.put(bin, row.withQuantilesOf(other.row(bin))));
        return new Entrant(configuration, changed, samples);
    }

    /** Whether its numbers are exact: more trials would not change them. */
    public boolean exact() {
        return row().method() == Method.EXACT;
    }

    /** The trials on each problem; 0 when it is exact. */
    public long trialsPerProblem() {
        return row().trials() / row().problems();
    }
}
