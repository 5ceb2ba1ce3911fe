package overthink.core.estimate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import overthink.core.api.Resource;

class UtilityTest {

    private static final Cost COST = new Cost(1, 2, 3, 4, 5, 6, 7, 8, 9);

    @Test
    void mean_ofShares_weighsEach() {
        Utility utility = new Utility(3, -2, 0.5, Map.of());
        assertEquals(3 * 0.5 - 2 * 0.3 + 0.5 * 0.2 - 0.25, utility.mean(0.5, 0.2, 0.25), 1e-15);
    }

    @Test
    void paid_everyResource_hasAPriceOfItsOwn() {
        double price = 1;
        for (Resource resource : Resource.values()) {
            price *= 10;
            Utility utility = new Utility(1, 0, 0, Map.of(resource, price));
            assertEquals(price * (resource.ordinal() + 1), utility.paid(COST), 1e-6, resource.label());
        }
        assertEquals(
                2 * 1 + 0.5 * 9, new Utility(1, 0, 0, Map.of(Resource.GENERATIONS, 2.0, Resource.USD, 0.5)).paid(COST));
    }

    @Test
    void prices_givenInAnyOrder_areAddedInOne() {
        Map<Resource, Double> prices = new EnumMap<>(Resource.class);
        prices.put(Resource.USD, 0.1);
        Utility utility = new Utility(1, 0, 0, prices);
        prices.put(Resource.USD, 5.0);
        assertEquals(Map.of(Resource.USD, 0.1), utility.prices(), "a copy");
        assertTrue(utility.priced());
        assertFalse(new Utility(1, 0, 0, Map.of(Resource.USD, 0.0)).priced());
    }

    @Test
    void variance_ofThreeOutcomes_isThatOfTheirLaw() {
        Utility utility = new Utility(3, -2, 0.5, Map.of());
        double mean = 3 * 0.5 - 2 * 0.3 + 0.5 * 0.2;
        assertEquals(9 * 0.5 + 4 * 0.3 + 0.25 * 0.2 - mean * mean, utility.variance(0.5, 0.2), 1e-14);
        assertEquals(5, utility.range());
        assertEquals(12, new Utility(3, -2, 10, Map.of()).range());
    }

    @Test
    void constructor_nonsense_isRefusedByName() {
        assertTrue(assertThrows(IllegalArgumentException.class, () -> new Utility(1, 2, 0, Map.of()))
                .getMessage()
                .contains("a wrong answer (2.0) must not be worth more than a right one (1.0)"));
        assertThrows(IllegalArgumentException.class, () -> new Utility(Double.NaN, 0, 0, Map.of()));
        assertThrows(IllegalArgumentException.class, () -> new Utility(1, Double.NEGATIVE_INFINITY, 0, Map.of()));
        assertThrows(IllegalArgumentException.class, () -> new Utility(1, 0, 1e10, Map.of()));
        assertTrue(assertThrows(
                        IllegalArgumentException.class, () -> new Utility(1, 0, 0, Map.of(Resource.LATENCY, -1.0)))
                .getMessage()
                .contains("the price of latency"));
    }
}
