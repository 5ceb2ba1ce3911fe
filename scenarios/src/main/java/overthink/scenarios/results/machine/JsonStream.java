package overthink.scenarios.results.machine;

import java.io.IOException;
import java.io.OutputStream;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;

/** JSON documents on a stream, in UTF-8, a row a line: one, or an array of several. */
public final class JsonStream implements AutoCloseable {

    private static final JsonFactory FACTORY =
            JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

    private final JsonGenerator json;
    private final boolean array;

    /** What a document holds. */
    @FunctionalInterface
    public interface Content {

        /** Writes it. */
        void write(JsonGenerator json) throws IOException;
    }

    /**
     * Writes to a stream.
     *
     * @param out is flushed and not closed
     * @param array whether several documents follow, as the elements of one array
     */
    public JsonStream(OutputStream out, boolean array) {
        this.array = array;
        json = generator(out, array ? 3 : 2);
        if (array) {
            json.writeStartArray();
        }
    }

    /** Writes a document, an object with this content. */
    public void write(Content content) throws IOException {
        try {
            json.writeStartObject();
            content.write(json);
            json.writeEndObject();
            json.flush();
        } catch (JacksonIOException e) {
            throw e.getCause();
        }
    }

    @Override
    public void close() throws IOException {
        try {
            if (array) {
                json.writeEndArray();
            }
            json.writeRaw('\n');
            json.close();
        } catch (JacksonIOException e) {
            throw e.getCause();
        }
    }

    /**
     * Writes the one document of a stream.
     *
     * @param out is flushed and not closed
     * @param levels of objects and arrays whose elements have a line each
     * @param content the whole of it, an object or an array
     */
    public static void write(OutputStream out, int levels, Content content) throws IOException {
        try (JsonGenerator json = generator(out, levels)) {
            content.write(json);
            json.writeRaw('\n');
        } catch (JacksonIOException e) {
            throw e.getCause();
        }
    }

    /** Writes JSON to a stream, which is not closed, with a line for each element of the outermost {@code levels}. */
    public static JsonGenerator generator(OutputStream out, int levels) {
        PrettyPrinter layout = new LinePerRow(levels);
        return FACTORY.createGenerator(
                new ObjectWriteContext.Base() {
                    @Override
                    public PrettyPrinter getPrettyPrinter() {
                        return layout;
                    }

                    @Override
                    public boolean hasPrettyPrinter() {
                        return true;
                    }
                },
                out);
    }
}
