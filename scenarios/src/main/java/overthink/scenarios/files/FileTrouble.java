package overthink.scenarios.files;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Optional;

/** What is wrong with a file, in words without the name of the file or of an exception. */
public final class FileTrouble {

    private FileTrouble() {}

    /** Why a file could not be read or written. */
    public static String of(IOException failure) {
        if (failure instanceof NoSuchFileException) {
            return "there is no such file";
        }
        if (failure instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (failure instanceof FileAlreadyExistsException) {
            return "there is a file of that name already";
        }
        if (failure instanceof NotDirectoryException) {
            return "it is not a directory";
        }
        if (failure instanceof DirectoryNotEmptyException) {
            return "it is a directory that is not empty";
        }
        if (failure instanceof FileSystemLoopException) {
            return "its links lead back to itself";
        }
        if (failure instanceof EOFException) {
            return "it ends too early";
        }
        String said = failure instanceof FileSystemException problem ? problem.getReason() : failure.getMessage();
        return said == null || said.isBlank() ? "the system does not say why" : said;
    }

    /**
     * Why a file cannot be read: nothing but a regular file is one, for a pipe without a writer would be waited for without
     * end, and a device has no end.
     *
     * @param what what such a file is, as "a scenario"
     */
    public static Optional<String> unreadable(Path file, String what) {
        if (Files.isDirectory(file)) {
            return Optional.of("this is a directory; %s is a file".formatted(what));
        }
        if (Files.isRegularFile(file)) {
            return Optional.empty();
        }
        if (Files.exists(file)) {
            return Optional.of("this is a pipe or a device; %s is a regular file".formatted(what));
        }
        return Optional.of(
                Files.isSymbolicLink(file)
                        ? "this link leads to no file"
                        : Files.exists(file, LinkOption.NOFOLLOW_LINKS)
                                ? "it cannot be looked at"
                                : "there is no such file");
    }

    /** A path below another; empty when this system has no such name. */
    public static Optional<Path> below(Path folder, String name) {
        try {
            return Optional.of(folder.resolve(name));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }
}
