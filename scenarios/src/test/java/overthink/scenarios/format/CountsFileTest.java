package overthink.scenarios.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import overthink.core.law.difficulty.Empirical;
import overthink.core.world.Problems;

/** Problems recorded in a CSV file: what is read, and what is said about a bad one. */
class CountsFileTest {

    private static final String COUNTS = """
        model,problem,n,c,share
        small,p1,10,1,0.1
        small,p2,10,0,0
        large,p1,100,100,1
        large,"p,2",4,3,0.75
        """;

    @TempDir
    Path folder;

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static String scenario(String accuracy) {
        return ScenarioText.with("count: 10, accuracy: 0.3", "accuracy: " + accuracy);
    }

    private List<String> mistakes(String accuracy) {
        return ScenarioText.mistakes(folder, scenario(accuracy));
    }

    private Problems read(String accuracy) {
        return ScenarioText.read(folder, scenario(accuracy))
                .experiment()
                .world()
                .problems();
    }

    @Test
    void counts_ofFile_areTheRatesOfItsRows() throws IOException {
        write("counts.csv", COUNTS);
        Problems problems = read("{counts: {file: counts.csv}}");
        assertEquals(new Empirical(0.1, 0, 1, 0.75), problems.law());
        assertEquals(4, problems.count());
    }

    @Test
    void counts_withWhere_areThoseRows() throws IOException {
        write("counts.csv", COUNTS);
        assertEquals(
                new Empirical(1, 0.75),
                read("{counts: {file: counts.csv, where: {model: large}}}").law());
        assertEquals(
                new Empirical(0.75),
                read("{counts: {file: counts.csv, where: {n: 4, problem: 'p,2'}}}")
                        .law());
    }

    @Test
    void counts_withNamedColumns_areRead() throws IOException {
        write("counts.csv", " samples , right \n 10 , 4 \n\n 20.0 , 1e1 \r\n");
        assertEquals(
                new Empirical(0.4, 0.5),
                read("{counts: {file: counts.csv, n: samples, c: right}}").law());
    }

    @Test
    void counts_gzippedWithByteOrderMark_areRead() throws IOException {
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(folder.resolve("counts.csv.gz")))) {
            out.write("\uFEFFn,c\n8,2".getBytes(StandardCharsets.UTF_8));
        }
        assertEquals(
                new Empirical(0.25), read("{counts: {file: counts.csv.gz}}").law());
    }

    @Test
    void empirical_ofFile_isTheColumn() throws IOException {
        write("rates.csv", COUNTS);
        assertEquals(
                new Empirical(0.1, 0),
                read("{empirical: {file: rates.csv, p: share, where: {model: small}}}")
                        .law());
    }

    @Test
    void path_relative_startsAtTheScenario() throws IOException {
        Files.createDirectory(folder.resolve("data"));
        write("data/counts.csv", COUNTS);
        assertEquals(4, read("{counts: {file: data/../data/counts.csv}}").count());
        assertEquals(
                4,
                read("{counts: {file: %s}}".formatted(folder.resolve("data/counts.csv")))
                        .count());
    }

    @Test
    void digest_ofFile_followsItsRatesAndNothingElse() throws IOException {
        write("counts.csv", COUNTS);
        String text = scenario("{counts: {file: counts.csv}}");
        String before = ScenarioText.read(folder, text).digest();
        write("counts.csv", COUNTS.replace("p1", "q1"));
        assertEquals(before, ScenarioText.read(folder, text).digest());
        write("counts.csv", COUNTS.replace("10,1,", "10,2,"));
        assertNotEquals(before, ScenarioText.read(folder, text).digest());
    }

    @Test
    void explanation_ofFile_namesItsFingerprintAndReadsBack() throws IOException {
        write("counts.csv", COUNTS);
        Scenario scenario = ScenarioText.read(folder, scenario("{counts: {file: counts.csv}}"));
        String explained = new ScenarioReader(Strategies.CATALOG).explain(scenario.file(), List.of());
        assertTrue(explained.contains("count: 4\n"), explained);
        assertTrue(explained.endsWith("# counts.csv: 4 problems, digest d2e84fcc4085134f\n"), explained);
        assertEquals(scenario.digest(), ScenarioText.read(folder, explained).digest());
    }

    /** Each line of the file: the file, the values below counts, the one message. */
    @ParameterizedTest
    @CsvFileSource(resources = "bad-counts.txt", delimiter = '|', quoteCharacter = '`')
    void counts_withOneMistake_haveThatOneMessage(String csv, String values, String message) throws IOException {
        write("x.csv", csv == null ? "" : csv.replace('/', '\n') + "\n");
        assertEquals(
                List.of(message.replace("FOLDER", folder.toString())), mistakes("{counts: {%s}}".formatted(values)));
    }

    @Test
    void counts_withManyMistakes_nameTwentyAndSaySo() throws IOException {
        write("x.csv", "n,c\n" + "1,2\n".repeat(100));
        List<String> mistakes = mistakes("{counts: {file: x.csv}}");
        assertEquals(21, mistakes.size());
        assertEquals("x.csv:2: c: must be at most n, which is 1, not 2", mistakes.get(0));
        assertEquals("x.csv:21: mistakes after this line are not listed", mistakes.get(20));
    }

    @Test
    void counts_withMistakes_doNotHideThoseOfTheScenario() throws IOException {
        write("x.csv", "n,c\n1,2\n");
        List<String> mistakes = ScenarioText.mistakes(
                folder, scenario("{counts: {file: x.csv}}").replace("seed: 7", "seed: x"));
        assertEquals(
                List.of(
                        "sample.yaml:2: seed: must be a whole number between -9223372036854775808 and 9223372036854775807, not x",
                        "x.csv:2: c: must be at most n, which is 1, not 2"),
                mistakes);
    }

    @Test
    void counts_brokenFiles_areRefused() throws IOException {
        Files.write(folder.resolve("x.csv"), "n,c\n1,é\n".getBytes(StandardCharsets.ISO_8859_1));
        assertEquals(List.of("x.csv: the file must be UTF-8"), mistakes("{counts: {file: x.csv}}"));
        Files.write(folder.resolve("x.csv"), new byte[] {0x1f, (byte) 0x8b, 8, 0, 0, 0});
        assertTrue(mistakes("{counts: {file: x.csv}}").get(0).startsWith("x.csv: it cannot be read: "));
        write("x.csv", "n,c\n1,\"2\n");
        assertTrue(mistakes("{counts: {file: x.csv}}").get(0).startsWith("x.csv: it cannot be read: "));
        assertEquals(1, mistakes("{counts: {file: x.csv}}").size());
    }
}
