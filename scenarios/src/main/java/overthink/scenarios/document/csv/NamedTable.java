package overthink.scenarios.document.csv;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import overthink.scenarios.document.form.Fields;
import overthink.scenarios.document.form.Key;
import overthink.scenarios.document.yaml.SourceLocation;
import overthink.scenarios.files.BrokenFileException;
import overthink.scenarios.files.FileTrouble;
import overthink.scenarios.recording.table.Table;
import overthink.scenarios.recording.table.Tables;

/** A file of rows that a scenario names. */
public final class NamedTable {

    private NamedTable() {}

    /** What is done with a file's rows. */
    @FunctionalInterface
    public interface Use<T> {
        /** Reads them. */
        @Nullable
        T of(Path path, Table table) throws IOException;
    }

    /**
     * Opens the file, hands its rows on, and closes it.
     *
     * @return what came of it; null when there was a mistake, which was reported
     */
    public static <T> @Nullable T read(Fields fields, Key<String> file, Use<T> use) {
        String name = fields.get(file);
        Optional<Path> named = FileTrouble.below(fields.spot().scene().folder(), name);
        if (named.isEmpty()) {
            fields.refuse(file, "no file can have the name %s here".formatted(name), "LC_ALL=C.UTF-8");
            return null;
        }
        Path path = named.get().normalize();
        Optional<String> trouble = FileTrouble.unreadable(path, "a file of rows");
        if (trouble.isPresent()) {
            fields.refuse(file, path + ": " + trouble.get(), "");
            return null;
        }
        try (Table table = Tables.open(path, null)) {
            return use.of(path, table);
        } catch (BrokenFileException broken) {
            add(fields, path, broken.line(), String.valueOf(broken.getMessage()), broken.hint());
        } catch (IOException failure) {
            add(fields, path, 0, "it cannot be read: " + FileTrouble.of(failure), "");
        }
        return null;
    }

    private static void add(Fields fields, Path path, int line, String rule, String hint) {
        fields.spot().scene().report().add(new SourceLocation(path.toString(), line, 0), "", "", rule, hint);
    }
}
