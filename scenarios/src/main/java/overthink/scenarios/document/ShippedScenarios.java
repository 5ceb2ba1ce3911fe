package overthink.scenarios.document;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystemAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The scenarios of the project, which run by their names from anywhere. */
public final class ShippedScenarios {

    /** Names their folder; the launcher sets it to the checkout's. Without it they are looked for in the application's jar. */
    private static final String FOLDER = "overthink.scenarios";

    private static final String ENDING = ".yaml";
    private static final String LITERATURE = "literature";

    private ShippedScenarios() {}

    /** Where they are; empty when they are not there. */
    public static Optional<Path> folder() {
        String named = System.getProperty(FOLDER, "");
        Path folder = Path.of(named);
        return named.isEmpty() || !Files.isDirectory(folder) ? inJar() : Optional.of(folder);
    }

    private static Optional<Path> inJar() {
        URL place = ShippedScenarios.class.getResource("shipped");
        if (place == null) {
            return Optional.empty();
        }
        try {
            URI uri = place.toURI();
            if (uri.getScheme().equals("jar")) {
                try {
                    FileSystems.newFileSystem(uri, Map.of());
                } catch (FileSystemAlreadyExistsException e) {
                    // it is open already
                }
            }
            return Optional.of(Path.of(uri));
        } catch (IOException | URISyntaxException e) {
            return Optional.empty();
        }
    }

    /** Where those are that look at claims of the literature; empty when they are not there. */
    public static Optional<Path> literature() {
        return folder().map(folder -> folder.resolve(LITERATURE)).filter(Files::isDirectory);
    }

    /** The one of a name, be it one that looks at a claim of the literature; empty when there is none. */
    public static Optional<Path> find(String name) {
        return name.matches("[A-Za-z0-9_-]+")
                ? Stream.of(folder(), literature())
                        .flatMap(Optional::stream)
                        .map(folder -> folder.resolve(name + ENDING))
                        .filter(Files::isRegularFile)
                        .findFirst()
                : Optional.empty();
    }

    /** All names, in their order, but for those that look at claims of the literature. */
    public static List<String> names() {
        return folder().map(ShippedScenarios::names).orElse(List.of());
    }

    /** The names in a folder, in their order. */
    public static List<String> names(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.endsWith(ENDING))
                    .map(name -> name.substring(0, name.length() - ENDING.length()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }
}
