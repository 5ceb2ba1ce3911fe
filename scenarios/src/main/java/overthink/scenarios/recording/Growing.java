package overthink.scenarios.recording;

import java.util.Arrays;

/** Columns of rows that grow: by half of what they have while that is little, then by a quarter. */
final class Growing {

    private static final int LITTLE = 1 << 20;

    private Growing() {}

    static int more(int size) {
        return size < LITTLE ? size + size / 2 + 1024 : size + size / 4;
    }

    static int[] room(int[] column, int row) {
        return row < column.length ? column : Arrays.copyOf(column, more(row));
    }

    static long[] room(long[] column, int row) {
        return row < column.length ? column : Arrays.copyOf(column, more(row));
    }

    static double[] room(double[] column, int row) {
        return row < column.length ? column : Arrays.copyOf(column, more(row));
    }

    static byte[] room(byte[] column, int row) {
        return row < column.length ? column : Arrays.copyOf(column, more(row));
    }
}
