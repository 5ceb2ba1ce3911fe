package overthink.scenarios.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Reads a manifest: a JSON object of plain values. */
final class ManifestReader {

    private static final JsonFactory FACTORY = new JsonFactory();

    private ManifestReader() {}

    /**
     * The values by key, as they are written.
     *
     * @throws BrokenRunException when it is no such object
     */
    static Map<String, String> read(Path file) throws IOException {
        Map<String, String> values = new LinkedHashMap<>();
        try (InputStream in = Files.newInputStream(file);
                JsonParser json = FACTORY.createParser(ObjectReadContext.empty(), in)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw broken(file);
            }
            while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                String key = json.currentName();
                if (!json.nextToken().isScalarValue()) {
                    throw broken(file);
                }
                values.put(key, json.getString());
            }
            return values;
        } catch (JacksonException e) {
            throw broken(file);
        }
    }

    private static BrokenRunException broken(Path file) {
        return new BrokenRunException("%s: this is no manifest of a run".formatted(file));
    }
}
