package overthink.core.exact.adaptive;

import java.util.Arrays;

/** Numbers sequences of integers from 0 in the order in which they are first seen. */
final class VoteStates {

    /** The sequences one after the other. */
    private int[] words = new int[256];
    /** Where each begins; one more than there are. */
    private int[] starts = new int[64];

    private int size;
    /** Open addressing: 1 + a sequence's number; 0 is free. */
    private int[] slots = new int[128];

    /** How many there are. */
    int size() {
        return size;
    }

    /** The number of a sequence's copy, new or known. */
    int number(int[] sequence, int length) {
        int mask = slots.length - 1;
        int slot = hash(sequence, length) & mask;
        while (slots[slot] != 0) {
            int known = slots[slot] - 1;
            if (Arrays.equals(words, starts[known], starts[known + 1], sequence, 0, length)) {
                return known;
            }
            slot = (slot + 1) & mask;
        }
        add(sequence, length);
        slots[slot] = size;
        if (2 * size > slots.length) {
            grow();
        }
        return size - 1;
    }

    /** Where a sequence begins in {@link #words()}. */
    int start(int number) {
        return starts[number];
    }

    /** The sequences; to be read only, and only until another is added. */
    int[] words() {
        return words;
    }

    private void add(int[] sequence, int length) {
        int start = starts[size];
        if (start + length > words.length) {
            words = Arrays.copyOf(words, Math.max(start + length, 2 * words.length));
        }
        System.arraycopy(sequence, 0, words, start, length);
        size++;
        if (size == starts.length) {
            starts = Arrays.copyOf(starts, 2 * size);
        }
        starts[size] = start + length;
    }

    private void grow() {
        slots = new int[2 * slots.length];
        int mask = slots.length - 1;
        int[] sequence = new int[16];
        for (int known = 0; known < size; known++) {
            int length = starts[known + 1] - starts[known];
            if (length > sequence.length) {
                sequence = new int[2 * length];
            }
            System.arraycopy(words, starts[known], sequence, 0, length);
            int slot = hash(sequence, length) & mask;
            while (slots[slot] != 0) {
                slot = (slot + 1) & mask;
            }
            slots[slot] = known + 1;
        }
    }

    private static int hash(int[] sequence, int length) {
        int hash = length;
        for (int i = 0; i < length; i++) {
            hash = (hash ^ sequence[i]) * 0x9E3779B1;
            hash ^= hash >>> 15;
        }
        return hash;
    }
}
