package overthink.scenarios.results.machine;

import tools.jackson.core.JsonGenerator;
import tools.jackson.core.PrettyPrinter;

/**
 * Lays JSON out with a line for each element of the outer levels, so that rows can be read and compared line by line.
 */
final class LinePerRow implements PrettyPrinter {

    private final int levels;
    private int depth;

    /** Breaks lines inside the outermost {@code levels} objects and arrays. */
    LinePerRow(int levels) {
        this.levels = levels;
    }

    private void breakLine(JsonGenerator json) {
        if (depth <= levels) {
            json.writeRaw('\n');
            json.writeRaw("  ".repeat(depth));
        }
    }

    private void separate(JsonGenerator json) {
        json.writeRaw(depth <= levels ? "," : ", ");
        breakLine(json);
    }

    private void open(JsonGenerator json, char bracket) {
        json.writeRaw(bracket);
        depth++;
    }

    private void close(JsonGenerator json, char bracket, int entries) {
        depth--;
        if (entries > 0 && depth < levels) {
            json.writeRaw('\n');
            json.writeRaw("  ".repeat(depth));
        }
        json.writeRaw(bracket);
    }

    @Override
    public void writeRootValueSeparator(JsonGenerator json) {
        json.writeRaw('\n');
    }

    @Override
    public void writeStartObject(JsonGenerator json) {
        open(json, '{');
    }

    @Override
    public void writeEndObject(JsonGenerator json, int entries) {
        close(json, '}', entries);
    }

    @Override
    public void writeObjectEntrySeparator(JsonGenerator json) {
        separate(json);
    }

    @Override
    public void writeObjectNameValueSeparator(JsonGenerator json) {
        json.writeRaw(": ");
    }

    @Override
    public void writeStartArray(JsonGenerator json) {
        open(json, '[');
    }

    @Override
    public void writeEndArray(JsonGenerator json, int values) {
        close(json, ']', values);
    }

    @Override
    public void writeArrayValueSeparator(JsonGenerator json) {
        separate(json);
    }

    @Override
    public void beforeArrayValues(JsonGenerator json) {
        breakLine(json);
    }

    @Override
    public void beforeObjectEntries(JsonGenerator json) {
        breakLine(json);
    }
}
