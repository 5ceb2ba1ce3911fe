package overthink.scenarios.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.lang.module.ModuleFinder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import overthink.scenarios.command.process.ExitCode;
import overthink.scenarios.plugins.PluginJar;

/** On the module path, as the launcher starts it, a plugin that reaches behind the API is stopped and named. */
@Timeout(120)
class ConfinedPluginsIT {

    private static final List<String> LIBRARIES = List.of(
            "pdfbox", "fontbox", "overthink-", "commons-", "picocli-", "snakeyaml-engine-", "jackson-", "jspecify-");

    @TempDir
    private Path temp;

    /** The application's modules among what the tests run with. */
    private static String modulePath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(place -> place.endsWith("classes") && !place.endsWith("test-classes")
                        || place.endsWith(".jar")
                                && LIBRARIES.stream()
                                        .anyMatch(Path.of(place).getFileName().toString()::startsWith))
                .collect(Collectors.joining(File.pathSeparator));
    }

    @Tag("slow")
    @Test
    void pluginThatReachesBehindTheApi_isStoppedAndNamed() throws IOException, InterruptedException {
        Path[] places = Arrays.stream(modulePath().split(File.pathSeparator))
                .map(Path::of)
                .toArray(Path[]::new);
        Assumptions.assumeTrue(
                ModuleFinder.of(places).find("overthink.scenarios").isPresent(), "built without module descriptors");
        new PluginJar()
                .strategy("Fields", "fields", """
                        try {
                            for (java.lang.reflect.Field field : session.getClass().getDeclaredFields()) {
                                field.setAccessible(true);
                            }
                            session.commit(session.generate());
                        } catch (SecurityException e) { throw new IllegalStateException(e); }
                        """)
                .strategy("Names", "names", """
                        try {
                            Class.forName("overthink.core.trial.TrialSession");
                            session.commit(session.generate());
                        } catch (ClassNotFoundException e) { throw new IllegalStateException(e); }
                        """)
                .strategy("Loads", "loads", """
                        try {
                            ClassLoader loader = session.getClass().getClassLoader();
                            for (java.lang.reflect.Method method :
                                    loader.loadClass("overthink.core.model.ProblemSet").getMethods()) {
                                if (java.lang.reflect.Modifier.isStatic(method.getModifiers())) {
                                    method.invoke(null, null, 1L);
                                }
                            }
                            session.commit(session.generate());
                        } catch (ReflectiveOperationException e) { throw new IllegalStateException(e); }
                        """)
                .build(temp.resolve("p"), "reaching.jar");
        String file = Scenarios.write(temp, "confined", "single, fields, names, loads, best-of-n");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-p",
                        modulePath(),
                        "-m",
                        "overthink.scenarios/" + Main.class.getName(),
                        "run",
                        "--format",
                        "csv",
                        "--plugins",
                        temp.resolve("p").toString(),
                        file)
                .redirectOutput(temp.resolve("out").toFile())
                .redirectError(temp.resolve("err").toFile())
                .start();
        assertTrue(process.waitFor(100, TimeUnit.SECONDS), "hangs");
        String err = Files.readString(temp.resolve("err"));
        assertEquals(ExitCode.FAILED, process.exitValue(), err);
        assertTrue(err.contains("strategy fields was stopped: it threw java.lang.reflect.InaccessibleObject"), err);
        assertTrue(err.contains("ClassNotFoundException: overthink.core.trial.TrialSession at "), err);
        assertTrue(err.contains("strategy loads was stopped") && err.contains("IllegalAccessException"), err);
        String rows = Files.readString(temp.resolve("out"));
        assertTrue(rows.contains("single") && rows.contains("best-of-n"), rows);
    }
}
