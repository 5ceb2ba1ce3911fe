package overthink.scenarios.store;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.zip.GZIPOutputStream;
import overthink.scenarios.files.Digests;
import overthink.scenarios.files.WholeFile;
import overthink.scenarios.recording.table.ParquetCopy;
import overthink.scenarios.results.Manifest;
import overthink.scenarios.results.SweepDocument;
import overthink.scenarios.results.machine.CsvWriter;
import overthink.scenarios.results.machine.JsonWriter;
import overthink.scenarios.results.machine.ManifestJson;
import overthink.scenarios.results.machine.ProblemCsv;

/**
 * The folder of one run: {@value #SCENARIO}, {@value #MANIFEST}, and when it ended {@value #JSON}, {@value #CSV},
 * {@value #PROBLEMS} and what else was asked for. Every file is there whole or not at all, and the manifest comes last: what it
 * calls complete is.
 */
public final class RunFolder {

    /** The scenario as it ran: overrides folded in, every default filled in, files named by their full paths. */
    static final String SCENARIO = "scenario.yaml";

    /** Which run, and how far it is. */
    static final String MANIFEST = "manifest.json";

    /** The rows for programs. */
    static final String JSON = "rows.json";

    /** The rows as a table. */
    static final String CSV = "rows.csv";

    /** The same table in Parquet. */
    static final String PARQUET = "rows.parquet";

    /** What the rows of all problems are made of, by problem and group of trials. */
    static final String PROBLEMS = "problems.csv.gz";

    /** What the rows of all problems say of each problem, where that was asked for. */
    static final String PER_PROBLEM = "per-problem.csv.gz";

    /** The shards that are finished, as long as the run is not. */
    static final String SHARDS = "shards.log";

    /** The manifest's key of the number of the run. */
    private static final String ORDINAL = "ordinal";

    /** With which the manifest's keys of fingerprints begin. */
    private static final String DIGEST = "digest.";

    /** How far a run is. */
    public enum Status {
        /** It runs, or was ended from outside. */
        RUNNING,
        /** It was interrupted; its rows are of the problems that were done. */
        PARTIAL,
        /** It ended. */
        COMPLETE;

        /** As it is written. */
        public String label() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    private final Path place;
    private final Map<String, String> manifest;

    private RunFolder(Path place, Map<String, String> manifest) {
        this.place = place;
        this.manifest = manifest;
    }

    static RunFolder begin(Path place, Manifest manifest, String scenario, ShardLog.Origin origin, long ordinal)
            throws IOException {
        ShardLog.create(place.resolve(SHARDS), origin);
        WholeFile.write(place.resolve(SCENARIO), out -> out.write(scenario.getBytes(StandardCharsets.UTF_8)));
        WholeFile.write(
                place.resolve(MANIFEST),
                out -> ManifestJson.write(out, manifest, Status.RUNNING.label(), ordinal, Map.of()));
        return open(place);
    }

    /** Removes what a run that could not begin left, as far as that can be done. */
    static void discard(Path place) {
        try {
            for (String file : List.of(MANIFEST, SCENARIO, SHARDS)) {
                Files.deleteIfExists(place.resolve(file));
            }
            Files.deleteIfExists(place);
        } catch (IOException e) {
            // without a manifest nobody takes it for a run
        }
    }

    /** Whether a place is the folder of a run. */
    public static boolean isOne(Path place) {
        return Files.isRegularFile(place.resolve(MANIFEST));
    }

    /**
     * Opens the folder of a run.
     *
     * @throws BrokenRunException when it is none, or was written by a later version
     */
    public static RunFolder open(Path place) throws IOException {
        if (!isOne(place)) {
            throw new BrokenRunException("%s: this is not the folder of a run: %s is missing. Maybe: overthink runs %s"
                    .formatted(place, MANIFEST, place));
        }
        Map<String, String> manifest = ManifestReader.read(place.resolve(MANIFEST));
        String schema = manifest.getOrDefault("schema", "");
        if (!schema.equals(Integer.toString(JsonWriter.SCHEMA))) {
            throw new BrokenRunException("%s: its schema is %s, and this version reads %d"
                    .formatted(place.resolve(MANIFEST), schema.isEmpty() ? "not stated" : schema, JsonWriter.SCHEMA));
        }
        return new RunFolder(place, manifest);
    }

    /** Where it is. */
    public Path place() {
        return place;
    }

    /** Its name in the store. */
    public String name() {
        return String.valueOf(place.getFileName());
    }

    /** A value of the manifest; empty when there is none. */
    public String fact(String key) {
        return manifest.getOrDefault(key, "");
    }

    /** All values of the manifest, as they are written, by key. */
    public Map<String, String> facts() {
        return Collections.unmodifiableMap(manifest);
    }

    /**
     * Which run of its store it is, in the order in which they began, whatever the clock said: 1 is the first, and 0 stands for
     * one that tells nothing.
     */
    public long ordinal() {
        try {
            return Math.max(0, Long.parseLong(fact(ORDINAL)));
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    /** How far the run is, as the manifest says. */
    public String status() {
        return fact("status");
    }

    /** The scenario as it ran. */
    public Path scenario() {
        return place.resolve(SCENARIO);
    }

    /**
     * The finished shards of this run, for it to go on.
     *
     * @throws BrokenRunException when another process is at work on it, or they are of another scenario, version or plugin
     */
    public ShardLog shards(ShardLog.Origin origin) throws IOException {
        Path log = place.resolve(SHARDS);
        if (!Files.isRegularFile(log)) {
            throw new BrokenRunException(
                    "%s: its shards are missing: the file %s. Begin anew, without --resume".formatted(place, SHARDS));
        }
        ShardLog shards = ShardLog.open(log, origin);
        try {
            WholeFile.sweep(place);
        } catch (IOException e) {
            shards.close();
            throw e;
        }
        return shards;
    }

    /** Forgets the shards of a run that is complete. */
    public void forgetShards() throws IOException {
        Files.deleteIfExists(place.resolve(SHARDS));
    }

    /** Removes what a complete run left whose process ended before it could. */
    public void tidy() throws IOException {
        forgetShards();
        WholeFile.sweep(place);
    }

    /**
     * Writes what the run gave.
     *
     * @param parquet when there, rows are written in Parquet, too, and it hears that what writes it is fetched
     * @param perProblem whether what rows say of each problem is written, too
     */
    public void finish(SweepDocument document, Status status, Optional<Consumer<String>> parquet, boolean perProblem)
            throws IOException {
        WholeFile.write(place.resolve(JSON), out -> JsonWriter.writeRows(out, document));
        WholeFile.write(place.resolve(CSV), out -> {
            Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
            try (CsvWriter csv = new CsvWriter(text, document.columns())) {
                csv.write(document);
            }
            text.flush();
        });
        if (parquet.isPresent()) {
            Path aside = WholeFile.aside(place.resolve(PARQUET));
            Files.deleteIfExists(aside);
            ParquetCopy.write(place.resolve(CSV), CsvWriter.types(document.columns()), aside, parquet.get());
            Files.move(aside, place.resolve(PARQUET), StandardCopyOption.ATOMIC_MOVE);
        }
        if (ProblemTable.fits(document)) {
            zip(place.resolve(PROBLEMS), text -> ProblemTable.write(document, text));
        }
        if (perProblem) {
            zip(place.resolve(PER_PROBLEM), text -> new ProblemCsv(text, document.columns()).write(document));
        }
        Map<String, String> digests = digests();
        WholeFile.write(
                place.resolve(MANIFEST),
                out -> ManifestJson.write(out, document.manifest(), status.label(), ordinal(), digests));
    }

    /** Fingerprints of what the run gave, for {@link #check} to compare with. */
    private Map<String, String> digests() throws IOException {
        Map<String, String> digests = new LinkedHashMap<>();
        for (String name : List.of(SCENARIO, JSON, CSV, PARQUET, PROBLEMS, PER_PROBLEM)) {
            if (Files.isRegularFile(place.resolve(name))) {
                digests.put(DIGEST + name, Digests.of(place.resolve(name)));
            }
        }
        return digests;
    }

    /**
     * Looks at a file before it is read.
     *
     * @throws BrokenRunException when it is not as the run wrote it; of a run that said nothing of that nothing is held
     */
    public void check(String name) throws IOException {
        String stated = fact(DIGEST + name);
        Path file = place.resolve(name);
        if (!stated.isEmpty() && Files.isRegularFile(file) && !stated.equals(Digests.of(file))) {
            throw new BrokenRunException(
                    "%s: this file is damaged or was edited: its fingerprint is not the one in %s. Run it again"
                            .formatted(file, MANIFEST));
        }
    }

    /** What a text file gets. */
    @FunctionalInterface
    private interface Text {
        void writeTo(Writer text) throws IOException;
    }

    private static void zip(Path file, Text content) throws IOException {
        WholeFile.write(file, out -> {
            GZIPOutputStream zipped = new GZIPOutputStream(out, 1 << 16);
            Writer text = new OutputStreamWriter(zipped, StandardCharsets.UTF_8);
            content.writeTo(text);
            text.flush();
            zipped.finish();
        });
    }
}
