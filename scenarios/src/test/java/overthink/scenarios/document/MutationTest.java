package overthink.scenarios.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import overthink.scenarios.faults.Mutants;
import overthink.scenarios.plugins.StrategyCatalog;

/** Damaged scenarios are read or refused with messages, never anything else. */
class MutationTest {

    private static final int MUTANTS = 250;

    /** What is not for users: the names of Java's classes and packages, and what such things print by themselves. */
    private static final Pattern INTERNAL =
            Pattern.compile("[a-z]\\.[A-Z][a-z]+[A-Z]|Exception|\\bjava\\.|\\borg\\.|[Ii]nternal error|\\p{Cc}");

    @TempDir
    Path folder;

    /** The stream is fixed, so the mutants are the same in every run; nothing is left to chance. */
    @Tag("slow")
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
                text = Mutants.text(text, random);
            }
            read += survives(reader, text) ? 1 : 0;
        }
        assertTrue(read > MUTANTS / 100 && read < MUTANTS * 99 / 100, "both happen; read: " + read);
    }

    private boolean survives(ScenarioReader reader, String text) throws IOException {
        Path file = folder.resolve("mutant.yaml");
        Files.write(file, text.getBytes(StandardCharsets.UTF_8));
        try {
            Scenario scenario = reader.read(file, List.of());
            Path copy = Files.writeString(folder.resolve("mutant-explained.yaml"), reader.explain(file, List.of()));
            assertEquals(scenario.digest(), reader.read(copy, List.of()).digest(), text);
            return true;
        } catch (InvalidScenarioException refusal) {
            assertPlain(refusal, text);
            return false;
        } catch (RuntimeException | StackOverflowError unexpected) {
            throw new AssertionError("for the text\n" + text, unexpected);
        }
    }

    private static void assertPlain(InvalidScenarioException refusal, String text) {
        assertFalse(refusal.diagnostics().isEmpty(), text);
        for (Diagnostic mistake : refusal.diagnostics()) {
            assertFalse(INTERNAL.matcher(mistake.toString()).find(), () -> mistake + "\nfor the text\n" + text);
        }
    }

    /** Bytes are lost, doubled, swapped for others or cut off, in plain files and in gzipped ones. */
    @Tag("slow")
    @Test
    void mutant_ofCountsFile_isReadOrRefusedWithMessages() throws IOException {
        UniformRandomProvider random = RandomSource.SPLIT_MIX_64.create(20261128L);
        ScenarioReader reader = new ScenarioReader(Strategies.CATALOG);
        Path file = ScenarioText.write(
                folder,
                ScenarioText.with("count: 10, accuracy: 0.3", "accuracy: {counts: {file: x.csv, where: {temp: 0.2}}}"));
        byte[] plain = """
            model,problem,temp,n,c
            small,"p,1",0.20,10,1
            small,"say ""p2""\nagain",.2,10,0
            "large",p3,2e-1,100,100\r
            large,p4,0.3,4,3
            """.getBytes(StandardCharsets.UTF_8);
        byte[] bytes = ",;\"\n\r\t\0 0-.9eé\uFEFF\u001f\u008b{".getBytes(StandardCharsets.UTF_8);
        int read = 0;
        int mutants = 500;
        for (int i = 0; i < mutants; i++) {
            byte[] mutant = i % 4 == 0 ? gzip(plain) : plain.clone();
            for (int edits = 1 + random.nextInt(3); edits > 0 && mutant.length > 1; edits--) {
                int at = random.nextInt(mutant.length);
                ByteArrayOutputStream next = new ByteArrayOutputStream();
                next.write(mutant, 0, at);
                int skipped = random.nextInt(3);
                if (skipped < 2) {
                    next.write(bytes[random.nextInt(bytes.length)]);
                }
                if (random.nextInt(20) > 0) {
                    next.write(
                            mutant, Math.min(mutant.length, at + skipped), Math.max(0, mutant.length - at - skipped));
                }
                mutant = next.toByteArray();
            }
            Files.write(folder.resolve("x.csv"), mutant);
            String text = new String(mutant, StandardCharsets.ISO_8859_1);
            try {
                reader.read(file, List.of());
                read++;
            } catch (InvalidScenarioException refusal) {
                assertPlain(refusal, text);
            } catch (RuntimeException unexpected) {
                throw new AssertionError("for the file\n" + text, unexpected);
            }
        }
        assertTrue(read > mutants / 100 && read < mutants * 99 / 100, "both happen; read: " + read);
    }

    private static byte[] gzip(byte[] plain) throws IOException {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(zipped)) {
            out.write(plain);
        }
        return zipped.toByteArray();
    }
}
