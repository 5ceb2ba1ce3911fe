package overthink.scenarios.explore;

import overthink.scenarios.chart.SvgWriter;
import overthink.scenarios.report.PageParts;

/** The page itself; all that changes comes over its own address. */
final class ExplorePage {

    private ExplorePage() {}

    /**
     * The page.
     *
     * @param text of the first scenario
     */
    static String of(String text) {
        return PageParts.head("Explorer").replace("default-src 'none';", "default-src 'none'; connect-src 'self';")
                + "<style>\n%s</style>\n".formatted(resource("explore.css"))
                + "<main id=\"content\">\n<h1 id=\"name\">Explorer</h1>\n"
                + "<section class=\"headline\" aria-label=\"In short\"><p id=\"headline\">…</p></section>\n"
                + "<div class=\"board\">\n<div class=\"shown\">\n"
                + "<div class=\"controls\"><span class=\"choice\" id=\"axes\" role=\"group\" aria-label=\"x axis\"></span>"
                + "<span class=\"choice\"><button type=\"button\" id=\"pin\">pin these curves</button>"
                + "<button type=\"button\" id=\"unpin\">unpin</button>"
                + "<button type=\"button\" id=\"link\">link to this state</button>"
                + "<span id=\"stage\" role=\"status\"></span></span></div>\n"
                + "<div id=\"pictures\" class=\"pictures\" data-band=\"population\"></div>\n</div>\n"
                + "<div class=\"moved\">\n<h2>Strategies</h2>\n<div id=\"strategies\" class=\"choice\"></div>\n"
                + "<h2>Laws</h2>\n<div id=\"choices\"></div>\n"
                + "<h2>Numbers</h2>\n<label class=\"find\">only <input id=\"find\" type=\"search\" placeholder=\"verifier\"></label>\n"
                + "<div id=\"sliders\"></div>\n"
                + "<h2>Where does it begin to hold?</h2>\n"
                + "<form id=\"solve\"><label>comparison <input id=\"question\" value=\"best-of-n &gt;= majority-vote\"></label>"
                + "<label>along <select id=\"along\"></select></label><button>solve</button></form>\n"
                + "<p id=\"solved\" role=\"status\"></p>\n"
                + "<h2>The scenario</h2>\n<label for=\"text\">edited here, it is read as it is typed</label>\n"
                + "<textarea id=\"text\" rows=\"28\" spellcheck=\"false\">%s</textarea>\n"
                        .formatted(SvgWriter.escaped(text))
                + "<div role=\"alert\"><ul id=\"messages\"></ul></div>\n"
                + "<button type=\"button\" id=\"keep\">save as a file</button>\n</div>\n</div>\n</main>\n"
                + "<p id=\"said\" class=\"aside\" aria-live=\"polite\" role=\"status\"></p>\n"
                + "<script>\n%s%s</script>\n</body>\n</html>\n".formatted(PageParts.figures(), resource("explore.js"));
    }

    private static String resource(String name) {
        return PageParts.resource(ExplorePage.class, name);
    }
}
