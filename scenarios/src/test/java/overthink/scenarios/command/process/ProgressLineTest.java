package overthink.scenarios.command.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ProgressLineTest {

    private static final ProgressLine.Part PART = new ProgressLine.Part("quick", 0, 1, true, 0);

    @Test
    void line_halfWay_saysRatesAndTimeLeft() {
        assertEquals(
                "quickstart  50 %  100 trials/s  1.2 M steps/s  1:40 min left",
                ProgressLine.line("quickstart", 0.5, 100, 1_200_000, 99.5));
        assertEquals("a  0 %  0 trials/s  0 steps/s  …", ProgressLine.line("a", 0, 0, 0, Double.NaN));
        assertEquals(
                "a  1 %  10 k trials/s  999 steps/s  2:45 h left", ProgressLine.line("a", 0.01, 10_000, 999, 9_900));
    }

    @Test
    void exactLine_halfWay_saysProblems() {
        assertEquals("quick  50 %  exact values, 250 problems/s", ProgressLine.exactLine("quick", 0.5, 250));
        assertEquals("quick  0 %  exact values, 0 problems/s", ProgressLine.exactLine("quick", 0, 0));
    }

    @Tag("slow")
    @Test
    void solved_beforeTrials_isTheSameLine() throws InterruptedException {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(err, true, StandardCharsets.UTF_8);
        Terminal terminal = new Terminal(stream, stream, false, true, 80);
        try (ProgressLine line = new ProgressLine(terminal, ProgressLine.Mode.AUTO, PART)) {
            line.solved(1, 20);
            Thread.sleep(150);
            line.solved(10, 20);
            line.report(0, 20, 0);
            Thread.sleep(150);
            line.report(5, 20, 1000);
        }
        String said = err.toString(StandardCharsets.UTF_8);
        assertTrue(said.startsWith("\r\u001b[Kquick  5 %  exact values"), said);
        assertTrue(said.contains("\r\u001b[Kquick  32 %"), said);
        assertTrue(said.endsWith("\r\u001b[K"), said);
    }

    @Test
    void report_onATerminal_rewritesOneLineAndClearsItAtTheEnd() throws InterruptedException {
        String said = said(true);
        assertTrue(said.startsWith("\r\u001b[Kquick  55 %"), said);
        assertTrue(said.endsWith("  …\r\u001b[K"), said);
        assertEquals(-1, said.indexOf('\n'));
        assertTrue(said.length() < 80, said);
    }

    /** The locale decides, LC_ALL before LC_CTYPE before LANG; the launcher hands on that there was none. */
    @Test
    void unicode_isShownWhereTheLocaleSaysSo() {
        assertTrue(Terminal.showsUnicode(Map.of("LANG", "en_US.UTF-8")));
        assertTrue(Terminal.showsUnicode(Map.of("LANG", "C", "LC_ALL", "C.utf8")));
        assertFalse(Terminal.showsUnicode(Map.of("LANG", "en_US.ISO-8859-1")));
        assertFalse(Terminal.showsUnicode(Map.of("LC_ALL", "C.UTF-8", "OVERTHINK_LOCALE", "C")));
    }

    @Test
    void report_elsewhere_saysNothing() throws InterruptedException {
        assertEquals("", said(false));
    }

    private static String said(boolean live) throws InterruptedException {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(err, true, StandardCharsets.UTF_8);
        Terminal terminal = new Terminal(stream, stream, false, live, 80);
        try (ProgressLine line = new ProgressLine(terminal, ProgressLine.Mode.AUTO, PART)) {
            Thread.sleep(150);
            line.left(3);
            line.report(10, 20, 1000);
            line.report(11, 20, 1100);
        }
        return err.toString(StandardCharsets.UTF_8);
    }

    /** A precision asks for more and more, the second scenario begins anew: what is said only grows, and fits the width. */
    @Tag("slow")
    @Test
    void share_whateverIsReported_neverFallsAndFits() throws InterruptedException {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(err, true, StandardCharsets.UTF_8);
        Terminal terminal = new Terminal(stream, stream, false, true, 100, 30, false);
        for (int number = 0; number < 2; number++) {
            ProgressLine.Part part = new ProgressLine.Part("quick", number, 2, true, 0);
            try (ProgressLine line = new ProgressLine(terminal, ProgressLine.Mode.AUTO, part)) {
                line.solved(0, 10);
                for (long planned : new long[] {10, 100, 1000}) {
                    Thread.sleep(110);
                    line.solved(9, planned);
                }
                line.report(0, 10, 0);
                for (long planned : new long[] {10, 100, 1000}) {
                    Thread.sleep(110);
                    line.report(9, planned, 1000);
                }
            }
        }
        int last = -1;
        for (String said : err.toString(StandardCharsets.UTF_8).split("\r\u001b\\[K")) {
            assertTrue(said.length() < 30, said);
            Matcher percent = Pattern.compile("(\\d+) %").matcher(said);
            if (percent.find()) {
                assertTrue(Integer.parseInt(percent.group(1)) >= last, said + " after " + last);
                last = Integer.parseInt(percent.group(1));
            }
        }
        assertTrue(last >= 90, () -> err.toString(StandardCharsets.UTF_8));
    }
}
