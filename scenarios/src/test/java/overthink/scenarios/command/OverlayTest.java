package overthink.scenarios.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import overthink.scenarios.command.process.ExitCode;

/** Curves of another run, and published ones, over those of a run. */
class OverlayTest {

    /** The dashes of what is laid over. */
    private static final String DASHES = "stroke-dasharray=\"5 5\"";

    @TempDir
    private static Path folder;

    private static String run = "";
    private static String other = "";

    @BeforeAll
    static void store() throws IOException {
        run = document("run.json", "0.2", "[best-of-n, majority-vote]");
        other = document("other.json", "0.4", "[best-of-n, {weighted-vote: {}}]");
    }

    private static String document(String name, String accuracy, String strategies) throws IOException {
        Path scenario = Files.writeString(folder.resolve(name + ".yaml"), """
                world:
                  problems: {count: 2, accuracy: %s}
                  verifier: {outcome: {auc: 0.8}}
                budgets: {values: [1, 4]}
                strategies: %s
                trials: {count: 4}
                """.formatted(accuracy, strategies));
        Ran ran = Ran.command("run", scenario.toString(), "--quiet", "--format", "json");
        return Files.writeString(folder.resolve(name), ran.out()).toString();
    }

    private static String csv(String text) throws IOException {
        return Files.writeString(folder.resolve("published.csv"), text).toString();
    }

    private static String plot(String... over) throws IOException {
        Path file = folder.resolve("figure.svg");
        String[] arguments = Pattern.compile(" ")
                .splitAsStream("plot %s -o %s".formatted(run, file))
                .toArray(String[]::new);
        String[] all = new String[arguments.length + 2 * over.length];
        System.arraycopy(arguments, 0, all, 0, arguments.length);
        for (int i = 0; i < over.length; i++) {
            all[arguments.length + 2 * i] = "--over";
            all[arguments.length + 2 * i + 1] = over[i];
        }
        assertEquals(ExitCode.DONE, Ran.command(all).code());
        return Files.readString(file);
    }

    private static long count(String text, String part) {
        return Pattern.compile(Pattern.quote(part)).matcher(text).results().count();
    }

    /** A strategy of both runs keeps its colour, one of the other alone has the next; both start at their runs' accuracy. */
    @Test
    void plot_overAnotherRun_dashesAndNamesItsCurves() throws IOException {
        assertFalse(plot().contains(DASHES));
        String svg = plot(other);
        assertEquals(2, count(svg, DASHES), svg);
        assertTrue(svg.contains("other: best-of-n goes from 40.0 % at 1 to "), svg);
        assertTrue(svg.contains(" best-of-n goes from 20.0 % at 1 to "), svg);
        List<String> colours = Pattern.compile("stroke=\"(#[0-9a-f]+)\"[^>]*stroke-dasharray=\"5 5\"")
                .matcher(svg)
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
        String own = svg.replaceAll("(?s).*fill=\"(#[0-9a-f]+)\" font-weight=\"bold\"[^>]*>best-of-n .*", "$1");
        assertEquals(own, colours.get(0));
        assertEquals(2, colours.stream().distinct().count());
        String two = plot(other, other);
        assertTrue(two.contains("other 1: best-of-n goes") && two.contains("other 2: best-of-n goes"), two);
    }

    /** The middle of the interval is not the point: both ends are where they were published. */
    @Test
    void plot_overPublishedCurves_showsThemWhereTheyAre() throws IOException {
        String file = csv(
                "accuracy,budget,label,upper,lower\n.5,2,\"A, 2021\",.9,.4\n.6,4,\"A, 2021\",.9,.4\n.3,2,best-of-n,,\n");
        String svg = plot(file);
        assertTrue(svg.contains("A, 2021 goes from 50.0 % at 2 to 60.0 % at 4."), svg);
        assertTrue(svg.contains("published: best-of-n goes from 30.0 % at 2 to 30.0 % at 2."), svg);
        String vega = folder.resolve("v.json").toString();
        Ran.command("plot", run, "--over", file, "-o", folder.resolve("v.svg").toString(), "--vega-lite", vega);
        String point = Files.readString(Path.of(vega)).replaceAll("\\s+", "");
        assertTrue(
                point.contains("\"curve\":\"A,2021\",\"x\":2.0,\"y\":0.5,\"low\":0.4,\"high\":0.9,\"exact\":false"),
                point);
    }

    @Test
    void report_overBoth_hasThemInPicturesAndTables() throws IOException {
        String file = csv("label,budget,accuracy\n</script><img src=x>,2,.5\n</script><img src=x>,4,.6\n");
        for (String name : List.of("page.html", "page.md")) {
            Path page = folder.resolve(name);
            Ran.command("report", run, "--over", other, "--over", file, "-o", page.toString());
            String text = Files.readString(page);
            assertTrue(text.contains("are laid over, from other.json, published.csv."), text);
            assertTrue(text.contains("other: weighted-vote") && text.contains("Laid over"), text);
            assertTrue(text.contains("60.00"), text);
            assertFalse(Pattern.compile("(?<!\\\\)<img").matcher(text).find(), text);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'label,budget,acuracy' | line 1: there is no column 'acuracy'|Maybe: accuracy",
                "'label,budget' | line 1: the column 'accuracy' is missing|published.csv",
                "'label,budget,accuracy,lower' | line 1: an interval has two ends|published.csv",
                "'label,budget,accuracy,label' | line 1: a column is named twice|published.csv",
                "'label,budget,accuracy' | there is no point in it|published.csv",
                "'label,budget,accuracy;x,4,65' | line 2: accuracy must be between 0 and 1, not 65|Maybe: 0.65",
                "'label,budget,accuracy;x,4,NaN' | line 2: accuracy must be a number, not 'NaN'|published.csv",
                "'label,budget,accuracy;x,0,.5' | line 2: budget must be above 0, not 0|published.csv",
                "'label,budget,accuracy;x,4' | line 2: there are 2 cells, and 3 names|published.csv",
                "'label,budget,accuracy;,4,.5' | line 2: the label is empty|published.csv",
                "'label,budget,accuracy;x,4,.5;x,4,.6' | line 3: there are two points of 'x' at 4|published.csv",
                "'label,budget,accuracy,lower,upper;x,4,.5,.6,.7' | line 2: accuracy must lie between|published.csv"
            })
    void over_ofAWrongFile_isRefusedByName(String text, String rule, String more) throws IOException {
        String file = csv(text.replace(';', '\n') + "\n");
        Ran.command("plot", run, "--over", file, "-o", "x.svg").assertRefused(rule, more);
        Ran.command("report", run, "--over", file, "-o", "x.html").assertRefused(rule, more);
    }

    @Tag("slow")
    @Test
    void over_whereThereAreNoCurves_isRefused() throws IOException {
        Path swept = folder.resolve("swept.json");
        String scenario = folder.resolve("run.json.yaml").toString();
        Ran ran = Ran.command("sweep", scenario, "world.problems.accuracy=0.1,0.2", "--quiet", "--format", "json");
        Files.writeString(swept, ran.out());
        Ran.command("plot", run, "--over", swept.toString(), "-o", "x.svg")
                .assertRefused("swept.json: what is laid over must have curves, as a run has; this is a sweep");
        Ran.command("plot", swept.toString(), "--over", run, "-o", "x.svg")
                .assertRefused("--over: there are no curves below: ", "is a sweep");
        Ran.command("plot", run, "--over", folder.resolve("none.csv").toString(), "-o", "x.svg")
                .assertRefused("none.csv: there is no such file");
    }
}
