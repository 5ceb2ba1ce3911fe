package overthink.scenarios.format.form;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import overthink.scenarios.format.yaml.Report;

/** What a reading takes place in: where files are looked for, who hears of mistakes, and what was read besides. */
public final class Scene {

    private final Path folder;
    private final Report report;
    private final List<String> notes = new ArrayList<>();

    /**
     * A reading's surroundings.
     *
     * @param folder that relative paths start from
     * @param report hears of mistakes
     */
    public Scene(Path folder, Report report) {
        this.folder = folder;
        this.report = report;
    }

    /** The folder that relative paths start from. */
    public Path folder() {
        return folder;
    }

    /** Who hears of mistakes. */
    public Report report() {
        return report;
    }

    /** Adds a line about something read from elsewhere: part of what the scenario is. */
    public void note(String line) {
        notes.add(line);
    }

    /** The lines added, in order. */
    public List<String> notes() {
        return List.copyOf(notes);
    }
}
