package overthink.scenarios.command;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Assertions;
import overthink.scenarios.command.process.ExitCode;

/**
 * What a command, run in this process, did.
 *
 * @param code its exit code
 * @param out its standard output
 * @param err its standard error
 */
public record Ran(int code, String out, String err) {

    /** Runs a command. */
    public static Ran command(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = Main.run(
                new PrintStream(out, false, StandardCharsets.UTF_8),
                new PrintStream(err, false, StandardCharsets.UTF_8),
                arguments);
        return new Ran(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /** Asserts that it was refused with these messages and without a stack trace. */
    void assertRefused(String... messages) {
        assertFailed(ExitCode.INVALID, messages);
        Assertions.assertEquals("", out);
    }

    /** Asserts that it ended with this code and these messages, and without a stack trace. */
    void assertFailed(int expected, String... messages) {
        Assertions.assertEquals(expected, code, err);
        for (String message : messages) {
            Assertions.assertTrue(err.contains(message), err);
        }
        Assertions.assertFalse(err.contains("\tat "), err);
    }

    /** Asserts that all went well. */
    public Ran assertDone() {
        Assertions.assertEquals(ExitCode.DONE, code, err);
        Assertions.assertEquals("", err);
        return this;
    }
}
