package overthink.scenarios.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import overthink.core.estimate.Bin;
import overthink.scenarios.results.PointColumns;

/**
 * The rows of a stored run.
 *
 * @param rows by key, in their order
 * @param samples what the rows of all problems are made of; none when that was not stored
 */
record StoredResults(Map<StoredRow.Key, StoredRow> rows, Map<StoredRow.Key, StoredSample> samples) {

    /** Reads them; throws a {@link BrokenRunException} when they are not there, or not whole. */
    static StoredResults of(RunFolder run) throws IOException {
        Path csv = run.place().resolve(RunFolder.CSV);
        if (!Files.isRegularFile(csv)) {
            throw new BrokenRunException(
                    "%s: this run has no rows: it is %s. overthink run FILE --out %s --resume ends it"
                            .formatted(
                                    run.place(),
                                    run.status(),
                                    run.place().toAbsolutePath().getParent()));
        }
        run.check(RunFolder.CSV);
        run.check(RunFolder.PROBLEMS);
        run.check(RunFolder.SCENARIO);
        Map<StoredRow.Key, StoredRow> rows = new LinkedHashMap<>();
        try (InputStream in = Files.newInputStream(csv);
                CSVParser records = parser(in)) {
            for (CSVRecord each : records) {
                StoredRow.Key key = key(each, each.get("bin"));
                rows.put(key, new StoredRow(key, each.toMap()));
            }
        } catch (IllegalArgumentException e) {
            throw new BrokenRunException("%s: this is no table of rows: %s".formatted(csv, e.getMessage()));
        }
        return new StoredResults(rows, samples(run.place().resolve(RunFolder.PROBLEMS)));
    }

    private static Map<StoredRow.Key, StoredSample> samples(Path file) throws IOException {
        Map<StoredRow.Key, StoredSample.Builder> builders = new LinkedHashMap<>();
        if (Files.isRegularFile(file)) {
            try (InputStream in = new GZIPInputStream(Files.newInputStream(file), 1 << 16);
                    CSVParser records = parser(in)) {
                for (CSVRecord each : records) {
                    String group = each.get("group");
                    builders.computeIfAbsent(key(each, Bin.ALL), key -> new StoredSample.Builder())
                            .add(
                                    Integer.parseInt(each.get("problem")),
                                    group.isEmpty() ? -1 : Integer.parseInt(group),
                                    Long.parseLong(each.get("trials")),
                                    Double.parseDouble(each.get("correct")),
                                    Double.parseDouble(each.get("covered")),
                                    Double.parseDouble(each.get("abstained")));
                }
            } catch (IllegalArgumentException e) {
                throw new BrokenRunException("%s: this is no table of problems: %s".formatted(file, e.getMessage()));
            }
        }
        Map<StoredRow.Key, StoredSample> samples = new LinkedHashMap<>();
        builders.forEach((key, builder) -> samples.put(key, builder.build()));
        return samples;
    }

    private static CSVParser parser(InputStream in) throws IOException {
        Reader text = new InputStreamReader(in, StandardCharsets.UTF_8);
        return CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(text);
    }

    private static StoredRow.Key key(CSVRecord each, String bin) {
        Map<String, String> values = each.toMap();
        Map<String, String> point = new LinkedHashMap<>();
        values.forEach((column, value) -> {
            boolean tells = column.equals(PointColumns.CASE) || column.startsWith(PointColumns.SWEEP);
            if (tells && !value.isEmpty()) {
                point.put(
                        column.equals(PointColumns.CASE) ? column : column.substring(PointColumns.SWEEP.length()),
                        value);
            }
        });
        return new StoredRow.Key(
                point, each.get("strategy"), each.get("parameters"), each.get("resource"), each.get("budget"), bin);
    }
}
