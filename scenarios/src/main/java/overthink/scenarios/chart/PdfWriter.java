package overthink.scenarios.chart;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Calendar;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.graphics.state.PDExtendedGraphicsState;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.util.Matrix;

/**
 * Writes drawings as PDF, in the Helvetica that every reader has, and as PNG, which are made of the PDF and need no fonts of the
 * system. Letters that Helvetica lacks become question marks.
 */
public final class PdfWriter {

    private static final double POINTS_PER_INCH = 72;

    private final double height;
    private final PDPageContentStream page;
    private final PDFont plain;
    private final PDFont bold;

    private PdfWriter(double height, PDPageContentStream page) {
        this.height = height;
        this.page = page;
        plain = new PDType1Font(Standard14Fonts.FontName.HELVETICA);
        bold = new PDType1Font(Standard14Fonts.FontName.HELVETICA_BOLD);
    }

    /** Writes a PDF of one page, as large as the drawing. */
    public static void pdf(Drawing drawing, OutputStream out) throws IOException {
        try (PDDocument document = document(drawing)) {
            document.save(out);
        }
    }

    /**
     * Writes a PNG.
     *
     * @param dotsPerInch how fine it is
     */
    public static void png(Drawing drawing, double dotsPerInch, OutputStream out) throws IOException {
        try (PDDocument document = document(drawing)) {
            BufferedImage image =
                    new PDFRenderer(document).renderImage(0, (float) (dotsPerInch / POINTS_PER_INCH), ImageType.RGB);
            if (!ImageIO.write(image, "png", out)) {
                throw new IOException("this Java writes no PNG");
            }
        }
    }

    private static PDDocument document(Drawing drawing) throws IOException {
        System.setProperty("java.awt.headless", "true");
        PDDocument document = new PDDocument();
        PDDocumentInformation about = document.getDocumentInformation();
        about.setTitle(drawing.title());
        about.setSubject(drawing.description());
        Calendar epoch = Calendar.getInstance(TimeZone.getTimeZone("UTC"), Locale.ROOT);
        epoch.setTimeInMillis(0);
        about.setCreationDate(epoch); // the same drawing gives the same file
        document.setDocumentId(0L);
        PDPage sheet = new PDPage(new PDRectangle((float) drawing.width(), (float) drawing.height()));
        document.addPage(sheet);
        try (PDPageContentStream page = new PDPageContentStream(document, sheet)) {
            PdfWriter writer = new PdfWriter(drawing.height(), page);
            for (Shape shape : drawing.shapes()) {
                writer.write(shape);
            }
        }
        return document;
    }

    private void write(Shape shape) throws IOException {
        if (shape instanceof Shape.Path path) {
            path(path);
        } else if (shape instanceof Shape.Mark mark) {
            mark(mark);
        } else if (shape instanceof Shape.Words words) {
            words(words);
        }
    }

    private void path(Shape.Path path) throws IOException {
        Ink fill = path.fill();
        if (path.role().equals("band-problems")) {
            return; // a page shows one kind of band or the other; a picture that stands for itself that of the
            // population
        }
        page.saveGraphicsState();
        Stroke stroke = path.stroke();
        if (fill != null) {
            PDExtendedGraphicsState state = new PDExtendedGraphicsState();
            state.setNonStrokingAlphaConstant((float) path.opacity());
            page.setGraphicsStateParameters(state);
            fill(fill);
            trace(path.corners(), true);
            page.fill();
        }
        if (stroke != null) {
            float[] rgb = stroke.ink().rgb();
            page.setStrokingColor(rgb[0], rgb[1], rgb[2]);
            page.setLineWidth((float) stroke.width());
            page.setLineJoinStyle(1);
            float[] dashes = new float[stroke.dashes().size()];
            for (int i = 0; i < dashes.length; i++) {
                dashes[i] = stroke.dashes().get(i).floatValue();
            }
            page.setLineDashPattern(dashes, 0);
            trace(path.corners(), fill != null);
            page.stroke();
        }
        page.restoreGraphicsState();
    }

    private void mark(Shape.Mark mark) throws IOException {
        List<Position> corners = mark.symbol().corners(mark.at().x(), mark.at().y(), mark.radius());
        fill(mark.filled() ? mark.ink() : Ink.PAPER);
        trace(corners, true);
        page.fill();
        if (!mark.filled()) {
            float[] rgb = mark.ink().rgb();
            page.setStrokingColor(rgb[0], rgb[1], rgb[2]);
            page.setLineWidth(1.2f);
            trace(corners, true);
            page.stroke();
        }
    }

    private void fill(Ink ink) throws IOException {
        float[] rgb = ink.rgb();
        page.setNonStrokingColor(rgb[0], rgb[1], rgb[2]);
    }

    private void trace(List<Position> corners, boolean closed) throws IOException {
        for (int i = 0; i < corners.size(); i++) {
            float x = (float) corners.get(i).x();
            float y = (float) (height - corners.get(i).y());
            if (i == 0) {
                page.moveTo(x, y);
            } else {
                page.lineTo(x, y);
            }
        }
        if (closed) {
            page.closePath();
        }
    }

    private void words(Shape.Words words) throws IOException {
        PDFont font = words.bold() ? bold : plain;
        String text = written(words.text(), font);
        double width = font.getStringWidth(text) / 1000 * words.size();
        double before = words.anchor().share() * width;
        double x = words.at().x();
        double y = height - words.at().y();
        page.beginText();
        page.setFont(font, (float) words.size());
        fill(words.ink());
        page.setTextMatrix(
                words.upright()
                        ? Matrix.getRotateInstance(Math.PI / 2, (float) x, (float) (y - before))
                        : Matrix.getTranslateInstance((float) (x - before), (float) y));
        page.showText(text);
        page.endText();
    }

    /** A text in letters that a font has. */
    private static String written(String text, PDFont font) {
        StringBuilder written = new StringBuilder();
        text.codePoints().forEach(letter -> {
            String one = Character.toString(letter);
            try {
                font.encode(one);
                written.append(one);
            } catch (IOException | IllegalArgumentException e) {
                written.append(letter == 0x2212 ? "-" : "?");
            }
        });
        return written.toString();
    }
}
