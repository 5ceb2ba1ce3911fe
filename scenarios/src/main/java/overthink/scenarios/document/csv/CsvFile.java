package overthink.scenarios.document.csv;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import overthink.scenarios.document.form.Fields;
import overthink.scenarios.document.form.Key;
import overthink.scenarios.document.form.Spelling;
import overthink.scenarios.document.yaml.MistakeListener;
import overthink.scenarios.document.yaml.SourceLocation;
import overthink.scenarios.recording.table.Table;

/** A file of rows that a scenario draws on: some of its columns, some of its rows. */
public final class CsvFile {

    private static final int MOST_ROWS = 10_000_000;
    private static final int MOST_MISTAKES = 20;
    private static final int MOST_VALUES = 1_000;
    private static final int MOST_SHOWN = 20;

    /** Columns that name a problem, unless the scenario says which does, the likeliest first. */
    private static final List<String> PROBLEMS = List.of(
            "problem",
            "problemid",
            "problemname",
            "problemindex",
            "task",
            "taskid",
            "taskname",
            "question",
            "questionid",
            "uid",
            "uniqueid",
            "qid",
            "pid",
            "item",
            "itemid",
            "example",
            "exampleid",
            "instance",
            "instanceid",
            "query",
            "queryid",
            "promptid",
            "prompt",
            "id");

    private static final List<String> VERDICTS =
            List.of("correct", "iscorrect", "passed", "pass", "success", "solved", "accepted");

    private final Fields fields;
    private final Key<String> file;
    private final Key<Map<String, CellValue>> where;
    private final Key<List<String>> problem;
    private final List<Key<String>> columns;
    private final MistakeListener report;

    /**
     * A file as a scenario names it.
     *
     * @param fields the values below
     * @param file the path
     * @param where the value that each of some columns must have
     * @param problem the columns that together name a row's problem; without a value those that look so
     * @param columns the columns to read
     */
    public CsvFile(
            Fields fields,
            Key<String> file,
            Key<Map<String, CellValue>> where,
            Key<List<String>> problem,
            List<Key<String>> columns) {
        this.fields = fields;
        this.file = file;
        this.where = where;
        this.problem = problem;
        this.columns = columns;
        this.report = fields.spot().scene().report();
    }

    /**
     * Hands every row that has the values asked for to {@code reader}.
     *
     * @param reader says whether the row was sound, and reports when it was not
     * @return whether there was a row and no mistake; mistakes are reported
     */
    public boolean forEach(Predicate<CsvRow> reader) {
        Boolean sound = NamedTable.read(fields, file, (path, table) -> new Pass(path, table, reader).run());
        return Boolean.TRUE.equals(sound);
    }

    /** One reading of the file. */
    private final class Pass {

        private final Path path;
        private final Table rows;
        private final Predicate<CsvRow> reader;
        private final Map<Integer, CellValue> filter = new LinkedHashMap<>();
        private final Map<String, Set<String>> seen = new HashMap<>();
        private List<String> header = List.of();
        private int[] identity = {};
        private long count;
        private long matching;
        private int mistakes;

        Pass(Path path, Table rows, Predicate<CsvRow> reader) {
            this.path = path;
            this.rows = rows;
            this.reader = reader;
        }

        boolean run() throws IOException {
            if (rows.columns().isEmpty()) {
                report.add(new SourceLocation(path.toString(), 1, 0), "", "", "there is nothing in it", "");
                return false;
            }
            header = rows.columns();
            int[] wanted = columns.stream()
                    .mapToInt(key -> index(fields.get(key), key.name()))
                    .toArray();
            fields.get(where).forEach((column, value) -> filter.put(index(column, where.name()), value));
            identity = fields.has(problem)
                    ? fields.get(problem).stream()
                            .mapToInt(column -> index(column, problem.name()))
                            .toArray()
                    : likelyProblem();
            if (mistakes == 0) {
                readRows(wanted);
            }
            return mistakes == 0 && matched();
        }

        private void readRows(int[] wanted) throws IOException {
            List<String> names = columns.stream().map(fields::get).toList();
            while (mistakes < MOST_MISTAKES && matching < MOST_ROWS) {
                List<String> row = rows.next();
                if (row == null) {
                    return;
                }
                count++;
                if (row.size() != header.size()) {
                    mistakes++;
                    report.add(place(), "", "", width(row), widthHint(row));
                } else if (matches(row)) {
                    matching++;
                    List<String> cells =
                            Arrays.stream(wanted).mapToObj(row::get).toList();
                    String id = Arrays.stream(identity).mapToObj(row::get).collect(Collectors.joining(", "));
                    CsvRow found = new CsvRow(
                            names,
                            cells,
                            Arrays.stream(identity).mapToObj(header::get).toList(),
                            id,
                            header,
                            row,
                            place(),
                            fields.spot().scene());
                    mistakes += reader.test(found) ? 0 : 1;
                }
            }
            if (mistakes == MOST_MISTAKES) {
                report.add(place(), "", "", "mistakes after this line are not listed", "");
            } else if (rows.next() != null) {
                mistakes++;
                report.add(place(), "", "", "at most %d rows are read".formatted(MOST_ROWS), "");
            }
        }

        private String width(List<String> row) {
            return "there %s %d cell%s, and the header has %d"
                    .formatted(row.size() == 1 ? "is" : "are", row.size(), row.size() == 1 ? "" : "s", header.size());
        }

        /** What was meant by a row that is longer or shorter than the header. */
        private String widthHint(List<String> row) {
            if (row.size() > header.size() && row.get(row.size() - 1).isEmpty()) {
                return "without the comma at the end";
            }
            for (int i = 0; i + 1 < row.size() && row.size() > header.size(); i++) {
                if (row.get(i).matches("[-+]?\\d{1,9}") && row.get(i + 1).matches("\\d{1,18}")) {
                    return "%s.%s, with a decimal point instead of a comma; or in quotes, if it is text"
                            .formatted(row.get(i), row.get(i + 1));
                }
            }
            if (row.size() > header.size()) {
                return "text that holds a comma goes in quotes";
            }
            String other = separator(String.join(",", row));
            return other.isEmpty() ? "a cell without a value is still between commas" : "commas instead of " + other;
        }

        private boolean matches(List<String> row) {
            boolean matches = true;
            for (Map.Entry<Integer, CellValue> entry : filter.entrySet()) {
                String cell = row.get(entry.getKey());
                matches &= entry.getValue().matches(cell);
                Set<String> values = seen.computeIfAbsent(header.get(entry.getKey()), column -> new LinkedHashSet<>());
                if (values.size() < MOST_VALUES) {
                    values.add(cell);
                }
            }
            return matches;
        }

        private int index(String column, String key) {
            int index = header.indexOf(column);
            if (index >= 0 && index == header.lastIndexOf(column)) {
                return index;
            }
            mistakes++;
            String rule = index < 0
                    ? "there is no column %s; columns are %s".formatted(column, shown(header, ", "))
                    : "there are two columns %s".formatted(column);
            report.add(place(), fields.spot().key(key).path(), "", rule, index < 0 ? columnHint(column) : "");
            return Integer.MAX_VALUE;
        }

        private String columnHint(String column) {
            String other = header.size() == 1 ? separator(header.get(0)) : "";
            if (!other.isEmpty()) {
                return "commas between the columns instead of " + other;
            }
            if (header.stream().allMatch(name -> name.matches("[-+.\\d]+([eE][-+]?\\d+)?"))) {
                return "a first line with the names of the columns";
            }
            Optional<String> sameButCase =
                    header.stream().filter(column::equalsIgnoreCase).findFirst();
            if (sameButCase.isPresent()) {
                return sameButCase.get();
            }
            int[] likely = likelyProblem();
            Optional<String> verdict = header.stream()
                    .filter(name -> VERDICTS.contains(letters(name)))
                    .findFirst();
            String nearest = Spelling.nearest(column, header);
            return nearest.isEmpty() && likely.length > 0 && verdict.isPresent()
                    ? "attempts: {file: %s, problem: %s, correct: %s}, if a row is one attempt"
                            .formatted(fields.get(file), header.get(likely[0]), verdict.get())
                    : nearest;
        }

        private static String separator(String line) {
            return line.indexOf(';') >= 0
                    ? "semicolons"
                    : line.indexOf('\t') >= 0 ? "tabs" : line.indexOf('|') >= 0 ? "bars" : "";
        }

        private int[] likelyProblem() {
            List<String> names = header.stream().map(Pass::letters).toList();
            return PROBLEMS.stream()
                    .mapToInt(names::indexOf)
                    .filter(index -> index >= 0
                            && columns.stream().noneMatch(key -> fields.get(key).equals(header.get(index))))
                    .limit(1)
                    .toArray();
        }

        private static String letters(String name) {
            return name.replaceAll("[^\\p{L}\\p{N}]", "").toLowerCase(Locale.ROOT);
        }

        private boolean matched() {
            if (count == 0) {
                report.add(place(), "", "", "there are no rows below the header", "");
                return false;
            }
            if (matching > 0) {
                return true;
            }
            List<String> wanted = new ArrayList<>();
            List<String> there = new ArrayList<>();
            List<String> hints = new ArrayList<>();
            fields.get(where).forEach((column, value) -> {
                wanted.add(column + " = " + value.text());
                Set<String> values = seen.getOrDefault(column, Set.of());
                boolean known = values.stream().anyMatch(value::matches);
                if (!known) {
                    there.add("; %s is %s".formatted(column, shown(values, ", ")));
                    value.nearest(values).ifPresent(nearest -> hints.add(column + ": " + nearest));
                }
            });
            fields.refuse(
                    where,
                    "no row of %s has %s%s".formatted(path, String.join(" and ", wanted), String.join("", there)),
                    String.join(", ", hints));
            return false;
        }

        private SourceLocation place() {
            return new SourceLocation(path.toString(), Math.max(1, rows.line()), 0);
        }
    }

    /** The first of some texts, cut where they are long. */
    private static String shown(java.util.Collection<String> texts, String separator) {
        String shown = texts.stream()
                .limit(MOST_SHOWN)
                .map(text -> text.isEmpty() ? "(empty)" : text.length() <= 60 ? text : text.substring(0, 59) + "…")
                .collect(Collectors.joining(separator));
        return texts.size() > MOST_SHOWN ? shown + separator + "…" : shown;
    }
}
