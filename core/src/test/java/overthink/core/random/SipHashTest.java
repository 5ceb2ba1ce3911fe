package overthink.core.random;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class SipHashTest {

    @Test
    void of_referenceKeyAndMessage_isTheReferenceHash() {
        // the authors' table of SipHash-2-4: key 00 01 … 0f, message 00 01 … 17
        long hash = SipHash.of(
                0x0706050403020100L,
                0x0F0E0D0C0B0A0908L,
                0x0706050403020100L,
                0x0F0E0D0C0B0A0908L,
                0x1716151413121110L);
        assertEquals(0xB8AD50C6F649AF94L, hash);
    }
}
