package overthink.scenarios.recording;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import overthink.core.world.Recording;

/** Logs of harnesses, in small made-up files of their shape, are read without a word about their columns. */
class KnownLogsTest {

    @TempDir
    Path folder;

    private Reading text(String text) throws IOException {
        return Reading.text(folder, text);
    }

    @Test
    void humanEval_results_areCandidatesWithoutAnswers() throws IOException {
        Reading reading = text("""
            {"task_id": "HumanEval/0", "completion": "    return 1", "result": "passed", "passed": true}
            {"task_id": "HumanEval/0", "completion": "    return 2", "result": "failed: ", "passed": false}
            {"task_id": "HumanEval/1", "completion": "    while 1: pass", "result": "timed out", "passed": false}
            {"task_id": "HumanEval/1", "completion": "    return 4", "result": "failed: x", "passed": false}
            """);
        Recording recording = reading.recording();
        assertEquals("HumanEval results, JSON lines", reading.whole().format());
        assertEquals(List.of("HumanEval/0", "HumanEval/1"), List.of(recording.name(0), recording.name(1)));
        assertEquals(1, recording.correct(0));
        assertEquals(0, recording.correct(1));
        assertEquals(false, recording.hasAnswers());
        assertEquals(1, reading.whole().tally().cut(), "timed out");
    }

    @Test
    void lmEval_oneResponse_hasTheVerdictOfTheHarness() throws IOException {
        String row = """
            {"doc_id": %d, "doc": {"question": "q"}, "target": "%s", "arguments": {}, "resps": [["so %s"]],\
             "filtered_resps": ["%s"], "filter": "%s", "metrics": ["exact_match"], "exact_match": %s}
            """;
        String file = row.formatted(0, "7", "7", "7", "strict-match", "1.0")
                + row.formatted(1, "8", "9", "[invalid]", "strict-match", "0.0");
        Recording recording = text(file).recording();
        assertEquals(2, recording.size());
        assertEquals(1, recording.correct(0));
        assertEquals(Recording.NO_ANSWER, recording.answer(1, 0));
        String again = file + row.formatted(0, "7", "7", "7", "flexible-extract", "1.0");
        assertTrue(
                text(again)
                        .mistake()
                        .contains("column filter has 2 values in the rows of one problem, and a recording is of one:"
                                + " strict-match, flexible-extract"),
                "filters are not samples");
    }

    @Test
    void lmEval_repeats_areCandidatesOrCounts() throws IOException {
        Recording recording = text("""
                {"doc_id": 3, "target": "18", "resps": [["a", "b", "c"]], "filtered_resps": [["18", "17", "18"]], "exact_match": 1.0}
                {"doc_id": 4, "target": "5", "resps": [["a", "b", "c"]], "filtered_resps": [["6", "[invalid]", "5"]], "exact_match": 0.0}
                """).recording();
        assertEquals(2, recording.correct(0));
        assertEquals(1, recording.correct(1));
        assertEquals(recording.answer(0, 0), recording.answer(0, 2));
        assertEquals(Recording.NO_ANSWER, recording.answer(1, 1));
        RecordedCounts counts = text("""
                {"doc_id": 0, "target": "t", "resps": [["a", "b", "c", "d"]], "filtered_resps": [["a", "b", "c", "d"]], "pass@1": 0.25}
                {"doc_id": 1, "target": "t", "resps": [["a", "b", "c", "d"]], "filtered_resps": [["a", "b", "c", "d"]], "pass@1": 1.0}
                """).counts();
        assertArrayEquals(new long[] {4, 4}, counts.n());
        assertArrayEquals(new long[] {1, 4}, counts.c());
        assertTrue(text("""
                {"doc_id": 3, "target": "18", "resps": [["a", "b"]], "filtered_resps": [["18.0", "17"]], "exact_match": 1.0}
                """).mistake().contains("which comparing the first response with the target does not give"));
    }

    private static final String SAMPLE = """
        {"id": "%s", "epoch": %d, "input": "q", "messages": [{"role": "user"}], "target": "x",
         "output": {"model": "m", "choices": [{"message": {"content": "y"}, "stop_reason": "%s"}]},
         "scores": {"match": {"value": "%s", "answer": "%s"}, "judge": {"value": 0.5}},
         "model_usage": {"m": {"input_tokens": 5, "output_tokens": %d, "total_tokens": 40}}}
        """;

    @Test
    void inspect_archiveAndDocument_giveTheSame() throws IOException {
        String first = SAMPLE.formatted("a", 1, "stop", "C", "x", 30);
        String second = SAMPLE.formatted("a", 2, "max_tokens", "I", "", 99);
        Path archive = Files.write(
                folder.resolve("log.eval"),
                Reading.zip(
                        "header.json",
                        "{}",
                        "samples/a_epoch_1.json",
                        first,
                        "samples/a_epoch_2.json",
                        second,
                        "summaries.json",
                        "[]"));
        Reading reading = Reading.of(archive);
        Recording recording = reading.recording();
        assertEquals("Inspect samples, Inspect log", reading.whole().format());
        assertEquals(1, recording.size());
        assertEquals(2, recording.candidates(0));
        assertEquals(1, recording.correct(0));
        assertEquals(99, recording.tokens(0, 1));
        assertEquals(1, reading.whole().tally().missingAnswers());
        assertEquals(1, reading.whole().tally().cut());
        assertEquals(List.of("score_judge"), recording.scoreNames());
        Reading document = text("{\"eval\": {\"task\": \"t\"}, \"samples\": [%s, %s]}".formatted(first, second));
        assertEquals(recording, document.recording());
    }

    @Test
    void inspect_sampleTable_isReadByItsColumns() throws IOException {
        Reading reading = text("""
            sample_id,eval_id,id,epoch,input,target,score_match,total_tokens,error,limit
            u1,e,q1,1,how,x,C,40,,
            u2,e,q1,2,how,x,I,50,,token
            u3,e,q2,1,why,y,N,60,,
            """);
        Recording recording = reading.recording();
        assertEquals(List.of("id"), reading.whole().columns().names(Role.PROBLEM));
        assertEquals(2, recording.size());
        assertEquals(1, recording.correct(0));
        assertEquals(0, recording.correct(1));
        assertEquals(1, reading.whole().tally().cut());
    }

    @Test
    void promptfoo_document_groupsRepetitionsByTheirVariables() throws IOException {
        String result = """
            {"promptIdx": 0, "testIdx": %d, "testCase": {"vars": {"topic": "%s"}}, "provider": {"id": "openai:gpt"},
             "vars": {"topic": "%s"}, "response": {"output": "out %s", "tokenUsage": {"total": 20, "completion": %d}},
             "success": %s, "score": 1, "failureReason": %d}""";
        Reading reading = text("{\"evalId\": \"e\", \"results\": {\"version\": 3, \"prompts\": [{}], \"results\": ["
                + String.join(
                        ", ",
                        result.formatted(0, "a", "a", "1", 5, "true", 0),
                        result.formatted(1, "b", "b", "1", 6, "false", 1),
                        result.formatted(2, "a", "a", "2", 7, "false", 1),
                        result.formatted(3, "b", "b", "2", 8, "false", 2))
                + "]}}");
        Recording recording = reading.recording();
        assertEquals(List.of("a", "b"), List.of(recording.name(0), recording.name(1)));
        assertEquals(2, recording.candidates(0));
        assertEquals(1, recording.candidates(1), "an error is no verdict");
        assertEquals(1, reading.whole().tally().missingVerdicts());
        assertEquals(7, recording.tokens(0, 1));
    }

    @Test
    void summaries_ofPassedTests_areCounts() throws IOException {
        Reading reading = text("problem,total_generations,passed_tests\np1,20,3\np2,20,0\np3,10,10\n");
        assertArrayEquals(new long[] {20, 20, 10}, reading.counts().n());
        assertArrayEquals(new long[] {3, 0, 10}, reading.counts().c());
    }

    @Test
    void attempts_oneARow_areCandidates() throws IOException {
        Recording recording = text("task,attempt,success\nt1,1,True\nt1,2,False\nt2,1,False\nt2,2,False\n")
                .recording();
        assertEquals(2, recording.size());
        assertEquals(1, recording.correct(0));
    }

    @Test
    void lists_ofVerdicts_areCandidates() throws IOException {
        Recording recording = text("""
                {"question": "q1", "samples": ["a", "b", "a"], "is_corrects": [true, false, true], "gt_answer": "a"}
                {"question": "q2", "samples": ["c", "d", "e"], "is_corrects": [false, false, false], "gt_answer": "f"}
                """).recording();
        assertEquals(3, recording.candidates(1));
        assertEquals(2, recording.correct(0));
    }

    @Test
    void stepScores_asListsOfNumbers_areKept() throws IOException {
        Recording recording =
                text("problem;correct;prm_step_scores\na;1;0,5 0,25 1\na;0;\n").recording();
        assertArrayEquals(new double[] {.5, .25, 1}, recording.stepScores(0, 0));
        assertArrayEquals(new double[0], recording.stepScores(0, 1));
    }
}
