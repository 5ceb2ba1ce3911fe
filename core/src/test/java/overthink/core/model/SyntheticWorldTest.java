package overthink.core.model;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import overthink.core.law.cost.CountLaw;
import overthink.core.law.difficulty.Point;
import overthink.core.world.Policy;
import overthink.core.world.Problems;
import overthink.core.world.Verifiers;

class SyntheticWorldTest {

    private static SyntheticWorld of(int problems, CountLaw steps) {
        Policy flat = Policy.FLAT;
        Policy policy = new Policy(
                steps,
                0,
                flat.profile(),
                flat.wrongAnswers(),
                flat.promptTokens(),
                flat.tokensPerStep(),
                flat.tariff());
        return new SyntheticWorld(new Problems(new Point(0.5), problems), policy, Verifiers.NONE);
    }

    @Test
    void constructor_ofMoreStepsThanFindRoom_namesBothKeys() {
        assertEquals(
                "problems.count (1000000) times policy.steps (4096 on average) must be at most 8000000. Maybe count: 1953",
                assertThrows(IllegalArgumentException.class, () -> of(1_000_000, new CountLaw.Constant(4096)))
                        .getMessage());
        assertDoesNotThrow(() -> of(1_000_000, new CountLaw.Constant(8)));
        assertDoesNotThrow(() -> of(1953, new CountLaw.Constant(4096)));
        assertDoesNotThrow(() -> of(100_000, new CountLaw.LogNormalCount(12, 1, 4096)));
    }

    @Test
    void counts_outsideTheirRanges_areRefused() {
        assertEquals(
                "steps must be a whole number between 1 and 4096, not 4097",
                assertThrows(IllegalArgumentException.class, () -> of(1, new CountLaw.Constant(4097)))
                        .getMessage());
        assertEquals(
                "count must be a whole number between 1 and 1000000, not 1000001",
                assertThrows(IllegalArgumentException.class, () -> of(1_000_001, new CountLaw.Constant(1)))
                        .getMessage());
    }
}
