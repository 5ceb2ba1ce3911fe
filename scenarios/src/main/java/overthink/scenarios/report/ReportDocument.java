package overthink.scenarios.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import overthink.scenarios.files.FileTrouble;
import overthink.scenarios.files.JsonValues;
import overthink.scenarios.store.BrokenRunException;
import overthink.scenarios.store.RunFolder;

/**
 * What a command gave, as it is stored.
 *
 * @param name what pages call it
 * @param manifest which run it is
 * @param scenario the text of the scenario as it ran; empty where it was not kept
 * @param rows in their order
 * @param all everything that the document holds
 */
record ReportDocument(String name, StoredObject manifest, String scenario, List<ReportRow> rows, StoredObject all) {

    private static final String MANIFEST = "manifest.json";
    private static final String ROWS = "rows.json";
    private static final String SCENARIO = "scenario.yaml";

    /** Larger documents are no results of ours. */
    private static final long MOST_BYTES = 1L << 30;

    /** Copies the list. */
    ReportDocument {
        rows = List.copyOf(rows);
    }

    /**
     * Reads the folder of a run, or a file that a command wrote with {@code --format json}, which holds one document or several.
     *
     * @throws BrokenRunException when it is neither
     */
    static List<ReportDocument> read(Path place) throws IOException {
        if (Files.isDirectory(place)) {
            return List.of(folder(place));
        }
        Object value = json(place);
        List<?> documents = value instanceof List<?> list ? list : List.of(value == null ? "" : value);
        if (documents.isEmpty()) {
            throw new BrokenRunException("%s: there is no document in it".formatted(place));
        }
        List<ReportDocument> read = new ArrayList<>();
        for (Object document : documents) {
            StoredObject fields = StoredObject.of(document);
            if (ComparisonPictures.comparison(fields)) {
                read.add(ComparisonPictures.document(fields));
                continue;
            }
            if (!fields.has("manifest")) {
                throw new BrokenRunException(
                        "%s: this is no document of a command: it has no manifest. Maybe: overthink run FILE --format json > %s"
                                .formatted(place, place));
            }
            if (!ofAKnownKind(fields)) {
                throw new BrokenRunException(
                        "%s: pages and pictures are of runs, sweeps, plans, forecasts, fitted worlds and comparisons. Maybe: the command again, with --format table"
                                .formatted(place));
            }
            read.add(of(fields.object("manifest"), "", fields));
        }
        return read;
    }

    /** Whether a document is of a kind that pages are made of; rows of other kinds are of no budget of a resource. */
    private static boolean ofAKnownKind(StoredObject fields) {
        return PlanPictures.plan(fields)
                || FittedPictures.fitted(fields)
                || fields.has(ForecastPictures.STATEMENTS)
                || (fields.has("rows") && fields.objects("rows").stream().allMatch(row -> row.has("resource")));
    }

    /** Whether the rows of a folder, if there are any, have accuracies. */
    static boolean drawn(Path folder) throws IOException {
        List<StoredObject> rows = StoredObject.of(json(folder.resolve(ROWS))).objects("rows");
        return rows.isEmpty() || rows.stream().anyMatch(row -> Double.isFinite(row.number("accuracy")));
    }

    /** Which run is in a folder. */
    static StoredObject manifest(Path folder) throws IOException {
        return StoredObject.of(json(folder.resolve(MANIFEST)));
    }

    /** The text of the scenario as it ran; empty where it was not kept. */
    static String scenario(Path folder) throws IOException {
        Path scenario = folder.resolve(SCENARIO);
        return Files.isRegularFile(scenario) ? Files.readString(scenario, StandardCharsets.UTF_8) : "";
    }

    private static ReportDocument folder(Path place) throws IOException {
        if (!Files.isRegularFile(place.resolve(ROWS))) {
            throw new BrokenRunException(
                    "%s: this is not the folder of a run that ended: %s is missing. Maybe: overthink runs %s"
                            .formatted(place, ROWS, place));
        }
        RunFolder run = RunFolder.open(place);
        run.check(ROWS);
        run.check(SCENARIO);
        return of(manifest(place), scenario(place), StoredObject.of(json(place.resolve(ROWS))));
    }

    /** A document of fields. */
    static ReportDocument of(StoredObject manifest, String scenario, StoredObject fields) {
        List<ReportRow> rows = new ArrayList<>();
        for (StoredObject row : fields.objects("rows")) {
            rows.add(ReportRow.of(rows.size(), row));
        }
        String name = manifest.text(manifest.has("scenario") ? "scenario" : "file");
        if (!rows.isEmpty() && rows.stream().allMatch(ReportDocument::tellsNoAccuracy)) {
            throw new BrokenRunException(
                    "%s: pages and pictures are of accuracy, and here candidates are neither right nor wrong. Maybe: --format table, csv or json"
                            .formatted(name));
        }
        return new ReportDocument(name, manifest, scenario, rows, fields);
    }

    /** Whether a row has no accuracy, which forecasts call their mean. */
    private static boolean tellsNoAccuracy(ReportRow row) {
        return Double.isNaN(row.accuracy()) && Double.isNaN(row.fields().number("mean"));
    }

    private static @Nullable Object json(Path file) throws IOException {
        Optional<String> trouble = FileTrouble.unreadable(file, "a document of results");
        if (trouble.isPresent()) {
            throw new BrokenRunException("%s: %s".formatted(file, trouble.get()));
        }
        if (Files.size(file) > MOST_BYTES) {
            throw new BrokenRunException("%s: this is larger than a document of results can be".formatted(file));
        }
        try {
            return JsonValues.of(Files.readString(file, StandardCharsets.UTF_8));
        } catch (java.nio.charset.CharacterCodingException e) {
            throw new BrokenRunException("%s: this is no text in UTF-8".formatted(file));
        } catch (java.nio.file.FileSystemException e) {
            throw e;
        } catch (IOException e) {
            throw new BrokenRunException(
                    "%s: this is neither the folder of a run nor JSON. Maybe: overthink run %s --report FILE"
                            .formatted(file, file));
        }
    }
}
