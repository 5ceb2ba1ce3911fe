package overthink.strategies.particle;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import overthink.core.api.Session;

class WeighingTest {

    private static final double[] SPECIAL = {Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY};

    private final Particles particles = new Particles();

    private static final class Particles extends AbstractParticles {
        @Override
        void play(Session session) {}
    }

    @Test
    void weighTogether_anyWeights_asOneByOne() {
        SplittableRandom random = new SplittableRandom(23);
        for (int trial = 0; trial < 2_000; trial++) {
            int count = fill(random, 40 * random.nextDouble());
            double[] together = particles.weighTogether(count).clone();
            double[] apart = particles.weigh(count, 1);
            for (int i = 0; i < count; i++) {
                assertEquals(1, together[i] / apart[i], 1e-12);
            }
        }
    }

    @Test
    void weighTogether_infiniteLogWeights_asOneByOne() {
        SplittableRandom random = new SplittableRandom(29);
        for (int trial = 0; trial < 200; trial++) {
            int count = fill(random, 3);
            double special = SPECIAL[trial % 2];
            for (int i = 0; i < count; i++) {
                if (i == 0 || random.nextBoolean()) {
                    particles.logWeights[particles.slots[i]] = special;
                }
            }
            double[] together = particles.weighTogether(count).clone();
            assertArrayEquals(particles.weigh(count, 1), together);
        }
    }

    /** Weights for every other particle; returns how many. */
    private int fill(SplittableRandom random, double spread) {
        int listed = 1 + random.nextInt(50);
        particles.begin(2 * listed);
        for (int i = 0; i < listed; i++) {
            particles.slots[i] = 2 * i;
            particles.logWeights[2 * i] = spread * (random.nextDouble() - 0.5) + 100;
        }
        return listed;
    }
}
