package overthink.scenarios.cluster;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import overthink.core.api.StrategyProvider;
import overthink.core.experiment.Experiment;
import overthink.scenarios.files.Digests;

/**
 * Which build of this program it is, and on which Java: only one and the same plays shards of one run.
 *
 * @param version of the program, with the fingerprints of its jars as far as it has any
 * @param java the feature version of Java, such as 17
 */
record Program(String version, int java) {

    private static final String OWN = "overthink.";

    /** This program. */
    static Program ofThis() {
        List<Class<?>> types = new ArrayList<>(List.of(Experiment.class, Program.class));
        ServiceLoader.load(StrategyProvider.class, Program.class.getClassLoader()).stream()
                .<Class<?>>map(ServiceLoader.Provider::type)
                .filter(type -> type.getName().startsWith(OWN))
                .findFirst()
                .ifPresent(types::add);
        StringBuilder whole = new StringBuilder(stated());
        types.stream().map(Program::fingerprint).distinct().forEach(whole::append);
        return new Program(whole.toString(), Runtime.version().feature());
    }

    /** What the manifest says, which Java itself does not read of a module. */
    private static String stated() {
        Optional<Path> jar = jar(Program.class);
        if (jar.isEmpty()) {
            return "development";
        }
        try (JarFile file = new JarFile(jar.get().toFile())) {
            String version = file.getManifest().getMainAttributes().getValue(Attributes.Name.IMPLEMENTATION_VERSION);
            return version == null ? "development" : version;
        } catch (IOException e) {
            return "development";
        }
    }

    /** Of the jar that a class is of; empty when it is of none. */
    private static String fingerprint(Class<?> type) {
        try {
            Optional<Path> jar = jar(type);
            return jar.isPresent() ? " " + Digests.of(jar.get()) : "";
        } catch (IOException e) {
            return "";
        }
    }

    private static Optional<Path> jar(Class<?> type) {
        CodeSource source = type.getProtectionDomain().getCodeSource();
        try {
            return source == null
                    ? Optional.empty()
                    : Optional.of(Path.of(source.getLocation().toURI())).filter(Files::isRegularFile);
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
