package overthink.core.fit.forecast;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import overthink.core.fit.baseline.Baseline;

/** What a number rests on. Numbers of different kinds are never to stand in one column. */
public enum Kind {
    /** An unbiased function of the recording, no model. */
    REPLAYED("replayed", null),
    /** What would be measured if the recording went on, by a fitted law. */
    FORECAST("forecast", null),
    /** {@link Baseline#EXPONENTIATED_POWER_LAW}. */
    EXPONENTIATED_POWER_LAW(Baseline.EXPONENTIATED_POWER_LAW.label(), Baseline.EXPONENTIATED_POWER_LAW),
    /** {@link Baseline#LOG_LINEAR}. */
    LOG_LINEAR(Baseline.LOG_LINEAR.label(), Baseline.LOG_LINEAR),
    /** {@link Baseline#SATURATING_POWER_LAW}. */
    SATURATING_POWER_LAW(Baseline.SATURATING_POWER_LAW.label(), Baseline.SATURATING_POWER_LAW),
    /** {@link Baseline#LAST_VALUE}. */
    LAST_VALUE(Baseline.LAST_VALUE.label(), Baseline.LAST_VALUE);

    private final String label;
    private final Optional<Baseline> baseline;

    Kind(String label, @Nullable Baseline baseline) {
        this.label = label;
        this.baseline = Optional.ofNullable(baseline);
    }

    /** The name in results. */
    public String label() {
        return label;
    }

    /** The baseline that the number is extrapolated by; empty for replayed and forecast numbers. */
    public Optional<Baseline> baseline() {
        return baseline;
    }

    static Kind of(Baseline baseline) {
        for (Kind kind : values()) {
            if (kind.baseline.filter(own -> own == baseline).isPresent()) {
                return kind;
            }
        }
        throw new IllegalArgumentException("no kind of " + baseline);
    }
}
