package overthink.scenarios.files;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * A file that is there whole or not at all, whatever happens meanwhile: written aside, forced to the disk and moved into place,
 * which the disk is told to keep, too. Of several processes that write one file at a time the last one's is there, whole.
 */
public final class WholeFile {

    private static final String ASIDE = ".writing";

    private WholeFile() {}

    /** What a file gets. */
    @FunctionalInterface
    public interface Content {
        /** Writes it. */
        void writeTo(OutputStream out) throws IOException;
    }

    /** Writes a file, in place of an older one. */
    public static void write(Path file, Content content) throws IOException {
        Path aside = aside(file);
        try {
            try (FileChannel channel = FileChannel.open(
                    aside, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
                OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16);
                content.writeTo(out);
                out.flush();
                channel.force(true);
            }
            Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException | RuntimeException | Error e) {
            forget(aside);
            throw e;
        }
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            keepNames(folder);
        }
    }

    /** A place beside a file that no other process writes to. */
    public static Path aside(Path file) {
        return file.resolveSibling(
                "." + file.getFileName() + "." + ProcessHandle.current().pid() + ASIDE);
    }

    private static void forget(Path aside) {
        try {
            Files.deleteIfExists(aside);
        } catch (IOException e) {
            // what went wrong before says more
        }
    }

    /** Tells the disk to keep the names in a folder: its files are there after a failure of power, too, and gone ones are gone. */
    public static void keepNames(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            // a system that opens no folders, as Windows, keeps the names by itself
        }
    }

    /** Removes what processes that were killed left in a folder in which nobody else is at work. */
    public static void sweep(Path folder) throws IOException {
        try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, WholeFile::isAside)) {
            for (Path file : left) {
                Files.deleteIfExists(file);
            }
        }
    }

    private static boolean isAside(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.startsWith(".") && name.endsWith(ASIDE);
    }
}
