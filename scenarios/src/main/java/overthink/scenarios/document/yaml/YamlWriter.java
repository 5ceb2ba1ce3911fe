package overthink.scenarios.document.yaml;

import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Writes a tree as YAML: one line for what is flat and short, blocks for the rest. Equal trees give equal text. */
public final class YamlWriter {

    private static final int WIDTH = 110;
    private static final Pattern PLAIN = Pattern.compile("[\\p{Alpha}/.][\\p{Alnum} _./+-]*(?<! )");

    private final StringBuilder out = new StringBuilder();

    private YamlWriter() {}

    /** The text of a document, ending with a line feed. */
    public static String write(Node node) {
        YamlWriter writer = new YamlWriter();
        if (node instanceof Node.Entries mapping && !mapping.entries().isEmpty()) {
            writer.entries(mapping.entries(), 0, false);
        } else {
            writer.out.append(flow(node)).append('\n');
        }
        return writer.out.toString();
    }

    private void entries(List<Node.Entry> entries, int indent, boolean started) {
        boolean here = started;
        for (Node.Entry entry : entries) {
            out.append(here ? "" : " ".repeat(indent))
                    .append(text(entry.name()))
                    .append(':');
            here = false;
            value(entry.value(), indent);
        }
    }

    private void value(Node value, int indent) {
        String flow = flow(value);
        if (flat(value) && indent + flow.length() <= WIDTH) {
            out.append(' ').append(flow).append('\n');
        } else if (value instanceof Node.Items list && list.items().stream().allMatch(Node.Scalar.class::isInstance)) {
            out.append('\n');
            wrapped(list.items(), indent + 2);
        } else if (value instanceof Node.Items list) {
            out.append('\n');
            list.items().forEach(item -> item(item, indent + 2));
        } else if (value instanceof Node.Entries mapping && !mapping.entries().isEmpty()) {
            out.append('\n');
            entries(mapping.entries(), indent + 2, false);
        } else {
            out.append(' ').append(flow).append('\n');
        }
    }

    private void item(Node item, int indent) {
        out.append(" ".repeat(indent)).append('-');
        if (item instanceof Node.Entries mapping && !mapping.entries().isEmpty()) {
            out.append(' ');
            entries(mapping.entries(), indent + 2, true);
        } else {
            value(item, indent);
        }
    }

    private void wrapped(List<Node> scalars, int indent) {
        String margin = " ".repeat(indent);
        out.append(margin).append('[');
        int column = indent + 1;
        for (Iterator<Node> rest = scalars.iterator(); rest.hasNext(); ) {
            String next = flow(rest.next()) + (rest.hasNext() ? "," : "]");
            if (column + 1 + next.length() > WIDTH) {
                out.append('\n').append(margin).append(' ');
                column = indent + 1;
            } else if (column > indent + 1) {
                out.append(' ');
                column++;
            }
            out.append(next);
            column += next.length();
        }
        out.append('\n');
    }

    /** Whether it reads well on one line: a scalar, or a collection of scalars, or a name with such a collection. */
    private static boolean flat(Node node) {
        if (node instanceof Node.Items list) {
            return list.items().stream().allMatch(Node.Scalar.class::isInstance);
        }
        if (node instanceof Node.Entries mapping) {
            return mapping.entries().stream().allMatch(entry -> entry.value() instanceof Node.Scalar)
                    || (mapping.entries().size() == 1
                            && flat(mapping.entries().get(0).value()));
        }
        return true;
    }

    /** A value in one line. */
    public static String flow(Node node) {
        StringBuilder flow = new StringBuilder();
        flow(node, flow);
        return flow.toString();
    }

    private static void flow(Node node, StringBuilder flow) {
        if (node instanceof Node.Scalar scalar) {
            flow.append(scalar.type() == Node.Type.TEXT ? text(scalar.text()) : scalar.text());
        } else if (node instanceof Node.Items list) {
            flow.append('[');
            for (Iterator<Node> rest = list.items().iterator(); rest.hasNext(); ) {
                flow(rest.next(), flow);
                flow.append(rest.hasNext() ? ", " : "");
            }
            flow.append(']');
        } else if (node instanceof Node.Entries mapping) {
            flow.append('{');
            for (Iterator<Node.Entry> rest = mapping.entries().iterator(); rest.hasNext(); ) {
                Node.Entry entry = rest.next();
                flow.append(text(entry.name())).append(": ");
                flow(entry.value(), flow);
                flow.append(rest.hasNext() ? ", " : "");
            }
            flow.append('}');
        }
    }

    private static String text(String text) {
        if (text.length() <= 1000
                && PLAIN.matcher(text).matches()
                && YamlReader.typeOf(text) == Node.Type.TEXT
                && !text.startsWith("...")) {
            return text;
        }
        StringBuilder quoted = new StringBuilder("\"");
        text.codePoints().forEach(point -> {
            if (point == '"' || point == '\\') {
                quoted.append('\\').appendCodePoint(point);
            } else if (point < ' '
                    || (point >= 0x7f && point < 0xa0)
                    || point == 0xfeff
                    || point == 0x2028
                    || point == 0x2029) {
                quoted.append(String.format(Locale.ROOT, "\\u%04x", point));
            } else {
                quoted.appendCodePoint(point);
            }
        });
        return quoted.append('"').toString();
    }
}
