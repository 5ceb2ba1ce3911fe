package overthink.scenarios.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class ScaleTest {

    @Test
    void over_farApart_isByRatios() {
        Scale scale = Scale.over(List.of(1.0, 16.0, 256.0), 100, 500);
        assertTrue(scale.log());
        assertEquals(100, scale.at(1), 1e-9);
        assertEquals(300, scale.at(16), 1e-9); // the middle of 2^0 and 2^8 is 2^4
        assertEquals(500, scale.at(256), 1e-9);
    }

    @Test
    void over_near_isByDifferences() {
        Scale scale = Scale.over(List.of(2.0, 10.0), 0, 80);
        assertFalse(scale.log());
        assertEquals(40, scale.at(6), 1e-9);
    }

    @Test
    void over_oneNumber_hasRoomAroundIt() {
        assertEquals(50, Scale.over(List.of(4.0), 0, 100).at(4), 1e-9);
        assertEquals(50, Scale.over(List.of(0.0), 0, 100).at(0), 1e-9);
    }

    @Test
    void ticks_always_areRoundAndInside() {
        assertEquals(List.of(.4, .6000000000000001, .8, 1.0), new Scale(.33, 1, false, 0, 1).ticks(4));
        assertEquals(List.of(1.0, 10.0, 100.0), new Scale(1, 256, true, 0, 1).ticks(4));
        assertEquals(List.of(1.0, 2.0, 5.0, 10.0, 20.0, 50.0, 100.0, 200.0), new Scale(1, 256, true, 0, 1).ticks(12));
        assertEquals(List.of(1e-4, 1e-2, 1.0, 100.0), new Scale(1e-4, 1e3, true, 0, 1).ticks(4));
    }

    @Test
    void label_always_isShort() {
        assertEquals("0.001", Scale.label(.001));
        assertEquals("4096", Scale.label(4096));
        assertEquals("30.72k", Scale.label(30720));
        assertEquals("1.5M", Scale.label(1.5e6));
        assertEquals("2e15", Scale.label(2e15));
        assertEquals("5e-7", Scale.label(5e-7));
        assertEquals("0", Scale.label(-0.0));
    }
}
