package overthink.core.estimate;

import overthink.core.api.WholeRange;

/** How problems are put into bins of difficulty; "all" is always reported. */
public sealed interface BinPlan {

    /** No bins. */
    record None() implements BinPlan {}

    /**
     * Equal shares of the problems by p, {@code q1} the hardest.
     *
     * @param count at least 2
     */
    record Quantiles(int count) implements BinPlan {

        /** How many there may be. */
        public static final WholeRange COUNT = new WholeRange(2, 100);

        /**
         * Checks the range.
         *
         * @throws IllegalArgumentException when {@code count} is below 2 or above 100
         */
        public Quantiles {
            COUNT.check("bins: quantiles", count);
        }
    }

    /** {@code easy} from p = 0.5 on, {@code medium} from 0.1 on, {@code hard} below. */
    record Thresholds() implements BinPlan {}

    /** The named levels of the difficulty law. */
    record Levels() implements BinPlan {}
}
