package overthink.scenarios.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import overthink.scenarios.command.process.ExitCode;

class ReportCommandTest {

    private static final String HOSTILE = "</script><img src=x onerror=alert(1)>";

    @TempDir
    private static Path folder;

    private static Path run = Path.of("");

    @BeforeAll
    static void runOnce() throws IOException {
        Path scenario = folder.resolve("hostile.yaml");
        Files.writeString(scenario, """
                name: "%s"
                world:
                  problems: {count: 20, accuracy: {beta: {alpha: 1, beta: 2}}}
                  policy: {tokens-per-step: 100, price: {input: 1, output: 2}}
                  verifier: {outcome: {auc: 0.8}}
                budgets: {values: [1, 4, 16]}
                strategies: [best-of-n, majority-vote, weighted-vote]
                trials: {count: 8}
                bins: {quantiles: 2}
                """.formatted(HOSTILE));
        assertEquals(
                ExitCode.DONE,
                Ran.command(
                                "run",
                                scenario.toString(),
                                "--quiet",
                                "--out",
                                folder.resolve("runs").toString())
                        .code());
        try (Stream<Path> runs = Files.list(folder.resolve("runs"))) {
            run = runs.toList().get(0);
        }
    }

    private static String page(String... sources) throws IOException {
        Path page = folder.resolve("page.html");
        String[] arguments = Stream.concat(
                        Stream.of("report"), Stream.concat(Stream.of(sources), Stream.of("-o", page.toString())))
                .toArray(String[]::new);
        assertEquals(ExitCode.DONE, Ran.command(arguments).code());
        return Files.readString(page);
    }

    /** The picture of accuracy and the frontier of a resource have the line of its cap, those of others none. */
    @Tag("slow")
    @Test
    void report_withACap_drawsItWhereItBelongs() throws IOException {
        String page = page(run.toString(), "--cap", "usd=0.001");
        assertTrue(page.contains("The upright line is the cap."));
        assertFalse(page(run.toString()).contains("The upright line is the cap."));
        int both = page(run.toString(), "--cap", "usd=0.001", "--cap", "tokens=500")
                .split("What .* buy")
                .length;
        assertTrue(both > page.split("What .* buy").length, "a frontier for tokens as well");
        Ran.command("report", run.toString(), "-o", "x.html", "--cap", "money=1")
                .assertRefused("there is no resource 'money'; there are: generations, steps, ");
        Ran.command("report", run.toString(), "-o", "x.html", "--cap", "usd=0").assertRefused("must be above 0");
    }

    @Tag("slow")
    @Test
    void report_ofAComparison_showsWhatDiffers() throws IOException {
        Path again = folder.resolve("again");
        Ran.command(
                        "run",
                        folder.resolve("hostile.yaml").toString(),
                        "--quiet",
                        "--set",
                        "world.verifier.outcome.auc=0.9",
                        "--out",
                        again.toString())
                .assertDone();
        try (Stream<Path> runs = Files.list(again)) {
            Path other = runs.toList().get(0);
            Path compared = folder.resolve("compared.json");
            Files.writeString(
                    compared,
                    Ran.command("compare", run.toString(), other.toString(), "--format", "json")
                            .out());
            String page = page(compared.toString());
            assertTrue(page.contains("world.verifier.outcome.auc 0.8 \u2192 0.9"), page);
            assertTrue(page.contains("What accuracy gained or lost"));
            assertTrue(page.contains("<th scope=\"row\">best-of-n at 16 generations</th><td>accuracy</td>"), page);
            assertFalse(page.contains("<th scope=\"row\">majority-vote at 16 generations</th><td>accuracy</td>"));
            assertFalse(page.contains("<img src=x"));
            String listed = Ran.command("plot", compared.toString(), "--list").out();
            assertTrue(listed.contains("What accuracy gained or lost"), listed);
        }
    }

    @Test
    void report_ofARun_needsNothingButItself() throws IOException {
        String page = page(run.toString());
        Matcher address =
                Pattern.compile("(?:src|href)=\"(?!#)[^\"]*\"|url\\(|@import").matcher(page);
        assertFalse(address.find(), () -> address.group());
        assertTrue(page.contains("default-src 'none'"));
        assertTrue(page.length() < 1_500_000, "characters: " + page.length());
    }

    @Test
    void report_ofAHostileName_showsItAsText() throws IOException {
        String page = page(run.toString());
        assertFalse(page.contains("<img"), "a name became an element");
        assertTrue(page.contains("<h1>&lt;/script&gt;&lt;img src=x onerror=alert(1)&gt;</h1>"));
    }

    @Test
    void report_always_linksNumbersToRowsThatAreThere() throws IOException {
        String page = page(run.toString());
        Matcher links = Pattern.compile("href=\"#(row-[0-9]+)\"").matcher(page);
        int count = 0;
        while (links.find()) {
            assertTrue(page.contains("id=\"" + links.group(1) + "\""), links.group());
            count++;
        }
        assertTrue(count >= 2, "links: " + count);
        assertEquals(
                27, Pattern.compile("<tr id=\"row-").matcher(page).results().count());
        long pictures = Pattern.compile("<svg ").matcher(page).results().count();
        long described = Pattern.compile("<desc id=\"[^\"]+\">[^<]{20,}")
                .matcher(page)
                .results()
                .count();
        assertEquals(pictures, described, "every picture says what it shows");
    }

    @Tag("slow")
    @Test
    void report_ofAJsonDocument_isThatOfTheRun() throws IOException {
        Path json = folder.resolve("one.json");
        Ran ran = Ran.command("run", folder.resolve("hostile.yaml").toString(), "--quiet", "--format", "json");
        Files.writeString(json, ran.out());
        String table = "(?s).*<tbody>(.*)</tbody>.*";
        assertEquals(
                page(run.toString()).replaceAll(table, "$1"),
                page(json.toString()).replaceAll(table, "$1"));
    }

    /** Each picture is a file beside the page, linked relatively; the first is described by the headline, and names stay text. */
    @Test
    void report_toMarkdown_linksPicturesBesideIt() throws IOException {
        Path page = folder.resolve("a (report).md");
        Ran ran = Ran.command("report", run.toString(), "-o", page.toString());
        assertEquals(ExitCode.DONE, ran.code());
        String text = Files.readString(page);
        List<String[]> pictures = Pattern.compile("(?m)^!\\[(.+)]\\(([^)]+)\\)$")
                .matcher(text)
                .results()
                .map(found -> new String[] {found.group(1), found.group(2)})
                .toList();
        assertTrue(pictures.size() >= 2, text);
        for (int i = 0; i < pictures.size(); i++) {
            assertEquals("a%20%28report%29-" + (i + 1) + ".svg", pictures.get(i)[1]);
            String svg = Files.readString(folder.resolve("a (report)-" + (i + 1) + ".svg"));
            assertTrue(svg.contains("</svg>") && !svg.contains("var("), svg);
            assertTrue(ran.err().contains("a (report)-" + (i + 1) + ".svg: "), ran.err());
        }
        String headline = text.split("\n")[2];
        assertEquals(headline, pictures.get(0)[0]);
        assertTrue(headline.startsWith("At 16 generations: "), headline);
        Pattern row = Pattern.compile("(?m)^\\| (best-of-n|majority-vote|weighted-vote) \\|");
        assertEquals(
                9,
                row.matcher(text.substring(text.indexOf("## Rows"))).results().count());
        assertTrue(text.startsWith("# \\</script>\\<img src=x onerror=alert(1)>\n"), text);
        assertFalse(Pattern.compile("(?<!\\\\)<").matcher(text).find(), text);
    }

    @Tag("slow")
    @Test
    void run_withReportInMarkdown_isThatOfTheRun() throws IOException {
        Path page = folder.resolve("run.md");
        Ran.command("run", folder.resolve("hostile.yaml").toString(), "--quiet", "--report", page.toString());
        Path stored = folder.resolve("stored.md");
        Ran.command("report", run.toString(), "-o", stored.toString());
        String rows = "(?s).*## Rows(.*\\|\n).*";
        assertEquals(
                Files.readString(stored).replaceAll(rows, "$1"),
                Files.readString(page).replaceAll(rows, "$1"));
        assertEquals(Files.readString(folder.resolve("stored-1.svg")), Files.readString(folder.resolve("run-1.svg")));
    }

    /** Cells lead to their points: each number of a grid names a row, and right before it stands the box that is clicked. */
    @Tag("slow")
    @Test
    void report_ofASweep_hasCellsThatNameTheirRows() throws IOException {
        Path swept = folder.resolve("swept.html");
        String scenario = folder.resolve("hostile.yaml").toString();
        String values = "world.verifier.outcome.auc=0.6,0.7";
        Ran.command("sweep", scenario, values, "--quiet", "--report", swept.toString());
        String page = Files.readString(swept);
        assertEquals(
                2,
                Pattern.compile("<figure [^>]*data-grid>")
                        .matcher(page)
                        .results()
                        .count());
        Pattern cell = Pattern.compile("<path d=\"[^\"]*Z\" fill=\"#[0-9a-f]{6}\"/>\n<text [^>]*data-row=\"[0-9]+\"");
        assertEquals(2 * 2 * 2 * 3, cell.matcher(page).results().count()); // pictures, sizes, points, budgets
        assertFalse(page(run.toString()).contains(" data-grid>"));
    }

    @Test
    void report_ofWhatIsNone_saysSo() throws IOException {
        Path text = Files.writeString(folder.resolve("text.txt"), "strategy,accuracy\n");
        Path other = Files.writeString(folder.resolve("other.json"), "{\"a\": 1}");
        String page = folder.resolve("none.html").toString();
        Ran.command("report", text.toString(), "-o", page).assertRefused("neither the folder of a run nor JSON");
        Ran.command("report", other.toString(), "-o", page).assertRefused("no manifest");
        Ran.command("report", folder.toString(), "-o", page).assertRefused("rows.json is missing");
        String nowhere = folder.resolve("nowhere").toString();
        Ran.command("report", nowhere, "-o", page).assertRefused("nowhere: there is no such file");
        Ran.command("plot", nowhere, "-o", "none.svg").assertRefused("nowhere: there is no such file");
        assertFalse(Files.exists(Path.of(page)));
        Ran.command(
                        "report",
                        run.toString(),
                        "-o",
                        folder.resolve("no/where.html").toString())
                .assertFailed(ExitCode.FAILED, "there is no directory");
    }

    @Tag("slow")
    /** Documents of commands of which there are no pictures. */
    @Test
    void report_ofAKindWithoutPictures_isRefused() throws IOException {
        String page = folder.resolve("none.html").toString();
        String recording = Files.writeString(folder.resolve("counts.csv"), "problem,n,c\na,5,1\nb,5,3\n")
                .toString();
        String scenario = folder.resolve("hostile.yaml").toString();
        List<List<String>> commands = List.of(
                List.of("inspect", recording),
                List.of("power", scenario, "--between", "best-of-n@4", "majority-vote@4"),
                List.of("solve", scenario, "--for", "budget", "--so-that", "best-of-n >= .4"));
        for (List<String> command : commands) {
            String json = Ran.command(Stream.concat(command.stream(), Stream.of("--format", "json"))
                            .toArray(String[]::new))
                    .out();
            String file = Files.writeString(folder.resolve("kind.json"), json).toString();
            for (String drawing : List.of("report", "plot")) {
                Ran.command(drawing, file, "-o", drawing.equals("plot") ? page + ".svg" : page)
                        .assertRefused("pages and pictures are of runs, sweeps, plans");
            }
        }
        String empty = Files.writeString(folder.resolve("empty.json"), "[]").toString();
        Ran.command("report", empty, "-o", page).assertRefused("there is no document in it");
        assertFalse(Files.exists(Path.of(page)));
    }

    @Tag("slow")
    @Test
    void plot_everyFormat_isWhatItsNameSays() throws IOException {
        for (String ending : List.of("svg", "pdf", "png")) {
            Path file = folder.resolve("figure." + ending);
            assertEquals(
                    ExitCode.DONE,
                    Ran.command("plot", run.toString(), "-o", file.toString(), "--dpi", "72", "--size", "column")
                            .code());
            String start = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).substring(0, 8);
            assertTrue(Stream.of("<?xml", "%PDF-", "\u0089PNG").anyMatch(start::startsWith), ending + ": " + start);
        }
    }

    @Test
    void plot_wrongInputs_areRefused() {
        String at = run.toString();
        Ran.command("plot", at, "-o", "a.gif").assertRefused("must end in .svg, .pdf, .png");
        Ran.command("plot", at, "-o", "a.svg", "--picture", "99").assertRefused("between 1 and");
        Ran.command("plot", at, "-o", "a.svg", "--size", "huge").assertRefused("must be column or page");
        Ran.command("plot", at, "-o", "a.png", "--dpi", "1e9").assertRefused("--dpi must be between");
        Ran.command("plot", at, "-o", "a.svg", "--cap", "-1").assertRefused("--cap must be above 0");
    }

    @Tag("slow")
    @Test
    void run_withReport_makesThePageOfTheRun() throws IOException {
        Path page = folder.resolve("run.html");
        assertEquals(
                ExitCode.DONE,
                Ran.command("run", folder.resolve("hostile.yaml").toString(), "--quiet", "--report", page.toString())
                        .code());
        String table = "(?s).*<tbody>(.*)</tbody>.*";
        assertEquals(
                page(run.toString()).replaceAll(table, "$1"),
                Files.readString(page).replaceAll(table, "$1"));
        Ran.command(
                        "run",
                        folder.resolve("hostile.yaml").toString(),
                        "--report",
                        folder.resolve("no/x").toString())
                .assertRefused("--report: ", "there is no directory");
    }

    @Test
    void headline_whereTheRunsTestTellsNoDifference_saysSo() throws IOException {
        Path same = Files.writeString(folder.resolve("same.yaml"), """
                world:
                  problems: {count: 20, accuracy: {beta: {alpha: 1, beta: 2}}}
                  verifier: {outcome: {auc: 0.7}, process: {auc: 0.7}}
                  policy: {steps: 2}
                budgets: {values: [4]}
                strategies: [step-best-of-n, beam-search]
                trials: {count: 4}
                """);
        Path page = folder.resolve("same.html");
        Ran.command("run", same.toString(), "--quiet", "--report", page.toString());
        assertTrue(Files.readString(page).contains(", which a paired test does not tell from it."));
    }

    @Tag("slow")
    @Test
    void report_ofTenThousandRows_staysSmall() throws IOException {
        StringBuilder json = new StringBuilder("{\"manifest\": {\"scenario\": \"large\", \"seed\": 1}, \"rows\": [");
        for (int i = 0; i < 10_000; i++) {
            json.append(i == 0 ? "" : ",")
                    .append("{\"sweep\": {\"world.verifier.outcome.d\": %d}, \"strategy\": \"%s\", \"parameters\": {},"
                            .formatted(i / 20, i / 10 % 2 == 0 ? "best-of-n" : "majority-vote"))
                    .append(
                            "\"resource\": \"generations\", \"budget\": %d, \"bin\": \"all\", \"method\": \"simulated\","
                                    .formatted(1 << i % 10))
                    .append("\"accuracy\": %s, \"lower\": 0, \"upper\": 1, \"populationStdError\": 0.0123456789,"
                            .formatted((i * 7919 % 10_007) / 10_007.0))
                    .append("\"coverage\": 0.987654321, \"cost\": {\"generations\": 1, \"usd\": 0.00123456789}}");
        }
        Path large = Files.writeString(folder.resolve("large.json"), json.append("]}"));
        String page = page(large.toString());
        assertTrue(page.length() < 1_500_000, "characters: " + page.length());
        assertEquals(
                500, Pattern.compile("<tr id=\"row-").matcher(page).results().count());
        assertTrue(page.contains("Of 10,000 rows 500 are listed here"));
    }

    @Test
    void plot_list_namesPictures() {
        Ran list = Ran.command("plot", run.toString(), "--list").assertDone();
        assertTrue(list.out().startsWith(" 1  Accuracy against generations\n"), list.out());
        assertTrue(list.out().contains("What dollars buy"), list.out());
    }
}
