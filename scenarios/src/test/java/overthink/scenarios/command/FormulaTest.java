package overthink.scenarios.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import overthink.scenarios.command.process.ExitCode;
import overthink.scenarios.plugins.PluginJar;
import overthink.scenarios.text.SpreadsheetText;

/** What a stranger calls things is no formula for a spreadsheet, and what he names is no device. */
class FormulaTest {

    @TempDir
    private Path temp;

    @Test
    void text_thatASpreadsheetWouldRun_getsAnApostrophe() {
        for (String formula : new String[] {
            "=1+1", "+A1", "-A1", "@SUM(A1)", "\t=1", "-1+cmd|' /C calc'!A0", "-", "+1e", "\uFF1D1+1", "\n=1"
        }) {
            assertEquals("'" + formula, SpreadsheetText.of(formula));
        }
        for (String plain : new String[] {"", "a=1", "-0.5", "+2", "-1e-9", "-Infinity", "1", "NaN", "best-of-n"}) {
            assertEquals(plain, SpreadsheetText.of(plain));
        }
    }

    @Test
    void csv_ofHostileNames_holdsNoFormula() throws IOException {
        String hostile = "=HYPERLINK(A1)";
        Path file = Path.of(Scenarios.write(temp, "one", "single"));
        Files.writeString(
                file,
                Files.readString(file).replace("name: one", "name: '" + hostile + "'")
                        + "cases: {'@SUM(A1)': {seed: 1}, '-A1': {seed: 2}}\n");
        Ran ran = Ran.command(
                "run", "--format", "csv", "--out", temp.resolve("out").toString(), file.toString());
        assertEquals(ExitCode.DONE, ran.code(), ran.err());
        assertTrue(ran.out().contains("'=HYPERLINK(A1),'@SUM(A1),"), ran.out());
        for (String line : ran.out().split("\n")) {
            assertFalse(line.matches("[=@].*|.*,[=@].*|.*,-A1,.*"), line);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\n", "\\u001b", "\\u009b", "\\u202e", "\\u2066"})
    void name_thatMovesTheCursorOrTurnsTheWriting_isRefused(String hostile) throws IOException {
        Path file = Path.of(Scenarios.write(temp, "one", "single"));
        String plain = Files.readString(file);
        Files.writeString(file, plain.replace("name: one", "name: \"one" + hostile + "31m\""));
        Ran.command("run", file.toString()).assertRefused("name: must be");
        Files.writeString(file, plain + "cases: {\"one" + hostile + "\": {seed: 1}, two: {seed: 2}}\n");
        Ran.command("run", file.toString()).assertRefused("must be the name of a case");
    }

    @Test
    void inspection_ofAColumnThatTurnsTheWriting_spellsIt() throws IOException {
        Path file = temp.resolve("rows.csv");
        Files.writeString(file, "problem,correct,ev\u202Eil\u009B31m\na,1,1\na,0,1\n");
        Ran ran = Ran.command("inspect", file.toString());
        assertEquals(ExitCode.DONE, ran.code(), ran.err());
        assertTrue(ran.out().contains("ev\\u202eil\\u009b31m"), ran.out());
    }

    @Test
    void directory_thatIsCalledAJar_isNoPlugin() throws IOException {
        new PluginJar()
                .strategy("Plain", "plain", "session.commit(session.generate());")
                .build(temp, "plain.jar");
        Files.createDirectory(temp.resolve("docs.jar"));
        Ran ran = Ran.command(
                "run",
                "--plugins",
                temp.toString(),
                "--out",
                temp.resolve("out").toString(),
                Scenarios.write(temp, "one", "single"));
        assertEquals(ExitCode.DONE, ran.code(), ran.err());
    }

    @Test
    void report_ofADevice_isRefused() {
        assumeTrue(Files.exists(Path.of("/dev/zero")));
        Ran.command("report", "/dev/zero", "-o", temp.resolve("x.html").toString())
                .assertRefused("/dev/zero: this is a pipe or a device; a document of results is a regular file");
    }
}
