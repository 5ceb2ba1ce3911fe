package overthink.scenarios.document;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import overthink.scenarios.document.yaml.MistakeListener;
import overthink.scenarios.document.yaml.SourceLocation;
import overthink.scenarios.files.FileTrouble;

/** Reads a small UTF-8 file whole. */
final class TextFile {

    /** The largest file, in bytes. */
    static final int LARGEST = 1_000_000;

    private TextFile() {}

    /** The text without a byte order mark; null when there is a mistake, which is reported. */
    static @Nullable String read(Path file, MistakeListener report) {
        SourceLocation whole = SourceLocation.whole(source(file));
        Optional<String> trouble =
                isStandardInput(file) || open(file) ? Optional.empty() : FileTrouble.unreadable(file, "a scenario");
        if (trouble.isPresent()) {
            report.add(whole, "", "", trouble.get(), "");
            return null;
        }
        byte[] bytes;
        try (InputStream in = isStandardInput(file) ? System.in : Files.newInputStream(file)) {
            bytes = in.readNBytes(LARGEST + 1);
        } catch (IOException failure) {
            report.add(whole, "", "", "it cannot be read: " + FileTrouble.of(failure), "");
            return null;
        }
        if (bytes.length > LARGEST) {
            report.add(whole, "", "", "a scenario has at most %d bytes".formatted(LARGEST), "");
            return null;
        }
        return decode(bytes, file, report);
    }

    /** Whether a file is that which comes by standard input. */
    static boolean isStandardInput(Path file) {
        return file.toString().equals("-");
    }

    /** What a file is called in messages. */
    static String source(Path file) {
        return isStandardInput(file) ? "standard input" : file.toString();
    }

    /** Whether it is one of this process's own streams, as {@code /dev/stdin}: a pipe that somebody has opened already. */
    private static boolean open(Path file) {
        return !Files.isDirectory(file)
                && Files.exists(file)
                && file.toString().matches("/dev/(stdin|fd/\\d+)|/proc/self/fd/\\d+");
    }

    private static @Nullable String decode(byte[] bytes, Path file, MistakeListener report) {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length + 1);
        CoderResult result = decoder.decode(in, out, true);
        if (result.isError()) {
            int line = 1;
            for (int i = 0; i < in.position(); i++) {
                line += bytes[i] == '\n' ? 1 : 0;
            }
            report.add(
                    new SourceLocation(source(file), line, 0),
                    "",
                    "",
                    "the file must be UTF-8; the byte 0x%02X here is not".formatted(bytes[in.position()]),
                    utf16(bytes) ? "it is UTF-16; save it as UTF-8" : "");
            return null;
        }
        String text = out.flip().toString();
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static boolean utf16(byte[] bytes) {
        return bytes.length > 1 && ((bytes[0] == -1 && bytes[1] == -2) || (bytes[0] == -2 && bytes[1] == -1));
    }
}
