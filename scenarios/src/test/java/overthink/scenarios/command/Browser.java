package overthink.scenarios.command;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.logging.Level;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A Chromium without a window. */
final class Browser {

    private static final List<String> BROWSERS = List.of("/usr/bin/chromium", "/usr/bin/chromium-browser");
    private static final List<String> DRIVERS = List.of("/usr/bin/chromedriver", "/usr/lib/chromium/chromedriver");

    private Browser() {}

    /** Opens one; where none is installed the test that asks is skipped, and that is said loudly. */
    static ChromeDriver open() {
        String chromium = found(BROWSERS);
        String driver = found(DRIVERS);
        boolean there = !chromium.isEmpty() && !driver.isEmpty();
        if (!there) {
            System.err.println("NOT TESTED: pages in a browser, as chromium or chromium-driver is not installed");
        }
        assumeTrue(there, "chromium and chromium-driver are installed");
        ChromeOptions options = new ChromeOptions();
        options.setBinary(chromium);
        options.addArguments("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage");
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        options.setCapability("goog:loggingPrefs", logs);
        ChromeDriver browser = new ChromeDriver(
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(new File(driver))
                        .usingAnyFreePort()
                        .build(),
                options);
        browser.manage().timeouts().scriptTimeout(Duration.ofMinutes(1));
        return browser;
    }

    private static String found(List<String> places) {
        return places.stream()
                .filter(path -> new File(path).canExecute())
                .findFirst()
                .orElse("");
    }

    /** Shows an address in a window of some width. */
    static void show(ChromeDriver browser, String address, int width, String colors) {
        browser.manage().window().setSize(new Dimension(width, 900));
        browser.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", false));
        browser.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", colors))));
        open(browser, address);
    }

    /** Opens an address, and waits for its document: on a busy machine the driver may come back while the one before is there. */
    static void open(ChromeDriver browser, String address) {
        browser.executeScript("window.left = true");
        browser.get(address);
        new WebDriverWait(browser, Duration.ofMinutes(1))
                .until(any -> Boolean.TRUE.equals(
                        browser.executeScript("return !window.left && document.readyState === 'complete'")));
    }

    /** From here on what is saved is kept in the page instead, each as its type, a line end, and its text. */
    static void keepWhatIsSaved(ChromeDriver browser) {
        browser.executeScript("""
                window.saved = [];
                URL.createObjectURL = (blob) => {
                  blob.text().then((text) => window.saved.push(blob.type + '\\n' + text));
                  return '#';
                };
                HTMLAnchorElement.prototype.click = () => {};
                """);
    }

    /** What was saved, once there are so many. */
    static List<String> saved(ChromeDriver browser, int many) {
        new WebDriverWait(browser, Duration.ofMinutes(1))
                .until(any -> Long.valueOf(many).equals(browser.executeScript("return window.saved.length")));
        List<?> saved = (List<?>) browser.executeScript("return window.saved");
        return saved.stream().map(String::valueOf).toList();
    }

    /** What axe-core finds wrong with the page that is shown. */
    static Object violations(ChromeDriver browser) throws IOException {
        try (InputStream in = Objects.requireNonNull(Browser.class.getResourceAsStream("/axe.min.js"))) {
            browser.executeScript(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
        return browser.executeAsyncScript("""
                const done = arguments[arguments.length - 1];
                axe.run().then(found => done(found.violations.map(
                    fault => fault.id + ": " + fault.nodes.slice(0, 3).map(node => node.html.slice(0, 150)).join(" | "))));
                """);
    }

    /** What the page complained of since it was last asked. */
    static List<String> complaints(ChromeDriver browser) {
        return browser.manage().logs().get(LogType.BROWSER).getAll().stream()
                .map(Object::toString)
                .toList();
    }

    /** How many points wider than its window the page is. */
    static int excess(ChromeDriver browser) {
        Number excess = (Number) browser.executeScript(
                "return document.scrollingElement.scrollWidth - document.documentElement.clientWidth");
        return Objects.requireNonNull(excess).intValue();
    }
}
