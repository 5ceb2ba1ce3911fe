package overthink.scenarios.recording.table;

import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Objects of a file, one after the other, each with its keys. A value is a {@code Map}, a {@code List}, a text (numbers, true
 * and false as they are written) or null.
 */
interface Records extends AutoCloseable {

    /** What the file is, in a few words. */
    String format();

    /** The next object; null after the last. */
    @Nullable
    Map<String, @Nullable Object> next() throws IOException;

    /** The line in which the object last read starts; its number where there are no lines. */
    int line();

    @Override
    void close() throws IOException;
}
