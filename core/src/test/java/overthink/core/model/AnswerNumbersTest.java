package overthink.core.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class AnswerNumbersTest {

    /** Stamps of 32 bits begin anew after 2^32 trials: before, between and after, the numbers are those of a first trial. */
    @Test
    void of_trialsAroundTheEndOfTheStamps_numbersAsInTheFirst() {
        for (int stamp : new int[] {0, 1, Integer.MAX_VALUE - 1, Integer.MIN_VALUE, -3, -2, -1}) {
            AnswerNumbers numbers = new AnswerNumbers(stamp);
            for (int trial = 0; trial < 4; trial++) {
                numbers.reset();
                assertEquals(0, numbers.of(7), "after stamp " + stamp);
                assertEquals(1, numbers.of(2));
                assertEquals(0, numbers.of(7));
                assertEquals(1, numbers.of(2));
                assertEquals(2, numbers.of(1000));
                assertEquals(2, numbers.of(1000));
            }
        }
    }
}
