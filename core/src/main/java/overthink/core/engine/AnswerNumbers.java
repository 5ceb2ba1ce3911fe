package overthink.core.engine;

import java.util.Arrays;

/** Numbers the classes of answers by first appearance, so that a number leaks nothing about its class. */
final class AnswerNumbers {

    /** By class: the trial's stamp and, in the low half, the number given. */
    private long[] numbers = new long[64];

    private long stamp;
    private int given;

    /** Forgets all numbers. */
    void reset() {
        stamp++;
        given = 0;
    }

    /** The number of a class. */
    int of(int code) {
        if (code >= numbers.length) {
            numbers = Arrays.copyOf(numbers, Math.max(code + 1, 2 * numbers.length));
        }
        long entry = numbers[code];
        if (entry >>> 32 == stamp) {
            return (int) entry;
        }
        numbers[code] = stamp << 32 | given;
        return given++;
    }

    /** The numbers of {@code count} classes from {@code codes[from]} on, in their order. */
    void of(int[] codes, int from, int count, int[] into) {
        for (int i = 0; i < count; i++) {
            into[i] = of(codes[from + i]);
        }
    }
}
