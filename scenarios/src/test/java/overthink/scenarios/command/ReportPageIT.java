package overthink.scenarios.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.print.PrintOptions;
import overthink.scenarios.command.process.ExitCode;

/** Looks at pages as a person would, in a Chromium without a window; says so loudly, and stops, where there is none. */
@Tag("slow")
@Tag("once")
class ReportPageIT {

    private static final String HOSTILE = "</script><img src=x onerror=document.title=1>";

    @TempDir
    private static Path folder;

    private static Path page = Path.of("");

    private static ChromeDriver browser;

    @BeforeAll
    static void open() throws IOException {
        browser = Browser.open();
        Path scenario = Files.writeString(folder.resolve("page.yaml"), """
                name: "%s"
                world:
                  problems: {count: 40, accuracy: {beta: {alpha: 1, beta: 2}}}
                  policy: {prompt-tokens: 40, tokens-per-step: 100, price: {input: 1, output: 2}}
                  verifier: {outcome: {auc: 0.8}, tokens-per-call: 20, price: {input: 3}}
                budgets: {values: [1, 4, 16]}
                strategies: [best-of-n, majority-vote, weighted-vote]
                trials: {count: 8}
                bins: {quantiles: 2}
                """.formatted(HOSTILE));
        Path runs = folder.resolve("runs");
        Ran.command("run", scenario.toString(), "--quiet", "--out", runs.toString())
                .assertDone();
        page = folder.resolve("page.html");
        try (Stream<Path> stored = Files.list(runs)) {
            String run = stored.toList().get(0).toString();
            assertEquals(
                    ExitCode.DONE,
                    Ran.command("report", run, "-o", page.toString()).code());
        }
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.quit();
        }
    }

    private static void show(int width, String colors) {
        Browser.show(browser, page.toUri().toString(), width, colors);
    }

    @ParameterizedTest
    @CsvSource({"360, light", "1280, light", "1280, dark", "2560, dark"})
    void page_atEveryWidth_hasNoFaultThatAxeFinds(int width, String colors) throws IOException {
        show(width, colors);
        assertEquals(List.of(), Browser.violations(browser));
        assertEquals(0, Browser.excess(browser), "points to scroll sideways");
    }

    @Test
    void axe_onAPageWithAFault_findsIt() throws IOException {
        show(1280, "light");
        browser.executeScript("document.querySelector('main').insertAdjacentHTML('beforeend', '<button></button>')");
        String found = String.valueOf(Browser.violations(browser));
        assertTrue(found.startsWith("[button-name: <button>"), found);
    }

    @Test
    void page_always_asksNobodyAndComplainsOfNothing() {
        show(1280, "light");
        assertEquals(0L, browser.executeScript("return performance.getEntriesByType('resource').length"));
        assertEquals(List.of(), Browser.complaints(browser));
    }

    @Test
    void page_ofAHostileName_showsItAsText() {
        show(1280, "light");
        assertEquals(HOSTILE, browser.findElement(By.tagName("h1")).getText());
        assertEquals(List.of(), browser.findElements(By.tagName("img")));
        assertNotEquals("1", browser.getTitle());
    }

    @Test
    void switches_pressed_changeWhatIsShown() {
        show(1280, "light");
        assertTrue(figure("Accuracy against generations").isDisplayed());
        assertFalse(figure("Accuracy against dollars").isDisplayed());
        browser.findElement(By.cssSelector("button[data-value='usd']")).click();
        assertFalse(figure("Accuracy against generations").isDisplayed());
        assertTrue(figure("Accuracy against dollars").isDisplayed());
        assertEquals(
                "true",
                browser.findElement(By.cssSelector("button[data-value='usd']")).getDomAttribute("aria-pressed"));
        String band = "return getComputedStyle(document.querySelector('.band-population')).display";
        assertEquals("inline", browser.executeScript(band));
        browser.findElement(By.cssSelector("button[data-value='these problems']"))
                .click();
        assertEquals("none", browser.executeScript(band));
    }

    @Test
    void arrows_onAPicture_readItsPoints() {
        show(1280, "light");
        WebElement walk = figure("Accuracy against generations").findElement(By.className("walk"));
        browser.executeScript("arguments[0].focus()", walk);
        new Actions(browser)
                .sendKeys(Keys.ARROW_RIGHT)
                .sendKeys(Keys.ARROW_RIGHT)
                .perform();
        String said = browser.findElement(By.id("said")).getText();
        assertTrue(said.matches("best-of-n, 4 generations, [0-9.]+ percent, plus or minus [0-9.]+"), said);
        new Actions(browser).sendKeys(Keys.ARROW_DOWN).perform();
        said = browser.findElement(By.id("said")).getText();
        assertTrue(said.startsWith("majority-vote, 4 generations, "), said);
    }

    /** A picture of something else than accuracy is read, and saved, as what it shows. */
    @Test
    void arrows_onBudgetsToMatch_readHowManyTimes() {
        show(1280, "light");
        WebElement figure = figure("Budget of best-of-n to match");
        browser.executeScript("arguments[0].focus()", figure.findElement(By.className("walk")));
        new Actions(browser).sendKeys(Keys.ARROW_RIGHT).perform();
        String said = browser.findElement(By.id("said")).getText();
        assertTrue(said.matches("majority-vote, [0-9]+ generations, [0-9.]+(, plus or minus [0-9.]+)?"), said);
        Browser.keepWhatIsSaved(browser);
        for (String format : List.of("CSV", "LaTeX")) {
            figure.findElement(By.cssSelector("button[data-save='" + format + "']"))
                    .click();
        }
        List<String> saved = Browser.saved(browser, 2);
        String value = browser.executeScript(
                        "return document.querySelector('figure#' + arguments[0] + ' .wide [data-words]').dataset.value",
                        figure.getDomAttribute("id"))
                .toString();
        String csv = saved.get(0);
        assertTrue(csv.startsWith("text/csv\nline,at,value,low,high,"), csv);
        assertTrue(csv.contains("\nmajority-vote,"), csv);
        assertTrue(csv.contains("," + value + ","), csv);
        String latex = saved.get(1);
        assertTrue(latex.contains("majority-vote & " + said.split(", ")[2]), latex);
    }

    /** Of 16 candidates 16 · 200 millionths are generated, 40 are read (once for all), and 16 · 60 verified. */
    @Test
    void arrows_onWhatTheMoneyGoesTo_readParts() {
        show(1280, "light");
        WebElement figure = figure("What the money goes to");
        browser.executeScript("arguments[0].focus()", figure.findElement(By.className("walk")));
        new Actions(browser).sendKeys(Keys.ARROW_RIGHT).perform();
        assertEquals(
                "best-of-n at 16, tokens generated, 76.2 percent",
                browser.findElement(By.id("said")).getText());
        new Actions(browser)
                .sendKeys(Keys.ARROW_RIGHT)
                .sendKeys(Keys.ARROW_RIGHT)
                .perform();
        assertEquals(
                "best-of-n at 16, verification, 22.9 percent",
                browser.findElement(By.id("said")).getText());
        String table = figure.findElement(By.tagName("table")).getText();
        assertTrue(table.contains("best-of-n at 16 0.00420 dollars 76.2 1.0 22.9"), table);
    }

    /** The grid on the page of two strategies at some qualities of the verifier. */
    private static WebElement sweptGrid(int problems, String qualities) throws IOException {
        Path scenario = Files.writeString(folder.resolve("swept.yaml"), """
                world:
                  problems: {count: %d, accuracy: 0.3}
                  verifier: {outcome: {d: 1}}
                budgets: {values: [1, 4]}
                strategies: [best-of-n, majority-vote]
                """.formatted(problems));
        Path page = folder.resolve("swept.html");
        Ran.command(
                        "sweep",
                        scenario.toString(),
                        "world.verifier.outcome.d=" + qualities,
                        "--quiet",
                        "--report",
                        page.toString())
                .assertDone();
        Browser.show(browser, page.toUri().toString(), 1280, "light");
        return browser.findElement(By.cssSelector("figure[data-grid]"));
    }

    /** A click on a cell shows the point's curves and rows, so does Enter, and Escape takes them away. */
    @Test
    void cell_ofASweep_showsItsPoint() throws IOException {
        WebElement grid = sweptGrid(2, "1.25,2.5");
        assertEquals(List.of(), grid.findElements(By.cssSelector(".point table")));
        WebElement cell =
                grid.findElements(By.cssSelector(".wide text[data-row]")).get(0);
        new Actions(browser).moveToElement(cell, 15, 0).click().perform(); // beside the number, inside the cell
        WebElement panel = grid.findElement(By.className("point"));
        assertEquals("1.25", panel.findElement(By.tagName("h3")).getText());
        assertEquals(2, panel.findElements(By.cssSelector("tbody tr")).size());
        assertEquals(4, panel.findElements(By.cssSelector("svg circle")).size());
        assertEquals(
                "30.0",
                panel.findElements(By.cssSelector("td.here")).get(0).getText()); // one candidate: as likely right
        assertEquals(List.of(), Browser.violations(browser));
        assertEquals(List.of(), Browser.complaints(browser));
        browser.executeScript("arguments[0].focus()", grid.findElement(By.className("walk")));
        new Actions(browser).sendKeys(Keys.ESCAPE).perform();
        assertEquals(List.of(), panel.findElements(By.tagName("h3")));
        for (int i = 0; i < 3; i++) {
            new Actions(browser).sendKeys(Keys.ARROW_RIGHT).perform();
        }
        new Actions(browser).sendKeys(Keys.ENTER).perform();
        assertEquals("2.5", panel.findElement(By.tagName("h3")).getText());
        assertEquals(0L, browser.executeScript("return performance.getEntriesByType('resource').length"));
    }

    /** 60 points at two budgets leave no room for numbers: cells are walked all the same, and the mouse finds them. */
    @Test
    void smallCells_ofASweep_areWalkedAndRead() throws IOException {
        String values = IntStream.rangeClosed(1, 60)
                .mapToObj(i -> String.valueOf(i / 64.0))
                .collect(Collectors.joining(","));
        WebElement grid = sweptGrid(1, values);
        assertEquals(List.of(), grid.findElements(By.cssSelector("[data-words]")));
        browser.executeScript("arguments[0].focus()", grid.findElement(By.className("walk")));
        new Actions(browser)
                .sendKeys(Keys.ARROW_RIGHT)
                .sendKeys(Keys.ARROW_RIGHT)
                .perform();
        String said = browser.findElement(By.id("said")).getText();
        assertTrue(said.matches("0\\.01563, 4 generations, [-+][0-9.]+"), said);
        assertEquals(1, grid.findElements(By.cssSelector(".wide rect.at")).size(), "the cell is framed");
        new Actions(browser).sendKeys(Keys.ARROW_DOWN).perform();
        said = browser.findElement(By.id("said")).getText();
        assertTrue(said.startsWith("0.03125, 4 generations, "), said);
        new Actions(browser).sendKeys(Keys.ENTER).perform();
        assertEquals("0.03125", grid.findElement(By.cssSelector(".point h3")).getText());
        new Actions(browser)
                .moveToElement(grid.findElement(By.cssSelector(".wide svg")))
                .click()
                .perform();
        String middle = grid.findElement(By.cssSelector(".point h3")).getText();
        assertTrue(middle.matches("0\\.(4|5)\\d+"), middle);
        assertEquals(List.of(), Browser.violations(browser));
        assertEquals(List.of(), Browser.complaints(browser));
    }

    @Test
    void print_onA4_hasPicturesAndTable() throws IOException {
        show(1280, "dark");
        byte[] pdf =
                Base64.getDecoder().decode(browser.print(new PrintOptions()).getContent());
        try (PDDocument document = Loader.loadPDF(pdf)) {
            String words = new PDFTextStripper().getText(document);
            assertTrue(words.contains("Accuracy against generations"), words);
            assertTrue(words.contains("weighted-vote"), words);
            assertTrue(document.getNumberOfPages() >= 2 && document.getNumberOfPages() <= 8);
        }
    }

    private static WebElement figure(String title) {
        return browser.findElements(By.tagName("figure")).stream()
                .filter(figure -> Objects.equals(
                        title, figure.findElement(By.tagName("h2")).getDomProperty("textContent")))
                .findFirst()
                .orElseThrow(
                        () -> new AssertionError(
                                "none of "
                                        + browser.executeScript(
                                                "return document.readyState + ', ' + document.URL + ': ' + [...document.querySelectorAll('h2')].map(h => h.textContent)")));
    }
}
