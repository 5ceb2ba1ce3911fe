package overthink.scenarios.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import overthink.core.law.cost.CountLaw;
import overthink.core.law.difficulty.Point;
import overthink.core.law.idea.IdeaLaw;
import overthink.core.law.idea.Temperature;
import overthink.core.law.reading.Demonstrations;
import overthink.core.law.reading.Documents;
import overthink.core.law.reading.ReadingLaw;
import overthink.core.world.Policy;

/** How ideas, temperature and reading are written. */
class IdeaFormsTest {

    @TempDir
    Path folder;

    private Policy policy(String spelling) {
        return ScenarioText.declared(ScenarioText.read(folder, ScenarioText.with("steps: 3", "steps: 3, " + spelling))
                        .experiment()
                        .world())
                .policy();
    }

    private List<String> mistakes(String spelling) {
        return ScenarioText.mistakes(folder, ScenarioText.with("steps: 3", "steps: 3, " + spelling));
    }

    private String explained(String spelling) {
        return ScenarioText.read(folder, ScenarioText.with("steps: 3", "steps: 3, " + spelling))
                .text();
    }

    @Test
    void keys_leftOut_areNoIdeasAtTemperatureOneAndNothingRead() {
        Policy policy = policy("recovery: 0");
        assertNull(policy.ideas());
        assertNull(policy.reading());
        assertEquals(Temperature.ONE, policy.temperature());
        String text = explained("recovery: 0");
        assertFalse(text.contains("ideas:") || text.contains("temperature:") || text.contains("reading:"), text);
    }

    @Test
    void ideas_spelt_areTheLaw() {
        assertEquals(IdeaLaw.FRESH, policy("ideas: {}").ideas());
        assertEquals(
                new IdeaLaw(0.129, 0.5, new CountLaw.Constant(40)),
                policy("ideas: {concentration: 0.129, polarisation: 0.5, tokens: 40}")
                        .ideas());
        assertTrue(explained("ideas: {concentration: 2}")
                .contains("ideas: {concentration: 2, polarisation: 1, tokens: 0}"));
    }

    @Test
    void temperature_spelt_isTheLaw() {
        String countable = "policy: {steps: 3, wrong-answers: {uniform: {answers: 3}}, temperature: 0.7, noise: 2}";
        assertEquals(
                new Temperature(0.7, 2),
                ScenarioText.declared(ScenarioText.read(
                                        folder,
                                        ScenarioText.with("policy: {steps: 3, wrong-answers: distinct}", countable))
                                .experiment()
                                .world())
                        .policy()
                        .temperature());
    }

    @Test
    void reading_spelt_isTheLaw() {
        assertEquals(
                new ReadingLaw(
                        new Documents(0.9, 4, 1.5, 0.02, 300, new Point(0.8), new Documents.Store(1000, 100_000, 1)),
                        new Demonstrations(1.5, 8, 500)),
                policy(
                                "reading: {documents: {recall: 0.9, half: 4, exponent: 1.5, distraction: 0.02, tokens: 300, reader:"
                                        + " 0.8, store: {size: 1000, facts: 100000}}, demonstrations: {gain: 1.5, half: 8, tokens:"
                                        + " 500}}")
                        .reading());
        assertEquals(
                new ReadingLaw(new Documents(1, 1, 1, 0, 0, new Point(1), Documents.Store.WHOLE), null),
                policy("reading: {documents: {}}").reading());
    }

    @Test
    void numbers_outsideTheirRanges_areRefusedWithTheirPlace() {
        assertEquals(
                List.of(
                        "sample.yaml:5: world.policy.ideas.concentration: must be a number between 0.000001 and 1000, not 0"),
                mistakes("ideas: {concentration: 0}"));
        assertEquals(
                List.of("sample.yaml:5: world.policy.temperature: must be a number between 0 and 10, not 12"),
                mistakes("temperature: 12"));
        assertTrue(mistakes("reading: {}").get(0).contains("documents or demonstrations are needed"));
        assertTrue(
                mistakes("reading: {documents: {distraction: 2}}").get(0).contains("world.policy.reading.documents"));
    }

    @Test
    void temperature_answersThatCannotBeCounted_isRefusedWithItsPlace() {
        List<String> mistakes = mistakes("temperature: 0.5");
        assertEquals(1, mistakes.size(), mistakes::toString);
        assertTrue(
                mistakes.get(0)
                                .startsWith(
                                        "sample.yaml:5: world.policy.temperature: temperature: there must be so many wrong")
                        && mistakes.get(0).contains("Maybe wrong-answers:"),
                mistakes.get(0));
    }
}
