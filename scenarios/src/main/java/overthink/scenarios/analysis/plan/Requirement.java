package overthink.scenarios.analysis.plan;

import overthink.core.api.Resource;
import overthink.core.estimate.Estimate;
import overthink.core.estimate.Method;
import overthink.core.estimate.Row;
import overthink.scenarios.text.Plain;

/** What a choice must satisfy. */
public sealed interface Requirement {

    /** What computed figures and limits may differ by, relatively, and still be the same: both are rounded. */
    double ROUNDING = 1e-9;

    /** The limit. */
    double limit();

    /** The figure that is compared with the limit; {@code NaN} when it is not known. */
    double value(Row row);

    /** Whether a figure keeps to it; not when it is {@code NaN}. */
    boolean holds(double value);

    /**
     * How a row stands to it.
     *
     * @param z so many standard errors chance may have moved a figure that was found by trials
     */
    Status status(Row row, double z);

    /** By which share of the limit a row misses it; 0 or less when it does not, infinite when the figure is not known. */
    double excess(Row row);

    /** As it stands on the command line. */
    String option();

    /**
     * An amount that must not be exceeded.
     *
     * @param resource of what
     * @param rank whether the mean must not, or a quantile
     * @param limit above 0, in the resource's everyday unit
     */
    record Cap(Resource resource, Rank rank, double limit) implements Requirement {

        /** Another amount of the same. */
        public Cap times(double factor) {
            return new Cap(resource, rank, limit * factor);
        }

        @Override
        public double value(Row row) {
            return rank.of(row, resource);
        }

        @Override
        public boolean holds(double value) {
            return value <= limit * (1 + ROUNDING);
        }

        @Override
        public Status status(Row row, double z) {
            double value = value(row);
            if (Double.isNaN(value)) {
                return Status.OPEN;
            }
            double slack = limit * ROUNDING;
            if (rank != Rank.MEAN || row.method() == Method.EXACT) {
                return holds(value) ? Status.MET : Status.MISSED;
            }
            double error = row.costStdError().of(resource);
            if (value + z * error <= limit + slack) {
                return Status.MET;
            }
            return value - z * error > limit + slack ? Status.MISSED : Status.OPEN;
        }

        @Override
        public double excess(Row row) {
            double value = value(row);
            return Double.isNaN(value) ? Double.POSITIVE_INFINITY : value / limit - 1;
        }

        @Override
        public String option() {
            return "--max-%s %s%s"
                    .formatted(resource.label(), rank == Rank.MEAN ? "" : rank.label() + ":", Plain.of(limit));
        }
    }

    /**
     * An accuracy that must be reached.
     *
     * @param limit in (0, 1]
     */
    record Target(double limit) implements Requirement {

        @Override
        public double value(Row row) {
            return row.accuracy();
        }

        @Override
        public boolean holds(double value) {
            return value >= limit * (1 - ROUNDING);
        }

        @Override
        public Status status(Row row, double z) {
            if (row.method() == Method.EXACT) {
                return row.accuracy() + row.tolerance() >= limit ? Status.MET : Status.MISSED;
            }
            double side = Math.max(row.upper() - row.accuracy(), row.accuracy() - row.lower());
            double error = Math.max(row.stdError(), side / Estimate.Z95);
            if (row.accuracy() - z * error >= limit) {
                return Status.MET;
            }
            return row.accuracy() + z * error < limit ? Status.MISSED : Status.OPEN;
        }

        @Override
        public double excess(Row row) {
            return 1 - row.accuracy() / limit;
        }

        @Override
        public String option() {
            return "--target-accuracy " + Plain.of(limit);
        }
    }
}
