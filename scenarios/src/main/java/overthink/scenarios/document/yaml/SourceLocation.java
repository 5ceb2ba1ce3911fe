package overthink.scenarios.document.yaml;

/**
 * Where something is written.
 *
 * @param source a file as the user named it, or the option that a value came with
 * @param line from 1; 0 when there are no lines
 * @param column from 1; 0 when there are no columns
 * @param overriding whether it takes the place of what is written elsewhere
 */
public record SourceLocation(String source, int line, int column, boolean overriding) {

    /** Where something is written that stands for itself. */
    public SourceLocation(String source, int line, int column) {
        this(source, line, column, false);
    }

    /** A source as a whole. */
    public static SourceLocation whole(String source) {
        return new SourceLocation(source, 0, 0);
    }

    /** The same place, of what takes the place of what is written elsewhere. */
    public SourceLocation asOverriding() {
        return new SourceLocation(source, line, column, true);
    }

    /** Whether it is written in a file where it holds, rather than set from elsewhere. */
    public boolean inFile() {
        return line > 0 && !overriding;
    }
}
