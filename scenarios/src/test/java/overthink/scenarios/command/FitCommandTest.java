package overthink.scenarios.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import overthink.scenarios.command.process.ExitCode;

/** What {@code fit} writes and says. */
class FitCommandTest {

    @TempDir
    Path folder;

    /** Thirty problems of eight candidates: easier ones first, wrong answers that sometimes agree, scores that help. */
    private Path recording() throws IOException {
        StringBuilder text = new StringBuilder("problem,correct,answer,score,tokens\n");
        for (int problem = 0; problem < 30; problem++) {
            for (int i = 0; i < 8; i++) {
                boolean right = i * 4 < 30 - problem;
                String answer = right ? "yes" : i % 5 == 0 ? "" : "no " + i % 3;
                double score = 0.2 + 0.05 * ((problem * 7 + i * 3) % 8) + (right ? 0.25 : 0);
                text.append("p%d,%d,%s,%.3f,%d%n".formatted(problem, right ? 1 : 0, answer, score, 100 + 10 * i));
            }
        }
        return Files.writeString(folder.resolve("samples.csv"), text.toString().replace("\r", ""));
    }

    private List<String> files() throws IOException {
        try (var found = Files.list(folder)) {
            return found.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }

    @Tag("slow")
    @Test
    void fit_ofARecording_writesAScenarioThatRuns() throws IOException {
        Path out = folder.resolve("mine.yaml");
        Ran ran =
                Ran.command("fit", recording().toString(), "-o", out.toString()).assertDone();
        assertTrue(ran.out().contains("verdict: "), ran.out());
        assertTrue(ran.out().contains("best-of-n"), ran.out());
        String text = Files.readString(out);
        assertTrue(
                text.startsWith("# A world fitted to samples.csv: 30 problems with 8 candidates each, digest "), text);
        assertTrue(text.contains("\n# Verdict: "), text);
        assertTrue(text.contains("# ± "), text);
        assertTrue(text.contains("no-answer: {beta:"), text);
        assertTrue(text.contains("tokens-per-step: {log-normal: {median: "), text);
        List<String> rows = Files.readAllLines(folder.resolve("mine.posterior.csv"));
        assertEquals(401, rows.size());
        assertEquals(
                "draw,family,first,second,atom,no_answer_alpha,no_answer_beta,discount,concentration,d,spread",
                rows.get(0));
        assertEquals(ExitCode.DONE, Ran.command("validate", out.toString()).code());
        Ran.command("validate", "--explain", out.toString()).assertDone();
        Ran run =
                Ran.command("run", "--set", "trials={count: 5}", out.toString()).assertDone();
        assertTrue(run.out().contains("weighted-vote"), run.out());
    }

    @Tag("slow")
    @Test
    void fit_again_isTheSameToTheByte_andNeverWritesOverSilently() throws IOException {
        Path out = folder.resolve("mine.yaml");
        String file = recording().toString();
        Ran.command("fit", file, "-o", out.toString()).assertDone();
        String first = Files.readString(out);
        Ran.command("fit", file, "-o", out.toString())
                .assertRefused(
                        "mine.yaml is there already. Give another name, or --force.", "mine.posterior.csv is there");
        assertEquals(first, Files.readString(out));
        Ran.command("fit", file, "-o", out.toString(), "--force").assertDone();
        assertEquals(first, Files.readString(out));
        Ran.command("fit", file, "-o", out.toString(), "--force", "--seed", "7").assertDone();
        assertFalse(first.equals(Files.readString(out)));
    }

    @Tag("slow")
    @Test
    void fit_withoutOut_writesNothing() throws IOException {
        Ran.command("fit", recording().toString()).assertDone();
        assertEquals(List.of("samples.csv"), files());
    }

    @Test
    void fit_ofCounts_hasDifficultyAlone() throws IOException {
        Path counts = Files.writeString(
                folder.resolve("counts.csv"),
                "problem,n,c\n" + "a,20,3\nb,20,0\nc,20,20\nd,20,11\ne,20,1\nf,20,0\ng,20,7\nh,20,15\n");
        Path out = folder.resolve("world.yaml");
        Ran ran = Ran.command("fit", counts.toString(), "-o", out.toString()).assertDone();
        assertTrue(ran.out().contains("never compared: majority-vote"), ran.out());
        assertFalse(Files.readString(out).contains("verifier:"));
        Ran.command("validate", out.toString()).assertDone();
    }

    @Test
    void fit_ofWhatCannotBe_isRefusedAndNothingIsWritten() throws IOException {
        String file = recording().toString();
        Ran.command("fit", folder.resolve("none.csv").toString()).assertRefused("there is no such file");
        Ran.command("fit", file, "-o", folder.resolve("mine.csv").toString())
                .assertRefused("--out: the scenario's name must end with .yaml, and 'mine.csv' does not");
        Ran.command("fit", file, "-o", folder.resolve("no/mine.yaml").toString())
                .assertRefused("--out: there is no folder");
        Ran.command("fit", file, "--tail-exponent", "1").assertRefused("--tail-exponent must be a median and a spread");
        Ran.command("fit", file, "--tail-exponent", "0,1").assertRefused("tail exponent: median must be");
        Ran.command("fit", file, "--score", "sccore").assertRefused("sccore");
        Path broken = Files.writeString(folder.resolve("broken.csv"), "problem,correct\na,1\na,maybe\n");
        Ran.command("fit", broken.toString(), "-o", folder.resolve("mine.yaml").toString())
                .assertRefused("maybe");
        assertEquals(List.of("broken.csv", "samples.csv"), files());
    }

    /** The document has what the table says, and a page of it shows both curves; a hostile file name stays text. */
    @Test
    @Tag("slow")
    void fit_asJson_isAPageOfTheRecordingAgainstItsWorld() throws IOException {
        String file = Files.move(recording(), folder.resolve("<img src=x>.csv")).toString();
        Path json = folder.resolve("fitted.json");
        String document =
                Ran.command("fit", file, "--format", "json").assertDone().out();
        Files.writeString(json, document);
        assertTrue(document.contains("\"strategy\": \"majority-vote\""), document);
        String listed =
                Ran.command("plot", json.toString(), "--list").assertDone().out();
        assertTrue(listed.contains("1  The recording against its fitted world"), listed);
        Path page = folder.resolve("fitted.html");
        assertEquals(
                ExitCode.DONE,
                Ran.command("report", json.toString(), "-o", page.toString()).code());
        String text = Files.readString(page);
        assertTrue(text.contains("The world fitted to <b>&lt;img src=x&gt;.csv</b>"), text);
        assertFalse(text.contains("<img src=x"), "a name is text");
        assertTrue(text.contains("The dashed line of coverage goes to"), text);
        assertTrue(text.contains("coverage, recorded goes from"), text);
        assertTrue(text.contains("no-answer"), "parameters");
        Path markdown = folder.resolve("fitted.md");
        assertEquals(
                ExitCode.DONE,
                Ran.command("report", json.toString(), "-o", markdown.toString())
                        .code());
        assertTrue(Files.readString(markdown).contains("| parameter | value | \u00b1 | fitted to |"));
        Ran.command("fit", file, "--format", "csv").assertRefused("--format must be table or json, not 'csv'");
    }
}
