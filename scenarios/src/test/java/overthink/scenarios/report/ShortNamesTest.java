package overthink.scenarios.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class ShortNamesTest {

    private static List<String> of(String... labels) {
        return List.copyOf(ShortNames.of(List.of(labels)).values());
    }

    @Test
    void of_strategiesThatDiffer_leavesTheStrategyAlone() {
        assertEquals(List.of("a", "b"), of("a width=4", "b"));
    }

    @Test
    void of_oneStrategyTwice_leavesWhatTellsThemApart() {
        assertEquals(
                List.of("read until=true", "read", "best"),
                of("read documents=8 rounds=8 until=true", "read documents=8 rounds=8", "best n=2"));
        assertEquals(List.of("a width=4", "a width=8"), of("a width=4 keep=2", "a width=8 keep=2"));
        assertEquals(List.of("a", "a width=8"), of("a", "a width=8"));
    }

    @Test
    void of_valuesAndStagesOfSeveralWords_leavesAll() {
        List<String> stages = List.of("pipeline generate 8 > vote", "pipeline generate 8 > best");
        assertEquals(stages, of(stages.toArray(String[]::new)));
        List<String> lists = List.of("vote policies=[a, b] samples=2", "vote policies=[a, b] samples=4");
        assertEquals(lists, of(lists.toArray(String[]::new)));
    }

    @Test
    void of_pins_tellsThemApart() {
        assertEquals(List.of("best", "pin 1: best"), of("best n=2", "pin 1: best n=2"));
    }
}
