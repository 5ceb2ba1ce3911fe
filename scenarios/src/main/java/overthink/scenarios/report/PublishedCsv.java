package overthink.scenarios.report;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import overthink.scenarios.files.BrokenFileException;
import overthink.scenarios.files.CsvReader;
import overthink.scenarios.files.FileTrouble;
import overthink.scenarios.store.BrokenRunException;
import overthink.scenarios.text.NearestName;

/**
 * Reads curves that somebody published: a CSV file with a line of names, {@code label,budget,accuracy} and perhaps
 * {@code lower,upper}, in any order, and then a line for each point. A budget is above 0, in what the budgets of the run below
 * count; accuracy and the ends of its interval are shares of 1.
 */
final class PublishedCsv {

    static final String METHOD = "published";

    private static final String LABEL = "label";
    private static final String BUDGET = "budget";
    private static final String ACCURACY = "accuracy";
    private static final String LOWER = "lower";
    private static final String UPPER = "upper";

    private static final List<String> NEEDED = List.of(LABEL, BUDGET, ACCURACY);
    private static final List<String> KNOWN = List.of(LABEL, BUDGET, ACCURACY, LOWER, UPPER);

    /** More points are no curve that somebody read off a figure. */
    private static final int MOST_POINTS = 10_000;

    private final Path file;
    private final List<ReportRow> rows = new ArrayList<>();
    private final Set<List<Object>> seen = new HashSet<>();

    private PublishedCsv(Path file) {
        this.file = file;
    }

    /**
     * The points of a file as rows without a resource.
     *
     * @throws BrokenRunException when it is no such file
     */
    static List<ReportRow> read(Path file) throws IOException {
        Optional<String> trouble = FileTrouble.unreadable(file, "a CSV of published curves");
        if (trouble.isPresent()) {
            throw new BrokenRunException("%s: %s".formatted(file, trouble.get()));
        }
        PublishedCsv csv = new PublishedCsv(file);
        try (InputStream in = Files.newInputStream(file)) {
            csv.read(new CsvReader(in));
        } catch (BrokenFileException e) {
            throw csv.refused(e.line(), e.getMessage() + (e.hint().isEmpty() ? "" : ". Maybe: " + e.hint()));
        }
        return csv.rows;
    }

    private void read(CsvReader in) throws IOException {
        List<String> names = in.next();
        if (names == null) {
            throw refused(
                    0,
                    "this is empty; its first line must be label,budget,accuracy or label,budget,accuracy,lower,upper");
        }
        check(names);
        for (List<String> cells = in.next(); cells != null; cells = in.next()) {
            if (cells.size() != names.size()) {
                throw refused(
                        in.line(), "there are %d cells, and %d names of columns".formatted(cells.size(), names.size()));
            }
            Map<String, String> row = new LinkedHashMap<>();
            for (int i = 0; i < cells.size(); i++) {
                row.put(names.get(i), cells.get(i));
            }
            rows.add(point(row, in.line()));
            if (rows.size() > MOST_POINTS) {
                throw refused(in.line(), "there are more than %,d points".formatted(MOST_POINTS));
            }
        }
        if (rows.isEmpty()) {
            throw refused(0, "there is no point in it");
        }
    }

    private void check(List<String> names) {
        for (String name : names) {
            if (!KNOWN.contains(name)) {
                throw refused(
                        1,
                        "there is no column '%s'; there are: %s%s"
                                .formatted(
                                        name,
                                        String.join(", ", KNOWN),
                                        NearestName.to(name, KNOWN)
                                                .map(". Maybe: "::concat)
                                                .orElse("")));
            }
        }
        if (Set.copyOf(names).size() < names.size()) {
            throw refused(1, "a column is named twice");
        }
        for (String name : NEEDED) {
            if (!names.contains(name)) {
                throw refused(1, "the column '%s' is missing".formatted(name));
            }
        }
        if (names.contains(LOWER) != names.contains(UPPER)) {
            throw refused(1, "an interval has two ends: give both lower and upper, or neither");
        }
    }

    private ReportRow point(Map<String, String> cells, int line) {
        String label = cells.getOrDefault(LABEL, "");
        if (label.isBlank()) {
            throw refused(line, "the label is empty; it is what the curve is called");
        }
        double budget = number(cells, BUDGET, line);
        if (!(budget > 0)) {
            throw refused(line, "budget must be above 0, not %s".formatted(cells.get(BUDGET)));
        }
        Map<String, Object> fields = new LinkedHashMap<>();
        double accuracy = share(cells, ACCURACY, line);
        fields.put(ACCURACY, accuracy);
        boolean lower = !cells.getOrDefault(LOWER, "").isEmpty();
        boolean upper = !cells.getOrDefault(UPPER, "").isEmpty();
        if (lower != upper) {
            throw refused(line, "an interval has two ends: give both lower and upper, or neither");
        }
        if (lower) {
            double low = share(cells, LOWER, line);
            double high = share(cells, UPPER, line);
            if (low > accuracy || accuracy > high) {
                throw refused(
                        line, "accuracy must lie between lower and upper: %s, %s, %s".formatted(low, accuracy, high));
            }
            fields.put(LOWER, low);
            fields.put(UPPER, high);
        }
        if (!seen.add(List.of(label, budget))) {
            throw refused(line, "there are two points of '%s' at %s".formatted(label, cells.get(BUDGET)));
        }
        return new ReportRow(-1, Map.of(), label, "", budget, CurvePictures.ALL, METHOD, new StoredObject(fields));
    }

    private double share(Map<String, String> cells, String column, int line) {
        double value = number(cells, column, line);
        if (value < 0 || value > 1) {
            boolean percent = value > 1 && value <= 100;
            throw refused(
                    line,
                    "%s must be between 0 and 1, not %s%s"
                            .formatted(
                                    column,
                                    cells.get(column),
                                    percent
                                            ? ". Maybe: %s, as it is a share, not percent".formatted(value / 100)
                                            : ""));
        }
        return value;
    }

    private double number(Map<String, String> cells, String column, int line) {
        String text = cells.getOrDefault(column, "");
        try {
            double value = Double.parseDouble(text);
            if (Double.isFinite(value) && !text.matches(".*[dDfFxX]")) {
                return value;
            }
        } catch (NumberFormatException e) {
            // It is refused below, as what is no finite number.
        }
        throw refused(line, "%s must be a number, not '%s'".formatted(column, text));
    }

    private BrokenRunException refused(int line, String rule) {
        return new BrokenRunException(line > 0 ? "%s: line %d: %s".formatted(file, line, rule) : file + ": " + rule);
    }
}
