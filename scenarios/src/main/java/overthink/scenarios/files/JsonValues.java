package overthink.scenarios.files;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;

/** JSON read value by value. NaN and infinities are numbers, as Python writes them. */
public final class JsonValues implements AutoCloseable {

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(200)
                    .maxStringLength(100_000_000)
                    .build())
            .build();

    private final JsonParser parser;
    private final Set<String> skipped;

    /**
     * Reads values.
     *
     * @param skipped keys of outermost objects whose values are not needed
     */
    public JsonValues(InputStream in, Set<String> skipped) throws IOException {
        this.skipped = skipped;
        try {
            parser = FACTORY.createParser(ObjectReadContext.empty(), in);
        } catch (JacksonException e) {
            throw broken(e, 1);
        }
    }

    /**
     * Reads the values of a text.
     *
     * @throws IOException when it is not JSON
     */
    public JsonValues(String text) throws IOException {
        skipped = Set.of();
        try {
            parser = FACTORY.createParser(ObjectReadContext.empty(), text);
        } catch (JacksonException e) {
            throw broken(e, 1);
        }
    }

    /** The next token; null at the end. */
    public @Nullable JsonToken token() throws IOException {
        try {
            return parser.nextToken();
        } catch (JacksonException e) {
            throw broken(e, line());
        }
    }

    /** The line of the token last read. */
    public int line() {
        return parser.currentTokenLocation().getLineNr();
    }

    /** The value that the token last read begins. */
    public @Nullable Object value() throws IOException {
        int first = line();
        try {
            return value(0);
        } catch (UnexpectedEndOfInputException e) {
            throw broken(e, first);
        } catch (JacksonException e) {
            throw broken(e, parser.currentLocation().getLineNr());
        }
    }

    private @Nullable Object value(int depth) throws IOException {
        JsonToken token = parser.currentToken();
        if (token == JsonToken.START_OBJECT) {
            Map<String, @Nullable Object> object = new LinkedHashMap<>();
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String key = parser.currentName();
                parser.nextToken();
                if (depth == 0 && skipped.contains(key)) {
                    parser.skipChildren();
                } else {
                    object.put(key, value(depth + 1));
                }
            }
            return object;
        }
        if (token == JsonToken.START_ARRAY) {
            List<@Nullable Object> list = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                list.add(value(depth + 1));
            }
            return list;
        }
        return token == JsonToken.VALUE_NULL ? null : parser.getString();
    }

    private static IOException broken(JacksonException problem, int line) {
        if (problem instanceof JacksonIOException reading && reading.getCause() != null) {
            return reading.getCause();
        }
        if (problem instanceof UnexpectedEndOfInputException) {
            return new BrokenFileException(line, "the file ends in the middle of a value", "copy it anew");
        }
        return new BrokenFileException(line, "this is not JSON here", "");
    }

    /** A text's only value. */
    public static @Nullable Object of(String text) throws IOException {
        try (JsonValues values = new JsonValues(text)) {
            if (values.token() == null) {
                throw new EOFException();
            }
            return values.value();
        }
    }

    @Override
    public void close() {
        parser.close();
    }
}
