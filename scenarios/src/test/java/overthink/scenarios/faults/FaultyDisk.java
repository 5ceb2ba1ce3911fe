package overthink.scenarios.faults;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A view of a folder of the real disk that counts every change, and lets one of them fail. It knows what is synced: the content
 * of a file when it was last forced, and the names of a folder when that was.
 */
public final class FaultyDisk {

    /** Ends a process, as far as one can be ended from within: nothing of it touches the disk any more. */
    public static final class Ended extends Error {
        private static final long serialVersionUID = 1;

        Ended() {
            super("the process ended");
        }
    }

    /** Something that changes the disk. */
    @FunctionalInterface
    interface Change<T> {
        T make() throws IOException;
    }

    /** How a name that is not synced is taken back. */
    private record Undo(Path folder, Change<?> back) {}

    private final FaultyFileSystem fileSystem = new FaultyFileSystem(this);
    private final Path root;
    private final Path attic;
    private final Fault fault;
    private final int at;
    private int changes;
    private boolean ended;
    private int kept;
    private final Map<Path, byte[]> synced = new LinkedHashMap<>();
    private final Deque<Undo> names = new ArrayDeque<>();

    /**
     * A view.
     *
     * @param root the folder
     * @param attic another, for what may have to come back
     * @param fault what happens
     * @param at at which change, from 0
     */
    public FaultyDisk(Path root, Path attic, Fault fault, int at) {
        this.root = root;
        this.attic = attic;
        this.fault = fault;
        this.at = at;
    }

    /** A path of the real disk, seen so. */
    public Path view(Path real) {
        return new FaultyPath(fileSystem, real);
    }

    /** How many changes there were. */
    public synchronized int changes() {
        return changes;
    }

    /**
     * Makes a change, or lets it fail.
     *
     * @param half makes half of it
     */
    synchronized <T> T change(Path file, Change<T> whole, Change<?> half) throws IOException {
        int number = changes++;
        if (ended) {
            throw new Ended();
        }
        if (number == at) {
            strike(half);
        }
        boolean later = number > at && (fault == Fault.FULL || fault == Fault.READ_ONLY);
        if (later || number == at) {
            refuse(file);
        }
        return whole.make();
    }

    private void strike(Change<?> half) throws IOException {
        switch (fault) {
            case FULL, FULL_ONCE -> half.make();
            case GONE -> Files.move(root, attic.resolve("gone"));
            case KILLED -> {
                half.make();
                ended = true;
            }
            case POWER -> {
                half.make();
                ended = true;
                loseWhatIsNotSynced();
            }
            case INTERRUPTED -> Thread.currentThread().interrupt();
            case MEMORY -> throw new OutOfMemoryError("Java heap space");
            case READ_ONLY -> {}
        }
    }

    private void refuse(Path file) throws IOException {
        switch (fault) {
            case FULL, FULL_ONCE -> throw new FileSystemException(file.toString(), null, "No space left on device");
            case READ_ONLY -> throw new AccessDeniedException(file.toString());
            case KILLED, POWER -> throw new Ended();
            case GONE, INTERRUPTED, MEMORY -> {}
        }
    }

    /** A file is about to change: what it is now is what would be left. */
    synchronized void touches(Path file) throws IOException {
        if (fault == Fault.POWER && !synced.containsKey(file)) {
            synced.put(file, Files.readAllBytes(file));
        }
    }

    /** A file or a folder is synced. */
    synchronized void forced(Path place) {
        synced.remove(place);
        names.removeIf(undo -> undo.folder().equals(place));
    }

    /** A name came into being. */
    synchronized void named(Path place) {
        Path folder = place.getParent();
        names.push(new Undo(folder, () -> {
            deleteAll(place);
            return null;
        }));
    }

    /** Deletes a file in a way that can be taken back. */
    synchronized void delete(Path file) throws IOException {
        if (fault != Fault.POWER || Files.isDirectory(file)) {
            Files.delete(file);
            return;
        }
        Path aside = attic.resolve("kept" + kept++);
        Files.move(file, aside);
        names.push(new Undo(file.getParent(), () -> Files.move(aside, file)));
    }

    /** Moves a file in a way that can be taken back. */
    synchronized void move(Path from, Path to) throws IOException {
        if (Files.exists(to)) {
            delete(to);
        }
        Files.move(from, to);
        names.push(new Undo(to.getParent(), () -> Files.move(to, from)));
        byte[] content = synced.remove(from);
        if (content != null) {
            synced.put(to, content);
        }
    }

    private void loseWhatIsNotSynced() throws IOException {
        for (Map.Entry<Path, byte[]> file : synced.entrySet()) {
            if (Files.exists(file.getKey())) {
                byte[] now = new byte[(int) Files.size(file.getKey())];
                System.arraycopy(file.getValue(), 0, now, 0, Math.min(now.length, file.getValue().length));
                Files.write(file.getKey(), now);
            }
        }
        while (!names.isEmpty()) {
            names.pop().back().make();
        }
    }

    /** Deletes a folder with all that is in it, or a file. */
    public static void deleteAll(Path place) throws IOException {
        if (!Files.exists(place)) {
            return;
        }
        List<Path> found = new ArrayList<>();
        try (Stream<Path> all = Files.walk(place)) {
            all.forEach(found::add);
        }
        for (int i = found.size() - 1; i >= 0; i--) {
            Files.delete(found.get(i));
        }
    }
}
