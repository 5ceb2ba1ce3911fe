package overthink.scenarios.format;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.zip.GZIPInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import overthink.scenarios.format.form.Fields;
import overthink.scenarios.format.form.Key;
import overthink.scenarios.format.form.Spelling;
import overthink.scenarios.format.yaml.Place;
import overthink.scenarios.format.yaml.Report;

/** A CSV file, plain or gzipped, that a scenario draws on: some of its columns, some of its rows. */
final class CsvFile {

    private static final CSVFormat FORMAT = CSVFormat.DEFAULT
            .builder()
            .setTrim(true)
            .setIgnoreSurroundingSpaces(true)
            .get();

    private static final int MOST_ROWS = 10_000_000;
    private static final int MOST_MISTAKES = 20;
    private static final int MOST_VALUES = 1_000;

    private final Fields fields;
    private final Key<String> file;
    private final Key<Map<String, String>> where;
    private final List<Key<String>> columns;
    private final Path path;
    private final Report report;

    /**
     * A file as a scenario names it.
     *
     * @param fields the values below
     * @param file the path
     * @param where the value that each of some columns must have
     * @param columns the columns to read
     */
    CsvFile(Fields fields, Key<String> file, Key<Map<String, String>> where, List<Key<String>> columns) {
        this.fields = fields;
        this.file = file;
        this.where = where;
        this.columns = columns;
        this.path = fields.spot().scene().folder().resolve(fields.get(file)).normalize();
        this.report = fields.spot().scene().report();
    }

    /**
     * Hands every row that has the values asked for to {@code reader}.
     *
     * @param reader says whether the row was sound, and reports when it was not
     * @return whether there was a row and no mistake; mistakes are reported
     */
    boolean forEach(Predicate<CsvRow> reader) {
        if (!Files.isRegularFile(path)) {
            String rule = Files.isDirectory(path) ? "%s is a directory" : "there is no file %s";
            fields.refuse(file, rule.formatted(path), "");
            return false;
        }
        try (CSVParser parser =
                CSVParser.builder().setReader(open()).setFormat(FORMAT).get()) {
            return new Pass(parser, reader).run();
        } catch (IOException failure) {
            refuse(failure);
        } catch (UncheckedIOException failure) {
            refuse(failure.getCause());
        }
        return false;
    }

    private Reader open() throws IOException {
        InputStream in = new BufferedInputStream(Files.newInputStream(path));
        in.mark(2);
        boolean zipped = in.read() == 0x1f && in.read() == 0x8b;
        in.reset();
        return new InputStreamReader(
                zipped ? new GZIPInputStream(in, 1 << 16) : in, StandardCharsets.UTF_8.newDecoder());
    }

    private void refuse(@Nullable IOException failure) {
        String rule = failure instanceof CharacterCodingException
                ? "the file must be UTF-8"
                : "it cannot be read: " + failure;
        report.add(Place.whole(path.toString()), "", "", rule, "");
    }

    /** One reading of the file. */
    private final class Pass {

        private final CSVParser parser;
        private final Iterator<CSVRecord> records;
        private final Predicate<CsvRow> reader;
        private final List<String> header = new ArrayList<>();
        private final Map<Integer, String> filter = new LinkedHashMap<>();
        private final Map<String, Set<String>> seen = new HashMap<>();
        private long rows;
        private long matching;
        private int mistakes;

        Pass(CSVParser parser, Predicate<CsvRow> reader) {
            this.parser = parser;
            this.records = parser.iterator();
            this.reader = reader;
        }

        boolean run() {
            if (!records.hasNext()) {
                report.add(place(), "", "", "there is nothing in it", "");
                return false;
            }
            header.addAll(records.next().toList());
            header.set(0, header.get(0).replace("\uFEFF", "").strip());
            List<String> names = columns.stream().map(fields::get).toList();
            int[] wanted = columns.stream()
                    .mapToInt(key -> index(fields.get(key), key.name()))
                    .toArray();
            fields.get(where).forEach((column, value) -> filter.put(index(column, where.name()), value));
            if (mistakes == 0) {
                readRows(names, wanted);
            }
            return mistakes == 0 && matched();
        }

        private void readRows(List<String> names, int[] wanted) {
            while (mistakes < MOST_MISTAKES && matching < MOST_ROWS && records.hasNext()) {
                CSVRecord row = records.next();
                rows++;
                if (matches(row)) {
                    matching++;
                    List<String> cells = Arrays.stream(wanted)
                            .mapToObj(column -> cell(row, column))
                            .toList();
                    CsvRow found =
                            new CsvRow(names, cells, place(), fields.spot().scene());
                    mistakes += reader.test(found) ? 0 : 1;
                }
            }
            if (mistakes == MOST_MISTAKES) {
                report.add(place(), "", "", "mistakes after this line are not listed", "");
            } else if (records.hasNext()) {
                mistakes++;
                report.add(place(), "", "", "at most %d rows are read".formatted(MOST_ROWS), "");
            }
        }

        private boolean matches(CSVRecord row) {
            boolean matches = true;
            for (Map.Entry<Integer, String> entry : filter.entrySet()) {
                String cell = cell(row, entry.getKey());
                matches &= cell.equals(entry.getValue());
                Set<String> values = seen.computeIfAbsent(header.get(entry.getKey()), column -> new LinkedHashSet<>());
                if (values.size() < MOST_VALUES) {
                    values.add(cell);
                }
            }
            return matches;
        }

        private static String cell(CSVRecord row, int column) {
            return column < row.size() ? row.get(column) : "";
        }

        private int index(String column, String key) {
            int index = header.indexOf(column);
            if (index >= 0 && index == header.lastIndexOf(column)) {
                return index;
            }
            mistakes++;
            String rule = index < 0
                    ? "there is no column %s; columns are %s".formatted(column, String.join(", ", header))
                    : "there are two columns %s".formatted(column);
            report.add(
                    place(),
                    fields.spot().key(key).path(),
                    "",
                    rule,
                    index < 0 ? Spelling.nearest(column, header) : "");
            return Integer.MAX_VALUE;
        }

        private boolean matched() {
            if (rows == 0) {
                report.add(place(), "", "", "there are no rows below the header", "");
                return false;
            }
            if (matching > 0) {
                return true;
            }
            List<String> wanted = new ArrayList<>();
            List<String> hints = new ArrayList<>();
            fields.get(where).forEach((column, value) -> {
                wanted.add(column + " = " + value);
                Set<String> values = seen.getOrDefault(column, Set.of());
                String nearest = values.contains(value) ? "" : Spelling.nearest(value, values);
                if (!nearest.isEmpty()) {
                    hints.add(column + ": " + nearest);
                }
            });
            fields.refuse(
                    where,
                    "no row of %s has %s".formatted(path, String.join(" and ", wanted)),
                    String.join(", ", hints));
            return false;
        }

        private Place place() {
            return new Place(path.toString(), (int) parser.getCurrentLineNumber(), 0);
        }
    }
}
