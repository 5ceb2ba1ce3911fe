package overthink.core.estimate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class FamilyWiseTest {

    /** Quantiles of the normal distribution from tables: z(.975), z(.9975) and z(.99975). */
    @Test
    void bound_anyNumber_isTheNormalQuantile() {
        assertEquals(Estimate.Z95, FamilyWise.bound(0.05, 1), 1e-12);
        assertEquals(2.807034, FamilyWise.bound(0.05, 10), 1e-6);
        assertEquals(3.480756, FamilyWise.bound(0.05, 100), 1e-6);
    }
}
