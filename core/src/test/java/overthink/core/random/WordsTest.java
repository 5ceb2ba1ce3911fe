package overthink.core.random;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class WordsTest {

    private static final long FIRST = 0x1234_5678_9ABC_DEFL;
    private static final long STRIDE = 0x9E37_79B9_7F4A_7C15L;
    private static final long MASK = 0x0F1E_2D3C_4B5A_6978L;

    @Test
    void inLine_anyRange_isTheMixOfEachAddressAndLeavesTheRestAlone() {
        for (int from : new int[] {0, 1, 7}) {
            for (int count : new int[] {0, 1, 5, 64, 1023, 1024, 1025, 3000}) {
                long[] into = new long[3010];
                long[] expected = new long[3010];
                for (int i = 0; i < count; i++) {
                    expected[from + i] = Address.mix(FIRST + i * STRIDE) ^ MASK;
                }
                Words.inLine(FIRST, STRIDE, MASK, into, from, from + count);
                assertArrayEquals(expected, into, from + " and " + count);
            }
        }
    }

    @Test
    void at_anyRange_isTheMixOfEachAddressAndLeavesTheRestAlone() {
        long[] words = new long[100];
        for (int i = 0; i < words.length; i++) {
            words[i] = Address.mix(i);
        }
        long[] addresses = words.clone();
        Words.at(words, 3, 90, STRIDE, MASK);
        for (int i = 0; i < words.length; i++) {
            assertEquals(i < 3 || i >= 90 ? addresses[i] : Address.mix(addresses[i] + STRIDE) ^ MASK, words[i]);
        }
    }
}
