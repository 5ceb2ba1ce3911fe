package overthink.scenarios.cluster;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import overthink.core.experiment.Oversight;
import overthink.scenarios.files.Digests;

/**
 * What a job says.
 *
 * @param program that made it
 * @param scenario its text, in which files are named by their places in {@code files}
 * @param files that the scenario reads
 * @param plugins the jars of each directory of plugins
 * @param isolated how much memory, in megabytes, each plugin's process may use; empty when plugins have no processes of their own
 * @param patience how long a strategy is waited for
 * @param oversight how closely strategies are looked at
 */
record JobContent(
        Program program,
        String scenario,
        List<SentFile> files,
        List<List<SentFile>> plugins,
        Optional<Integer> isolated,
        Duration patience,
        Oversight oversight) {

    /**
     * A file that travels with its fingerprint.
     *
     * @param name as the machine that sends it names it, with its folder
     * @param digest SHA-256 of the content, in part
     */
    @SuppressWarnings("ArrayRecordComponent")
    record SentFile(String name, String digest, byte[] content) {

        /** A file of this machine. */
        static SentFile of(String name, byte[] content) {
            return new SentFile(name, digest(content), content);
        }

        /** Whether it came as it was sent. */
        boolean whole() {
            return digest.equals(digest(content));
        }

        private static String digest(byte[] content) {
            return Digests.first16(Digests.sha256().digest(content));
        }
    }

    /** A job that says this. */
    ClusterJob job() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeUTF(program.version());
            out.writeInt(program.java());
            writeBytes(out, scenario.getBytes(StandardCharsets.UTF_8));
            write(out, files);
            out.writeInt(plugins.size());
            for (List<SentFile> jars : plugins) {
                write(out, jars);
            }
            out.writeInt(isolated.orElse(-1));
            out.writeLong(patience.toNanos());
            out.writeBoolean(oversight.replays());
            out.writeLong(oversight.mostTime().map(Duration::toMillis).orElse(-1L));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return new ClusterJob(bytes.toByteArray());
    }

    private static void write(DataOutputStream out, List<SentFile> files) throws IOException {
        out.writeInt(files.size());
        for (SentFile file : files) {
            out.writeUTF(file.name());
            out.writeUTF(file.digest());
            writeBytes(out, file.content());
        }
    }

    private static void writeBytes(DataOutputStream out, byte[] bytes) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    /** Which program made a job. What another wrote cannot be read any further. */
    static Program programOf(ClusterJob job) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(job.bytes()))) {
            return new Program(in.readUTF(), in.readInt());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** What a job of the same program says. */
    static JobContent of(ClusterJob job) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(job.bytes()))) {
            Program program = new Program(in.readUTF(), in.readInt());
            String scenario = new String(readBytes(in), StandardCharsets.UTF_8);
            List<SentFile> files = read(in);
            List<List<SentFile>> plugins = new ArrayList<>();
            for (int left = in.readInt(); left > 0; left--) {
                plugins.add(read(in));
            }
            int megabytes = in.readInt();
            Duration patience = Duration.ofNanos(in.readLong());
            boolean replays = in.readBoolean();
            long mostMillis = in.readLong();
            return new JobContent(
                    program,
                    scenario,
                    files,
                    plugins,
                    megabytes < 0 ? Optional.empty() : Optional.of(megabytes),
                    patience,
                    new Oversight(
                            replays, mostMillis < 0 ? Optional.empty() : Optional.of(Duration.ofMillis(mostMillis))));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static List<SentFile> read(DataInputStream in) throws IOException {
        List<SentFile> files = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            files.add(new SentFile(in.readUTF(), in.readUTF(), readBytes(in)));
        }
        return files;
    }

    private static byte[] readBytes(DataInputStream in) throws IOException {
        return in.readNBytes(in.readInt());
    }
}
