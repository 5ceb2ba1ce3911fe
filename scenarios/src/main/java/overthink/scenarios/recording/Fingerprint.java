package overthink.scenarios.recording;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import overthink.core.world.Recording;
import overthink.scenarios.files.Digests;

/** Fingerprints of what is read, so that what is made of it can be told from what is made of another. */
public final class Fingerprint {

    private static final int ROOM = 1 << 16;

    private Fingerprint() {}

    /** 16 hexadecimal digits of all that a recording says of its candidates but their runs and steps. */
    public static String of(Recording recording) {
        MessageDigest digest = Digests.sha256();
        ByteBuffer bytes = ByteBuffer.allocate(ROOM);
        for (int problem = 0; problem < recording.size(); problem++) {
            byte[] name = recording.name(problem).getBytes(StandardCharsets.UTF_8);
            flush(bytes, digest, ROOM);
            digest.update(name);
            bytes.putInt(recording.level(problem));
            for (int candidate = 0; candidate < recording.candidates(problem); candidate++) {
                flush(bytes, digest, 1 + 2 * Integer.BYTES + Math.max(1, recording.calls()) * Double.BYTES);
                bytes.put((byte) (recording.correct(problem, candidate) ? 1 : 0))
                        .putInt(recording.hasAnswers() ? recording.answer(problem, candidate) : 0)
                        .putInt(recording.hasTokens() ? recording.tokens(problem, candidate) : 0)
                        .putDouble(recording.calls() > 0 ? recording.score(0, problem, candidate) : 0);
                for (int call = 1; call < recording.calls(); call++) {
                    bytes.putDouble(recording.score(call, problem, candidate));
                }
            }
        }
        flush(bytes, digest, ROOM);
        return Digests.first16(digest.digest());
    }

    /** 16 hexadecimal digits of some counts. */
    public static String of(RecordedCounts counts) {
        MessageDigest digest = Digests.sha256();
        ByteBuffer bytes = ByteBuffer.allocate(2 * Long.BYTES);
        for (int problem = 0; problem < counts.n().length; problem++) {
            digest.update(counts.problems().get(problem).getBytes(StandardCharsets.UTF_8));
            digest.update(bytes.clear()
                    .putLong(counts.n()[problem])
                    .putLong(counts.c()[problem])
                    .flip());
        }
        return Digests.first16(digest.digest());
    }

    /** Makes room. */
    private static void flush(ByteBuffer bytes, MessageDigest digest, int needed) {
        if (bytes.remaining() < needed || needed == ROOM) {
            digest.update(bytes.flip());
            bytes.clear();
        }
    }
}
