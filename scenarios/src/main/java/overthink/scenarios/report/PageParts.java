package overthink.scenarios.report;

/** What other pages share with reports. */
public final class PageParts {

    private PageParts() {}

    /** A page's start, up to what it holds. */
    public static String head(String title) {
        return HtmlReport.head(title);
    }

    /** The functions by which pictures are saved. */
    public static String saving() {
        return HtmlReport.resource("saving.js");
    }
}
