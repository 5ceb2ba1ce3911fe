package overthink.scenarios.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import overthink.core.law.chain.ByDifficulty;
import overthink.core.law.chain.ByDifficulty.Linear;
import overthink.core.law.chain.ByDifficulty.Logit;
import overthink.core.law.chain.ChainLaw;
import overthink.core.law.chain.MergeLaw;
import overthink.core.law.chain.Revision.Rates;
import overthink.core.law.chain.Revision.Tendency;
import overthink.core.law.cost.CountLaw;
import overthink.core.world.Policy;

/** How chains and merging are written. */
class ChainFormsTest {

    @TempDir
    Path folder;

    private Policy policy(String spelling) {
        return ScenarioText.declared(ScenarioText.read(folder, ScenarioText.with("steps: 3", "steps: 3, " + spelling))
                        .experiment()
                        .world())
                .policy();
    }

    private @Nullable ChainLaw chain(String spelling) {
        return policy("chain: " + spelling).chain();
    }

    private List<String> mistakes(String spelling) {
        return ScenarioText.mistakes(folder, ScenarioText.with("steps: 3", "steps: 3, " + spelling));
    }

    private String explained(String spelling) {
        return ScenarioText.read(folder, ScenarioText.with("steps: 3", "steps: 3, " + spelling))
                .text();
    }

    private static ByDifficulty always(double value) {
        return ByDifficulty.of(value);
    }

    @Test
    void chain_leftOut_isNone() {
        assertNull(policy("recovery: 0").chain());
        assertNull(policy("recovery: 0").merge());
    }

    @Test
    void chain_ofNothing_makesFreshSamples() {
        assertEquals(ChainLaw.FRESH, chain("{}"));
        assertEquals(MergeLaw.FRESH, policy("merge: {}").merge());
    }

    @Test
    void chain_spelt_isTheLaw() {
        ChainLaw law = ChainLaw.of(new Tendency(new Linear(0.5, 0.7), always(-0.4)))
                .withDrift(0.1)
                .withAvoidance(0.9, 6)
                .withStop(0.6, 0.2)
                .withTokens(new CountLaw.Constant(12))
                .withTold(new Tendency(always(0.1), always(-0.4)));
        assertEquals(
                law,
                chain(
                        "{anchoring: {hard: 0.5, easy: 0.7}, gain: -0.4, drift: 0.1, avoidance: 0.9, context: 6, stop: {right:"
                                + " 0.6, wrong: 0.2}, tokens: 12, told: {anchoring: 0.1}}"));
        assertEquals(
                ChainLaw.of(new Tendency(new Logit(0.5, 0.02), always(0))),
                chain("{anchoring: {even: 0.5, per-logit: 0.02}}"));
        assertEquals(
                new MergeLaw(new Linear(0.3, 0.1), always(1.5)),
                policy("merge: {fresh: {hard: 0.3, easy: 0.1}, discernment: 1.5}")
                        .merge());
    }

    @Test
    void rates_spelt_takeThePlaceOfTheTendency() {
        ChainLaw law = ChainLaw.of(new Rates(always(0.38), always(0.12)));
        assertEquals(law, chain("{right-to-wrong: 0.38, wrong-to-right: 0.12}"));
        assertEquals(
                law.withTold(new Rates(always(0.5), always(0.3))),
                chain(
                        "{right-to-wrong: 0.38, wrong-to-right: 0.12, told: {right-to-wrong: 0.5, wrong-to-right: 0.3}}"));
    }

    @Test
    void rates_leavingTheUnitInterval_areRefusedWithTheirPlace() {
        assertEquals(
                List.of(
                        "sample.yaml:5: world.policy.chain.right-to-wrong: right-to-wrong (0.38) and wrong-to-right (0.7) must"
                                + " add up to at most 1 on every difficulty, and do not on a problem of p = 1: what is kept is 1"
                                + " less their sum"),
                mistakes("chain: {right-to-wrong: 0.38, wrong-to-right: {hard: 0.1, easy: 0.7}}"));
        assertTrue(mistakes("chain: {anchoring: {even: 0.5, per-logit: 0.1}}")
                .get(0)
                .startsWith("sample.yaml:5: world.policy.chain.anchoring: anchoring must stay within 0 and 1 on every"
                        + " difficulty, and is -1.57"));
        assertEquals(
                List.of("sample.yaml:5: world.policy.chain.anchoring: must be a number between 0 and 1, not 1.5"),
                mistakes("chain: {anchoring: 1.5}"));
    }

    @Test
    void chain_thatContradictsItself_isRefused() {
        assertTrue(mistakes("chain: {anchoring: 0.5, right-to-wrong: 0.1, wrong-to-right: 0.1}")
                .get(0)
                .contains("world.policy.chain.anchoring: stands beside right-to-wrong and wrong-to-right"));
        assertTrue(mistakes("chain: {right-to-wrong: 0.1}").get(0).contains("wrong-to-right is missing"));
        assertTrue(mistakes("chain: {right-to-wrong: 0.1, wrong-to-right: 0.1, told: {gain: 1}}")
                .get(0)
                .contains("must give right-to-wrong and wrong-to-right, as the chain does"));
        assertTrue(mistakes("chain: {stop: {right: 0, wrong: 0}}").get(0).contains("a chain would have no end"));
        assertTrue(mistakes("chain: {anchor: 0.5}").get(0).endsWith("Maybe: anchoring"));
        assertTrue(mistakes("merge: {discernment: -1}").get(0).contains("must be a number between 0 and 1000000"));
    }

    @Test
    void defaults_areExplained() {
        String chain = explained("chain: {}");
        for (String key : List.of("anchoring", "gain", "drift", "avoidance", "context", "stop", "right", "wrong")) {
            assertTrue(chain.contains(key), chain);
        }
        assertTrue(explained("merge: {}").contains("discernment"));
    }

    /** a = (1 - .5)(1 - .24) = .38 at p = .2 where the gain takes the odds 1/4 to 24/76. */
    @Test
    void consequences_areExplained() {
        String text = ScenarioText.with(
                "steps: 3", "steps: 3, chain: {anchoring: 0.5, gain: 0.23361}, merge: {fresh: 0, discernment: 3}");
        String explained = new ScenarioReader(Strategies.CATALOG).explain(ScenarioText.write(folder, text), List.of());
        assertTrue(
                explained.contains(
                        "# world.policy.chain: a revision loses 0.380 of the right and mends 0.120 of the wrong"
                                + " answers at p = 0.2, "),
                explained);
        assertTrue(
                explained.contains("make a right one with probability 0.750 at p = 0.2, 0.750 at p = 0.8"), explained);
    }
}
