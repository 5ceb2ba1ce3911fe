package overthink.scenarios.store;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;
import overthink.core.experiment.Checkpoint;
import overthink.core.fault.Printable;
import overthink.scenarios.files.FileTrouble;
import overthink.scenarios.files.WholeFile;

/**
 * The finished shards of a run, one record after the other in a file that only grows: length, CRC-32, and round, strategy,
 * number and sums of a shard. Each record is handed to the system as soon as its shard is finished, so that an end of this
 * process costs the shards in hand at most; the disk is told to keep it every second. A record that was cut or damaged is left
 * out when the file is opened again, and its shard played again. One process at a time writes to it.
 */
public final class ShardLog implements Checkpoint, AutoCloseable {

    /** How records are written; it grows when that changes. */
    private static final String FORMAT = "overthink shards 2";

    /** The most bytes of a shard: its trials' groups, budgets and sums, ten bytes each. */
    private static final int LARGEST = 1 << 28;

    private static final int FRAME = 2 * Integer.BYTES;
    private static final int KEY = 2 * Integer.BYTES + Long.BYTES;
    private static final long BETWEEN_FORCES = 1_000_000_000;

    private final Path file;
    private final FileChannel channel;
    private final Map<Shard, Long> places = new HashMap<>();
    private final long unreadable;
    private long end;
    private int kept;
    private long forced = System.nanoTime();
    private @Nullable IOException failure;

    /**
     * What a run must be like to go on with these shards.
     *
     * @param digest of the scenario
     * @param program its version and commit
     * @param plugins a fingerprint of the plugins' jars; empty without plugins
     */
    public record Origin(String digest, String program, String plugins) {

        private byte[] bytes() throws IOException {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            DataOutputStream out = new DataOutputStream(bytes);
            out.writeUTF(FORMAT);
            out.writeUTF(digest);
            out.writeUTF(program);
            out.writeUTF(plugins);
            return bytes.toByteArray();
        }
    }

    private ShardLog(Path file, FileChannel channel, long start) throws IOException {
        this.file = file;
        this.channel = channel;
        end = start;
        unreadable = index();
    }

    /** Makes a log without shards. */
    static void create(Path file, Origin origin) throws IOException {
        byte[] header = origin.bytes();
        WholeFile.write(file, out -> {
            out.write(ByteBuffer.allocate(Integer.BYTES).putInt(header.length).array());
            out.write(header);
        });
    }

    /**
     * Opens a log.
     *
     * @throws BrokenRunException when another process has it open, or its shards are of another origin
     */
    static ShardLog open(Path file, Origin origin) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            if (lock(channel) == null) {
                throw new BrokenRunException("%s: another process is at work on this run. Wait for it, or end it"
                        .formatted(file.toAbsolutePath().getParent()));
            }
            byte[] header = read(channel, Integer.BYTES, Math.min(size(channel), LARGEST));
            check(file, header, origin);
            return new ShardLog(file, channel, Integer.BYTES + header.length);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null; // this very process
        }
    }

    private static int size(FileChannel channel) throws IOException {
        byte[] size = read(channel, 0, Integer.BYTES);
        return size.length == 0 ? -1 : ByteBuffer.wrap(size).getInt();
    }

    private static byte[] read(FileChannel channel, long from, int count) throws IOException {
        if (count < 0 || from + count > channel.size()) {
            return new byte[0];
        }
        ByteBuffer bytes = ByteBuffer.allocate(count);
        while (bytes.hasRemaining()) {
            if (channel.read(bytes, from + bytes.position()) < 0) {
                return new byte[0];
            }
        }
        return bytes.array();
    }

    private static void check(Path file, byte[] header, Origin origin) {
        String format;
        String digest;
        String program;
        String plugins;
        try {
            DataInputStream in = new DataInputStream(new ByteArrayInputStream(header));
            format = in.readUTF();
            digest = in.readUTF();
            program = in.readUTF();
            plugins = in.readUTF();
        } catch (IOException e) {
            throw new BrokenRunException(
                    "%s: these are no shards of a run: the file is damaged. Begin anew, without --resume"
                            .formatted(file));
        }
        if (!format.equals(FORMAT)) {
            throw new BrokenRunException(
                    "%s: this is written as '%s', and this version reads '%s'. Begin anew, without --resume"
                            .formatted(file, Printable.line(format), FORMAT));
        }
        if (!digest.equals(origin.digest())) {
            throw new BrokenRunException("%s: the shards are of a scenario with the digest %s, and this one has %s"
                    .formatted(file, digest, origin.digest()));
        }
        if (!program.equals(origin.program())) {
            throw new BrokenRunException(
                    "%s: the shards are of version %s, and this is version %s, which may give other numbers. Go on with that"
                                    .formatted(file, program, origin.program())
                            + " one, or begin anew, without --resume");
        }
        if (!plugins.equals(origin.plugins())) {
            throw new BrokenRunException(
                    "%s: the shards were made with other plugins. Go on with those, or begin anew, without --resume"
                            .formatted(file));
        }
    }

    /** Finds the records; returns how many bytes are none, and cuts what is after the last. */
    private long index() throws IOException {
        long size = channel.size();
        long lost = 0;
        while (end + FRAME <= size) {
            ByteBuffer frame = ByteBuffer.wrap(read(channel, end, FRAME));
            int length = frame.getInt();
            int sum = frame.getInt();
            if (length < KEY || length > LARGEST || end + FRAME + length > size) {
                break;
            }
            byte[] record = read(channel, end + FRAME, length);
            if (checksum(record) == sum) {
                ByteBuffer key = ByteBuffer.wrap(record);
                places.put(new Shard(key.getInt(), key.getInt(), key.getLong()), end);
            } else {
                lost += FRAME + length;
            }
            end += FRAME + length;
        }
        lost += size - end;
        channel.truncate(end);
        return lost;
    }

    private static int checksum(byte[] bytes) {
        CRC32 sum = new CRC32();
        sum.update(bytes);
        return (int) sum.getValue();
    }

    /** How many shards were there when it was opened, and since. */
    public synchronized int size() {
        return places.size() + kept;
    }

    /** How many bytes of it could not be read when it was opened: what was being written when the run ended. */
    public long unreadable() {
        return unreadable;
    }

    /** Why shards could not be kept; empty when all were. */
    public synchronized Optional<String> trouble() {
        return failure == null ? Optional.empty() : Optional.of("%s: %s".formatted(file, FileTrouble.of(failure)));
    }

    @Override
    public byte @Nullable [] recall(Shard shard) {
        Long place;
        synchronized (this) {
            place = places.get(shard);
        }
        if (place == null) {
            return null;
        }
        try {
            int length = ByteBuffer.wrap(read(channel, place, Integer.BYTES)).getInt();
            byte[] sums = read(channel, place + FRAME + KEY, length - KEY);
            return sums.length == length - KEY ? sums : null;
        } catch (IOException | BufferUnderflowException e) {
            return null; // then it is played again
        }
    }

    @Override
    public synchronized void keep(Shard shard, byte[] sums) {
        if (failure != null) {
            return;
        }
        byte[] record = ByteBuffer.allocate(KEY + sums.length)
                .putInt(shard.round())
                .putInt(shard.strategy())
                .putLong(shard.number())
                .put(sums)
                .array();
        ByteBuffer framed = ByteBuffer.allocate(FRAME + record.length)
                .putInt(record.length)
                .putInt(checksum(record))
                .put(record)
                .flip();
        try {
            long from = end;
            while (framed.hasRemaining()) {
                channel.write(framed, from + framed.position());
            }
            end = from + framed.position(); // no run asks for a shard that it kept itself
            kept++;
            if (System.nanoTime() - forced > BETWEEN_FORCES) {
                channel.force(false);
                forced = System.nanoTime();
            }
        } catch (IOException e) {
            failure = e;
            cut();
        }
    }

    /** Leaves no part of a record behind. */
    private void cut() {
        try {
            channel.truncate(end);
        } catch (IOException e) {
            // it is left out when the file is opened again
        }
    }

    @Override
    public synchronized void close() throws IOException {
        try (channel) {
            if (failure == null) {
                failure = new IOException("the run is over"); // a shard that comes late is not kept
                channel.force(false);
            }
        }
    }
}
