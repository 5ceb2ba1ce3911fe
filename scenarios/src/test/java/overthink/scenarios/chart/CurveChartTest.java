package overthink.scenarios.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import overthink.scenarios.chart.CurveData.Curve;
import overthink.scenarios.chart.CurveData.CurvePoint;

class CurveChartTest {

    private static final String HOSTILE = "</title><script>alert('x')</script>&\u0000";

    static Stream<ChartSize> sizes() {
        return Stream.of(ChartSize.COLUMN, ChartSize.PAGE, ChartSize.SCREEN, ChartSize.HAND);
    }

    private static CurvePoint point(double x, double y, boolean exact, int row) {
        return new CurvePoint(x, y, y - .02, y + .02, y - .01, y + .01, exact, row, "");
    }

    private static CurveData data(String name) {
        Curve one = new Curve(name, List.of(point(1, .3, true, 0), point(16, .5, true, 1), point(256, .4, true, 2)), 1);
        Curve two = new Curve("majority-vote", List.of(point(1, .3, false, 3), point(256, .405, false, 4)), -1);
        return new CurveData(
                "Accuracy against generations",
                "generations",
                "accuracy %",
                true,
                false,
                List.of(1.0, 16.0, 256.0),
                List.of(one, two),
                CurveData.NONE,
                List.of());
    }

    private static List<Shape.Mark> marks(Drawing drawing) {
        return drawing.shapes().stream()
                .filter(Shape.Mark.class::isInstance)
                .map(Shape.Mark.class::cast)
                .toList();
    }

    /** Marks of one curve, a line through them, and a dashed one beyond, which alone is named. */
    @Test
    void of_aLaw_isALineThroughMarksThatIsDashedBeyond() {
        List<CurvePoint> points = List.of(point(1, .3, true, 0), point(16, .5, true, 1));
        CurveData data = new CurveData(
                "Accuracy, laws through it",
                "generations",
                "accuracy %",
                true,
                false,
                List.of(),
                List.of(
                        new Curve("a", points, -1, -1, CurveData.Form.MARKS),
                        new Curve("a", points, -1, 0, CurveData.Form.LAW),
                        new Curve(
                                "a", List.of(points.get(1), point(160, .6, false, -1)), -1, 0, CurveData.Form.BEYOND)),
                CurveData.NONE,
                List.of());
        Drawing drawing = CurveChart.of(data, ChartSize.PAGE);
        assertEquals(2, marks(drawing).size());
        List<Integer> dashes = drawing.shapes().stream()
                .filter(Shape.Path.class::isInstance)
                .map(Shape.Path.class::cast)
                .filter(path -> path.stroke() != null && path.stroke().ink().equals(Ink.series(0)))
                .map(path -> path.stroke().dashes().size())
                .toList();
        assertEquals(List.of(0, 2), dashes);
        assertEquals(
                "accuracy % against generations. a goes from 30.0 % at 1 to 50.0 % at 16. The dashed line of a goes to 60.0 % at 160.",
                drawing.description());
    }

    /** Numbers that are no shares, and far apart: equal ratios are equally far apart. */
    @Test
    void of_ratiosFarApart_areOnALogarithmicAxis() {
        List<CurvePoint> points = Stream.of(.02, .2, 2.0)
                .map(y -> new CurvePoint(100 * y, y, y, y, y, y, false, -1, ""))
                .toList();
        CurveData data = new CurveData(
                "Budget to match",
                "generations",
                "times as many",
                false,
                false,
                List.of(),
                List.of(new Curve("a", points, -1)),
                CurveData.NONE,
                List.of());
        Drawing drawing = CurveChart.of(data, ChartSize.PAGE);
        List<Shape.Mark> marks = marks(drawing);
        assertEquals(
                marks.get(1).at().y(),
                (marks.get(0).at().y() + marks.get(2).at().y()) / 2,
                1e-6);
        assertTrue(SvgWriter.document(drawing).contains("times as many (log)"));
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void of_everySize_putsPointsWhereTheirNumbersAre(ChartSize size) {
        List<Shape.Mark> marks = marks(CurveChart.of(data("best-of-n"), size));
        assertEquals(5, marks.size());
        double left = marks.get(0).at().x();
        double right = marks.get(2).at().x();
        assertEquals((left + right) / 2, marks.get(1).at().x(), 1e-6); // 16 is the geometric middle of 1 and 256
        double up = marks.get(0).at().y() - marks.get(1).at().y();
        assertEquals(up / 2, marks.get(0).at().y() - marks.get(2).at().y(), 1e-6); // .4 is half way from .3 to .5
        assertTrue(marks.get(0).filled());
        assertFalse(marks.get(4).filled());
        assertNotEquals(marks.get(0).symbol(), marks.get(3).symbol());
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void of_everySize_keepsWordsInsideAndApart(ChartSize size) {
        Drawing drawing = CurveChart.of(data("particle-filter resampling=systematic"), size);
        List<Shape.Words> ends = new ArrayList<>();
        for (Shape shape : drawing.shapes()) {
            if (shape instanceof Shape.Words words) {
                double wide = TextWidth.of(words.text(), words.size());
                double from = words.at().x() - words.anchor().share() * wide;
                assertTrue(from >= -1 && from + wide <= size.width() + 1, words.text());
                assertTrue(words.at().y() > 0 && words.at().y() <= size.height(), words.text());
                if (words.bold()) {
                    ends.add(words);
                }
            }
        }
        assertEquals(2, ends.size());
        assertTrue(ends.get(1).at().y() - ends.get(0).at().y() >= 1.19 * size.text());
        assertTrue(ends.stream().anyMatch(end -> end.text().endsWith(" 40.0")), ends.toString());
    }

    @Test
    void marks_always_sayWhatTheyShow() {
        List<Shape.Mark> marks = marks(CurveChart.of(data("best-of-n"), ChartSize.PAGE));
        assertEquals(
                new Datum(1, "best-of-n", "16 generations", .5, .48, .52, "50.0 percent", "2.0"),
                marks.get(1).datum());
        CurvePoint bare = point(16, .5, true, 1).bare();
        assertEquals(
                "exact",
                data("best-of-n").datum(data("best-of-n").curves().get(0), bare).error());
        CurveData times = new CurveData(
                "Budget to match",
                "generations",
                "times as many",
                false,
                false,
                List.of(),
                List.of(new Curve("vote", List.of(new CurvePoint(4, 1.5, 1.5, 1.5, 1.5, 1.5, false, -1, "")), -1)),
                CurveData.NONE,
                List.of());
        Drawing drawing = CurveChart.of(times, ChartSize.PAGE);
        assertEquals(
                new Datum(-1, "vote", "4 generations", 1.5, 1.5, 1.5, "1.5", ""),
                marks(drawing).get(0).datum());
        String mark =
                " data-line=\"vote\" data-at=\"4 generations\" data-value=\"1.5\" data-low=\"1.5\" data-high=\"1.5\" data-words=\"1.5\"";
        assertTrue(SvgWriter.element(drawing, "p").contains(mark));
        assertFalse(SvgWriter.document(drawing).contains("data-"));
    }

    @Test
    void description_always_saysEndsAndPeak() {
        assertEquals(
                "accuracy % against generations. best-of-n goes from 30.0 % at 1 to 40.0 % at 256, with its peak of 50.0 % at 16."
                        + " majority-vote goes from 30.0 % at 1 to 40.5 % at 256.",
                data("best-of-n").description());
    }

    @Test
    void svg_whateverNamesSay_isXmlWithoutScripts() throws Exception {
        String svg = SvgWriter.document(CurveChart.of(data(HOSTILE), ChartSize.PAGE));
        assertFalse(svg.contains("<script"), svg);
        assertFalse(svg.contains("var("), svg); // a file of its own needs no page
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        assertEquals(
                "svg",
                factory.newDocumentBuilder()
                        .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)))
                        .getDocumentElement()
                        .getNodeName());
    }

    @Tag("slow")
    @Test
    void pdf_always_isAsLargeAsTheDrawingAndHasItsWords() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PdfWriter.pdf(CurveChart.of(data("best\u2011of\u221en"), ChartSize.COLUMN), out);
        try (PDDocument document = Loader.loadPDF(out.toByteArray())) {
            assertEquals(1, document.getNumberOfPages());
            assertEquals(237.6, document.getPage(0).getMediaBox().getWidth(), .01);
            String words = new PDFTextStripper().getText(document);
            assertTrue(words.contains("majority-vote 40.5"), words);
            assertTrue(words.contains("best?of?n 40.0"), words); // letters that Helvetica lacks
        }
        ByteArrayOutputStream again = new ByteArrayOutputStream();
        PdfWriter.pdf(CurveChart.of(data("best\u2011of\u221en"), ChartSize.COLUMN), again);
        assertEquals(out.toString(StandardCharsets.ISO_8859_1), again.toString(StandardCharsets.ISO_8859_1));
    }

    @Tag("slow")
    @Test
    void png_always_hasTheDotsAskedFor() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PdfWriter.png(CurveChart.of(data("best-of-n"), ChartSize.COLUMN), 144, out);
        var image = ImageIO.read(new ByteArrayInputStream(out.toByteArray()));
        assertEquals(475, image.getWidth(), 1);
        int blue = Integer.parseInt(Ink.series(0).light().substring(1), 16);
        long seen = 0;
        for (int x = 0; x < image.getWidth(); x++) {
            for (int y = 0; y < image.getHeight(); y++) {
                seen += (image.getRGB(x, y) & 0xFFFFFF) == blue ? 1 : 0;
            }
        }
        assertTrue(seen > 50, "of the first curve's colour: " + seen);
    }

    /** What tells variants of a strategy apart is their parameters. */
    @ParameterizedTest
    @MethodSource("sizes")
    void of_namesWithoutRoom_keepsTheirParameters(ChartSize size) {
        Drawing drawing = CurveChart.of(data("budget-forcing-of-a-chain waits=2"), size);
        assertTrue(
                drawing.shapes().stream()
                        .anyMatch(shape -> shape instanceof Shape.Words words
                                && words.text().endsWith(" waits=2 40.0")),
                "the end of the name");
    }
}
