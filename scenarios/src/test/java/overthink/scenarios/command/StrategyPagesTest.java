package overthink.scenarios.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import overthink.scenarios.command.process.Terminal;

/** What {@code strategies} says in a terminal of 80 columns. */
class StrategyPagesTest {

    private static String shown(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream printer = new PrintStream(out, false, StandardCharsets.UTF_8);
        assertEquals(0, Main.run(new Terminal(printer, printer, false, false, 80), arguments));
        return out.toString(StandardCharsets.UTF_8);
    }

    @Tag("slow")
    @Test
    void everyStrategy_fitsTheTerminal() {
        List<String> names = shown("strategies")
                .lines()
                .filter(line -> !line.startsWith(" "))
                .map(line -> line.replaceFirst(" .*", ""))
                .toList();
        assertTrue(names.size() > 40, names.toString());
        for (String name : names) {
            shown("strategies", name).lines().forEach(line -> assertTrue(line.length() <= 80, name + ": " + line));
        }
    }
}
