package overthink.scenarios.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import overthink.core.law.cost.CountLaw;
import overthink.core.law.difficulty.Point;
import overthink.core.law.difficulty.SignalLaw;
import overthink.core.law.verifier.Sensitivity;
import overthink.core.model.SyntheticWorld;
import overthink.core.world.NamedPolicy;
import overthink.core.world.Skill;

/** How several policies, what they have in common and a signal are written. */
class EnsembleFormsTest {

    private static final String ONE = "policy: {steps: 3, wrong-answers: distinct}";

    private static final String SMALL =
            "small: {steps: 3, parameters: 1, price: {output: 1}, latency: {per-token: 0.1}}";
    private static final String LARGE =
            "large: {accuracy: 0.6, parameters: 7, price: {output: 4}, latency: {per-token: 1}";

    @TempDir
    Path folder;

    private SyntheticWorld world(String policies) {
        return ScenarioText.declared(ScenarioText.read(folder, ScenarioText.with(ONE, policies))
                .experiment()
                .world());
    }

    private String mistake(String policies) {
        List<String> mistakes = ScenarioText.mistakes(folder, ScenarioText.with(ONE, policies));
        assertEquals(1, mistakes.size(), () -> String.join("\n", mistakes));
        return mistakes.get(0);
    }

    private void expectMistake(String policies, String... parts) {
        String mistake = mistake(policies);
        for (String part : parts) {
            assertTrue(mistake.contains(part), mistake);
        }
    }

    @Test
    void policies_spelt_areTheWorlds() {
        SyntheticWorld world = world(
                "policies: {" + SMALL + ", " + LARGE + ", verifier: {d: 2}}}\n"
                        + "  correlation: 0.7\n  overlap: 0.9\n  transfer: 2\n  signal: {correlation: 0.5, tokens: 9, categories: 4}");
        assertEquals(List.of("small", "large"), world.ensemble().names());
        NamedPolicy large = world.ensemble().others().get(0);
        assertEquals(new Skill.Own(new Point(0.6)), large.skill());
        assertEquals(new CountLaw.Constant(3), large.policy().steps());
        assertEquals(Sensitivity.of(2), large.distance());
        assertEquals(0.7, world.ensemble().correlation().between(0, 1));
        assertEquals(0.9, world.ensemble().overlap());
        assertEquals(2, world.ensemble().transfer());
        assertEquals(new SignalLaw(0.5, new CountLaw.Constant(9), 4), world.signal());
    }

    /** Of a model of 1 and one of 7 parameters, three models write: (7 + 1 + 1)/3 on average, as fast as the slowest. */
    @Test
    void policies_derivedAndDrafted_costAsTheirParts() {
        SyntheticWorld world = world(
                "policies: {" + SMALL + ", tuned: {accuracy: 0.5, parameters: 1}, " + LARGE
                        + ", draft: {policy: small, acceptance: 0.5, length: 1}}, proxy: {from: large, shift: {tuned: tuned, base: small}}}");
        NamedPolicy proxy = world.ensemble().others().get(2);
        assertEquals(new Skill.Shifted(2, 1, 0, 1), proxy.skill());
        assertEquals(3, proxy.parts());
        assertEquals(3, proxy.policy().tariff().parameters(), 1e-12);
        assertEquals(5.0 / 3, proxy.policy().tariff().price().output(), 1e-12);
        // a pass takes 1 + 0.1 seconds and yields 1 + 0.5 tokens
        assertEquals(1.1 / 1.5, world.policy(2).tariff().latency().perToken(), 1e-12);
        assertEquals(1.1 / 1.5 / 3, proxy.policy().tariff().latency().perToken(), 1e-12);
    }

    @Tag("slow")
    @Test
    void explanation_ofPolicies_isReadBack() {
        String text = ScenarioText.read(
                        folder,
                        ScenarioText.with(
                                ONE, "policies: {" + SMALL + ", " + LARGE + "}}\n  correlation: {small~large: 0.2}"))
                .text();
        SyntheticWorld again = ScenarioText.declared(
                ScenarioText.read(folder, text).experiment().world());
        assertEquals(0.2, again.ensemble().correlation().between(0, 1));
        assertTrue(!text.contains("\n  policy:"), text);
    }

    @Tag("slow")
    @Test
    void mistakes_areFoundBeforeAnythingRuns() {
        String both = "policies: {" + SMALL + ", " + LARGE;
        expectMistake(
                both + ", draft: {policy: smal, acceptance: 1, length: 2}}}", "no policy of this name", "Maybe: small");
        expectMistake(
                "policies: {" + SMALL
                        + ", one: {from: other, shift: {tuned: small, base: small}}, other: {from: small, shift: {tuned:"
                        + " one, base: small}}}",
                "in a circle: one, other, one");
        expectMistake(both + "}, large: {accuracy: 0.5}}", "large");
        expectMistake(both + "}}\n  correlation: {small~larg: 0.5}", "there is no policy larg", "Maybe: large");
        expectMistake(
                both + "}, third: {accuracy: 0.1}}\n  correlation: {small~large: -0.9, others: 0.9}",
                "must be positive definite");
        expectMistake(both + "}}\n  policy: {steps: 3}", "policy stands beside policies");
        expectMistake(ONE + "\n  overlap: 0.5", "there is one", "policies in place of policy");
        expectMistake("policies: {small: {steps: 3, accuracy: 0.5}}", "problems.accuracy");
        expectMistake(both + ", steps: 4}}", "there is no such key");
    }
}
