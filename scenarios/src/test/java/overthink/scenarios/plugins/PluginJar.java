package overthink.scenarios.plugins;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.apache.commons.rng.UniformRandomProvider;
import org.jspecify.annotations.Nullable;
import overthink.core.api.StrategyProvider;

/** Makes plugin jars as an outsider would: compiled against core's API, commons-rng-client-api and jspecify alone. */
public final class PluginJar {

    private static final String API = "overthink/core/api";

    private final Map<String, String> sources = new LinkedHashMap<>();
    private final Map<String, String> resources = new LinkedHashMap<>();
    private final List<String> providers = new ArrayList<>();

    /** Adds a class of the package {@code plug}. */
    public PluginJar source(String className, String text) {
        sources.put(className, "package plug;\n" + text);
        return this;
    }

    /** Adds a provider as it is printed somewhere: a whole source file, in whatever package or none. */
    public PluginJar printed(String className, String text) {
        sources.put(className.substring(className.lastIndexOf('.') + 1), text);
        return provider(className);
    }

    /** Adds a provider of the package {@code plug}, whose strategy has this name and does this. */
    public PluginJar strategy(String className, String name, String body) {
        providers.add("plug." + className);
        return source(className, """
                import overthink.core.api.*;
                public class %s implements StrategyProvider {
                    public String name() { return "%s"; }
                    public String summary() { return "A plugin."; }
                    public Strategy create(Parameters parameters) { return session -> { %s }; }
                }
                """.formatted(className, name, body));
    }

    /** Names a provider in the service file, whether there is such a class or not. */
    public PluginJar provider(String className) {
        providers.add(className);
        return this;
    }

    /** Adds a file. */
    public PluginJar resource(String path, String text) {
        resources.put(path, text);
        return this;
    }

    /** Compiles and packs {@code directory/name}. */
    public Path build(Path directory, String name) throws IOException {
        Files.createDirectories(directory);
        Path work = Files.createTempDirectory("plugin");
        Path jar = directory.resolve(name);
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            Path classes = compile(work);
            try (Stream<Path> files = Files.walk(classes)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    add(out, classes.relativize(file).toString(), Files.readAllBytes(file));
                }
            }
            if (!providers.isEmpty()) {
                add(out, "META-INF/services/" + StrategyProvider.class.getName(), String.join("\n", providers));
            }
            for (Map.Entry<String, String> resource : resources.entrySet()) {
                add(out, resource.getKey(), resource.getValue());
            }
        } finally {
            try (Stream<Path> files = Files.walk(work)) {
                for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
                    Files.delete(file);
                }
            }
        }
        return jar;
    }

    private static void add(JarOutputStream out, String name, String text) throws IOException {
        add(out, name, text.getBytes(StandardCharsets.UTF_8));
    }

    private static void add(JarOutputStream out, String name, byte[] bytes) throws IOException {
        out.putNextEntry(new JarEntry(name));
        out.write(bytes);
        out.closeEntry();
    }

    private Path compile(Path work) throws IOException {
        Path classes = Files.createDirectory(work.resolve("classes"));
        if (sources.isEmpty()) {
            return classes;
        }
        List<String> arguments = new ArrayList<>(List.of(
                "-proc:none",
                "--release",
                "17",
                "-d",
                classes.toString(),
                "-cp",
                Stream.of(api(work.resolve("api")), place(UniformRandomProvider.class), place(Nullable.class))
                        .map(Path::toString)
                        .collect(Collectors.joining(System.getProperty("path.separator")))));
        for (Map.Entry<String, String> source : sources.entrySet()) {
            Path file = work.resolve(source.getKey() + ".java");
            arguments.add(Files.writeString(file, source.getValue()).toString());
        }
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        java.io.ByteArrayOutputStream said = new java.io.ByteArrayOutputStream();
        if (compiler.run(null, OutputStream.nullOutputStream(), said, arguments.toArray(String[]::new)) != 0) {
            throw new IllegalArgumentException(said.toString(StandardCharsets.UTF_8));
        }
        return classes;
    }

    /** The classes of core's API and of nothing else of core. */
    private static Path api(Path into) throws IOException {
        Path core = place(StrategyProvider.class);
        if (Files.isDirectory(core)) {
            copy(core.resolve(API), into.resolve(API));
        } else {
            try (FileSystem jar = FileSystems.newFileSystem(core)) {
                copy(jar.getPath(API), into.resolve(API));
            }
        }
        return into;
    }

    private static void copy(Path from, Path into) throws IOException {
        Files.createDirectories(into);
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, into.resolve(file.getFileName().toString()));
            }
        }
    }

    private static Path place(Class<?> type) {
        try {
            URI place = type.getProtectionDomain().getCodeSource().getLocation().toURI();
            return Path.of(place);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
