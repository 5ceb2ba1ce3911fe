package overthink.scenarios.results;

import java.io.Closeable;
import java.io.IOException;

/** Writes the documents of one command in one format, each as soon as it is there. */
public interface ResultWriter extends Closeable {

    /** Writes one document. */
    void write(ResultDocument document) throws IOException;

    /** Writes what a scenario delivers that is run at several points, as one document. */
    void write(SweepDocument sweep) throws IOException;

    /** Writes what must follow the last document. Does not close what was written to. */
    @Override
    void close() throws IOException;
}
