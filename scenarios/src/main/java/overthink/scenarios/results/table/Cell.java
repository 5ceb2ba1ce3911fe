package overthink.scenarios.results.table;

/**
 * One cell of a table: what stands before the decimal point, the point and what follows it, and an error or a unit;
 * each part is aligned down the column.
 *
 * @param whole right-aligned
 * @param fraction with its point, left-aligned
 * @param tail left-aligned
 * @param best whether it is marked
 */
public record Cell(String whole, String fraction, String tail, boolean best) {

    /** Text without parts, right-aligned. */
    public static Cell of(String text) {
        return new Cell(text, "", "", false);
    }

    /** A number, divided at its point. */
    public static Cell number(String number, String tail, boolean best) {
        int point = number.indexOf('.');
        return point < 0
                ? new Cell(number, "", tail, best)
                : new Cell(number.substring(0, point), number.substring(point), tail, best);
    }
}
