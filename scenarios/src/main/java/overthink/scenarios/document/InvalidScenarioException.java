package overthink.scenarios.document;

import java.util.List;
import java.util.stream.Collectors;

/** A scenario cannot be read; says all that is wrong with it. */
public final class InvalidScenarioException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Diagnostic> diagnostics;

    /**
     * A refusal.
     *
     * @param diagnostics at least one
     */
    public InvalidScenarioException(List<Diagnostic> diagnostics) {
        super(diagnostics.stream().map(Diagnostic::toString).collect(Collectors.joining("\n")));
        this.diagnostics = List.copyOf(diagnostics);
    }

    /** The mistakes, in the order of the file. */
    public List<Diagnostic> diagnostics() {
        return diagnostics;
    }
}
