package overthink.scenarios.document.yaml;

/**
 * Where something is written.
 *
 * @param source a file as the user named it, or the option that a value came with
 * @param line from 1; 0 when there are no lines
 * @param column from 1; 0 when there are no columns
 */
public record SourceLocation(String source, int line, int column) {

    /** A source as a whole. */
    public static SourceLocation whole(String source) {
        return new SourceLocation(source, 0, 0);
    }

    /** Whether it is written in a file, rather than set from outside. */
    public boolean inFile() {
        return line > 0;
    }
}
