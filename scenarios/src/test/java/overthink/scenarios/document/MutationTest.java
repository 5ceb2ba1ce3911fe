package overthink.scenarios.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import overthink.scenarios.plugins.StrategyCatalog;

/** Damaged scenarios are read or refused with messages, never anything else. */
class MutationTest {

    private static final int MUTANTS = 1_500;

    private static final List<String> FRAGMENTS = List.of(
            "",
            " ",
            ":",
            "{",
            "}",
            "[",
            "]",
            "- ",
            "\n",
            "\t",
            "#",
            "&a ",
            "*a",
            "!!int ",
            "|",
            ">",
            "'",
            "\"",
            ",",
            "?",
            "-1",
            "0",
            "1e400",
            ".nan",
            "0x1F",
            "1e-300",
            "9".repeat(120),
            "null",
            "~",
            "true",
            "none",
            "levels",
            "d: 1",
            "point: 0.5",
            "é",
            "\u0000",
            "\uD83D",
            "\u2028",
            "a".repeat(500),
            "---\n",
            "...\n",
            "<<: *a",
            "{}",
            "[]");

    @TempDir
    Path folder;

    /** The stream is fixed, so the mutants are the same in every run; nothing is left to chance. */
    @Test
    void mutant_ofShippedScenario_isReadOrRefusedWithMessages() throws IOException {
        UniformRandomProvider random = RandomSource.SPLIT_MIX_64.create(20261121L);
        ScenarioReader reader = new ScenarioReader(StrategyCatalog.load(List.of()));
        List<String> texts = new ArrayList<>();
        for (Path file : ScenarioFilesTest.shipped()) {
            texts.add(Files.readString(file));
            texts.add(reader.explain(file, List.of()));
        }
        int read = 0;
        for (int i = 0; i < MUTANTS; i++) {
            String text = texts.get(random.nextInt(texts.size()));
            for (int edits = 1 + random.nextInt(3); edits > 0; edits--) {
                text = mutate(text, random);
            }
            read += survives(reader, text) ? 1 : 0;
        }
        assertTrue(read > MUTANTS / 100 && read < MUTANTS * 99 / 100, "both happen; read: " + read);
    }

    private boolean survives(ScenarioReader reader, String text) throws IOException {
        Path file = folder.resolve("mutant.yaml");
        Files.write(file, text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        try {
            Scenario scenario = reader.read(file, List.of());
            Path copy = Files.writeString(folder.resolve("mutant-explained.yaml"), reader.explain(file, List.of()));
            assertEquals(scenario.digest(), reader.read(copy, List.of()).digest(), text);
            return true;
        } catch (InvalidScenarioException refusal) {
            assertFalse(refusal.diagnostics().isEmpty(), text);
            return false;
        } catch (RuntimeException | StackOverflowError unexpected) {
            throw new AssertionError("for the text\n" + text, unexpected);
        }
    }

    private static String mutate(String text, UniformRandomProvider random) {
        if (text.isEmpty()) {
            return text;
        }
        int from = random.nextInt(text.length());
        int to = Math.min(text.length(), from + random.nextInt(8));
        switch (random.nextInt(4)) {
            case 0: // a fragment in the place of some characters
                return text.substring(0, from) + FRAGMENTS.get(random.nextInt(FRAGMENTS.size())) + text.substring(to);
            case 1: // a value in the place of another
                int colon = text.indexOf(": ", from);
                int end = colon < 0 ? -1 : endOfValue(text, colon + 2);
                return end < 0
                        ? text
                        : text.substring(0, colon + 2)
                                + FRAGMENTS.get(random.nextInt(FRAGMENTS.size()))
                                + text.substring(end);
            case 2: // a piece of it elsewhere
                int at = random.nextInt(text.length());
                int until = Math.min(text.length(), at + random.nextInt(40));
                return text.substring(0, from) + text.substring(at, until) + text.substring(to);
            default: // a line lost
                int line = text.lastIndexOf('\n', from) + 1;
                int next = text.indexOf('\n', from);
                return next < 0 ? text.substring(0, line) : text.substring(0, line) + text.substring(next + 1);
        }
    }

    private static int endOfValue(String text, int from) {
        int end = from;
        while (end < text.length() && ",}]\n".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        return end;
    }
}
