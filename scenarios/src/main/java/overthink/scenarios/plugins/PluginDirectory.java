package overthink.scenarios.plugins;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.ServiceLoader;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import overthink.core.api.StrategyProvider;
import overthink.core.fault.Printable;
import overthink.core.fault.Thrown;

/** A directory of jars, loaded by one class loader, which sees core's API and nothing else of the application. */
final class PluginDirectory {

    private static final String SERVICE = "META-INF/services/" + StrategyProvider.class.getName();

    private static final int LONGEST_PATH = 5000;

    private PluginDirectory() {}

    /** The providers of all jars of a directory, by the jars' names; what is wrong goes to {@code problems}. */
    static List<FoundProvider> providers(
            Path directory, ClassLoader application, Duration patience, Consumer<String> met, List<String> problems) {
        return providers(directory, jars(directory, problems), application, patience, met, problems);
    }

    /** The providers of one jar; what is wrong goes to {@code problems}. */
    static List<FoundProvider> providersOfJar(
            Path jar, ClassLoader application, Duration patience, Consumer<String> met, List<String> problems) {
        if (!Files.isRegularFile(jar)) {
            String rule = Files.isDirectory(jar)
                    ? "must be a jar, not a directory"
                    : Files.exists(jar) ? "must be a jar, not a pipe or a device" : "there is no such jar";
            problems.add("%s: %s".formatted(shown(jar), rule));
            return List.of();
        }
        return providers(jar, List.of(jar), application, patience, met, problems);
    }

    private static List<FoundProvider> providers(
            Path place,
            List<Path> jars,
            ClassLoader application,
            Duration patience,
            Consumer<String> met,
            List<String> problems) {
        List<FoundProvider> found = new ArrayList<>();
        int before = problems.size();
        List<Path> declaring =
                jars.stream().filter(jar -> declaresProvider(jar, problems)).toList();
        if (!jars.isEmpty() && declaring.isEmpty() && problems.size() == before) {
            problems.add("%s: no jar names a strategy in %s; there are: %s".formatted(place, SERVICE, names(jars)));
        }
        // Never closed: strategies load their classes as they run, until the process ends.
        ClassLoader all = new URLClassLoader(
                "overthink-plugins",
                jars.stream().map(PluginDirectory::url).toArray(URL[]::new),
                new ApiLoader(application));
        for (Path jar : declaring) {
            ServiceLoader<StrategyProvider> loader =
                    ServiceLoader.load(StrategyProvider.class, new OneJarsServices(all, jar));
            Predicate<Class<?>> own = type -> {
                boolean ours = type.getClassLoader() == all;
                if (ours) {
                    met.accept(shown(jar) + ": " + Printable.line(type.getName()));
                }
                return ours;
            };
            found.addAll(FoundProvider.ofPlugin(loader, shown(jar), own, patience, problems));
        }
        return found;
    }

    private static List<Path> jars(Path directory, List<String> problems) {
        if (!Files.isDirectory(directory)) {
            problems.add(
                    Files.exists(directory)
                            ? "%s: plugins must be a directory of jars, not a file. Maybe %s."
                                    .formatted(
                                            directory,
                                            directory.toAbsolutePath().getParent())
                            : "%s: there is no such plugins directory".formatted(directory));
            return List.of();
        }
        try (Stream<Path> entries = Files.list(directory)) {
            List<Path> all = entries.sorted().toList();
            List<Path> jars = all.stream()
                    .filter(entry -> entry.toString().endsWith(".jar") && Files.isRegularFile(entry))
                    .toList();
            if (jars.isEmpty()) {
                problems.add("%s: the plugins directory has no *.jar; there are: %s".formatted(directory, names(all)));
            }
            return jars;
        } catch (IOException e) {
            problems.add("%s: the plugins directory cannot be read (%s)".formatted(directory, e));
            return List.of();
        }
    }

    private static boolean declaresProvider(Path jar, List<String> problems) {
        try (JarFile file = new JarFile(jar.toFile())) {
            return file.getEntry(SERVICE) != null;
        } catch (IOException e) {
            problems.add("%s: not a jar that can be read (%s)".formatted(shown(jar), Thrown.message(e)));
            return false;
        }
    }

    private static String names(List<Path> paths) {
        List<String> names = paths.stream()
                .limit(10)
                .map(path -> Printable.line(path.getFileName().toString()))
                .toList();
        String listed = names.isEmpty() ? "no files" : String.join(", ", names);
        return paths.size() > names.size() ? listed + ", …" : listed;
    }

    /** A path as a message names it. */
    private static String shown(Path path) {
        return Printable.line(path.toString(), LONGEST_PATH);
    }

    private static URL url(Path jar) {
        try {
            return jar.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Sees the classes of all jars, and of service files only one jar's, so that each failure has its jar's name. */
    private static final class OneJarsServices extends ClassLoader {

        private final Path jar;

        OneJarsServices(ClassLoader all, Path jar) {
            super(all);
            this.jar = jar;
        }

        @Override
        public Enumeration<URL> getResources(String name) throws IOException {
            return name.equals(SERVICE)
                    ? Collections.enumeration(List.of(
                            URI.create("jar:" + jar.toUri() + "!/" + name).toURL()))
                    : super.getResources(name);
        }
    }
}
