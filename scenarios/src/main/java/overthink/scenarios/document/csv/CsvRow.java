package overthink.scenarios.document.csv;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import overthink.scenarios.document.form.Form;
import overthink.scenarios.document.form.KeyPath;
import overthink.scenarios.document.form.ReadValue;
import overthink.scenarios.document.form.ReadingContext;
import overthink.scenarios.document.yaml.Node;
import overthink.scenarios.document.yaml.SourceLocation;
import overthink.scenarios.document.yaml.YamlReader;

/**
 * A row of a CSV file: the cells of the columns asked for.
 *
 * @param columns the names of the columns
 * @param cells one for each column
 * @param problemColumns the columns that name its problem; none when that is not known
 * @param problem what they name it; empty when that is not known
 * @param header the names of all columns
 * @param whole the cells of all columns
 * @param place where the row stands
 * @param scene who hears of mistakes
 */
public record CsvRow(
        List<String> columns,
        List<String> cells,
        List<String> problemColumns,
        String problem,
        List<String> header,
        List<String> whole,
        SourceLocation place,
        ReadingContext scene) {

    private static final Set<String> YES = Set.of("1", "1.0", "true");
    private static final Set<String> NO = Set.of("0", "0.0", "false");

    /** Reads the cell of a column. */
    public <T> @Nullable ReadValue<T> read(int column, Form<T> form) {
        return form.read(cell(column), new KeyPath(columns.get(column), scene));
    }

    /** Reads a cell that says yes or no: 1 or 0, true or false; null when it says neither, which is reported. */
    public @Nullable Boolean verdict(int column) {
        String text = cells.get(column).toLowerCase(Locale.ROOT);
        if (YES.contains(text)) {
            return true;
        }
        if (NO.contains(text)) {
            return false;
        }
        refuse(column, "must be 1 or 0, true or false");
        return null;
    }

    /** Reports that the cell of a column breaks a rule. */
    public void refuse(int column, String rule) {
        new KeyPath(columns.get(column), scene).refuse(cell(column), rule);
    }

    /** Reports that the row as a whole breaks a rule. */
    public void refuse(String rule, String hint) {
        scene.report().add(place, "", "", rule, hint);
    }

    private Node cell(int column) {
        String text = cells.get(column);
        return new Node.Scalar(text, YamlReader.typeOf(text), place);
    }
}
