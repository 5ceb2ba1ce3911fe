package overthink.strategies.conformance;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Files of what other tools gave: the resources beside this class, or those of the same names in the folder that the
 * system property {@code overthink.conformance} names, as far as it has them.
 */
final class Records {

    private Records() {}

    /**
     * Reads a file.
     *
     * @throws UncheckedIOException when it is not there or no JSON
     */
    static JsonNode read(String file) {
        String folder = System.getProperty("overthink.conformance");
        boolean elsewhere = folder != null && !folder.isEmpty();
        if (elsewhere && !Files.isDirectory(Path.of(folder))) {
            throw new IllegalArgumentException("overthink.conformance names no folder: " + folder);
        }
        boolean there = elsewhere && Files.exists(Path.of(folder, file));
        try (InputStream in =
                there ? Files.newInputStream(Path.of(folder, file)) : Records.class.getResourceAsStream(file)) {
            return JsonMapper.shared().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Checks that a record has no key that is not understood.
     *
     * @throws IllegalArgumentException naming those that it has
     */
    static void checkKeys(JsonNode node, String... known) {
        TreeSet<String> unknown = new TreeSet<>(node.propertyNames());
        Arrays.asList(known).forEach(unknown::remove);
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException("the record has keys that are not understood: %s; understood are: %s"
                    .formatted(String.join(", ", unknown), String.join(", ", known)));
        }
    }

    /**
     * A value that must be there.
     *
     * @throws IllegalArgumentException when it is not
     */
    static JsonNode required(JsonNode node, String key) {
        JsonNode value = node.path(key);
        if (value.isMissingNode()) {
            throw new IllegalArgumentException("the record has no " + key + ": " + node);
        }
        return value;
    }

    /** A list of whole numbers. */
    static List<Integer> integers(JsonNode list) {
        List<Integer> numbers = new ArrayList<>();
        list.forEach(number -> numbers.add(number.intValue()));
        return numbers;
    }

    /** A list of numbers. */
    static double[] numbers(JsonNode list) {
        double[] numbers = new double[list.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = list.get(i).doubleValue();
        }
        return numbers;
    }
}
