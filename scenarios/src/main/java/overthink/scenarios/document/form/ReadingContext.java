package overthink.scenarios.document.form;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import overthink.scenarios.document.yaml.MistakeListener;
import overthink.scenarios.document.yaml.Node;

/** What a reading takes place in: where files are looked for, who hears of mistakes, and what was read besides. */
public final class ReadingContext {

    private final Path folder;
    private final MistakeListener report;
    private final List<String> notes = new ArrayList<>();
    private final List<AskedNumber> numbers = new ArrayList<>();
    private final IdentityHashMap<Node, IdentityHashMap<Key<?>, ReadValue<?>>> readings = new IdentityHashMap<>();
    private Memory memory = Memory.NONE;

    /** Whether values are read once only. */
    private enum Memory {
        NONE,
        GATHERING,
        COMPLETE
    }

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

    /**
     * From here on what is read is remembered: the same mapping entry, read again, is what it was. Keys that follow from
     * others are not written in full, since others may be set.
     */
    public void remember() {
        memory = Memory.GATHERING;
    }

    /** From here on nothing more is remembered, but what was is still used. */
    public void rememberNoMore() {
        memory = Memory.COMPLETE;
    }

    /** Whether further values may be set in what is read, so that what follows from others is left to follow. */
    boolean open() {
        return memory != Memory.NONE;
    }

    /** What was read at a key before; null when that is not known. */
    @SuppressWarnings("unchecked") // remember(Key, …) put a reading of the key's own type there
    <T> @Nullable ReadValue<T> recall(Key<T> key, Node node) {
        IdentityHashMap<Key<?>, ReadValue<?>> known = readings.get(node);
        return known == null ? null : (ReadValue<T>) known.get(key);
    }

    /** Remembers what was read at a key. */
    <T> void remember(Key<T> key, Node node, ReadValue<T> reading) {
        if (memory == Memory.GATHERING) {
            readings.computeIfAbsent(node, none -> new IdentityHashMap<>()).put(key, reading);
        }
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
