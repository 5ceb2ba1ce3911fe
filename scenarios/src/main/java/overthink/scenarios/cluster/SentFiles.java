package overthink.scenarios.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** What came with a job, in a new folder of this machine, which is removed when it is closed or this process ends. */
final class SentFiles implements AutoCloseable {

    private final Path folder;

    /**
     * A new folder.
     *
     * @throws UncheckedIOException when there is no room
     */
    SentFiles() {
        try {
            folder = Files.createTempDirectory("overthink-job-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Runtime.getRuntime().addShutdownHook(new Thread(this::close, "overthink-job"));
    }

    /**
     * Puts files into a folder of this one, each under a number and its name; says where they are.
     *
     * @throws UncheckedIOException when there is no room, or one is not as it was sent
     */
    List<Path> put(List<JobContent.SentFile> files, String name) {
        List<Path> places = new ArrayList<>();
        try {
            Path into = Files.createDirectories(folder.resolve(name));
            for (int i = 0; i < files.size(); i++) {
                JobContent.SentFile file = files.get(i);
                if (!file.whole()) {
                    throw new IOException("%s is not as it was sent".formatted(file.name()));
                }
                places.add(Files.write(
                        into.resolve("%05d-%s".formatted(i, Path.of(file.name()).getFileName())), file.content()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return places;
    }

    /** The folder of this name. */
    Path place(String name) {
        return folder.resolve(name);
    }

    /** Removes the folder with all that is in it, as far as that can be done. */
    @Override
    public void close() {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException | UncheckedIOException e) {
            // it is in nobody's way
        }
    }
}
