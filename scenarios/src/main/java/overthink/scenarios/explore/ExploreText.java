package overthink.scenarios.explore;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import overthink.scenarios.document.Diagnostic;
import overthink.scenarios.document.Draft;
import overthink.scenarios.document.InvalidScenarioException;
import overthink.scenarios.document.NumberKey;
import overthink.scenarios.document.Scenario;
import overthink.scenarios.document.ScenarioReader;

/** Scenarios as a page holds them: text that is read, changed by sliders and choices, and explained. Not for two threads. */
final class ExploreText {

    /** Keys that are numbers of the world, and not of how it is looked at. */
    private static final String WORLD = "world.";

    private final ScenarioReader reader;
    private final Path file;
    private final Map<String, Double> first = new LinkedHashMap<>();
    private @Nullable Read newest;
    private int readings;

    /**
     * Texts of one page.
     *
     * @param folder where a text is put while it is read
     */
    ExploreText(ScenarioReader reader, Path folder) {
        this.reader = reader;
        this.file = folder.resolve("scenario.yaml");
    }

    /**
     * A text that was read.
     *
     * @param text it
     * @param draft it, as it is written
     * @param scenario what it says
     * @param sliders the numbers of the world that one moves
     */
    record Read(String text, Draft draft, Scenario scenario, List<Slider> sliders) {

        /** The slider of a key. */
        Slider slider(String path) {
            return sliders.stream()
                    .filter(slider -> slider.path().equals(path))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("there is no number at " + path));
        }
    }

    /** What a text says, read from the files that it names anew. */
    Read read(String text) throws IOException {
        readings++;
        Files.writeString(file, text, StandardCharsets.UTF_8);
        Draft draft = reader.draft(file, List.of());
        Read read = new Read(text, draft, draft.scenario(), sliders(draft));
        newest = read;
        return read;
    }

    /** What a text says that is going to be changed; it is not read again when it was the last that was. */
    Read base(String text) throws IOException {
        Read last = newest;
        return last != null && last.text().equals(text) ? last : read(text);
    }

    /** How many texts were read. */
    int readings() {
        return readings;
    }

    private List<Slider> sliders(Draft draft) {
        List<Slider> sliders = new ArrayList<>();
        for (NumberKey key : draft.numbers()) {
            if (key.path().startsWith(WORLD) && key.current().isPresent() && key.least() < key.most()) {
                double at =
                        first.computeIfAbsent(key.path(), path -> key.current().getAsDouble());
                sliders.add(Slider.of(key, at));
            }
        }
        return sliders;
    }

    /** What is wrong with a text, with the lines where it is. */
    static List<Message> messages(InvalidScenarioException refused) {
        return refused.diagnostics().stream()
                .map(one -> new Message(one.line(), words(one)))
                .toList();
    }

    private static String words(Diagnostic one) {
        return one.toString().replaceFirst("^.*scenario[.]yaml(:[0-9]+)?: ", "");
    }

    /**
     * A message.
     *
     * @param line of the text that it is about; 0 for none
     * @param words it
     */
    record Message(int line, String words) {}
}
