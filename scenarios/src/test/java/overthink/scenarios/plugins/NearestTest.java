package overthink.scenarios.plugins;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import overthink.scenarios.text.NearestName;

class NearestTest {

    private static final List<String> NAMES = List.of("beam-search", "best-of-n", "majority-vote", "single");

    @Test
    void to_misspeltName_isWhatWasMeant() {
        assertEquals(Optional.of("beam-search"), NearestName.to("beamserch", NAMES));
        assertEquals(Optional.of("best-of-n"), NearestName.to("Best_of_N", NAMES));
        assertEquals(Optional.of("single"), NearestName.to("signle", NAMES));
    }

    @Test
    void to_somethingElse_isNothing() {
        assertEquals(Optional.empty(), NearestName.to("tree-of-thoughts", NAMES));
        assertEquals(Optional.empty(), NearestName.to("", NAMES));
        assertEquals(Optional.empty(), NearestName.to("x", List.of()));
    }

    @Test
    void distance_editsAndSwaps_countOneEach() {
        assertEquals(0, NearestName.distance("Width", "width"));
        assertEquals(1, NearestName.distance("wdith", "width"));
        assertEquals(1, NearestName.distance("widht", "width"));
        assertEquals(2, NearestName.distance("wide", "width"));
        assertEquals(5, NearestName.distance("", "width"));
    }
}
