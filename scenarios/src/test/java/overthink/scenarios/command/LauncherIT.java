package overthink.scenarios.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the launcher does with its archive of classes, in a checkout that has nothing but a build, with a Java that only says
 * what it was called for: to make an archive it writes "classes", and one that holds anything else kills it.
 */
class LauncherIT {

    private static final String JAVA = """
        #!/bin/sh
        for argument; do
            case $argument in
                -XX:ArchiveClassesAtExit=*) echo made >>"$JAVA_HOME/log"; printf "$CLASSES" >"${argument#*=}"; exit ;;
                -XX:SharedArchiveFile=*) [ "$(cat "${argument#*=}")" = classes ] || exit 134; shared=' with archive' ;;
                --version) ;;
            esac
        done
        echo "started$shared in ${LC_ALL:-no locale}"
        """;

    @TempDir
    private Path temp;

    private Path build;

    @BeforeEach
    void checkOut() throws IOException {
        Path source = Path.of("").toAbsolutePath();
        Path launcher = Files.exists(source.resolve("overthink")) ? source : source.getParent();
        Files.copy(launcher.resolve("overthink"), temp.resolve("overthink"));
        build = Files.createDirectories(temp.resolve("scenarios/target/app/1"));
        Files.writeString(build.resolve("overthink.jar"), "");
        Files.createDirectories(temp.resolve("java/bin"));
        Files.writeString(temp.resolve("java/release"), "JAVA_VERSION=\"17.0.1\"\nJAVA_RUNTIME_VERSION=\"17.0.1+9\"\n");
        Path java = Files.writeString(temp.resolve("java/bin/java"), JAVA);
        java.toFile().setExecutable(true);
        Files.writeString(temp.resolve("scenarios/target/app/stamp"), "1\n");
    }

    @Test
    void archive_whole_isMadeOnce() throws IOException, InterruptedException {
        assertEquals("started with archive in C.UTF-8\n0\n", start("classes"));
        assertEquals("started with archive in C.UTF-8\n0\n", start("classes"));
        assertEquals(1, Files.readAllLines(temp.resolve("java/log")).size());
    }

    @Test
    void archive_cutEmptiedOrChanged_isMadeAnew() throws IOException, InterruptedException {
        start("classes");
        for (String damaged : List.of("clas", "", "claszes")) {
            Files.writeString(archives().get(0), damaged);
            assertEquals("started with archive in C.UTF-8\n0\n", start("classes"), damaged);
        }
        assertEquals(4, Files.readAllLines(temp.resolve("java/log")).size());
    }

    /** As on a disk that is full. */
    @Test
    void archive_cutAsItIsMade_isNeverUsedNorMadeAgain() throws IOException, InterruptedException {
        assertEquals("started in C.UTF-8\n0\n", start("cla"));
        assertEquals("started in C.UTF-8\n0\n", start("cla"));
        assertEquals(1, Files.readAllLines(temp.resolve("java/log")).size());
        assertEquals(List.of(0L), archives().stream().map(LauncherIT::size).toList());
    }

    private List<Path> archives() throws IOException {
        try (Stream<Path> files = Files.list(build)) {
            return files.filter(file -> file.toString().endsWith(".jsa")).toList();
        }
    }

    private static long size(Path file) {
        return file.toFile().length();
    }

    /** Wrong usage, which ends with 2 as that which Java finds does: the form first, then what is missing. */
    @Test
    void cluster_ofNoFormOrWithoutSpark_isRefused() throws IOException, InterruptedException {
        String forms =
                "--cluster must be one of spark://HOST:PORT, local[N], local-cluster[WORKERS,CORES,MEGABYTES], not '%s'\n2\n";
        assertEquals(forms.formatted("sparkk://x:1"), start("classes", "--cluster", "sparkk://x:1"));
        assertEquals(forms.formatted("local"), start("classes", "--cluster=local"));
        assertTrue(start("classes", "--cluster", "local[2]")
                .matches("(?s)--cluster needs Apache Spark .*-Pcluster.*\n2\n"));
    }

    /** What a start with arguments says, and its exit code. */
    private String start(String classes, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("sh", "-c", "./overthink \"$@\"; echo $?", "sh"));
        command.addAll(List.of(arguments));
        ProcessBuilder start =
                new ProcessBuilder(command).directory(temp.toFile()).redirectErrorStream(true);
        start.environment().keySet().removeIf(name -> name.startsWith("LC_") || name.equals("LANG"));
        start.environment().put("JAVA_HOME", temp.resolve("java").toString());
        start.environment().put("CLASSES", classes);
        Process process = start.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said;
    }
}
