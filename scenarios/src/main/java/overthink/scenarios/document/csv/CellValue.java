package overthink.scenarios.document.csv;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import overthink.scenarios.document.form.Definitions;
import overthink.scenarios.document.form.Form;
import overthink.scenarios.document.form.KeyPath;
import overthink.scenarios.document.form.ReadValue;
import overthink.scenarios.document.form.Spelling;
import overthink.scenarios.document.form.TextForm;
import overthink.scenarios.document.yaml.Node;
import overthink.scenarios.document.yaml.SourceLocation;
import overthink.scenarios.document.yaml.YamlReader;

/**
 * A value that a cell of a CSV file is compared with: a number with numbers (0.2 is .20 and 2e-1), true and false with either
 * in any spelling, text with text. In quotes, a number is text.
 *
 * @param written as the scenario has it
 */
public record CellValue(Node.Scalar written) {

    private static final Pattern LINE = Pattern.compile(TextForm.LINE);

    /** How it is written. */
    public static final Form<CellValue> FORM = new Form<>() {

        @Override
        public @Nullable ReadValue<CellValue> read(Node node, KeyPath spot) {
            if (!(node instanceof Node.Scalar scalar)
                    || scalar.type() == Node.Type.NOTHING
                    || !LINE.matcher(scalar.text()).matches()) {
                return spot.refuse(node, "must be " + what());
            }
            BigDecimal number = scalar.number();
            if (number != null) {
                return new ReadValue<>(new CellValue(scalar), Node.Scalar.number(number, node.place()));
            }
            if (scalar.type() == Node.Type.FLAG) {
                boolean flag = scalar.text().equalsIgnoreCase("true");
                return new ReadValue<>(new CellValue(scalar), Node.Scalar.flag(flag, node.place()));
            }
            Node.Scalar text = Node.Scalar.text(scalar.text(), node.place());
            return new ReadValue<>(new CellValue(text), text);
        }

        @Override
        public Map<String, Object> schema(Definitions definitions) {
            return Map.of("type", List.of("string", "number", "boolean"), "pattern", LINE.pattern());
        }

        @Override
        public String what() {
            return "a number, true, false, or a text of a line";
        }
    };

    /** As the scenario has it. */
    public String text() {
        return written.excerpt();
    }

    /** Whether a cell has this value. */
    public boolean matches(String cell) {
        Node.Scalar other = plain(cell);
        BigDecimal number = written.number();
        if (number != null) {
            BigDecimal theirs = other.number();
            return theirs != null && theirs.compareTo(number) == 0;
        }
        return written.type() == Node.Type.FLAG
                ? other.type() == Node.Type.FLAG && cell.equalsIgnoreCase(written.text())
                : cell.equals(written.text().strip());
    }

    /** The one of some cells that was probably meant. */
    Optional<String> nearest(Collection<String> cells) {
        BigDecimal number = plain(written.text()).number();
        if (number != null && written.type() == Node.Type.TEXT) {
            return cells.stream()
                    .filter(new CellValue(plain(written.text()))::matches)
                    .findFirst()
                    .map(cell -> written.text() + ", a number without quotes");
        }
        return Optional.of(Spelling.nearest(written.text(), cells)).filter(near -> !near.isEmpty());
    }

    private static Node.Scalar plain(String text) {
        return new Node.Scalar(text, YamlReader.typeOf(text), SourceLocation.whole(""));
    }
}
