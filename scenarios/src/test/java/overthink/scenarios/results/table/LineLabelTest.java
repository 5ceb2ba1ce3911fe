package overthink.scenarios.results.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import overthink.core.api.Element;

/** Labels of strategies that have lists of stages, in full and in few words. */
class LineLabelTest {

    private static final Element GENERATE = new Element("generate", Map.of("n", 10L));

    private static LineLabel pipeline(Element... rest) {
        List<Element> stages = new ArrayList<>(List.of(GENERATE));
        stages.addAll(List.of(rest));
        return Grid.Line.of("pipeline", Map.of("stages", stages)).label();
    }

    private static Element keep(String key) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put(key, 3L);
        values.put("verifier", "tests");
        return new Element("keep", values);
    }

    private static final LineLabel JUDGED = pipeline(keep("n"), Element.of("judge"));

    private static String table(int width, LineLabel... labels) {
        TextTable table = new TextTable(new TableStyle(width, false), List.of("10"));
        for (LineLabel label : labels) {
            table.add(label, List.of(Cell.of("61.1")));
        }
        StringBuilder text = new StringBuilder();
        table.print(text);
        return text.toString();
    }

    @Test
    void brief_ofStages_isTheirNamesAndValues() {
        assertEquals("pipeline generate 10 > keep 3 tests > judge", JUDGED.shortened());
        assertEquals("pipeline stages=[generate: {n: 10}, keep: {n: 3, verifier: tests}, judge]", JUDGED.whole());
        Map<String, Object> more = new LinkedHashMap<>();
        more.put("scale", false);
        more.put("stages", List.of(GENERATE, new Element("merge", Map.of("fresh", true))));
        assertEquals(
                "pipeline scale=false generate 10 > merge fresh=true",
                Grid.Line.of("pipeline", more).label().shortened());
        LineLabel other = Grid.Line.of("beam-search", Map.of("width", 4L)).label();
        assertEquals("beam-search width=4", other.whole());
        assertEquals(other.whole(), other.shortened());
    }

    @Test
    void table_hasFewWords_whereThereIsNoRoomForAll() {
        assertEquals("""
                                          10
                pipeline                61.1
                  generate 10 >
                  keep 3 tests > judge
                pipeline                61.1
                  generate 10 > random
                """, table(80, JUDGED, pipeline(Element.of("random"))));
        String wide = table(240, JUDGED, pipeline(Element.of("random")));
        assertTrue(wide.contains("stages=[generate: {n: 10}, keep: {n: 3, verifier: tests}, judge]  61.1"), wide);
        assertTrue(wide.contains("stages=[generate: {n: 10}, random]  "), wide);
    }

    /** Stages that differ by the name of a parameter alone are told in full; one line that comes twice is no other. */
    @Test
    void table_ofLabelsThatBrieflyAreAlike_tellsThemInFull() {
        LineLabel other = pipeline(keep("most"), Element.of("judge"));
        assertFalse(LineLabel.distinct(List.of(JUDGED, other)));
        assertTrue(LineLabel.distinct(List.of(JUDGED, JUDGED)));
        String table = table(80, JUDGED, other);
        assertTrue(table.contains("keep: {n: 3,") && table.contains("keep: {most: 3,"), table);
    }

    @Test
    void headers_thatTakeMoreThanHalfOfTheWidth_haveSeveralLines() {
        TextTable table = new TextTable(
                new TableStyle(80, false), List.of("single", "pipeline generate 10 > keep 3 tests > judge"));
        table.add("usual", "", List.of(Cell.of("50.0"), Cell.of("61.1")));
        StringBuilder text = new StringBuilder();
        table.print(text);
        assertEquals("""
                               pipeline generate 10 >
                       single    keep 3 tests > judge
                usual    50.0                    61.1
                """, text.toString());
    }
}
