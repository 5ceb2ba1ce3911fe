package overthink.scenarios.files;

import java.io.IOException;

/** A file is not what it is read as. */
public final class BrokenFileException extends IOException {

    private static final long serialVersionUID = 1L;

    private final int line;
    private final String hint;

    /**
     * A refusal.
     *
     * @param line from 1; 0 when it is the file as a whole
     * @param rule the rule that it breaks
     * @param hint what may have been meant; empty when nothing is near
     */
    public BrokenFileException(int line, String rule, String hint) {
        super(rule);
        this.line = line;
        this.hint = hint;
    }

    /** The line, from 1; 0 for the file as a whole. */
    public int line() {
        return line;
    }

    /** What may have been meant; empty when nothing is near. */
    public String hint() {
        return hint;
    }
}
