package overthink.scenarios.command;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/**
 * The shipped scenarios that state expectations meet them. Their seeds are fixed; the chance that a right program with other
 * random numbers fails one is stated in each file.
 */
@Tag("slow")
@Tag("once")
class ShippedExpectationsIT {

    @TestFactory
    Stream<DynamicTest> expectations_ofShippedScenarios_areMet() throws IOException {
        List<Path> stating = new ArrayList<>();
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("basedir", ".")))) {
            for (Path file : files.sorted().toList()) {
                if (file.toString().endsWith(".yaml") && Files.readString(file).contains("\nexpect:")) {
                    stating.add(file);
                }
            }
        }
        assertFalse(stating.isEmpty());
        return stating.stream()
                .map(file -> DynamicTest.dynamicTest(
                        file.getFileName().toString(),
                        () -> Ran.command("run", "--progress=none", file.toString())
                                .assertDone()));
    }
}
