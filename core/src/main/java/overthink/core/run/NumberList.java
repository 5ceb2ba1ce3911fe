package overthink.core.run;

import java.util.Arrays;

/** Numbers one after the other, each in 64 bits: whole ones as they are, others as their bits. */
final class NumberList {

    private long[] numbers = new long[256];
    private int size;

    /** Adds a whole number. */
    void add(long number) {
        if (size == numbers.length) {
            numbers = Arrays.copyOf(numbers, 2 * size);
        }
        numbers[size++] = number;
    }

    /** Adds numbers that need not be whole. */
    void add(double... reals) {
        for (double real : reals) {
            add(Double.doubleToRawLongBits(real));
        }
    }

    long[] toArray() {
        return Arrays.copyOf(numbers, size);
    }

    /** Reads them in their order. */
    static final class Reader {

        private final long[] numbers;
        private int next;

        Reader(long[] numbers) {
            this.numbers = numbers;
        }

        /**
         * The next, a whole number.
         *
         * @throws IllegalArgumentException when there is none
         */
        long whole() {
            if (next == numbers.length) {
                throw new IllegalArgumentException("there are no more than %d numbers".formatted(next));
            }
            return numbers[next++];
        }

        /** The next, which need not be whole. */
        double real() {
            return Double.longBitsToDouble(whole());
        }

        /** The next ones, which need not be whole. */
        double[] reals(int count) {
            double[] reals = new double[count];
            Arrays.setAll(reals, i -> real());
            return reals;
        }

        /** Sees that nothing is left. */
        void end() {
            if (next < numbers.length) {
                throw new IllegalArgumentException(
                        "%d numbers were read, and there are %d".formatted(next, numbers.length));
            }
        }
    }
}
