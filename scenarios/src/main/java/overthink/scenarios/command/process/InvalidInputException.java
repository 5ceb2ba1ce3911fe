package overthink.scenarios.command.process;

import java.util.List;

/** Input that the user must correct before anything can run: all that is wrong with it. */
public final class InvalidInputException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient List<String> problems;

    /** Input with these mistakes. */
    public InvalidInputException(List<String> problems) {
        super(String.join("\n", problems));
        this.problems = List.copyOf(problems);
    }

    /** One message for each mistake, of a line or two. */
    public List<String> problems() {
        return problems;
    }
}
