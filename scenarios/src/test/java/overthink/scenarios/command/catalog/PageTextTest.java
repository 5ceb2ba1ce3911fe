package overthink.scenarios.command.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import overthink.core.api.StrategyProvider;
import overthink.scenarios.plugins.StrategyCatalog;

/** Pages in Markdown as a terminal shows them. */
class PageTextTest {

    @Test
    void tablesParagraphsAndItems_areWrapped_andFencesAreNot() {
        String page = """
                # A page

                Lines that were broken
                elsewhere are joined.
                * `one`: an item that is
                  longer than a line
                  * within it another that is long

                | stage | what it leaves behind |
                |---|:---:|
                | `keep: {n}` | those of the highest scores |
                | a \\| b | |
                ```
                code | stays    exactly as it was written
                ```
                1. first
                """;

        assertEquals("""
                # A page

                Lines that were broken elsewhere
                are joined.
                * `one`: an item that is longer
                  than a line
                  * within it another that is
                    long

                stage        what it leaves
                             behind
                -----------  -------------------
                `keep: {n}`  those of the
                             highest scores
                a | b
                ```
                code | stays    exactly as it was written
                ```
                1. first
                """, PageText.of(page, 32));
    }

    @Test
    void everyPage_fitsEightyColumns_andLosesNothing() {
        StrategyCatalog catalog = StrategyCatalog.load(List.<Path>of());
        int pages = 0;
        for (StrategyProvider provider : catalog.all()) {
            String page = catalog.page(provider).orElseThrow();
            String text = PageText.of(page, 80);
            text.lines().forEach(line -> assertTrue(line.length() <= 80, provider.name() + ": " + line));
            assertEquals(letters(page), letters(text), provider.name());
            pages++;
        }
        assertTrue(pages > 40, "only %d pages were found".formatted(pages));
    }

    /** All signs but those that draw tables, sorted, as cells that have several lines stand side by side. */
    private static String letters(String text) {
        return text.replaceAll("[\\s|-]+", "")
                .chars()
                .sorted()
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
