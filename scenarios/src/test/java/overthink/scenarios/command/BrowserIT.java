package overthink.scenarios.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
import org.openqa.selenium.Dimension;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.print.PrintOptions;

/** Looks at pages as a person would, in a Chromium without a window; says so loudly, and stops, where there is none. */
@Tag("slow")
class BrowserIT {

    private static final List<String> BROWSERS = List.of("/usr/bin/chromium", "/usr/bin/chromium-browser");
    private static final List<String> DRIVERS = List.of("/usr/bin/chromedriver", "/usr/lib/chromium/chromedriver");

    private static final String HOSTILE = "</script><img src=x onerror=document.title=1>";

    @TempDir
    private static Path folder;

    private static Path page = Path.of("");

    private static ChromeDriver browser;

    @BeforeAll
    static void open() throws IOException {
        String chromium = BROWSERS.stream()
                .filter(path -> new File(path).canExecute())
                .findFirst()
                .orElse("");
        String driver = DRIVERS.stream()
                .filter(path -> new File(path).canExecute())
                .findFirst()
                .orElse("");
        if (chromium.isEmpty() || driver.isEmpty()) {
            System.err.println("NOT TESTED: pages in a browser, as chromium or chromium-driver is not installed");
        }
        assumeTrue(!chromium.isEmpty() && !driver.isEmpty(), "chromium and chromium-driver are installed");
        Path scenario = Files.writeString(folder.resolve("page.yaml"), """
                name: "%s"
                world:
                  problems: {count: 40, accuracy: {beta: {alpha: 1, beta: 2}}}
                  policy: {tokens-per-step: 100, price: {input: 1, output: 2}}
                  verifier: {outcome: {auc: 0.8}}
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
        ChromeOptions options = new ChromeOptions();
        options.setBinary(chromium);
        options.addArguments("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage");
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, java.util.logging.Level.ALL);
        options.setCapability("goog:loggingPrefs", logs);
        browser = new ChromeDriver(
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(new File(driver))
                        .usingAnyFreePort()
                        .build(),
                options);
        browser.manage().timeouts().scriptTimeout(Duration.ofMinutes(1));
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.quit();
        }
    }

    private static void show(int width, String colors) {
        browser.manage().window().setSize(new Dimension(width, 900));
        browser.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", false));
        browser.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", colors))));
        browser.get(page.toUri().toString());
    }

    private static String axe() throws IOException {
        try (InputStream in = Objects.requireNonNull(BrowserIT.class.getResourceAsStream("/axe.min.js"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @ParameterizedTest
    @CsvSource({"360, light", "1280, light", "1280, dark", "2560, dark"})
    void page_atEveryWidth_hasNoFaultThatAxeFinds(int width, String colors) throws IOException {
        show(width, colors);
        assertEquals(List.of(), violations());
        Number excess = (Number) browser.executeScript(
                "return document.scrollingElement.scrollWidth - document.documentElement.clientWidth");
        assertEquals(0, excess.intValue(), "points to scroll sideways");
    }

    private static Object violations() throws IOException {
        browser.executeScript(axe());
        return browser.executeAsyncScript("""
                const done = arguments[arguments.length - 1];
                axe.run().then(found => done(found.violations.map(
                    fault => fault.id + ": " + fault.nodes.slice(0, 3).map(node => node.html.slice(0, 150)).join(" | "))));
                """);
    }

    @Test
    void axe_onAPageWithAFault_findsIt() throws IOException {
        show(1280, "light");
        browser.executeScript("document.querySelector('main').insertAdjacentHTML('beforeend', '<button></button>')");
        assertTrue(violations().toString().startsWith("[button-name: <button>"), violations()::toString);
    }

    @Test
    void page_always_asksNobodyAndComplainsOfNothing() {
        show(1280, "light");
        assertEquals(0L, browser.executeScript("return performance.getEntriesByType('resource').length"));
        assertEquals(
                List.of(),
                browser.manage().logs().get(LogType.BROWSER).getAll().stream()
                        .map(Object::toString)
                        .toList());
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
                .orElseThrow();
    }
}
