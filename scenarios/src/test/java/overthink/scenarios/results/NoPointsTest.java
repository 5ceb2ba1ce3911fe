package overthink.scenarios.results;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import overthink.scenarios.results.machine.CsvWriter;
import overthink.scenarios.results.machine.JsonWriter;
import overthink.scenarios.results.table.Detail;
import overthink.scenarios.results.table.ErrorScope;
import overthink.scenarios.results.table.LatexWriter;
import overthink.scenarios.results.table.MarkdownWriter;
import overthink.scenarios.results.table.TableStyle;
import overthink.scenarios.results.table.TableWriter;

/** A sweep that was stopped before its first point was done says so in every format. */
class NoPointsTest {

    private static SweepDocument sweep(boolean shown) {
        return new SweepDocument(
                Made.MANIFEST,
                List.of(List.of("world.verifier.outcome.d")),
                List.of(),
                shown ? Optional.of(new SweepDocument.Show("best-of-n@8", true)) : Optional.empty(),
                List.of(),
                Optional.of(2));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void text_withoutAPoint_saysThatItIsPartial(boolean shown) throws IOException {
        for (Detail detail : Detail.values()) {
            StringBuilder text = new StringBuilder();
            new TableWriter(text, new TableStyle(80, false, detail)).write(sweep(shown));
            assertTrue(text.toString().contains("These are 0 of 2 points."), text.toString());
        }
        StringBuilder markdown = new StringBuilder();
        new MarkdownWriter(markdown, Detail.AUTO, ErrorScope.PROBLEMS).write(sweep(shown));
        assertTrue(markdown.toString().contains("Partial: 0 of 2 points."), markdown.toString());
        StringBuilder latex = new StringBuilder();
        new LatexWriter(latex, Detail.AUTO, ErrorScope.PROBLEMS).write(sweep(shown));
        assertTrue(latex.toString().startsWith("%"), latex.toString());
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void data_withoutAPoint_hasNoRow(boolean shown) throws IOException {
        ByteArrayOutputStream json = new ByteArrayOutputStream();
        try (JsonWriter writer = new JsonWriter(json, false)) {
            writer.write(sweep(shown));
        }
        String written = json.toString(StandardCharsets.UTF_8);
        assertTrue(written.replaceAll("\\s", "").contains("\"rows\":[]"), written);
        StringBuilder csv = new StringBuilder();
        try (CsvWriter writer = new CsvWriter(csv)) {
            writer.write(sweep(shown));
        }
        assertEquals(1, csv.toString().lines().count());
    }
}
