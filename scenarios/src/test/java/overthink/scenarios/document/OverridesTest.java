package overthink.scenarios.document;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Values set from outside the file. */
class OverridesTest {

    @TempDir
    Path folder;

    /** Each line of the file: an override, the piece of the sample that it replaces, what stands there instead. */
    @ParameterizedTest
    @CsvFileSource(resources = "overrides.txt", delimiter = '|', quoteCharacter = '`')
    void override_ofValue_isAsIfWritten(String override, String piece, String other) {
        Scenario set = ScenarioText.read(folder, ScenarioText.VALID, override);
        Scenario written = ScenarioText.read(folder, ScenarioText.with(piece, other));
        assertEquals(written.digest(), set.digest());
    }

    @Test
    void override_ofBareName_givesItParameters() {
        String bare = ScenarioText.with("beam-search: {width: 2}", "beam-search");
        String written = ScenarioText.read(folder, ScenarioText.with("width: 2", "width: 8"))
                .digest();
        assertEquals(
                written,
                ScenarioText.read(folder, bare, "strategies[2].width=8").digest());
        assertEquals(
                written,
                ScenarioText.read(folder, bare, "strategies.beam-search.width=8")
                        .digest());
    }

    @Test
    void overrides_several_applyInOrder() {
        assertEquals(
                5,
                ScenarioText.read(folder, ScenarioText.VALID, "seed=4", "seed=5")
                        .seed());
    }

    @ParameterizedTest
    @CsvFileSource(resources = "bad-overrides.txt", delimiter = '|', quoteCharacter = '`')
    void override_withMistake_isNamed(String override, String message) {
        assertEquals(List.of(message), ScenarioText.mistakes(folder, ScenarioText.VALID, override));
    }

    @Test
    void override_ofRepeatedName_asksForTheIndex() {
        String text = ScenarioText.with("single", "beam-search");
        assertEquals(
                List.of("--set strategies.beam-search.width=8: strategies.beam-search.width: the list has several items"
                        + " named beam-search: say which, as [0]"),
                ScenarioText.mistakes(folder, text, "strategies.beam-search.width=8"));
    }
}
