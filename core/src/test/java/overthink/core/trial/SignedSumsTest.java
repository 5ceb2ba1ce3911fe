package overthink.core.trial;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigInteger;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import overthink.core.model.Model;

class SignedSumsTest {

    @Test
    void sums_areThoseOfBigIntegers_inAnyOrder() {
        SplittableRandom random = new SplittableRandom(1);
        SignedSums sums = new SignedSums(2);
        SignedSums parts = new SignedSums(4);
        BigInteger sum = BigInteger.ZERO;
        BigInteger squares = BigInteger.ZERO;
        for (int i = 0; i < 10_000; i++) {
            long number = random.nextLong(-Model.MOST_QUALITY, Model.MOST_QUALITY + 1);
            sums.add(0, number);
            sums.addSquare(1, number);
            parts.add(i % 2, number);
            parts.addSquare(2 + i % 2, number);
            sum = sum.add(BigInteger.valueOf(number));
            squares = squares.add(BigInteger.valueOf(number).pow(2));
        }
        SignedSums merged = new SignedSums(2);
        for (int i : new int[] {3, 0, 2, 1}) {
            merged.add(i / 2, parts, i);
        }
        assertEquals(sum.doubleValue(), sums.value(0));
        assertEquals(squares.doubleValue(), sums.value(1));
        assertEquals(sum.doubleValue(), merged.value(0));
        assertEquals(squares.doubleValue(), merged.value(1));
    }

    @Test
    void sums_ofEitherSign_roundAlike_andAreReadAsWritten() {
        SignedSums sums = new SignedSums(2);
        for (int i = 0; i < 1 << 18; i++) {
            sums.add(0, Model.MOST_QUALITY - 1);
            sums.add(1, 1 - Model.MOST_QUALITY);
        }
        assertEquals(-sums.value(0), sums.value(1));
        Varints bytes = new Varints();
        sums.write(bytes);
        SignedSums read = new SignedSums(2);
        read.read(new Varints.Reader(bytes.toByteArray()));
        assertEquals(sums.value(0), read.value(0));
        assertEquals(sums.value(1), read.value(1));
    }
}
