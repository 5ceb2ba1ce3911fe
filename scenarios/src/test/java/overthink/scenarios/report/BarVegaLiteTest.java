package overthink.scenarios.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import overthink.scenarios.chart.BarData;
import overthink.scenarios.chart.ShareData;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class BarVegaLiteTest {

    private static final String HOSTILE = "</script>\"x";

    private static JsonNode read(String specification) {
        JsonNode all = JsonMapper.shared().readTree(specification);
        assertTrue(all.get("$schema").asString().contains("vega-lite/v6"));
        return all;
    }

    /** What does not leave the number where bars start is no bar. */
    @Test
    void of_aTornado_hasASideForEachEnd() {
        JsonNode all = read(new Picture.Bars(
                        new BarData(
                                "What would change",
                                "share of the way",
                                0,
                                List.of(
                                        new BarData.Bar(HOSTILE, -.5, "2: other", 1, "no change to 4"),
                                        new BarData.Bar("b", 0, "", .25, "3: other"))),
                        "")
                .vegaLite());
        JsonNode values = all.get("data").get("values");
        assertEquals(3, values.size());
        assertEquals(HOSTILE, values.get(0).get("bar").asString());
        assertEquals("low", values.get(0).get("side").asString());
        assertEquals(-.5, values.get(0).get("to").asDouble());
        assertEquals("3: other", values.get(2).get("words").asString());
        JsonNode bars = all.get("layer").get(0);
        assertEquals("bar", bars.get("mark").get("type").asString());
        assertEquals("from", bars.get("encoding").get("x").get("field").asString());
        assertEquals("to", bars.get("encoding").get("x2").get("field").asString());
        assertEquals(
                "words",
                all.get("layer").get(2).get("encoding").get("text").get("field").asString());
        assertTrue(all.get("encoding").get("y").get("sort").isNull(), "bars keep their order");
    }

    @Test
    void of_shares_stacksParts() {
        JsonNode all = read(BarVegaLite.of(new ShareData(
                "What the money goes to",
                "% of dollars",
                List.of(new ShareData.Part("generated", 0), new ShareData.Part("read", 0)),
                List.of(new ShareData.Bar("a at 4", "3 dollars", List.of(2.0, 1.0), 0)))));
        assertEquals("normalize", all.get("encoding").get("x").get("stack").asString());
        JsonNode second = all.get("data").get("values").get(1);
        assertEquals("read", second.get("part").asString());
        assertEquals(1, second.get("amount").asDouble());
    }
}
