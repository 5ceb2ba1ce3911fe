package overthink.scenarios.plugins;

import java.util.List;

/** Plugins that cannot be used: every reason at once. */
public final class InvalidPluginsException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient List<String> problems;

    /** With one line or more for each problem. */
    public InvalidPluginsException(List<String> problems) {
        super(String.join(System.lineSeparator(), problems));
        this.problems = List.copyOf(problems);
    }

    /** What is wrong, one text for each problem. */
    public List<String> problems() {
        return problems;
    }
}
