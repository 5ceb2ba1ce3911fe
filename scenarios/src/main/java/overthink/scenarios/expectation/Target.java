package overthink.scenarios.expectation;

/** What a figure is compared with. */
public sealed interface Target {

    /**
     * A number.
     *
     * @param value the number
     */
    record Constant(double value) implements Target {}

    /**
     * A figure of another row, or another one of the same.
     *
     * @param point at which point of the scenario
     * @param row which row
     * @param measure which figure
     * @param times multiplies it
     */
    record Other(PointKey point, RowKey row, RowFigure measure, double times) implements Target {

        /** A figure of a scenario that is run at one point. */
        public Other(RowKey row, RowFigure measure, double times) {
            this(PointKey.ONLY, row, measure, times);
        }
    }
}
