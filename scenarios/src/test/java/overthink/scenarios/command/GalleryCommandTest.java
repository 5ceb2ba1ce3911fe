package overthink.scenarios.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GalleryCommandTest {

    @TempDir
    private Path temp;

    private String scenario(String name, String problems, String verifier) throws IOException {
        return Files.writeString(temp.resolve(name + ".yaml"), """
                name: %s
                world:
                  problems: {count: 3, %s}
                  verifier: {outcome: {%s}}
                budgets: {values: [1, 2]}
                strategies: [best-of-n]
                """.formatted(name, problems, verifier))
                .toString();
    }

    @Tag("slow")
    @Test
    void gallery_ofAQualityToo_hasAPageOfEach() throws IOException {
        Path gallery = temp.resolve("gallery");
        Ran ran = Ran.command(
                "gallery",
                "-o",
                gallery.toString(),
                scenario("valued", "quality: normal", "correlation: 0.6"),
                scenario("graded", "accuracy: {point: 0.5}", "d: 1"));
        assertEquals(0, ran.code(), ran.err());
        try (Stream<Path> files = Files.list(gallery)) {
            assertEquals(
                    List.of("graded.html", "index.html", "valued.html"),
                    files.map(file -> file.getFileName().toString()).sorted().toList());
        }
        String valued = Files.readString(gallery.resolve("valued.html"));
        assertTrue(valued.contains("neither right nor wrong"), "why there is no picture");
        assertTrue(valued.contains("Quality of what was committed, by budget in generations"), "the table");
        assertTrue(valued.contains("name: valued"), "the scenario");
        assertFalse(valued.contains("<svg"), "no picture");
        assertTrue(Files.readString(gallery.resolve("graded.html")).contains("<svg"), "a picture");
        String index = Files.readString(gallery.resolve("index.html"));
        assertTrue(index.contains("<a href=\"valued.html\">valued</a>") && index.contains("2 runs"), index);
    }
}
