package overthink.scenarios.cluster;

import java.io.Serializable;
import overthink.scenarios.files.Digests;

/** All that a machine needs to know of a run, as bytes that every machine gets once. */
public final class ClusterJob implements Serializable {

    private static final long serialVersionUID = 1;

    private final String digest;
    private final byte[] bytes;

    /** A job of bytes that are not changed any more. */
    ClusterJob(byte[] bytes) {
        this.bytes = bytes;
        digest = Digests.first16(Digests.sha256().digest(bytes));
    }

    /** The first 16 hexadecimal digits of the fingerprint of its bytes. */
    public String digest() {
        return digest;
    }

    /** How many bytes it has. */
    public int size() {
        return bytes.length;
    }

    /** Its bytes, which are not to be changed. */
    byte[] bytes() {
        return bytes;
    }
}
