package overthink.scenarios.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.support.ui.WebDriverWait;
import overthink.scenarios.document.ScenarioReader;
import overthink.scenarios.explore.ExploreServer;
import overthink.scenarios.explore.ExploreSession;
import overthink.scenarios.plugins.StrategyCatalog;

/** Moves a world as a person would, in a Chromium without a window. */
@Tag("slow")
@Tag("once")
class ExplorePageIT {

    private static final String TEXT = """
            # A comment.
            name: explored
            seed: 3
            world:
              problems: {count: 30, accuracy: {point: 0.3}}
              policy: {wrong-answers: {uniform: {answers: 6}}}
              verifier: {outcome: {auc: 0.7, shared: {answer: 0.2}}}
            budgets: {values: [1, 4, 16]}
            strategies: [best-of-n, majority-vote]
            """;

    @TempDir
    private static Path folder;

    private static ExploreServer server;
    private static ChromeDriver browser;

    @BeforeAll
    static void open() throws IOException {
        StrategyCatalog catalog = StrategyCatalog.load(List.of());
        assertEquals(
                "explored",
                new ScenarioReader(catalog)
                        .read(Files.writeString(folder.resolve("first.yaml"), TEXT), List.of())
                        .name());
        browser = Browser.open();
        server = ExploreServer.start(new ExploreSession(TEXT, catalog, folder, 2));
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.quit();
        }
        if (server != null) {
            server.close();
        }
    }

    private static void show(int width, String colors) {
        Browser.show(browser, server.address(), width, colors);
        until("stage", "exact");
    }

    private static void until(String id, String words) {
        new WebDriverWait(browser, Duration.ofSeconds(60))
                .ignoring(StaleElementReferenceException.class)
                .until(driver -> driver.findElement(By.id(id)).getText().contains(words));
    }

    /** What the first picture says; read at once, as a picture is soon replaced by the next. */
    private static String picture() {
        return String.valueOf(
                browser.executeScript(
                        "const words = document.querySelector('#pictures figure desc'); return words ? words.textContent : ''"));
    }

    private static void press(String strategy) {
        browser.executeScript(
                "[...document.querySelectorAll('#strategies button')].find(one => one.textContent === arguments[0]).click()",
                strategy);
    }

    private static void move(String label, double share) {
        browser.executeScript(
                "const row = [...document.querySelectorAll('.slider')].find(one => one.textContent.startsWith(arguments[0]));"
                        + "const input = row.querySelector('input'); input.value = arguments[1];"
                        + "input.dispatchEvent(new Event('input', {bubbles: true}));",
                label,
                share);
    }

    @Test
    void slider_moved_changesTextAndPicture() {
        show(1280, "light");
        String before = picture();
        move("verifier.outcome.auc", .95);
        new WebDriverWait(browser, Duration.ofSeconds(60))
                .until(driver -> !picture().equals(before));
        String text = browser.findElement(By.id("text")).getDomProperty("value");
        assertTrue(text.matches("(?s).*auc: 0[.]9[0-9]*.*"), text);
        assertTrue(text.contains("majority-vote"), text);
        assertNotEquals(before, picture());
    }

    @Test
    void text_withAMistake_hasItsMessageAtTheLine() {
        show(1280, "light");
        WebElement text = browser.findElement(By.id("text"));
        text.clear();
        text.sendKeys(TEXT.replace("auc: 0.7", "aux: 0.7"));
        until("messages", "line 7");
        assertTrue(browser.findElement(By.id("messages")).getText().contains("auc"));
        text.clear();
        text.sendKeys(TEXT);
        new WebDriverWait(browser, Duration.ofSeconds(60))
                .until(driver -> driver.findElement(By.id("messages")).getText().isEmpty());
    }

    @Test
    void strategy_pressed_joinsAndLeaves() {
        show(1280, "light");
        press("single");
        new WebDriverWait(browser, Duration.ofSeconds(60))
                .until(driver -> picture().contains("single goes"));
        press("single");
        new WebDriverWait(browser, Duration.ofSeconds(60))
                .until(driver -> !picture().contains("single goes"));
    }

    /** As in a report: arrows read points, which a slider moves under them, and all formats are saved. */
    @Test
    void picture_walkedAndMoved_isReadAndSaved() {
        show(1280, "light");
        WebElement walk = browser.findElement(By.cssSelector("#pictures .walk"));
        browser.executeScript("arguments[0].focus()", walk);
        walk.sendKeys(Keys.ARROW_RIGHT, Keys.ARROW_RIGHT);
        String said = browser.findElement(By.id("said")).getText();
        assertTrue(said.matches("best-of-n, 4 generations, [0-9.]+ percent, .+"), said);
        move("verifier.outcome.auc", .99);
        new WebDriverWait(browser, Duration.ofSeconds(60))
                .until(driver -> !driver.findElement(By.id("said")).getText().equals(said));
        String moved = browser.findElement(By.id("said")).getText();
        assertTrue(moved.startsWith("best-of-n, 4 generations, "), moved);
        assertEquals("walk", browser.switchTo().activeElement().getDomAttribute("class"));
        until("stage", "exact");
        Browser.keepWhatIsSaved(browser);
        List<String> formats = List.of("SVG", "CSV", "LaTeX", "Vega-Lite", "PNG"); // that of pixels takes longest
        formats.forEach(format -> browser.findElement(By.cssSelector("#pictures button[data-save='" + format + "']"))
                .click());
        List<String> saved = Browser.saved(browser, formats.size());
        assertTrue(saved.get(0).startsWith("image/svg+xml\n<svg"), saved.get(0));
        assertTrue(saved.get(1).startsWith("text/csv\nline,at,value,low,high,"), saved.get(1));
        assertTrue(saved.get(1).contains("\nbest-of-n,4 generations,"), saved.get(1));
        assertTrue(saved.get(2).contains("best-of-n & "), saved.get(2));
        assertTrue(saved.get(3).contains("vega-lite"), saved.get(3));
        assertTrue(saved.get(4).startsWith("image/png\n"), saved.get(4));
        assertEquals(List.of(), Browser.complaints(browser));
    }

    @Test
    void pin_pressed_keepsCurvesBeside() {
        show(1280, "light");
        browser.findElement(By.id("pin")).click();
        new WebDriverWait(browser, Duration.ofSeconds(60))
                .until(driver -> picture().contains("pin 1: best-of-n goes"));
        browser.findElement(By.id("unpin")).click();
        new WebDriverWait(browser, Duration.ofSeconds(60))
                .until(driver -> !picture().contains("pin 1"));
    }

    @Test
    void solve_asked_marksTheSlider() {
        show(1280, "light");
        browser.findElement(By.cssSelector("#solve button")).click();
        until("solved", "holds");
        String words = browser.findElement(By.id("solved")).getText();
        assertTrue(words.matches("holds from 0[.][0-9]+ to 1[.0]*"), words);
        assertEquals(1, browser.findElements(By.cssSelector(".track i")).size());
    }

    @Test
    void link_opened_restoresTheState() {
        show(1280, "light");
        move("verifier.outcome.auc", .9);
        new WebDriverWait(browser, Duration.ofSeconds(60))
                .until(driver -> !String.valueOf(
                                driver.findElement(By.id("text")).getDomProperty("value"))
                        .contains("auc: 0.7"));
        String text = browser.findElement(By.id("text")).getDomProperty("value");
        browser.findElement(By.id("link")).click();
        String address = browser.getCurrentUrl();
        Browser.open(browser, "about:blank");
        Browser.open(browser, address);
        until("stage", "exact");
        assertEquals(text, browser.findElement(By.id("text")).getDomProperty("value"));
    }

    @ParameterizedTest
    @CsvSource({"360, light", "1280, dark"})
    void page_atEveryWidth_hasNoFaultThatAxeFinds(int width, String colors) throws IOException {
        show(width, colors);
        assertEquals(List.of(), Browser.violations(browser));
        assertEquals(0, Browser.excess(browser), "points to scroll sideways");
        assertEquals(List.of(), Browser.complaints(browser));
    }

    @Test
    void others_asking_areRefused() throws Exception {
        String address = server.address();
        URI wrong = URI.create(address.substring(0, address.length() - 3) + "xx/");
        assertEquals(403, status(HttpRequest.newBuilder(wrong)));
        assertEquals(
                403, status(HttpRequest.newBuilder(URI.create(address)).header("Origin", "http://elsewhere.example")));
        assertEquals(200, status(HttpRequest.newBuilder(URI.create(address))));
        URI local = URI.create(address.replace("127.0.0.1", "localhost"));
        assertEquals(403, status(HttpRequest.newBuilder(local)));
        assertFalse(server.address().contains("0.0.0.0"));
    }

    private static int status(HttpRequest.Builder request) throws Exception {
        return HttpClient.newHttpClient()
                .send(request.build(), HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }
}
