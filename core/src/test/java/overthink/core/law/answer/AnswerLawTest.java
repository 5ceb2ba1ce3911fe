package overthink.core.law.answer;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class AnswerLawTest {

    private static void refused(String message, Executable constructor) {
        assertEquals(
                message,
                assertThrows(IllegalArgumentException.class, constructor).getMessage());
    }

    @Test
    void constructors_outOfRange_sayTheRule() {
        refused("uniform: answers must be a whole number between 1 and 1000000, not 0", () -> new UniformAnswers(0));
        refused("zipf: answers must be a whole number between 1 and 1000000, not -2", () -> new Zipf(-2, 1));
        refused("zipf: exponent must be a number between 0 and 100, not -0.5", () -> new Zipf(3, -0.5));
        refused("zipf: exponent must be a number between 0 and 100, not NaN", () -> new Zipf(3, Double.NaN));
        refused("attractor: share must be a number between 0 and 1, not 1.5", () -> new Attractor(1.5, 3));
        refused("attractor: answers must be a whole number between 1 and 1000000, not 0", () -> new Attractor(0.5, 0));
        refused("attractor: with one answer its share must be 1, not 0.5", () -> new Attractor(0.5, 1));
        refused("pitman-yor: discount must be a number between 0 and 0.99, not 1", () -> new PitmanYor(1, 1));
        refused(
                "pitman-yor: concentration (-0.5) and discount (0.5) must sum to at least 1e-9",
                () -> new PitmanYor(0.5, -0.5));
    }

    @Test
    void constructors_atTheEdge_accept() {
        assertDoesNotThrow(() -> new UniformAnswers(1));
        assertDoesNotThrow(() -> new Zipf(1, 0));
        assertDoesNotThrow(() -> new Attractor(1, 1));
        assertDoesNotThrow(() -> new Attractor(0, 2));
        assertDoesNotThrow(() -> new PitmanYor(0.5, -0.4));
        assertDoesNotThrow(() -> new PitmanYor(0, 1e-9));
    }
}
