package overthink.scenarios.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import overthink.core.law.difficulty.DifficultyLaw;
import overthink.core.law.difficulty.Empirical;
import overthink.core.world.Problems;

/** Problems recorded in a CSV file: what is read, and what is said about a bad one. */
class CountsFileTest {

    private static final String COUNTS = """
        model,problem,n,c,share
        small,p1,10,1,0.1
        small,p2,10,0,0
        large,p3,100,100,1
        large,"p,2",4,3,0.75
        """;

    @TempDir
    Path folder;

    private static void assertShares(Empirical expected, DifficultyLaw law) {
        Empirical actual = (Empirical) law;
        assertEquals(expected.size(), actual.size());
        for (int i = 0; i < expected.size(); i++) {
            assertEquals(expected.p(i), actual.p(i), "p of number " + i);
        }
    }

    @Test
    void counts_ofTheSameShare_keepHowManyTheyAreOf() throws IOException {
        write("few.csv", "n,c\n4,3\n");
        write("many.csv", "n,c\n100,75\n");
        Empirical few = (Empirical) read("{counts: {file: few.csv}}").law();
        Empirical many = (Empirical) read("{counts: {file: many.csv}}").law();
        assertShares(few, many);
        assertEquals(4, few.n(0));
        assertEquals(100, many.n(0));
        assertNotEquals(few, many);
    }

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
        return ScenarioText.declared(ScenarioText.read(folder, scenario(accuracy))
                        .experiment()
                        .world())
                .problems();
    }

    @Test
    void counts_ofFile_areTheRatesOfItsRows() throws IOException {
        write("counts.csv", COUNTS);
        Problems problems = read("{counts: {file: counts.csv}}");
        assertShares(new Empirical(0.1, 0, 1, 0.75), problems.law());
        assertEquals(4, problems.count());
    }

    @Test
    void counts_withWhere_areThoseRows() throws IOException {
        write("counts.csv", COUNTS);
        assertShares(
                new Empirical(1, 0.75),
                read("{counts: {file: counts.csv, where: {model: large}}}").law());
        assertShares(
                new Empirical(0.75),
                read("{counts: {file: counts.csv, where: {n: 4, problem: 'p,2'}}}")
                        .law());
    }

    @Test
    void counts_withNamedColumns_areRead() throws IOException {
        write("counts.csv", " samples , right \n 10 , 4 \n\n 20.0 , 1e1 \r\n");
        assertShares(
                new Empirical(0.4, 0.5),
                read("{counts: {file: counts.csv, n: samples, c: right}}").law());
    }

    @Test
    void counts_gzippedWithByteOrderMark_areRead() throws IOException {
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(folder.resolve("counts.csv.gz")))) {
            out.write("\uFEFFn,c\n8,2".getBytes(StandardCharsets.UTF_8));
        }
        assertShares(
                new Empirical(0.25), read("{counts: {file: counts.csv.gz}}").law());
    }

    @Test
    void empirical_ofFile_isTheColumn() throws IOException {
        write("rates.csv", COUNTS);
        assertShares(
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

    @Tag("slow")
    @Test
    void counts_brokenFiles_areRefused() throws IOException {
        Path file = folder.resolve("x.csv");
        Files.write(file, "n,c\n1,é\n".getBytes(StandardCharsets.ISO_8859_1));
        assertEquals(
                List.of(
                        "x.csv:2: the file must be UTF-8; the byte 0xE9 here is not. Maybe: it is Windows-1252, where that"
                                + " byte is é; save it as UTF-8"),
                mistakes("{counts: {file: x.csv}}"));
        Files.write(file, "n,c\n1,1\n".getBytes(StandardCharsets.UTF_16));
        assertRefused("x.csv:1: the file must be UTF-8; this is UTF-16. Maybe: save it as UTF-8");
        write("x.csv", "n,c\n1,1\0\n");
        assertRefused("x.csv:1: this is not text: it has a zero byte among its first");
        write("x.csv", "n,c\n" + "1,1\n".repeat(1000) + "1,1\0\n");
        assertRefused("x.csv:1002: this is not text: it has a zero byte here");
        write("x.csv", "n\tc\n1\t1\n");
        assertEquals(List.of(), mistakes("{counts: {file: x.csv}}"), "tabs separate cells");
        write("x.csv", "\"" + "x".repeat(10_000_001));
        assertRefused("x.csv:1: the quote that opens a cell here is not closed for too long");
        write("x.csv", "x".repeat(10_000_001));
        assertRefused("x.csv:1: a row has at most 10000000 bytes");
        write("x.csv", "PK\u0003\u0004");
        assertRefused("x.csv: this archive is cut short or damaged. Maybe: copy it anew");
        write("x.csv", "n,\u001b[31mk\n1,1\n");
        assertRefused("x.csv:1: world.problems.accuracy.counts.c: there is no column c; columns are n,  [31mk");
    }

    private void assertRefused(String message) {
        assertEquals(List.of(message), mistakes("{counts: {file: x.csv}}"));
    }

    @Test
    void counts_noRegularFile_isRefusedAndNotWaitedFor() throws Exception {
        Path pipe = folder.resolve("pipe");
        assertEquals(0, new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor());
        assertEquals(
                List.of(
                        "sample.yaml:4: world.problems.accuracy.counts.file: pipe: this is a pipe or a device; a file of rows is a"
                                + " regular file"),
                mistakes("{counts: {file: pipe}}"));
        assertEquals(
                List.of("pipe: this is a pipe or a device; a scenario is a regular file"),
                ScenarioText.mistakes(folder, pipe));
        Files.createSymbolicLink(folder.resolve("dangling"), folder.resolve("nowhere"));
        assertEquals(
                List.of("sample.yaml:4: world.problems.accuracy.counts.file: dangling: this link leads to no file"),
                mistakes("{counts: {file: dangling}}"));
    }

    /** Two members, each with all that a header may have; whatever is cut off or changed, nothing is taken for the whole. */
    @Tag("slow")
    @Test
    void counts_gzippedInMembers_areReadWholeOrRefused() throws IOException {
        byte[] first = gzip("n,c\n10,1\n");
        byte[] second = gzip("10,2\n");
        ByteArrayOutputStream both = new ByteArrayOutputStream();
        both.write(first);
        both.write(
                new byte[] {0x1f, (byte) 0x8b, 8, 4 | 8 | 16 | 2, 0, 0, 0, 0, 0, 3, 2, 0, 7, 7, 'a', 0, 'b', 0, 9, 9});
        both.write(second, 10, second.length - 10);
        byte[] bytes = both.toByteArray();
        Path file = folder.resolve("x.csv");
        Files.write(file, bytes);
        assertShares(new Empirical(0.1, 0.2), read("{counts: {file: x.csv}}").law());
        Files.write(file, Arrays.copyOf(bytes, bytes.length + 512));
        assertShares(new Empirical(0.1, 0.2), read("{counts: {file: x.csv}}").law());
        for (int length = 3; length < bytes.length; length++) {
            if (length != first.length) {
                Files.write(file, Arrays.copyOf(bytes, length));
                assertRefused("x.csv: this gzip file is cut short. Maybe: copy it anew");
            }
        }
        for (int at = first.length - 8; at < bytes.length; at++) {
            byte[] changed = bytes.clone();
            changed[at] ^= 0x55;
            Files.write(file, changed);
            boolean told = at > first.length + 3
                    && at < first.length + 20; // times, names and sums of headers are not looked at
            assertTrue(told || mistakes("{counts: {file: x.csv}}").size() == 1, "byte " + at);
        }
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    @Test
    void counts_withWhere_compareNumbersAsNumbersAndTextAsText() throws IOException {
        write("x.csv", "t,on,n,c\n0.20,True,10,1\n.2,false,10,2\n2e-1,TRUE,10,3\n0.3,true,10,4\nabc,no,10,5\n");
        assertShares(new Empirical(0.1, 0.2, 0.3), law("{t: 0.2}"));
        assertShares(new Empirical(0.1, 0.2, 0.3), law("{t: 20e-2}"));
        assertShares(new Empirical(0.1), law("{t: '0.20'}"));
        assertShares(new Empirical(0.5), law("{t: abc}"));
        assertShares(new Empirical(0.1, 0.3, 0.4), law("{on: true}"));
        assertShares(new Empirical(0.3), law("{on: true, t: 0.2, n: 1e1, c: 3.0}"));
        Scenario scenario =
                ScenarioText.read(folder, scenario("{counts: {file: x.csv, where: {t: 0.20, on: 'True'}}}"));
        String explained = new ScenarioReader(Strategies.CATALOG).explain(scenario.file(), List.of());
        assertTrue(explained.contains("where: {t: 0.2, on: \"True\"}"), explained);
        assertEquals(scenario.digest(), ScenarioText.read(folder, explained).digest());
    }

    private DifficultyLaw law(String where) {
        return read("{counts: {file: x.csv, where: %s}}".formatted(where)).law();
    }

    @Test
    void counts_ofNamedProblems_areAddedUp() throws IOException {
        write("x.csv", "m,problem,n,c\nx,a,10,1\nx,b,10,5\ny,a,30,3\n");
        assertShares(
                new Empirical(0.1, 0.5),
                read("{counts: {file: x.csv, problem: problem}}").law());
        assertShares(
                new Empirical(0.1, 0.5, 0.1),
                read("{counts: {file: x.csv, problem: [problem, m]}}").law());
        assertShares(
                new Empirical(0.1, 0.5),
                read("{counts: {file: x.csv, where: {m: x}}}").law());
        write("x.csv", "problem,n,c\na,1000000000000000,1\na,1,1\n");
        assertEquals(
                List.of("x.csv:3: a problem has at most 1000000000000000 candidates, those of all its rows together"),
                mistakes("{counts: {file: x.csv, problem: problem}}"));
    }

    @Test
    void attempts_ofFile_areTheSharesOfEachProblem() throws IOException {
        write("x.csv", "problem,sample,correct\na,0,1\nb,0,False\na,1,0\na,2,True\nb,1,0.0\na,3,1.0\n");
        assertShares(new Empirical(0.75, 0), read("{attempts: {file: x.csv}}").law());
        assertShares(
                new Empirical(1, 0),
                read("{attempts: {file: x.csv, where: {sample: 0}}}").law());
        assertEquals(
                List.of("x.csv:2: sample: must be 1 or 0, true or false, not 0.5"),
                mistakesOf("problem,sample\na,0.5\n", "{attempts: {file: x.csv, correct: sample}}"));
        assertEquals(
                List.of("x.csv:3: the row must name its problem, and problem is empty"),
                mistakesOf("problem,correct\na,1\n,0\n", "{attempts: {file: x.csv, correct: correct}}"));
        assertEquals(
                List.of(
                        "x.csv:3: this file has one row an attempt, and a row here is a problem: problem a is also in line 2."
                                + " Maybe: attempts: {file: x.csv, problem: problem, correct: correct}"),
                mistakesOf("problem,correct\na,0\na,1\n", "{empirical: {file: x.csv, p: correct}}"));
    }

    private List<String> mistakesOf(String csv, String accuracy) throws IOException {
        write("x.csv", csv);
        return mistakes(accuracy);
    }

    /** Line ends of all systems, a byte order mark, quotes around anything, line ends inside of them: lines are counted. */
    @Test
    void counts_inAllLayoutsOfCsv_areRead() throws IOException {
        write("x.csv", "\uFEFF\"note\",n,c\r\n\"a\r\nb,\"\"c\"\"\" ,10, \"1\"\r\r\n\n ,20,5\rx\"y,4,1");
        assertShares(
                new Empirical(0.1, 0.25, 0.25), read("{counts: {file: x.csv}}").law());
        assertEquals(
                List.of("x.csv:4: c: must be at most n, which is 1, not 2"),
                mistakesOf("note,n,c\n\"a\nb\",1,1\n,1,2\n", "{counts: {file: x.csv}}"));
    }
}
