package overthink.scenarios.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** What other pages share with reports. */
public final class PageParts {

    private PageParts() {}

    /** A page's start, up to what it holds. */
    public static String head(String title) {
        return HtmlReport.head(title);
    }

    /** The functions by which pictures are walked and saved. */
    public static String figures() {
        return resource(PageParts.class, "saving.js") + resource(PageParts.class, "figures.js");
    }

    /** A text that lies beside a class. */
    public static String resource(Class<?> beside, String name) {
        try (InputStream in = Objects.requireNonNull(beside.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
