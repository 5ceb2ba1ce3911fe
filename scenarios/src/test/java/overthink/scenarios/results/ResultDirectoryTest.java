package overthink.scenarios.results;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultDirectoryTest {

    @TempDir
    private Path temp;

    @Test
    void write_twice_replacesThreeFilesAndLeavesNothingElse() throws IOException {
        Path directory = temp.resolve("a/b");
        ResultDirectory results = new ResultDirectory(directory);
        results.write(Made.golden());
        ResultDocument second = Made.document(List.of(Made.row("single", Map.of(), 1, "all", 0.5)));
        Files.writeString(directory.resolve("made-up/notes.txt"), "mine");
        results.write(second);

        try (Stream<Path> files = Files.list(directory.resolve("made-up"))) {
            assertEquals(
                    List.of("manifest.json", "notes.txt", "rows.csv", "rows.json"),
                    files.map(file -> file.getFileName().toString()).sorted().toList());
        }
        String rows = Files.readString(directory.resolve("made-up/rows.json"));
        assertTrue(rows.startsWith("{\n  \"rows\": [\n    {\"strategy\": \"single\""), rows);
        assertTrue(rows.endsWith("}}\n  ]\n}\n"), rows);
        assertEquals(
                2, Files.readAllLines(directory.resolve("made-up/rows.csv")).size());
        assertEquals("""
                {
                  "scenario": "made-up",
                  "digest": "0123456789abcdef",
                  "seed": 42,
                  "version": "0.1.0",
                  "java": "17.0.15",
                  "threads": 2,
                  "seconds": 1.9
                }
                """, Files.readString(directory.resolve("made-up/manifest.json")));
    }

    @Test
    void obstacle_fileInTheWayOrNamesThatClash_isNamed() throws IOException {
        Path file = Files.writeString(temp.resolve("file"), "");
        assertTrue(obstacle(file, "a").contains("is a file"));
        assertTrue(obstacle(file.resolve("below"), "a").contains("is a file"));
        assertTrue(obstacle(temp, "a", "a").contains("two scenarios have the name a"));
        assertTrue(obstacle(temp, "../a").contains("cannot name a directory"));
        assertTrue(obstacle(temp, "..").contains("cannot name a directory"));
        assertEquals("", obstacle(temp.resolve("new/one"), "a", "b"));
    }

    /** What can be found out before a run is: names that no file system takes, and whatever stands in the way. */
    @Test
    void obstacle_thatOnlyTryingShows_isNamedAndNothingIsLeft() throws IOException {
        assertTrue(obstacle(Path.of(""), "a").startsWith("--out needs the name of a directory"));
        assertTrue(obstacle(Path.of(" "), "a").startsWith("--out needs the name of a directory"));
        Path out = temp.resolve("results");
        assertTrue(obstacle(out, "a", "x".repeat(300)).endsWith("cannot be written here: File name too long"));
        assertTrue(obstacle(out, "a\tb").contains("Maybe: --set name=a-b"));
        Files.createDirectories(temp.resolve("old/a/rows.csv"));
        assertTrue(obstacle(temp.resolve("old"), "a").contains("rows.csv: a file goes here, and this is a directory"));
        Files.createFile(temp.resolve("old/b"));
        assertTrue(obstacle(temp.resolve("old"), "b").contains("is a file"));
        Files.createSymbolicLink(temp.resolve("old/c"), temp.resolve("nowhere"));
        assertTrue(obstacle(temp.resolve("old"), "c").contains("is a link to nothing"));
        Files.createSymbolicLink(temp.resolve("old/d"), temp.resolve("old/a"));
        Files.delete(temp.resolve("old/a/rows.csv"));
        assertTrue(obstacle(temp.resolve("old"), "a", "d").contains("two scenarios have the name d or a"));
        try (Stream<Path> files = Files.list(temp)) {
            assertEquals(List.of(temp.resolve("old")), files.toList());
        }
    }

    private static String obstacle(Path directory, String... scenarios) {
        return new ResultDirectory(directory).obstacle(List.of(scenarios)).orElse("");
    }
}
