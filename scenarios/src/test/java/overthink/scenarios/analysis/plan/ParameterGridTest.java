package overthink.scenarios.analysis.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import overthink.core.api.ParameterSpec;
import overthink.core.experiment.ConfiguredStrategy;

/** Which values of parameters are looked at. */
class ParameterGridTest {

    @Test
    void values_ofEachKind_areThoseDocumented() {
        assertEquals(List.of(2L, 8L, 16L), ParameterGrid.values(ParameterSpec.integer("width", 4, 1, 100, "")));
        assertEquals(List.of(2L, 8L), ParameterGrid.values(ParameterSpec.integer("width", 4, 1, 10, "")));
        assertEquals(List.of(2L, 4L), ParameterGrid.values(ParameterSpec.integer("width", 1, 1, 10, "")));
        assertEquals(List.of(1L, 2L), ParameterGrid.values(ParameterSpec.integer("limit", 0, 0, 10, "")));
        assertEquals(List.of(), ParameterGrid.values(ParameterSpec.integer("limit", 1_000_000, 1, 2_000_000, "")));
        assertEquals(List.of(0.4, 0.9), ParameterGrid.values(ParameterSpec.real("share", 0.8, 0, 1, "")));
        assertEquals(List.of(2.0, 8.0), ParameterGrid.values(ParameterSpec.real("weight", 4, 0, 100, "")));
        assertEquals(List.of(true), ParameterGrid.values(ParameterSpec.flag("sort", false, "")));
        assertEquals(List.of("b", "c"), ParameterGrid.values(ParameterSpec.choice("how", List.of("a", "b", "c"), "")));
    }

    @Test
    void strategies_ofAProvider_varyOneParameterAndAreAllDifferent() {
        ParameterGrid grid = new ParameterGrid(Plans.CATALOG);
        List<ConfiguredStrategy> all = grid.of(Plans.CATALOG.find("beam-search").orElseThrow());
        assertTrue(all.size() > 3);
        assertTrue(all.stream().allMatch(one -> one.given().size() <= 1));
        assertEquals(
                all.size(),
                all.stream().map(ConfiguredStrategy::parameters).distinct().count());
    }
}
