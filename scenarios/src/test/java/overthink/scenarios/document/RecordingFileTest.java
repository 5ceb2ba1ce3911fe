package overthink.scenarios.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import overthink.core.estimate.Row;
import overthink.core.exact.replay.BestOfReplay;
import overthink.core.exact.replay.CoverageReplay;
import overthink.core.exact.replay.MajorityReplay;
import overthink.core.experiment.Experiment;
import overthink.core.experiment.Progress;
import overthink.core.model.RecordedWorld;
import overthink.core.run.Simulator;
import overthink.core.world.Recording;
import overthink.scenarios.plugins.StrategyCatalog;

/** Recorded worlds: what is read from a file of candidates, what is said about a bad one, and what strategies get of it. */
class RecordingFileTest {

    private static final String SAMPLES = """
        uid,answer,ok,value,len
        a,7,1,3,10
        a,8,0,1,20
        a,,0,,30
        b,9,false,2,40
        b,9,0,5,50
        b,6,true,5,60
        """;

    private static final String SCENARIO = """
        name: sample
        seed: 3
        world:
          recording: {file: samples.csv, problem: uid, correct: ok, answer: answer, score: value, tokens: len}
        budgets: {values: [1, 2, 3]}
        strategies: [single, best-of-n, majority-vote]
        trials: {count: 400}
        """;

    private static final StrategyCatalog SHIPPED = StrategyCatalog.load(List.of());

    @TempDir
    Path folder;

    private static Scenario scenario(Path folder, String text) {
        return new ScenarioReader(SHIPPED).read(ScenarioText.write(folder, text), List.of());
    }

    private Recording read(String scenario) throws IOException {
        Files.writeString(folder.resolve("samples.csv"), SAMPLES);
        return ((RecordedWorld) scenario(folder, scenario).experiment().world()).recording();
    }

    private List<String> mistakes(String samples, String scenario) throws IOException {
        Files.writeString(folder.resolve("samples.csv"), samples);
        try {
            scenario(folder, scenario);
            return List.of();
        } catch (InvalidScenarioException e) {
            return e.diagnostics().stream().map(Object::toString).toList();
        }
    }

    @Test
    void file_ofCandidates_isReadAsItStands() throws IOException {
        Recording recording = read(SCENARIO);
        assertEquals(2, recording.size());
        assertEquals("b", recording.name(1));
        assertEquals(3, recording.candidates(0));
        assertEquals(1, recording.correct(1));
        assertEquals(0, recording.answer(1, 0));
        assertEquals(0, recording.answer(1, 1));
        assertEquals(1, recording.answer(1, 2));
        assertEquals(Recording.NO_ANSWER, recording.answer(0, 2));
        assertEquals(Recording.NO_SCORE, recording.score(0, 0, 2));
        assertEquals(Math.log(0.6 / 0.4), recording.score(0, 0, 0), 1e-12, "3 of the greatest, 5");
        assertEquals(40, recording.score(0, 1, 1), "the greatest");
        assertEquals(60, recording.tokens(1, 2));
    }

    @Test
    void scores_asTheyAreNamed_becomeLogOdds() throws IOException {
        assertEquals(
                3,
                read(SCENARIO.replace("score: value", "score: value, scores: log-odds"))
                        .score(0, 0, 0));
        assertTrue(mistakes(SAMPLES, SCENARIO.replace("score: value", "score: value, scores: probabilities"))
                .get(0)
                .contains("must be between 0 and 1, as scores are probabilities"));
    }

    @Test
    void candidates_withSomethingMissing_areWhatTheScenarioSays() throws IOException {
        String two = SCENARIO.replace("[1, 2, 3]", "[1, 2]");
        assertEquals(2, read(two.replace("len}", "len, missing: discard}")).candidates(0));
        Recording wrong = read(two.replace("len}", "len, missing: wrong}"));
        assertEquals(2, wrong.answer(0, 2), "an answer of its own");
        assertEquals(
                2, read(two.replace("len}", "len, missing-score: discard}")).candidates(0));
        String unjudged = SAMPLES.replace("a,8,0", "a,8,");
        assertTrue(mistakes(unjudged, SCENARIO).get(0).contains("samples.csv:3"));
        assertEquals(List.of(), mistakes(unjudged, SCENARIO.replace("len}", "len, missing-correct: wrong}")));
    }

    @Test
    void scores_inSeveralColumns_areCallsOfOneVerifier() throws IOException {
        Recording recording = read(SCENARIO.replace("score: value", "score: [value, len]"));
        assertEquals(2, recording.calls());
        assertEquals(40, recording.score(1, 1, 2), "the greatest");
    }

    @Test
    void file_inAnotherFormat_isTheSameWorld() throws IOException {
        Recording csv = read(SCENARIO);
        StringBuilder lines = new StringBuilder();
        List<String> rows = SAMPLES.lines().toList();
        for (String row : rows.subList(1, rows.size())) {
            String[] cells = row.split(",", -1);
            lines.append("{\"uid\": \"%s\", \"answer\": \"%s\", \"ok\": %s, \"value\": %s, \"len\": %s}\n"
                    .formatted(cells[0], cells[1], cells[2], cells[3].isEmpty() ? "null" : cells[3], cells[4]));
        }
        assertEquals(List.of(), mistakes(lines.toString(), SCENARIO));
        assertEquals(
                csv, ((RecordedWorld) scenario(folder, SCENARIO).experiment().world()).recording());
    }

    @Test
    void explanation_readAgain_isTheSameWorld() throws IOException {
        Files.writeString(folder.resolve("samples.csv"), SAMPLES);
        Scenario scenario = scenario(folder, SCENARIO);
        Path file = folder.resolve("sample.yaml");
        String explained = new ScenarioReader(SHIPPED).explain(file, List.of());
        assertEquals(
                scenario.experiment().world(),
                scenario(folder, explained).experiment().world());
    }

    @Test
    void digest_ofAScenario_changesWithWhatItsFileHolds() throws IOException {
        Files.writeString(folder.resolve("samples.csv"), SAMPLES);
        String digest = scenario(folder, SCENARIO).digest();
        for (String other : List.of(
                SAMPLES.replace("a,8,0", "a,8,1"),
                SAMPLES.replace("b,9,0,5,50", "b,9,0,4,50"),
                SAMPLES.replace(",60", ",61"),
                SAMPLES.replace("a,8,", "a,7,"),
                SAMPLES.replace("b,", "c,"))) {
            Files.writeString(folder.resolve("samples.csv"), other);
            assertNotEquals(digest, scenario(folder, SCENARIO).digest(), other);
        }
        Files.writeString(folder.resolve("samples.csv"), SAMPLES);
        assertEquals(digest, scenario(folder, SCENARIO).digest());
    }

    @Test
    void mistakes_areNamedWithTheirPlace() throws IOException {
        assertTrue(mistakes(SAMPLES.replace("b,6,true", "b,6,yes"), SCENARIO)
                .get(0)
                .contains("must be 1 or 0, true or false"));
        assertTrue(mistakes(SAMPLES.replace(",5,60", ",x,60"), SCENARIO).get(0).contains("samples.csv:7"));
        assertTrue(mistakes(SAMPLES.replace(",60", ",-1"), SCENARIO).get(0).contains("samples.csv:7"));
        assertTrue(mistakes(SAMPLES, SCENARIO.replace("score: value", "score: none"))
                .get(0)
                .contains("none"));
        assertTrue(mistakes(SAMPLES, SCENARIO.replace("len}", "len, at-least: 9}"))
                .get(0)
                .contains("no problem has 9 candidates; the most that one has is 3"));
        assertTrue(mistakes(SAMPLES, SCENARIO.replace("[1, 2, 3]", "[1, 4]"))
                .get(0)
                .contains("asks for more candidates than the 3 that every problem has"));
        assertTrue(mistakes(SAMPLES, SCENARIO.replace("answer: answer, ", ""))
                .get(0)
                .contains("majority-vote needs final answers, which the recording lacks"));
        assertTrue(mistakes(SAMPLES, SCENARIO.replace("majority-vote", "beam-search"))
                .get(0)
                .contains("solutions generated step by step, which the recording lacks"));
        assertTrue(mistakes(SAMPLES, SCENARIO.replace("majority-vote", "first-accepted"))
                .get(0)
                .contains("are not verdicts of two values"));
    }

    /** The rows of a real recording, by strategy and budget. */
    private static List<Row> rows(Path folder, Path file, String keys, String strategies, String budgets)
            throws IOException {
        String scenario = """
            name: recorded
            seed: 11
            world:
              recording: {file: "%s", %s}
            budgets: {values: %s}
            strategies: %s
            trials: {count: 100}
            """.formatted(file, keys, budgets, strategies);
        Experiment experiment = scenario(folder, scenario).experiment();
        return Simulator.run(experiment, 2, Progress.SILENT).rows();
    }

    private static Row row(List<Row> rows, String strategy, double budget) {
        return rows.stream()
                .filter(row -> row.strategy().equals(strategy) && row.budget() == budget)
                .findFirst()
                .orElseThrow();
    }

    private static void matches(double expected, Row row) {
        // 4.9 standard errors leave a chance of 1e-6 for each of ten comparisons; ties at all candidates leave some
        assertEquals(
                expected, row.accuracy(), 4.9 * Math.max(row.stdError(), 1e-6), row.strategy() + " at " + row.budget());
    }

    /** CodeGen-16B on HumanEval: 100 programs for each of 164 problems, scored by generated tests. */
    @Tag("slow")
    @Test
    void codeRecording_replayed_givesWhatTheFileGives() throws IOException {
        Path file = shared("data/codet-humaneval/samples.csv.gz");
        List<Row> rows = rows(
                folder,
                file,
                "score: gen_tests_passed, answer: behaviour_cluster",
                "[single, best-of-n, majority-vote, repeated-verification]",
                "[1, 5, 100]");
        Recording recording = ((RecordedWorld) scenario(folder, Files.readString(folder.resolve("sample.yaml")))
                        .experiment()
                        .world())
                .recording();
        for (int k : new int[] {1, 5, 100}) {
            double sum = 0;
            for (int problem = 0; problem < recording.size(); problem++) {
                double[] scores = new double[recording.candidates(problem)];
                boolean[] correct = new boolean[scores.length];
                for (int i = 0; i < scores.length; i++) {
                    scores[i] = recording.score(0, problem, i);
                    correct[i] = recording.correct(problem, i);
                }
                sum += new BestOfReplay(scores, correct).accuracy(k);
            }
            double expected = sum / recording.size();
            assertEquals(k == 1 ? 0.221097561 : k == 5 ? 0.303803307 : 0.216477599, expected, 1e-9, "as published");
            matches(expected, row(rows, "best-of-n", k));
            matches(expected, row(rows, "repeated-verification", k));
        }
        double coverage = 0;
        for (int problem = 0; problem < recording.size(); problem++) {
            coverage += CoverageReplay.some(100, recording.correct(problem), 100) / recording.size();
        }
        assertEquals(coverage, row(rows, "best-of-n", 100).coverage(), 1e-12, "all candidates: no chance is left");
    }

    /** Llama-3.1-8B on MATH-500: 44 answers to each of 100 problems in five runs, some of which gave no answer. */
    @Tag("slow")
    @Test
    void mathRecording_replayed_givesWhatTheFileGives() throws IOException {
        Path file = shared("data/llama8b-math500/samples.csv.gz");
        Path runs = folder.resolve("runs.csv");
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            List<String> lines = reader.lines().collect(Collectors.toCollection(ArrayList::new));
            lines.removeIf(line -> !line.startsWith("run,") && !line.contains("bon"));
            Files.write(runs, lines);
        }
        List<Row> rows = rows(
                folder,
                runs,
                "problem: uid, answer: answer, tokens: tokens, at-least: 44",
                "[majority-vote, early-stopping-vote]",
                "[1, 4, 16, 44]");
        double[] published = {.434772727, .513884981, .598344070, .620270270};
        double[] coverage = {.434772727, .638203107, .793345895, .89};
        Recording recording = ((RecordedWorld) scenario(folder, Files.readString(folder.resolve("sample.yaml")))
                        .experiment()
                        .world())
                .recording();
        int[] budgets = {1, 4, 16, 44};
        for (int b = 0; b < budgets.length; b++) {
            double sum = 0;
            double some = 0;
            for (int problem = 0; problem < recording.size(); problem++) {
                int[] votes = new int[recording.classes(problem)];
                boolean[] right = new boolean[votes.length];
                int unanswered = 0;
                for (int i = 0; i < recording.candidates(problem); i++) {
                    int answer = recording.answer(problem, i);
                    if (answer == Recording.NO_ANSWER) {
                        unanswered++;
                    } else {
                        votes[answer]++;
                        right[answer] |= recording.correct(problem, i);
                    }
                }
                List<Integer> good = new ArrayList<>();
                List<Integer> bad = new ArrayList<>();
                for (int answer = 0; answer < votes.length; answer++) {
                    (right[answer] ? good : bad).add(votes[answer]);
                }
                sum += new MajorityReplay(
                                good.stream().mapToInt(Integer::intValue).toArray(),
                                bad.stream().mapToInt(Integer::intValue).toArray(),
                                unanswered)
                        .accuracy(budgets[b]);
                some += CoverageReplay.some(44, recording.correct(problem), budgets[b]);
            }
            assertEquals(published[b], sum / recording.size(), 1e-8, "as published");
            assertEquals(coverage[b], some / recording.size(), 1e-8, "as published");
            matches(published[b], row(rows, "majority-vote", budgets[b]));
        }
        assertEquals(.89, row(rows, "majority-vote", 44).coverage(), 1e-12, "all candidates: no chance is left");
    }

    private static Path shared(String name) {
        String shared = System.getProperty("overthink.shared", "");
        Path file = Path.of(shared.isEmpty() ? "." : shared).resolve(name).toAbsolutePath();
        assumeTrue(!shared.isEmpty() && Files.exists(file), "the recordings are not here");
        return file;
    }
}
