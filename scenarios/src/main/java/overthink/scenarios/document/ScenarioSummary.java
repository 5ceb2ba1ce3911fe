package overthink.scenarios.document;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the comment at the top of a scenario file says of it. The comment's first sentence is the question; the first that
 * starts with "Look" says what to look for; a paragraph that starts with "Paper:" names papers. What is not there is empty.
 * The file need not be a valid scenario.
 *
 * @param file its name without folders
 * @param question what the scenario is about, a sentence
 * @param look what to look for in its results, a sentence
 * @param paper where it comes from
 */
public record ScenarioSummary(String file, String question, String look, String paper) {

    private static final String PAPER = "Paper:";

    /** The summaries of a directory's scenario files, by name. */
    public static List<ScenarioSummary> all(Path directory) throws IOException {
        List<Path> files;
        try (Stream<Path> found = Files.list(directory)) {
            files = found.filter(file -> file.toString().endsWith(".yaml") && Files.isRegularFile(file))
                    .sorted(Comparator.comparing(file -> file.getFileName().toString()))
                    .toList();
        }
        List<ScenarioSummary> summaries = new ArrayList<>();
        for (Path file : files) {
            String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
            summaries.add(of(file.getFileName().toString(), text));
        }
        return summaries;
    }

    /** The summary in the comment that a text starts with. */
    static ScenarioSummary of(String file, String yaml) {
        List<String> comment =
                yaml.lines().takeWhile(line -> line.startsWith("#")).toList();
        List<StringBuilder> paragraphs = new ArrayList<>(List.of(new StringBuilder()));
        for (String line : comment) {
            String text = line.substring(1).strip();
            StringBuilder last = paragraphs.get(paragraphs.size() - 1);
            if (text.isEmpty()) {
                paragraphs.add(new StringBuilder());
            } else {
                last.append(last.isEmpty() ? "" : " ").append(text);
            }
        }
        List<String> sentences = Arrays.asList(paragraphs.get(0).toString().split("(?<=[.?!]\\)?) (?=[(A-Z])"));
        return new ScenarioSummary(
                file,
                sentences.get(0),
                sentences.stream()
                        .filter(sentence -> sentence.startsWith("Look "))
                        .findFirst()
                        .orElse(""),
                paragraphs.stream()
                        .map(StringBuilder::toString)
                        .filter(paragraph -> paragraph.startsWith(PAPER))
                        .findFirst()
                        .map(paragraph -> paragraph.substring(PAPER.length()).strip())
                        .orElse(""));
    }
}
