package overthink.scenarios.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import overthink.scenarios.command.process.ExitCode;

/** What {@code claims} says. Whether the claims of the project come out as expected is for {@code .ci/run}, which runs them all. */
class ClaimsCommandTest {

    /** The module's folder holds the shipped scenarios. */
    private static final Path LITERATURE = Path.of(System.getProperty("basedir", "."), "literature");

    /** p = 0.3: of two samples one is right with 1 - 0.7² = 0.51, by arithmetic. */
    private static final String CLAIM = """
            world: {problems: {count: 1, accuracy: 0.3}, verifier: {outcome: {tpr: 1, fpr: 0}}}
            budgets: {values: [1, 2]}
            strategies: [best-of-n]
            claim:
              system: Two samples
              paper: "Nobody 2026, On pairs"
              says: Two samples are better than one.
              verdict: {holds-for-parameters-like-these: "It breaks where p is 0 or 1."}
            expect:
              - {strategy: best-of-n, budget: 2, coverage: {equals: 0.51, tolerance: 1e-9}, published: "51 %, with | and _"}
              - {strategy: best-of-n, budget: 2, coverage: {above: {budget: 1}}}
            """;

    @TempDir
    private Path temp;

    private String file(String text) throws IOException {
        return Files.writeString(temp.resolve("pairs.yaml"), text).toString();
    }

    @Test
    void cards_ofAClaim_sayWhatWasPublishedAndWhatCameOut() throws IOException {
        String file = file(CLAIM);
        String out = Ran.command("claims", "--quiet", file).assertDone().out();
        assertEquals(
                """
                Two samples  as expected (2 of 2)
                  claim      Two samples are better than one.
                  paper      Nobody 2026, On pairs
                  published  51 %, with | and _
                  ours       coverage of best-of-n at 2 is 0.51, equal to 0.51, give or take 1e-9
                  verdict    holds for parameters like these: It breaks where p is 0 or 1.
                  file       FILE

                1 claim (holds for parameters like these: 1). 2 of 2 expectations met, in S s.
                """,
                out.replace(file, "FILE").replaceAll("in [0-9.]+ s", "in S s").replaceAll(" {20,}", "  "));
    }

    @Test
    void claims_plantedWrongFigure_failByName() throws IOException {
        Ran ran = Ran.command("claims", "--quiet", file(CLAIM.replace("0.51,", "0.52,")));
        ran.assertFailed(
                ExitCode.UNMET, "pairs.yaml:", "expect[0]", "coverage of best-of-n at 2 is 0.51, not equal to 0.52");
        assertTrue(ran.out().contains("NOT AS EXPECTED (1 of 2)"), ran.out());
        assertTrue(ran.out().contains("1 of 2 expectations met"), ran.out());
    }

    @Test
    void documents_ofAClaim_holdTheFigure() throws IOException {
        String file = file(CLAIM);
        String json = Ran.command("claims", "--quiet", "--format", "json", file)
                .assertDone()
                .out();
        assertTrue(json.contains("\"verdict\": \"holds-for-parameters-like-these\""), json);
        assertTrue(json.contains("\"observed\": 0.51"), json);
        String csv = Ran.command("claims", "--quiet", "--format", "csv", file)
                .assertDone()
                .out();
        assertTrue(csv.startsWith("scenario,system,paper,claim,published,ours,verdict,reason,met,expectations,"), csv);
        String markdown = Ran.command("claims", "--quiet", "--format", "markdown", file)
                .assertDone()
                .out();
        assertTrue(markdown.contains("| 51 %, with \\| and \\_ | coverage of best-of-n at 2 is 0.51"), markdown);
    }

    @Test
    void scenario_withoutAClaim_isRefused() throws IOException {
        String silent = CLAIM.replaceAll("(?s)claim:.*(?=expect:)", "");
        Ran.command("claims", file(silent)).assertRefused("pairs.yaml: it looks at no claim of the literature");
    }

    @Test
    void claim_thatNothingIsExpectedOf_isRefused() throws IOException {
        Ran.command("claims", file(CLAIM.replaceAll("(?s)expect:.*", "")))
                .assertRefused("claim: a claim that nothing is expected of cannot fail");
    }

    @Test
    void claim_ofARangeAtOnePoint_isRefused() throws IOException {
        String ranged = CLAIM.replace("holds-for-parameters-like-these", "follows-from-the-mechanism");
        Ran.command("claims", file(ranged))
                .assertRefused("pairs.yaml:5", "the scenario must look at its corners, with cases or sweep");
        Ran.command("claims", "--quiet", file(ranged + "sweep: {world.problems.accuracy: [0.3]}\n"))
                .assertDone();
    }

    @Test
    void claim_withTwoVerdictsOrNone_isRefused() throws IOException {
        Ran.command("claims", file(CLAIM.replace("verdict: {", "verdict: {contradicted-by-this-mechanism: no, ")))
                .assertRefused("claim.verdict", "not", "together");
        Ran.command("claims", file(CLAIM.replaceAll("  verdict:.*\n", "")))
                .assertRefused("verdict is missing: What the scenario's world says of the claim");
    }

    @Test
    void explanation_always_keepsTheClaim() throws IOException {
        String out =
                Ran.command("validate", "--explain", file(CLAIM)).assertDone().out();
        assertTrue(out.contains("says: Two samples are better than one."), out);
        assertTrue(out.contains("published: "), out);
    }

    @Tag("slow")
    @Test
    void index_shippedClaims_isTheirReadme() throws IOException {
        String[] arguments;
        try (Stream<Path> files = Files.list(LITERATURE)) {
            arguments = Stream.concat(
                            Stream.of("claims", "--index"),
                            files.map(Path::toString)
                                    .filter(name -> name.endsWith(".yaml"))
                                    .sorted())
                    .toArray(String[]::new);
        }
        assertFalse(arguments.length < 3);
        assertEquals(
                Files.readString(LITERATURE.resolve("README.md")),
                Ran.command(arguments).assertDone().out(),
                "./overthink claims --index > scenarios/literature/README.md makes it anew");
    }
}
