package overthink.scenarios.recording;

import java.util.Arrays;

/** Numbers the answers of a problem from 0 in order of first appearance, and notes which were right and which wrong. */
final class AnswerClasses {

    /** By place: an answer; 0 for none. */
    private long[] keys = new long[64];

    private int[] numbers = new int[64];
    /** By number: 1 when it was right, 2 when it was wrong, 3 when both. */
    private byte[] said = new byte[32];

    private int mask = 63;
    private int size;

    /** Forgets all, and makes room. */
    void begin(int most) {
        int places = Integer.highestOneBit(Math.max(16, most)) << 2;
        if (places > keys.length) {
            keys = new long[places];
            numbers = new int[places];
        } else {
            Arrays.fill(keys, 0, places, 0);
        }
        mask = places - 1;
        if (said.length < most) {
            said = new byte[most];
        } else {
            Arrays.fill(said, 0, size, (byte) 0);
        }
        size = 0;
    }

    /** The number of an answer, which is not 0. */
    int of(long answer, boolean right) {
        int place = (int) (answer ^ answer >>> 32) & mask;
        while (keys[place] != 0 && keys[place] != answer) {
            place = (place + 1) & mask;
        }
        if (keys[place] == 0) {
            keys[place] = answer;
            numbers[place] = size++;
        }
        said[numbers[place]] |= (byte) (right ? 1 : 2);
        return numbers[place];
    }

    /** How many answers there are. */
    int size() {
        return size;
    }

    /** How many of them are right in one place and wrong in another. */
    int disputed() {
        int disputed = 0;
        for (int i = 0; i < size; i++) {
            disputed += said[i] == 3 ? 1 : 0;
        }
        return disputed;
    }
}
