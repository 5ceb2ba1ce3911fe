package overthink.core.exact.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import overthink.core.law.verifier.NoiseLaw;

class SoundAmongBestTest {

    /**
     * Where no flawed score reaches a sound one, all sound nodes that find room are kept. At 13 deviations one of 16·16 pairs is in
     * the wrong order with a chance below 256·Φ(−13/√2) ≈ 5e−18; from 16 on the flawed bell ends where the sound one begins.
     */
    @Test
    void chance_bellsFarApart_isThatAllSoundOnesAreKept() {
        for (double distance : new double[] {13, 16, 20, 40, 100}) {
            SoundAmongBest kept = new SoundAmongBest(new NoiseLaw.Gaussian(), distance, 16, 4);
            assertTrue(kept.error() < 1e-11, () -> "the chances miss 1 by " + kept.error() + " at " + distance);
            for (int sound = 0; sound <= 16; sound++) {
                assertEquals(1, kept.chance(sound, Math.min(sound, 4)), 1e-9, sound + " sound at " + distance);
            }
        }
    }

    /** The other way round a flawed node is kept as long as there is one. */
    @Test
    void chance_bellsFarApartTheWrongWay_isThatFlawedOnesAreKept() {
        SoundAmongBest kept = new SoundAmongBest(new NoiseLaw.Gaussian(), -20, 16, 4);
        for (int sound = 0; sound <= 16; sound++) {
            assertEquals(1, kept.chance(sound, Math.max(0, sound - 12)), 1e-9, sound + " sound");
        }
    }
}
