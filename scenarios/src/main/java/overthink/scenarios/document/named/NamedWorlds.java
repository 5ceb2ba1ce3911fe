package overthink.scenarios.document.named;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import overthink.scenarios.document.yaml.Node;
import overthink.scenarios.document.yaml.YamlReader;

/**
 * The worlds that scenarios call by name. Each is a scenario that {@code overthink fit} wrote, kept as a resource; its first
 * comments say from which recording, where that comes from, and what it may be used for. Only figures derived from a recording
 * are kept.
 */
public final class NamedWorlds {

    /** Their names. */
    public static final List<String> NAMES = List.of(
            "codegen-16b-humaneval",
            "gpt-4-game24",
            "gpt-4-game24-cot",
            "gpt-4o-mini-evalperf",
            "llama-3-8b-evalperf",
            "llama-8b-math500",
            "pythia-410m-math",
            "pythia-6.9b-math",
            "qwen-1.5b-math500");

    private static final String ENDING = ".yaml";
    private static final String COMMENT = "# ";

    private NamedWorlds() {}

    /**
     * The text of the scenario.
     *
     * @throws IllegalArgumentException when there is no such world
     */
    public static String text(String name) {
        if (!NAMES.contains(name)) {
            throw new IllegalArgumentException(
                    "there is no world named %s; there are %s".formatted(name, String.join(", ", NAMES)));
        }
        try (InputStream in = NamedWorlds.class.getResourceAsStream(name + ENDING)) {
            if (in == null) {
                throw new IllegalStateException("the world %s is missing".formatted(name));
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }

    /** The comments at its head that say from what it was made and what it may be used for: one line each. */
    public static List<String> about(String name) {
        return text(name)
                .lines()
                .takeWhile(line -> line.startsWith(COMMENT))
                .map(line -> line.substring(COMMENT.length()))
                .toList();
    }

    /**
     * The world as it is written.
     *
     * @throws IllegalArgumentException when there is no such world
     */
    public static Node.Entries world(String name) {
        Node scenario = YamlReader.read(text(name), "world " + name, (place, path, value, rule, hint) -> {
            throw new IllegalStateException("%s: %s: %s".formatted(place, path, rule));
        });
        if (scenario instanceof Node.Entries entries && entries.find("world") instanceof Node.Entries world) {
            return world;
        }
        throw new IllegalStateException("the resource %s holds no world".formatted(name));
    }
}
