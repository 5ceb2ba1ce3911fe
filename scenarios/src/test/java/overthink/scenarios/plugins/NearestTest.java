package overthink.scenarios.plugins;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NearestTest {

    private static final List<String> NAMES = List.of("beam-search", "best-of-n", "majority-vote", "single");

    @Test
    void to_misspeltName_isWhatWasMeant() {
        assertEquals(Optional.of("beam-search"), Nearest.to("beamserch", NAMES));
        assertEquals(Optional.of("best-of-n"), Nearest.to("Best_of_N", NAMES));
        assertEquals(Optional.of("single"), Nearest.to("signle", NAMES));
    }

    @Test
    void to_somethingElse_isNothing() {
        assertEquals(Optional.empty(), Nearest.to("tree-of-thoughts", NAMES));
        assertEquals(Optional.empty(), Nearest.to("", NAMES));
        assertEquals(Optional.empty(), Nearest.to("x", List.of()));
    }

    @Test
    void distance_editsAndSwaps_countOneEach() {
        assertEquals(0, Nearest.distance("Width", "width"));
        assertEquals(1, Nearest.distance("wdith", "width"));
        assertEquals(1, Nearest.distance("widht", "width"));
        assertEquals(2, Nearest.distance("wide", "width"));
        assertEquals(5, Nearest.distance("", "width"));
    }
}
