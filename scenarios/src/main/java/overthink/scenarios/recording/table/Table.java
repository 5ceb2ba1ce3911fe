package overthink.scenarios.recording.table;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import overthink.scenarios.files.BrokenFileException;

/** Rows of cells below named columns, read once from the first to the last. */
public interface Table extends AutoCloseable {

    /** What the file is, in a few words. */
    String format();

    /** The names of the columns; none when the file is empty. */
    List<String> columns();

    /**
     * The next row.
     *
     * @return its cells, empty where there is no value; null after the last row
     * @throws BrokenFileException when the file is not what it began as, or changed while it was read
     */
    @Nullable
    List<String> next() throws IOException;

    /** The line in which the row last read starts, from 1; its number where the file has no lines. */
    int line();

    /** Whether a comma in a number is a decimal one, since none separates cells. */
    default boolean decimalCommas() {
        return false;
    }

    /** What a reader should know of how the rows were made of the file, a sentence each. */
    default List<String> remarks() {
        return List.of();
    }

    /** How much of the file was read, from 0 to 1. */
    double progress();

    @Override
    void close() throws IOException;
}
