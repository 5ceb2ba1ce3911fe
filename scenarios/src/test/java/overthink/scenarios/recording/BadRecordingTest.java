package overthink.scenarios.recording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import overthink.core.world.Recording;
import overthink.scenarios.files.BrokenFileException;
import overthink.scenarios.recording.Mapping.MissingAnswer;
import overthink.scenarios.recording.Mapping.MissingScore;
import overthink.scenarios.recording.Mapping.MissingVerdict;
import overthink.scenarios.recording.table.Table;
import overthink.scenarios.recording.table.Tables;

/** Files that are broken, odd or cut give a clear sentence, or what they really hold. */
class BadRecordingTest {

    private static final String GOOD = """
        problem,sample,answer,correct,score,tokens
        a,0,7,1,0.9,10
        a,1,8,0,0.5,20
        b,0,1,0,0.4,40
        b,1,2,0,0.6,40
        """;

    @TempDir
    Path folder;

    private Reading text(String text) throws IOException {
        return Reading.text(folder, text);
    }

    private String mistake(String text) throws IOException {
        return text(text).mistake();
    }

    private List<String> cautions(String text) throws IOException {
        return Inspection.of(text(text).whole()).cautions();
    }

    private void assertCaution(String text, String caution) throws IOException {
        List<String> found = cautions(text);
        assertTrue(found.stream().anyMatch(one -> one.contains(caution)), found::toString);
    }

    @Test
    void unused_aScoreThatIsNoNumber_isSaidWithTheColumn() throws IOException {
        String text = GOOD.replace("0.4", "inf");
        assertEquals(
                List.of("score (inf is no number)"),
                text(text).whole().columns().unused());
    }

    @Tag("slow")
    @Test
    void files_cutAnywhere_areReadUpToThereOrRefused() throws IOException {
        byte[] packed = Reading.gzip(GOOD.repeat(20));
        byte[] archive =
                Reading.zip("samples/1.json", "{\"id\": 1, \"epoch\": 1, \"scores\": {\"m\": {\"value\": \"C\"}}}");
        byte[] lines = "{\"problem\": \"a\", \"correct\": true}\n".repeat(3).getBytes(StandardCharsets.UTF_8);
        for (byte[] whole : new byte[][] {packed, archive, lines}) {
            for (int length = 0; length < whole.length; length++) {
                Path file = Files.write(folder.resolve("cut"), Arrays.copyOf(whole, length));
                Reading reading = Reading.of(file);
                assertTrue(whole == lines || reading.recorded() == null, "cut at " + length);
                reading.mistakes().forEach(BadRecordingTest::assertPlain);
            }
        }
    }

    @Tag("slow")
    @Test
    void files_withDamagedBytes_giveNoTraceOfALibrary() throws IOException {
        byte[] archive =
                Reading.zip("samples/1.json", "{\"id\": 1, \"epoch\": 1, \"scores\": {\"m\": {\"value\": \"C\"}}}");
        byte[] document = "{\"samples\": [{\"problem\": \"a\", \"correct\": true, \"n\": [1, 2]}]}"
                .getBytes(StandardCharsets.UTF_8);
        for (byte[] whole :
                new byte[][] {archive, document, Reading.gzip(GOOD), GOOD.getBytes(StandardCharsets.UTF_8)}) {
            for (int i = 0; i < whole.length; i++) {
                byte[] mutant = whole.clone();
                mutant[i] ^= (byte) (1 << i % 8);
                Reading.of(Files.write(folder.resolve("mutant"), mutant))
                        .mistakes()
                        .forEach(BadRecordingTest::assertPlain);
            }
        }
    }

    private static void assertPlain(String mistake) {
        assertFalse(
                mistake.matches("(?s).*(Exception|jackson|java\\.|duckdb_|Unexpected|\\bcodec\\b).*"),
                "no library's words: " + mistake);
    }

    @Test
    void values_outOfTheirRange_areNamedWithTheirLine() throws IOException {
        assertEquals("3: correct: must be 1 or 0, true or false, not maybe", mistake(GOOD.replace("8,0,", "8,maybe,")));
        assertEquals("3: correct: must be 1 or 0, true or false, not 2", mistake(GOOD.replace("8,0,", "8,2,")));
        assertEquals(
                "2: score: must be a number, not 0,9. Maybe: 0.9",
                Reading.of(
                                Files.writeString(folder.resolve("file"), GOOD.replace("0.9", "\"0,9\"")),
                                new Mapping(
                                        Map.of(Role.SCORE, List.of("score")),
                                        List.of(),
                                        true,
                                        MissingAnswer.CLASS,
                                        MissingVerdict.DISCARD,
                                        MissingScore.LAST,
                                        ScoreScale.AUTO,
                                        StepScores.LAST,
                                        1))
                        .mistake());
        String counts = "problem,n,c\na,10,3\nb,10,%s\n";
        assertEquals("3: c: must be at most n, which is 10, not 11", mistake(counts.formatted("11")));
        assertEquals("3: n: must be a whole number of at least 0, not -4", mistake("problem,n,c\na,10,3\nb,-4,1\n"));
        assertEquals("2: c: must be a whole number of at least 0, not few", mistake("problem,n,c\na,10,few\n"));
        assertEquals(
                "0: problem 'b' has no candidate. Maybe: without its row", mistake("problem,n,c\na,10,3\nb,0,0\n"));
        assertEquals(
                "3: : there are 3 cells, and the header has 6, not . Maybe: the file is cut short, or a cell without a value"
                        + " lacks its separator",
                mistake(GOOD.substring(0, GOOD.indexOf("a,1,8") + 5)));
    }

    @Test
    void counts_statedAndNegative_areRefused() throws IOException {
        Mapping stated = new Mapping(
                Map.of(Role.N, List.of("total"), Role.C, List.of("good")),
                List.of(),
                true,
                MissingAnswer.CLASS,
                MissingVerdict.DISCARD,
                MissingScore.LAST,
                ScoreScale.AUTO,
                StepScores.LAST,
                1);
        Path file = Files.writeString(folder.resolve("file"), "problem,total,good\na,-4,1\nb,x,1\nc,3,1\n");
        assertEquals(
                List.of(
                        "2: total: must be a whole number of at least 0, not -4",
                        "3: total: must be a whole number of at least 0, not x"),
                Reading.of(file, stated).mistakes());
    }

    /** Rows without a name would otherwise be one problem together. */
    @Test
    void problems_withoutAName_areRefused() throws IOException {
        String mistake = "problem: must name the problem, not nothing";
        assertEquals(
                List.of("2: " + mistake, "4: " + mistake),
                text("problem,correct\n,1\na,0\n ,0\n").mistakes());
        assertEquals("3: " + mistake, mistake("problem,n,c\na,5,1\n,5,2\n"));
        assertEquals("2: c: must be a whole number of at least 0, not nothing", mistake("problem,n,c\na,5,\n"));
        assertEquals("1: " + mistake, mistake("[{\"problem\": null, \"correct\": true}]"));
    }

    @Test
    void counts_ofOneProblemInSeveralRows_areSaidToBeAddedUp() throws IOException {
        String one = "1 row names the same problem as another: their counts are added up";
        assertEquals(
                List.of(one),
                text("problem,n,c\na,5,1\na,5,2\n").whole().tally().remarks());
        String two = "2 rows name the same problem as another: their counts are added up";
        assertEquals(
                List.of(two),
                text("problem,n,c\na,5,1\na,5,2\na,5,2\n").whole().tally().remarks());
    }

    @Test
    void mistakes_inEveryRow_areListedTwentyTimes() throws IOException {
        Reading reading = text("problem,correct\n" + "a,maybe\n".repeat(5000));
        assertEquals(21, reading.mistakes().size());
        assertTrue(reading.mistakes().get(20).contains("mistakes after this line are not listed"));
    }

    @Test
    void columns_missing_areSaidWithThoseThereAre() throws IOException {
        assertTrue(
                mistake("x,correct\n1,0\n").startsWith("1: no column looks like the name of a problem; columns are x"));
        assertTrue(mistake("problem,x\na,1\n").contains("no column says whether a candidate is correct"));
        assertEquals("1: there is nothing in it", mistake(""));
        assertEquals("1: there are no rows below the header", mistake("problem,correct\n"));
        assertEquals("1: there is nothing in it", mistake("[]"));
    }

    @Test
    void problems_oneOrAllAlike_areCautionedOf() throws IOException {
        assertCaution("problem,correct\na,1\na,0\n", "There is one problem");
        assertCaution("problem,correct\na,0\na,0\nb,0\nb,0\n", "No candidate is right");
        assertCaution("problem,correct\na,1\na,1\nb,1\nb,1\n", "Every candidate is right");
        assertCaution("problem,correct\na,1\nb,0\nc,0\n", "Each problem has one candidate");
        assertCaution("problem,correct\na,1\na,1\nb,1\n", "Problems have 1 to 2 candidates");
    }

    @Test
    void rows_recordedTwice_countOnceWhereSamplesHaveNumbers() throws IOException {
        Reading numbered = text(GOOD + "a,1,8,0,0.5,20\n");
        assertEquals(1, numbered.whole().tally().twice());
        assertEquals(2, numbered.recording().candidates(0));
        assertCaution(GOOD + "a,1,8,0,0.5,20\n", "1 rows stand there twice");
        Reading plain = text("problem,correct\na,1\na,1\nb,0\nb,1\n");
        assertEquals(1, plain.whole().tally().alike());
        assertEquals(2, plain.recording().candidates(0), "two samples may agree");
    }

    @Test
    void head_ofASortedFile_isSeen() throws IOException {
        StringBuilder file = new StringBuilder("problem,correct\n");
        for (String problem : List.of("a", "b", "c", "d")) {
            file.append((problem + ",1\n").repeat(5));
        }
        file.append("e,0\ne,1\n");
        assertCaution(file.toString(), "The file's last problem has 3 candidates fewer than each of the others");
    }

    @Test
    void answers_rightAndWrong_areCautionedOf() throws IOException {
        assertCaution(
                "problem,answer,correct\na,7,1\na,7,0\nb,1,0\nb,2,1\n", "1 answers are right in one row and wrong");
    }

    @Test
    void decimalCommas_whereNothingElseMeansThem_areRead() throws IOException {
        Recording dots = text(GOOD).recording();
        assertEquals(dots, text(GOOD.replace(',', ';').replace('.', ',')).recording());
        assertEquals(dots, text(GOOD.replace(',', '\t')).recording());
        assertEquals(dots, text("\ufeff" + GOOD.replace("\n", "\r\n")).recording());
        assertEquals(
                dots,
                Reading.of(Files.write(folder.resolve("packed"), Reading.gzip(GOOD)))
                        .recording());
    }

    @Test
    void file_thatGrowsWhileItIsRead_isRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), GOOD);
        try (Table table = Tables.open(file, null)) {
            Files.writeString(file, "c,0,1,0,0.4,40\n", StandardOpenOption.APPEND);
            List<String> said = new ArrayList<>();
            try {
                new RecordingReader(
                                table,
                                Mapping.GUESSED,
                                (line, column, value, rule, hint) -> said.add(rule),
                                share -> {})
                        .read();
            } catch (BrokenFileException e) {
                said.add(e.getMessage());
            }
            assertEquals(List.of("the file changed while it was read"), said);
        }
    }

    @Test
    void names_thatAreHostile_areNames() throws IOException {
        String name = "score'); DROP TABLE x; --";
        Recording recording = text("problem,correct,\"%s\"\n\"a\"\" \u001b[31m\",1,.5\n\"'; --\",0,.25\n"
                        .formatted(name))
                .recording();
        assertEquals(List.of(name), recording.scoreNames());
        assertEquals("'; --", recording.name(1));
        Recording json = text("{\"problem\": \"a\", \"correct\": true, \"%s\": 0.5}\n".formatted(name))
                .recording();
        assertEquals(List.of(name), json.scoreNames());
    }

    @Test
    void candidates_withSomethingMissing_areWhatTheMappingSays() throws IOException {
        String file = "problem,answer,correct,score\na,,1,0.5\na,7,,0.25\na,7,0,\nb,1,1,1\n";
        Path path = Files.writeString(folder.resolve("file"), file);
        Recording kept = Reading.of(path, mapping(MissingAnswer.CLASS, MissingVerdict.WRONG, MissingScore.LAST))
                .recording();
        assertEquals(3, kept.candidates(0));
        assertEquals(Recording.NO_ANSWER, kept.answer(0, 0));
        assertEquals(true, kept.correct(0, 0));
        assertEquals(false, kept.correct(0, 1));
        assertEquals(Recording.NO_SCORE, kept.score(0, 0, 2));
        Recording wrong = Reading.of(path, mapping(MissingAnswer.WRONG, MissingVerdict.DISCARD, MissingScore.LAST))
                .recording();
        assertEquals(2, wrong.candidates(0));
        assertEquals(false, wrong.correct(0, 0));
        assertEquals(0, wrong.answer(0, 0));
        Recording least = Reading.of(path, mapping(MissingAnswer.DISCARD, MissingVerdict.WRONG, MissingScore.DISCARD))
                .recording();
        assertEquals(1, least.candidates(0));
        assertEquals(
                "3: correct: must be 1 or 0, true or false, not nothing",
                Reading.of(path, mapping(MissingAnswer.CLASS, MissingVerdict.REFUSE, MissingScore.LAST))
                        .mistake());
    }

    private static Mapping mapping(MissingAnswer answer, MissingVerdict verdict, MissingScore score) {
        return new Mapping(Map.of(), List.of(), true, answer, verdict, score, ScoreScale.AUTO, StepScores.LAST, 1);
    }
}
