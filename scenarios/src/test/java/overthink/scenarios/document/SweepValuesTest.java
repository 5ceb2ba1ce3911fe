package overthink.scenarios.document;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import overthink.scenarios.expectation.PointKey;
import overthink.scenarios.plugins.StrategyCatalog;

/** Values as they are written in a scenario and on the command line. */
class SweepValuesTest {

    private static final String PATH = "world.policy.prompt-tokens";

    private static final StrategyCatalog CATALOG = StrategyCatalog.load(List.of());

    @TempDir
    private Path temp;

    private String values(String sweep, SweepWords words) throws IOException {
        Path file = Files.writeString(temp.resolve("s.yaml"), """
                        world:
                          problems: {count: 2, accuracy: 0.3}
                          policy: {steps: 2, wrong-answers: distinct, latency: {prefill: 0}}
                        budgets: {values: [1]}
                        strategies: [single]
                        """ + sweep);
        return String.join(
                " ",
                new ScenarioReader(CATALOG)
                        .read(file, List.of(), words).sweep().orElseThrow().points().stream()
                                .map(point -> PointKey.text(
                                        point.key().values().values().iterator().next()))
                                .toList());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1,2,4                | [1, 2, 4]                                              | 1 2 4
            0.6..0.95/0.05       | {from: 0.6, to: 0.95, step: 0.05}                      | 0.6 0.65 0.7 0.75 0.8 0.85 0.9 0.95
            .1..1e0/.3           | {from: 0.1, to: 1, step: 0.3}                          | 0.1 0.4 0.7 1
            1..1000*10           | {from: 1, to: 1000, factor: 10}                        | 1 10 100 1000
            0..1:5               | {from: 0, to: 1, points: 5}                            | 0 0.25 0.5 0.75 1
            1..1000:7log         | {from: 1, to: 1000, points: 7, scale: log}             | 1 3.16228 10 31.6228 100 316.228 1000
            0..1:4               | {from: 0, to: 1, points: 4}                            | 0 0.333333333333 0.666666666667 1
            0.5                  | [0.50]                                                 | 0.5
            """)
    void values_inBothSpellings_areTheseExactly(String words, String written, String expected) throws IOException {
        String path = "world.policy.latency.prefill";
        assertEquals(expected, values("sweep: {%s: %s}\n".formatted(path, written), SweepWords.NONE));
        assertEquals(expected, values("", new SweepWords(List.of(path + "=" + words), false)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {from: 1, to: 1000, points: 7, scale: log, whole: true} | 1 3 10 32 100 316 1000
            {from: 1, to: 3, step: 1}                               | 1 2 3
            [0x10, 8]                                               | 16 8
            """)
    void values_ofWholeNumbers_areWhole(String written, String expected) throws IOException {
        assertEquals(expected, values("sweep: {%s: %s}\n".formatted(PATH, written), SweepWords.NONE));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {from: 3, to: 1, step: 1}                       | must be above from (3), not 1
            {from: 1, to: 2}                                | a range has one of step, factor and points
            {from: 1, to: 2, step: 1, points: 2}            | a range has one of step, factor and points, not step and points
            {from: 0, to: 2, factor: 2}                     | with a factor, from must be above 0 and the factor above 1, not 0 and 2
            {from: 1, to: 1000, factor: 2}                  | no power of 2 leads from 1 to 1000. Maybe: to: 512
            {from: 0, to: 2, points: 3, scale: log}         | on a log scale, from must be above 0, not 0
            {from: 1, to: 2, points: 5, whole: true}        | rounded to whole numbers, some of the 5 values are the same
            {from: 1, to: 1e30, step: 1e-30}                | a scenario is run at no more than 100,000 points, and these are 1e+60
            {from: 1, to: 2, step: 0}                       | must be a number between 1e-30 and 1e+30, not 0
            7                                               | must be a list of values, or a range such as
            """)
    void ranges_thatAreNone_areRefused(String written, String rule) throws IOException {
        try {
            values("sweep: {%s: %s}\n".formatted(PATH, written), SweepWords.NONE);
        } catch (InvalidScenarioException refused) {
            assertEquals(true, refused.getMessage().contains(rule), refused.getMessage());
            assertEquals(true, refused.getMessage().contains("s.yaml:6: sweep." + PATH), refused.getMessage());
            return;
        }
        throw new AssertionError("not refused");
    }
}
