package overthink.scenarios.analysis.plan;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import overthink.core.api.Resource;
import overthink.core.estimate.Quantiles;
import overthink.core.estimate.Row;

/** Of what a cap speaks: the mean over trials, or a quantile of them. */
public enum Rank {
    /** The mean. */
    MEAN,
    /** The median. */
    P50,
    /** What nine trials in ten do not exceed. */
    P90,
    /** What 95 of 100 do not exceed. */
    P95,
    /** What 99 of 100 do not exceed. */
    P99;

    /** The name on the command line. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The rank of a name. */
    static Optional<Rank> named(String name) {
        return Arrays.stream(values())
                .filter(rank -> rank.label().equals(name.toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    /** The names of all. */
    static List<String> names() {
        return Arrays.stream(values()).map(Rank::label).toList();
    }

    /** Whether rows have it of a resource: quantiles are of latency, tokens and dollars. */
    public boolean serves(Resource resource) {
        return this == MEAN || resource == Resource.LATENCY || resource == Resource.TOKENS || resource == Resource.USD;
    }

    /** The figure of a row; {@code NaN} where it is not known. */
    double of(Row row, Resource resource) {
        if (this == MEAN) {
            return row.cost().of(resource);
        }
        Quantiles quantiles = switch (resource) {
            case LATENCY -> row.perTrial().latencySeconds();
            case TOKENS -> row.perTrial().tokens();
            case USD -> row.perTrial().usd();
            default -> Quantiles.UNKNOWN;
        };
        return switch (this) {
            case P50 -> quantiles.p50();
            case P90 -> quantiles.p90();
            case P95 -> quantiles.p95();
            default -> quantiles.p99();
        };
    }
}
