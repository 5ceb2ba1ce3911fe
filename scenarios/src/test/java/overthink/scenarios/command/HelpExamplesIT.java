package overthink.scenarios.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Runs the examples of every command's help as they are printed, in a directory like a checkout, with few trials of quickstart. */
@Tag("slow")
@Tag("once")
class HelpExamplesIT {

    @TempDir
    private Path checkout;

    @TestFactory
    Stream<DynamicTest> examples_asPrinted_run() throws IOException {
        Path scenarios = Files.createDirectory(checkout.resolve("scenarios"));
        Path own = Files.exists(Path.of("quickstart.yaml")) ? Path.of("") : Path.of("scenarios");
        try (Stream<Path> files = Files.list(own.toAbsolutePath())) {
            for (Path file : files.filter(path -> path.toString().matches(".*[.](yaml|csv)"))
                    .toList()) {
                Files.copy(file, scenarios.resolve(file.getFileName().toString()));
            }
        }
        Path quickstart = scenarios.resolve("quickstart.yaml");
        Files.writeString(
                quickstart, Files.readString(quickstart).replaceFirst("(?m)^trials: [{].*?[}]", "trials: {count: 20}"));
        Path literature = Files.createDirectory(scenarios.resolve("literature"));
        try (Stream<Path> files = Files.list(own.toAbsolutePath().resolve("literature"))) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".yaml")).toList()) {
                Files.copy(file, literature.resolve(file.getFileName().toString()));
            }
        }
        Path launcher = Files.writeString(
                checkout.resolve("overthink"),
                "#!/bin/sh\nexec '%s' -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Doverthink.scenarios=scenarios -cp '%s' %s \"$@\"\n"
                        .formatted(
                                Path.of(System.getProperty("java.home"), "bin", "java"),
                                System.getProperty("java.class.path"),
                                Main.class.getName()));
        assertTrue(launcher.toFile().setExecutable(true));
        List<String> examples = new ArrayList<>();
        for (String command : List.of(
                "",
                "run",
                "validate",
                "strategies",
                "scenarios",
                "claims",
                "runs",
                "compare",
                "schema",
                "inspect",
                "forecast",
                "plan",
                "fit",
                "worlds",
                "solve",
                "power",
                "report",
                "plot",
                "sweep",
                "gallery")) {
            Ran help = command.isEmpty() ? Ran.command("--help") : Ran.command(command, "--help");
            help.out()
                    .lines()
                    .filter(line -> line.startsWith("  ./overthink"))
                    .map(String::strip)
                    .forEach(examples::add);
        }
        assertFalse(examples.isEmpty());
        return examples.stream().distinct().map(example -> DynamicTest.dynamicTest(example, () -> run(example)));
    }

    private void run(String example) throws IOException, InterruptedException {
        Path output = checkout.resolve("output.txt");
        Process process = new ProcessBuilder("sh", "-c", example)
                .directory(checkout.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        assertEquals(0, process.waitFor(), () -> {
            try {
                return Files.readString(output);
            } catch (IOException e) {
                return e.toString();
            }
        });
    }
}
