package overthink.scenarios.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ProgressLineTest {

    @Test
    void line_halfWay_saysRatesAndTimeLeft() {
        assertEquals(
                "quickstart  50 %  100 trials/s  1.2 M steps/s  1:40 min left",
                ProgressLine.line("quickstart", 10_000, 20_000, 100, 1_200_000, 99.5));
        assertEquals("a  0 %  0 trials/s  0 steps/s  …", ProgressLine.line("a", 0, 20_000, 0, 0, Double.NaN));
        assertEquals(
                "a  1 %  10 k trials/s  999 steps/s  2:45 h left",
                ProgressLine.line("a", 1_000_000, 100_000_000, 10_000, 999, 9_900));
    }

    @Test
    void exactLine_halfWay_saysProblems() {
        assertEquals("quick  exact values 50 %  250 problems/s", ProgressLine.exactLine("quick", 250, 500, 250));
        assertEquals("quick  exact values 0 %  0 problems/s", ProgressLine.exactLine("quick", 0, 500, 0));
    }

    @Test
    void solved_beforeTrials_isTheSameLine() throws InterruptedException {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(err, true, StandardCharsets.UTF_8);
        Terminal terminal = new Terminal(stream, stream, false, true, 80);
        try (ProgressLine line = new ProgressLine(terminal, "quick")) {
            line.solved(1, 20);
            Thread.sleep(150);
            line.solved(10, 20);
            line.report(0, 20, 0);
            Thread.sleep(150);
            line.report(5, 20, 1000);
        }
        String said = err.toString(StandardCharsets.UTF_8);
        assertTrue(said.startsWith("\r\u001b[Kquick  exact values 50 %"), said);
        assertTrue(said.contains("\r\u001b[Kquick  25 %"), said);
        assertTrue(said.endsWith("\r\u001b[K"), said);
    }

    @Test
    void report_onATerminal_rewritesOneLineAndClearsItAtTheEnd() throws InterruptedException {
        String said = said(true);
        assertTrue(said.startsWith("\r\u001b[Kquick  50 %"), said);
        assertTrue(said.endsWith("  …\r\u001b[K"), said);
        assertEquals(-1, said.indexOf('\n'));
        assertTrue(said.length() < 80, said);
    }

    @Test
    void report_elsewhere_saysNothing() throws InterruptedException {
        assertEquals("", said(false));
    }

    private static String said(boolean live) throws InterruptedException {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(err, true, StandardCharsets.UTF_8);
        Terminal terminal = new Terminal(stream, stream, false, live, 80);
        try (ProgressLine line = new ProgressLine(terminal, "quick")) {
            Thread.sleep(150);
            line.left(3);
            line.report(10, 20, 1000);
            line.report(11, 20, 1100);
        }
        return err.toString(StandardCharsets.UTF_8);
    }
}
