package overthink.scenarios.recording;

/** Hears what is wrong with a file. */
@FunctionalInterface
public interface Mistakes {

    /**
     * A mistake.
     *
     * @param line from 1; 0 for the file as a whole
     * @param column its name; empty for the row as a whole
     * @param value what stands there; empty when the rule says it
     * @param rule the rule that it breaks
     * @param hint what was probably meant; empty when nothing is near
     */
    void add(int line, String column, String value, String rule, String hint);
}
