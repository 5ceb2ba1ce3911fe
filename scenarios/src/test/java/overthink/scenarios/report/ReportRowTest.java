package overthink.scenarios.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReportRowTest {

    private static String label(Object value) {
        return ReportRow.label(new StoredObject(Map.of("strategy", "pipeline", "parameters", Map.of("stages", value))));
    }

    @Test
    void label_ofStages_saysWhatTheyAreCalledAndTold() {
        assertEquals(
                "pipeline generate 8 > filter tests > random",
                label(List.of(
                        Map.of("generate", Map.of("n", 8)), Map.of("filter", Map.of("verifier", "tests")), "random")));
    }

    /** A number that is not n keeps its key, so that no two lists read alike. */
    @Test
    void label_ofOtherNumbers_hasTheirKeys() {
        assertEquals("pipeline merge 2", label(List.of(Map.of("merge", Map.of("n", 2)))));
        assertEquals("pipeline merge group=2", label(List.of(Map.of("merge", Map.of("group", 2)))));
        assertEquals("pipeline stages=[2, 4]", label(List.of(2, 4)));
    }
}
