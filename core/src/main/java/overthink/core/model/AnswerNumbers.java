package overthink.core.model;

import java.util.Arrays;

/** Numbers the classes of answers by first appearance, so that a number leaks nothing about its class. */
public final class AnswerNumbers {

    /** By class: the trial's stamp, from 1 on, and, in the low half, the number given. */
    private long[] numbers = new long[64];

    private int stamp;
    private int given;

    /** No numbers are given yet. */
    public AnswerNumbers() {
        this(0);
    }

    /** Numbers whose first trial has the stamp after one, for tests. */
    AnswerNumbers(int stamp) {
        this.stamp = stamp;
    }

    /** Forgets all numbers. */
    public void reset() {
        stamp++;
        if (stamp == 0) {
            // stamps begin anew after 2^32 trials, and what the first ones left must not pass for this one's
            Arrays.fill(numbers, 0);
            stamp = 1;
        }
        given = 0;
    }

    /** The number of a class. */
    public int of(int code) {
        if (code >= numbers.length) {
            numbers = Arrays.copyOf(numbers, Nodes.room(code + 1));
        }
        long entry = numbers[code];
        if ((int) (entry >>> 32) == stamp) {
            return (int) entry;
        }
        numbers[code] = (long) stamp << 32 | given;
        return given++;
    }

    /** How many classes have a number. */
    public int count() {
        return given;
    }

    /** The numbers of {@code count} classes from {@code codes[from]} on, in their order. */
    void of(int[] codes, int from, int count, int[] into) {
        for (int i = 0; i < count; i++) {
            into[i] = of(codes[from + i]);
        }
    }
}
