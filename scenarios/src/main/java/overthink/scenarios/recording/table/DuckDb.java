package overthink.scenarios.recording.table;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import overthink.scenarios.files.BrokenFileException;
import overthink.scenarios.files.Digests;

/**
 * DuckDB, which reads Parquet and what Zstandard packed: a jar of 81 MB that is no part of the program. It lies in a cache, or
 * where a variable says, and is fetched when it is first needed; its classes have a loader of their own.
 */
final class DuckDb {

    /** The environment variable that names a jar. */
    static final String VARIABLE = "OVERTHINK_DUCKDB";

    private static final String VERSION = "1.5.6.0";
    private static final String NAME = "duckdb_jdbc-%s.jar".formatted(VERSION);
    private static final String DIGEST = "04ae3375d7c40dc88dc9bf0014b82ba5e66715564584af4e3abea39c7ba144d3";
    private static final String PLUGIN = "org.apache.maven.plugins:maven-dependency-plugin:3.9.0:copy";
    private static final int MINUTES = 15;

    /** By jar: loading it takes half a second, and its native half is loaded once a process. */
    private static final Map<Path, Driver> LOADED = new ConcurrentHashMap<>();

    private DuckDb() {}

    /**
     * A connection to an empty database in memory.
     *
     * @param environment of the process
     * @param news hears that the jar is fetched; null when it must not be
     * @throws BrokenFileException when there is no such jar and none can be fetched, said as a thing about the file to be read
     */
    static Connection connect(Map<String, String> environment, @Nullable Consumer<String> news) throws IOException {
        Path jar = jar(environment, news);
        try {
            Driver driver = LOADED.computeIfAbsent(jar, DuckDb::driver);
            Properties settings = new Properties();
            settings.setProperty("jdbc_stream_results", "true");
            settings.setProperty("autoinstall_known_extensions", "false");
            settings.setProperty("autoload_known_extensions", "false");
            Connection connection = driver.connect("jdbc:duckdb:", settings);
            if (connection != null) {
                try (Statement statement = connection.createStatement()) {
                    statement.execute("SET memory_limit = '512MB'");
                    statement.execute("SET preserve_insertion_order = true");
                    statement.execute("SET lock_configuration = true");
                }
                return connection;
            }
        } catch (SQLException | IllegalStateException | LinkageError e) {
            // said below
        }
        throw new BrokenFileException(
                0, "DuckDB, which reads such files, does not start from %s".formatted(jar), "remove that file");
    }

    @SuppressWarnings("BanClassLoader") // what is loaded is named by the user, or has the digest above
    private static Driver driver(Path jar) {
        try {
            URLClassLoader loader =
                    new URLClassLoader(new URL[] {jar.toUri().toURL()}, ClassLoader.getPlatformClassLoader());
            return Class.forName("org.duckdb.DuckDBDriver", true, loader)
                    .asSubclass(Driver.class)
                    .getDeclaredConstructor()
                    .newInstance();
        } catch (IOException | ReflectiveOperationException | ClassCastException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Where the jar is, fetched when it is nowhere. */
    static Path jar(Map<String, String> environment, @Nullable Consumer<String> news) throws IOException {
        String named = environment.getOrDefault(VARIABLE, "");
        if (!named.isEmpty()) {
            Path jar = path(named);
            if (jar == null || !Files.isRegularFile(jar)) {
                throw new BrokenFileException(
                        0, "%s names %s, where there is no jar of DuckDB".formatted(VARIABLE, named), "unset it");
            }
            return jar;
        }
        Path cache = cache(environment);
        Path jar = cache.resolve(NAME);
        if (Files.isRegularFile(jar)) {
            return jar;
        }
        if (news == null) {
            throw new BrokenFileException(
                    0,
                    "DuckDB, which reads such files, is not here yet",
                    "./overthink inspect FILE, which fetches it once");
        }
        news.accept("fetching DuckDB %s (81 MB, once) to read such files, into %s".formatted(VERSION, cache));
        fetch(cache, jar);
        return jar;
    }

    private static @Nullable Path path(String text) {
        try {
            return Path.of(text).toAbsolutePath();
        } catch (InvalidPathException e) {
            return null;
        }
    }

    private static Path cache(Map<String, String> environment) {
        String set = environment.getOrDefault("XDG_CACHE_HOME", "");
        Path base = set.isEmpty() ? null : path(set);
        return (base == null ? Path.of(System.getProperty("user.home", "."), ".cache") : base).resolve("overthink");
    }

    /** Lets Maven fetch the jar beside its place, and moves it there when it is whole. */
    private static void fetch(Path cache, Path jar) throws IOException {
        Path draft;
        try {
            Files.createDirectories(cache);
            draft = Files.createTempDirectory(cache, "fetching");
        } catch (IOException e) {
            throw unfetched("%s cannot be written".formatted(cache));
        }
        try {
            Process maven = new ProcessBuilder(List.of(
                            System.getProperty("os.name", "").startsWith("Windows") ? "mvn.cmd" : "mvn",
                            "-B",
                            "-q",
                            PLUGIN,
                            "-Dartifact=org.duckdb:duckdb_jdbc:" + VERSION,
                            "-DoutputDirectory=" + draft))
                    .directory(draft.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            maven.getOutputStream().close();
            if (!maven.waitFor(MINUTES, TimeUnit.MINUTES)) {
                maven.descendants().forEach(ProcessHandle::destroyForcibly);
                maven.destroyForcibly();
                throw unfetched("Maven took more than %d minutes".formatted(MINUTES));
            }
            Path got = draft.resolve(NAME);
            if (maven.exitValue() != 0 || !Files.isRegularFile(got)) {
                throw unfetched("Maven did not find it");
            }
            if (!digest(got).equals(DIGEST)) {
                throw unfetched("what Maven found is another file than it should be");
            }
            Files.move(got, jar, StandardCopyOption.ATOMIC_MOVE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unfetched("it was interrupted");
        } catch (BrokenFileException e) {
            throw e;
        } catch (IOException e) {
            throw unfetched("Maven (mvn) does not start");
        } finally {
            remove(draft);
        }
    }

    private static BrokenFileException unfetched(String why) {
        return new BrokenFileException(
                0,
                "DuckDB, which reads such files, cannot be fetched: " + why,
                "%s=PATH/TO/%s; or convert the file to CSV".formatted(VARIABLE, NAME));
    }

    private static String digest(Path file) throws IOException {
        MessageDigest digest = Digests.sha256();
        byte[] buffer = new byte[1 << 16];
        try (InputStream in = Files.newInputStream(file)) {
            for (int got = in.read(buffer); got > 0; got = in.read(buffer)) {
                digest.update(buffer, 0, got);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }
}
