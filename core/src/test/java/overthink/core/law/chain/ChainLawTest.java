package overthink.core.law.chain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import overthink.core.law.chain.ByDifficulty.Linear;
import overthink.core.law.chain.ByDifficulty.Logit;
import overthink.core.law.chain.Revision.Rates;
import overthink.core.law.chain.Revision.Tendency;

class ChainLawTest {

    private static String refusal(Runnable maker) {
        return assertThrows(IllegalArgumentException.class, maker::run).getMessage();
    }

    @Test
    void tendency_gainAndAnchoring_giveBothRates() {
        // f = 0.24 where the gain takes the odds of p = 0.4 to 0.24/0.76
        double gain = StrictMath.log(0.24 / 0.76) - StrictMath.log(0.4 / 0.6);
        Revision revision = new Tendency(ByDifficulty.of(0.5), ByDifficulty.of(gain));
        assertEquals(0.5, revision.anchoring(0.4));
        assertEquals(0.24, 1 / (1 + StrictMath.exp(-revision.freshLogOdds(0.4))), 1e-15);
    }

    @Test
    void rates_given_areThoseOfTheTendency() {
        Revision rates = new Rates(new Linear(0.2, 0.3), new Linear(0.1, 0.2));
        assertEquals(1 - 0.25 - 0.15, rates.anchoring(0.5), 1e-15);
        assertEquals(0.15 / 0.4, 1 / (1 + StrictMath.exp(-rates.freshLogOdds(0.5))), 1e-15);
        assertEquals(1, new Rates(ByDifficulty.of(0), ByDifficulty.of(0)).anchoring(0.5));
    }

    @Test
    void rates_leavingTheUnitIntervalOnSomeDifficulty_areRefused() {
        assertTrue(refusal(() -> new Rates(ByDifficulty.of(0.5), new Linear(0.4, 0.6)))
                .contains("add up to at most 1 on every difficulty, and do not on a problem of p = 1"));
        assertEquals(
                "anchoring must stay within 0 and 1 on every difficulty, and is -0.1 on a problem of p = 0",
                refusal(() -> new Tendency(new Linear(-0.1, 0.5), ByDifficulty.of(0))));
        assertTrue(refusal(() -> new Tendency(new Logit(0.5, 0.1), ByDifficulty.of(0)))
                .startsWith("anchoring must stay within 0 and 1 on every difficulty, and is -1.57"));
        assertTrue(refusal(() -> ChainLaw.FRESH.withAvoidance(1.5, 4)).startsWith("avoidance must be"));
        assertTrue(refusal(() -> ChainLaw.FRESH.withAvoidance(1, 0)).startsWith("context must be"));
        assertTrue(refusal(() -> ChainLaw.FRESH.withDrift(30)).startsWith("drift must be"));
        assertTrue(refusal(() -> MergeLaw.of(0.5, -1)).startsWith("discernment must be"));
    }

    @Test
    void stop_neverOnSomeDifficulty_isRefused() {
        assertTrue(refusal(() -> ChainLaw.FRESH.withStop(0, 0)).contains("a chain would have no end"));
        assertTrue(refusal(() -> new ChainLaw.Stop(new Linear(0, 1), ByDifficulty.of(0)))
                .contains("p = 0, where a chain would have no end"));
    }

    @Test
    void logit_ofEasyAndHard_isLinearInLogOdds() {
        assertEquals(0.5 + 0.01 * StrictMath.log(9), new Logit(0.5, 0.01).at(0.9), 1e-12);
        assertEquals(new Logit(0.5, 0.01).at(1e-9), new Logit(0.5, 0.01).at(0));
    }
}
