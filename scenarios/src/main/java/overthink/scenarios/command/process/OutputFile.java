package overthink.scenarios.command.process;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import overthink.scenarios.files.WholeFile;

/** A file that the user named: it is there whole, or as it was before. */
public final class OutputFile {

    private OutputFile() {}

    /** Why a file cannot be written, as far as that can be told before; empty when nothing is in the way. */
    public static Optional<String> obstacle(Path file) {
        Path absolute = file.toAbsolutePath();
        Path folder = absolute.getParent();
        if (Files.isDirectory(absolute) || folder == null) {
            return Optional.of("%s is a directory, not a file to write".formatted(file));
        }
        return Files.isDirectory(folder)
                ? Optional.empty()
                : Optional.of("%s: there is no directory %s".formatted(file, folder));
    }

    /** Writes a file, or throws and leaves what was there. */
    public static void write(Path file, WholeFile.Content content) throws IOException {
        Optional<String> obstacle = obstacle(file);
        if (obstacle.isPresent()) {
            throw new IOException(obstacle.get());
        }
        Path absolute = file.toAbsolutePath();
        if (Files.exists(absolute) && !Files.isRegularFile(absolute)) { // a device, say
            try (OutputStream out = Files.newOutputStream(absolute)) {
                content.writeTo(out);
            }
        } else {
            WholeFile.write(absolute, content);
        }
    }
}
