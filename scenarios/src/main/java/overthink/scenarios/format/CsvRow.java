package overthink.scenarios.format;

import java.util.List;
import org.jspecify.annotations.Nullable;
import overthink.scenarios.format.form.Form;
import overthink.scenarios.format.form.Reading;
import overthink.scenarios.format.form.Scene;
import overthink.scenarios.format.form.Spot;
import overthink.scenarios.format.yaml.Node;
import overthink.scenarios.format.yaml.Place;
import overthink.scenarios.format.yaml.YamlReader;

/**
 * A row of a CSV file: the cells of the columns asked for.
 *
 * @param columns the names of the columns
 * @param cells one for each column; empty when the row is too short
 * @param place where the row stands
 * @param scene who hears of mistakes
 */
record CsvRow(List<String> columns, List<String> cells, Place place, Scene scene) {

    /** Reads the cell of a column. */
    <T> @Nullable Reading<T> read(int column, Form<T> form) {
        return form.read(cell(column), new Spot(columns.get(column), scene));
    }

    /** Reports that the cell of a column breaks a rule. */
    void refuse(int column, String rule) {
        new Spot(columns.get(column), scene).refuse(cell(column), rule);
    }

    private Node cell(int column) {
        String text = cells.get(column);
        return new Node.Scalar(text, YamlReader.typeOf(text), place);
    }
}
