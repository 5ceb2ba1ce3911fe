package overthink.scenarios.results;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import overthink.scenarios.text.Figure;

class FigureTest {

    @ParameterizedTest
    @CsvSource({
        "73.1234, 0.38, 73.1, 0.4",
        "73.1234, 0.4, 73.1, 0.4",
        "73.1234, 0.41, 73.1, 0.5",
        "73.1234, 0.96, 73.1, 1.0",
        "73.1234, 1, 73, 1",
        "73.1234, 12, 70, 20",
        "73.1234, 0.0000000001, 73.123400, 0.000001",
        "99.97, 0.5, 100.0, 0.5",
        "0, 0.02, 0.00, 0.02",
        "50, 0.30000000000000004, 50.0, 0.3"
    })
    void of_valueAndError_endsAtTheErrorsFirstDigit(double value, double error, String printed, String printedError) {
        assertEquals(new Figure(printed, printedError), Figure.of(value, error));
    }

    @Test
    void exact_value_hasTwoPlacesAndNoError() {
        assertEquals(new Figure("73.12", ""), Figure.exact(73.1234));
        assertEquals(new Figure("100.00", ""), Figure.exact(100));
    }

    @ParameterizedTest
    @CsvSource({
        "73.1234, 0, 73.12",
        "73.1234, 1e-12, 73.12",
        "73.1234, 0.009, 73.12",
        "73.1234, 0.01, 73.12",
        "73.1234, 0.04, 73.12",
        "73.1234, 0.1, 73.1",
        "73.1234, 3, 73",
        "73.1234, 12, 70"
    })
    void exact_errorOfArithmetic_leavesOutTheDigitsBelowIt(double value, double error, String printed) {
        assertEquals(new Figure(printed, ""), Figure.exact(value, error));
    }

    @Test
    void exact_placesAsked_areTheMost() {
        assertEquals("0.12346", Figure.exact(0.123456789, 0, 5).value());
        assertEquals("0.123", Figure.exact(0.123456789, 0.004, 5).value());
        assertEquals("0.12345679", Figure.of(0.123456789, 1e-8, 8).value());
    }

    @Tag("slow")
    @Test
    void of_anything_printsNoDigitFinerThanTheError() {
        SplittableRandom random = new SplittableRandom(11);
        for (int i = 0; i < 100_000; i++) {
            double value = 100 * random.nextDouble();
            double error = Math.pow(10, -5 + 5.95 * random.nextDouble());
            assertSupported(Figure.of(value, error), value, error);
        }
    }

    @Test
    void property_tooManyOrTooFewDigits_areRejected() {
        assertThrows(AssertionError.class, () -> assertSupported(new Figure("73.12", "0.38"), 73.1234, 0.38));
        assertThrows(AssertionError.class, () -> assertSupported(new Figure("73", "1"), 73.1234, 0.38));
        assertThrows(AssertionError.class, () -> assertSupported(new Figure("73.1", "0.3"), 73.1234, 0.38));
        assertThrows(AssertionError.class, () -> assertSupported(new Figure("73.2", "0.4"), 73.1234, 0.38));
    }

    /**
     * One unit of the last place is at most the error and more than a tenth of it, and the error is not understated.
     */
    private static void assertSupported(Figure figure, double value, double error) {
        double unit = unit(figure.value());
        String what = figure + " for " + value + " ±" + error;
        assertEquals(unit, unit(figure.error()), 0, what);
        assertTrue(unit <= error * (1 + 1e-9), what);
        assertTrue(unit > error / 10 * (1 - 1e-9), what);
        double printed = Double.parseDouble(figure.error());
        assertTrue(printed >= error * (1 - 1e-9) && printed <= error + unit, what);
        assertTrue(Math.abs(Double.parseDouble(figure.value()) - value) <= unit / 2 * (1 + 1e-9), what);
    }

    /** The size of one unit in the last place printed. */
    private static double unit(String printed) {
        int point = printed.indexOf('.');
        int places = point < 0 ? 0 : printed.length() - point - 1;
        return BigDecimal.ONE.movePointLeft(places).doubleValue();
    }

    @ParameterizedTest
    @CsvSource({"73.1234, 11.2, 73, 12", "73.1234, 1.04, 73.1, 1.1", "73.1234, 3.8, 73, 4", "73.1234, 0.96, 73.1, 1.0"})
    void finer_ofAnErrorThatBeginsWithOne_keepsTwoDigits(double value, double error, String shown, String with) {
        assertEquals(new Figure(shown, with), Figure.finer(value, error));
    }
}
