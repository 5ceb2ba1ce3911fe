package overthink.scenarios.chart;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes drawings as SVG. In a page their colours are custom properties of CSS, so that they follow its light and dark; in a file
 * of their own they are as they are on white. Needs no font but a sans-serif one.
 */
public final class SvgWriter {

    private static final String FONT = "Helvetica,Arial,'Liberation Sans',sans-serif";

    private final boolean alone;

    private SvgWriter(boolean alone) {
        this.alone = alone;
    }

    /** A document of its own. */
    public static String document(Drawing drawing) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + new SvgWriter(true).write(drawing, "picture") + "\n";
    }

    /**
     * An element of a page.
     *
     * @param id that no other element of the page has
     */
    public static String element(Drawing drawing, String id) {
        return new SvgWriter(false).write(drawing, id);
    }

    private String write(Drawing drawing, String id) {
        StringBuilder svg = new StringBuilder();
        String width = number(drawing.width());
        String height = number(drawing.height());
        svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %s %s\" ".formatted(width, height));
        if (alone) {
            svg.append("width=\"%spt\" height=\"%spt\" ".formatted(width, height));
        }
        svg.append("role=\"img\" aria-labelledby=\"%s-t %s-d\" font-family=\"%s\">".formatted(id, id, FONT));
        svg.append("<title id=\"%s-t\">%s</title>".formatted(id, escaped(drawing.title())));
        svg.append("<desc id=\"%s-d\">%s</desc>\n".formatted(id, escaped(drawing.description())));
        if (alone) {
            svg.append("<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>\n");
        }
        for (int i = 0; i < drawing.shapes().size(); i++) {
            Shape shape = drawing.shapes().get(i);
            int end = i;
            while (end + 1 < drawing.shapes().size()
                    && alike(shape, drawing.shapes().get(end + 1))) {
                end++;
            }
            if (end > i) {
                together(drawing.shapes().subList(i, end + 1), svg);
                i = end;
            } else {
                write(shape, svg);
            }
        }
        return svg.append("</svg>").toString();
    }

    /** Whether both are areas of one colour without an edge, which one element can hold. */
    private static boolean alike(Shape one, Shape other) {
        return area(one) && area(other) && Objects.equals(((Shape.Path) one).fill(), ((Shape.Path) other).fill());
    }

    private static boolean area(Shape shape) {
        return shape instanceof Shape.Path path
                && path.fill() != null
                && path.stroke() == null
                && path.role().isEmpty()
                && path.datum().words().isEmpty()
                && path.opacity() == 1;
    }

    /** Areas of one colour as one element. */
    private void together(List<Shape> areas, StringBuilder svg) {
        svg.append("<path d=\"");
        Ink fill = Ink.TEXT;
        for (Shape shape : areas) {
            Shape.Path path = (Shape.Path) shape;
            fill = Objects.requireNonNullElse(path.fill(), fill);
            svg.append(corners(path.corners())).append('Z');
        }
        svg.append("\" fill=\"%s\"/>\n".formatted(color(fill)));
    }

    private void write(Shape shape, StringBuilder svg) {
        if (shape instanceof Shape.Path path) {
            write(path, svg);
        } else if (shape instanceof Shape.Mark mark) {
            write(mark, svg);
        } else if (shape instanceof Shape.Words words) {
            write(words, svg);
        }
    }

    private void write(Shape.Path path, StringBuilder svg) {
        svg.append("<path");
        if (!path.role().isEmpty()) {
            svg.append(" class=\"%s\"".formatted(path.role()));
        }
        svg.append(" d=\"").append(corners(path.corners()));
        Ink fill = path.fill();
        svg.append(fill == null ? "\" fill=\"none\"" : "Z\" fill=\"%s\"".formatted(color(fill)));
        if (path.opacity() < 1) {
            svg.append(" fill-opacity=\"%s\"".formatted(number(path.opacity())));
        }
        write(path.stroke(), svg);
        svg.append(datum(path.datum())).append("/>\n");
    }

    private void write(@Nullable Stroke stroke, StringBuilder svg) {
        if (stroke == null) {
            return;
        }
        svg.append(" stroke=\"%s\" stroke-width=\"%s\" stroke-linejoin=\"round\""
                .formatted(color(stroke.ink()), number(stroke.width())));
        if (!stroke.dashes().isEmpty()) {
            svg.append(" stroke-dasharray=\"%s\""
                    .formatted(stroke.dashes().stream().map(SvgWriter::number).collect(Collectors.joining(" "))));
        }
    }

    private void write(Shape.Mark mark, StringBuilder svg) {
        String paint = mark.filled()
                ? "fill=\"%s\"".formatted(color(mark.ink()))
                : "fill=\"%s\" stroke=\"%s\" stroke-width=\"1.3\"".formatted(color(Ink.PAPER), color(mark.ink()));
        String datum = datum(mark.datum());
        if (mark.symbol() == Symbol.CIRCLE) {
            svg.append("<circle cx=\"%s\" cy=\"%s\" r=\"%s\" %s%s/>\n"
                    .formatted(number(mark.at().x()), number(mark.at().y()), number(mark.radius()), paint, datum));
        } else {
            List<Position> corners =
                    mark.symbol().corners(mark.at().x(), mark.at().y(), mark.radius());
            svg.append("<path d=\"%sZ\" %s%s/>\n".formatted(corners(corners), paint, datum));
        }
    }

    private void write(Shape.Words words, StringBuilder svg) {
        String x = number(words.at().x());
        String y = number(words.at().y());
        svg.append("<text x=\"%s\" y=\"%s\" font-size=\"%s\" fill=\"%s\""
                .formatted(x, y, number(words.size()), color(words.ink())));
        if (words.anchor() != Anchor.START) {
            svg.append(" text-anchor=\"%s\"".formatted(words.anchor().svg()));
        }
        if (words.bold()) {
            svg.append(" font-weight=\"bold\"");
        }
        if (words.upright()) {
            svg.append(" transform=\"rotate(-90 %s %s)\"".formatted(x, y));
        }
        svg.append(datum(words.datum()))
                .append('>')
                .append(escaped(words.text()))
                .append("</text>\n");
    }

    /** What a mark shows, as attributes that a page reads; nothing in a file of its own. */
    private String datum(Datum datum) {
        if (alone || datum.words().isEmpty()) {
            return "";
        }
        String row = datum.row() < 0 ? "" : " data-row=\"%d\"".formatted(datum.row());
        return "%s data-line=\"%s\" data-at=\"%s\" data-value=\"%s\" data-low=\"%s\" data-high=\"%s\" data-words=\"%s\" data-error=\"%s\""
                .formatted(
                        row,
                        escaped(datum.line()),
                        escaped(datum.at()),
                        figure(datum.value()),
                        figure(datum.low()),
                        figure(datum.high()),
                        escaped(datum.words()),
                        escaped(datum.error()));
    }

    /** A number with nine digits. */
    private static String figure(double value) {
        return Double.isFinite(value)
                ? new BigDecimal(value)
                        .round(new MathContext(9))
                        .stripTrailingZeros()
                        .toString()
                : "";
    }

    private static String corners(List<Position> corners) {
        StringBuilder path = new StringBuilder();
        for (Position corner : corners) {
            path.append(path.isEmpty() ? 'M' : 'L')
                    .append(number(corner.x()))
                    .append(' ')
                    .append(number(corner.y()));
        }
        return path.toString();
    }

    private String color(Ink ink) {
        return alone || ink.role().isEmpty() ? ink.light() : "var(--%s)".formatted(ink.role());
    }

    /** A number with two digits behind the point at most. */
    static String number(double value) {
        String text = String.format(Locale.ROOT, "%.2f", value);
        String cut = text.replaceAll("0+$", "").replaceAll("\\.$", "");
        return cut.equals("-0") ? "0" : cut;
    }

    /** A text as XML and HTML write it, whatever it says. */
    public static String escaped(String text) {
        StringBuilder safe = new StringBuilder();
        text.codePoints().forEach(letter -> {
            switch (letter) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                default -> {
                    boolean control = letter < ' ' && letter != '\n' && letter != '\t';
                    boolean none = letter == 0xFFFE || letter == 0xFFFF || (letter >= 0xD800 && letter <= 0xDFFF);
                    safe.appendCodePoint(control || none || letter == 0x7F ? 0xFFFD : letter);
                }
            }
        });
        return safe.toString();
    }
}
