package overthink.scenarios.chart;

/**
 * What a mark or a number of a drawing shows, for those who walk its points or save its numbers.
 *
 * @param row the number of the row that says so; −1 for none
 * @param line what it belongs to: a curve, a line of a grid, a bar
 * @param at where it stands on its line, as it is read; may be empty
 * @param value its number, in the unit of the data
 * @param low end of its 95 % interval over the population; {@code value} where there is none
 * @param high its other end
 * @param words how the number is read, with its unit
 * @param error how its error is read: half of the interval, “exact”, or nothing
 */
public record Datum(
        int row, String line, String at, double value, double low, double high, String words, String error) {

    /** What a label shows. */
    static final Datum NONE = new Datum(-1, "", "", Double.NaN, Double.NaN, Double.NaN, "", "");

    /** A number without an interval. */
    static Datum of(int row, String line, String at, double value, String words) {
        return new Datum(row, line, at, value, value, value, words, "");
    }
}
