package overthink.scenarios.forecast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BudgetListTest {

    @Test
    void ranges_standForTheirEndsAndOneTwoFive() {
        assertEquals(List.of(1L, 2L, 5L, 10L), BudgetList.of("1..10"));
        assertEquals(List.of(3L, 5L, 10L, 20L, 44L), BudgetList.of("3..44"));
        assertEquals(List.of(7L), BudgetList.of("7..7"));
        assertEquals(16, BudgetList.of("1..100000").size());
    }

    @Test
    void lists_areSortedAndWithoutRepetition() {
        assertEquals(List.of(1L, 2L, 5L, 8L, 64L), BudgetList.of("64, 8,1..5,8"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "1,,2", "x", "-1", "0", "1.5", "1..", "..3", "1...3", "1e3", "9999999999999999999", "10..1"})
    void whatIsNoBudget_isRefused(String text) {
        assertThrows(IllegalArgumentException.class, () -> BudgetList.of(text));
    }

    @Test
    void backwardRange_getsAHint() {
        assertEquals(
                "a range goes upwards, not '10..1'. Maybe: 1..10",
                assertThrows(IllegalArgumentException.class, () -> BudgetList.of("10..1"))
                        .getMessage());
    }
}
