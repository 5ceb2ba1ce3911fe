package overthink.scenarios.document.form;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import overthink.scenarios.document.yaml.MistakeListener;
import overthink.scenarios.document.yaml.Node;

/** What a reading takes place in: where files are looked for, who hears of mistakes, and what was read besides. */
public final class ReadingContext {

    private final Path folder;
    private final MistakeListener report;
    private final List<String> notes = new ArrayList<>();
    private final List<AskedNumber> numbers = new ArrayList<>();

    /**
     * A reading's surroundings.
     *
     * @param folder that relative paths start from
     * @param report hears of mistakes
     */
    public ReadingContext(Path folder, MistakeListener report) {
        this.folder = folder;
        this.report = report;
    }

    /** The folder that relative paths start from. */
    public Path folder() {
        return folder;
    }

    /** Who hears of mistakes. */
    public MistakeListener report() {
        return report;
    }

    /** Adds a line about something read from elsewhere: part of what the scenario is. */
    public void note(String line) {
        notes.add(line);
    }

    /** Adds a number that a scalar set from outside the file is to be, whether it is one or not. */
    void asked(Node node, AskedNumber number) {
        if (node instanceof Node.Scalar && !number.place().inFile()) {
            numbers.add(number);
        }
    }

    /** The numbers that values set from outside the file are to be, defaults among them, in the order in which they were read. */
    public List<AskedNumber> numbers() {
        return List.copyOf(numbers);
    }

    /** The lines added, in order. */
    public List<String> notes() {
        return List.copyOf(notes);
    }
}
