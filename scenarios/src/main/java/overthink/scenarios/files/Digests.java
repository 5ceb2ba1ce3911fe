package overthink.scenarios.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Fingerprints. */
public final class Digests {

    private static final int BYTES = 8;

    private Digests() {}

    /** A new SHA-256, which every Java has. */
    public static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The first 16 hexadecimal digits of a text's fingerprint. */
    public static String of(String text) {
        return first16(sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** The first 16 hexadecimal digits of a file's fingerprint. */
    public static String of(Path file) throws IOException {
        MessageDigest digest = sha256();
        byte[] buffer = new byte[1 << 16];
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
        }
        return first16(digest.digest());
    }

    /** The first 16 hexadecimal digits. */
    public static String first16(byte[] digest) {
        return HexFormat.of().formatHex(digest, 0, BYTES);
    }
}
