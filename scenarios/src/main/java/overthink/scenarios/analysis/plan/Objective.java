package overthink.scenarios.analysis.plan;

import java.util.Optional;
import overthink.core.api.Resource;
import overthink.core.estimate.PairedDifference;
import overthink.core.estimate.Quantity;
import overthink.core.estimate.Row;
import overthink.core.estimate.Sample;
import overthink.core.estimate.Utility;

/**
 * What is to be as large, or as small, as can be.
 *
 * @param quantity of rows
 * @param most whether as large
 * @param utility what answers are worth, where the quantity is utility
 */
public record Objective(Quantity quantity, boolean most, Optional<Utility> utility) {

    /** As accurate as can be. */
    public static final Objective ACCURACY = new Objective(Quantity.ACCURACY, true, Optional.empty());

    /** Worth as much as can be. */
    public static Objective utility(Utility utility) {
        return new Objective(Quantity.UTILITY, true, Optional.of(utility));
    }

    /** As little of a resource as can be. */
    public static Objective least(Resource resource) {
        return new Objective(Quantity.of(resource), false, Optional.empty());
    }

    /** The figure of a row. */
    public double value(Row row) {
        return switch (quantity) {
            case ACCURACY -> row.accuracy();
            case UTILITY -> {
                Utility worth = utility.orElseThrow();
                yield worth.mean(row.accuracy(), row.abstained(), worth.paid(row.cost()));
            }
            default -> row.cost().of(Resource.valueOf(quantity.name()));
        };
    }

    /** The figure, so that more is better. */
    double merit(Row row) {
        return most ? value(row) : -value(row);
    }

    /** By how much arithmetic may have moved the figure of an exact row. */
    double tolerance(Row row) {
        return switch (quantity) {
            case ACCURACY -> row.tolerance();
            case UTILITY -> {
                Utility worth = utility.orElseThrow();
                yield (worth.correct() - worth.wrong()) * row.tolerance()
                        + Requirement.ROUNDING * worth.paid(row.cost());
            }
            default -> Requirement.ROUNDING * Math.abs(value(row));
        };
    }

    /** The figure of one problem, from what {@link Sample#means} says of it. */
    double ofMeans(double[] means) {
        return means[quantity.ordinal()];
    }

    /** By how much one entrant is better than another on the problems of a bin, paired by problem and trial. */
    public PairedDifference lead(Entrant one, Entrant other, String bin) {
        PairedDifference difference = PairedDifference.of(one.sample(bin), quantity, other.sample(bin), quantity, 1);
        return most
                ? difference
                : new PairedDifference(
                        -difference.difference(), difference.stdError(), difference.populationStdError());
    }

    /** The figure of an entrant with its errors. */
    public PairedDifference figure(Entrant entrant, String bin) {
        Sample sample = entrant.sample(bin);
        return PairedDifference.of(sample, quantity, sample, quantity, 0);
    }
}
