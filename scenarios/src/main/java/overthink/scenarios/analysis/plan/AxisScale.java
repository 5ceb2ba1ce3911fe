package overthink.scenarios.analysis.plan;

/** How a search goes along an axis. */
enum AxisScale {
    /** Even steps of the value. */
    LINEAR {
        @Override
        double to(double value) {
            return value;
        }

        @Override
        double from(double place) {
            return place;
        }
    },
    /** Even factors. */
    LOGARITHMIC {
        @Override
        double to(double value) {
            return StrictMath.log(value);
        }

        @Override
        double from(double place) {
            return StrictMath.exp(place);
        }
    },
    /** Even factors of odds, of a value in (0, 1). */
    LOG_ODDS {
        @Override
        double to(double value) {
            return StrictMath.log(value / (1 - value));
        }

        @Override
        double from(double place) {
            return 1 / (1 + StrictMath.exp(-place));
        }
    };

    /** The place of a value. */
    abstract double to(double value);

    /** The value at a place. */
    abstract double from(double place);
}
