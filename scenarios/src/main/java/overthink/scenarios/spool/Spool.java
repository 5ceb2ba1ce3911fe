package overthink.scenarios.spool;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import overthink.core.estimate.Sample;

/**
 * Records that are kept encoded, one after the other, and read again one by one. Of what has found no room in {@value #MEMORY}
 * bytes, a file holds all; it is gone when this is closed, or the process has ended.
 *
 * @param <T> records, made of records, numbers, texts, lists, maps and {@linkplain #sample samples}
 */
public final class Spool<T extends Record> implements AutoCloseable {

    /** Bytes that are gathered before any are written: a sweep of a few hundred points needs no file. */
    static final int MEMORY = 1 << 22;

    private final @Nullable Path place;
    private final RecordCodec codec = new RecordCodec();
    private final Buffer gathered = new Buffer();
    private final DataOutputStream out = new DataOutputStream(gathered);
    private @Nullable FileChannel file;
    private long written;
    private long[] ends = new long[16];
    private int size;

    /** Bytes that can be read where they are. */
    private static final class Buffer extends ByteArrayOutputStream {

        InputStream from(int start, int length) {
            return new ByteArrayInputStream(buf, start, length);
        }

        ByteBuffer all() {
            return ByteBuffer.wrap(buf, 0, count);
        }
    }

    /**
     * Holds nothing yet.
     *
     * @param place of the file, which is made when it is needed; null for one in the folder of temporary files
     */
    public Spool(@Nullable Path place) {
        this.place = place;
    }

    /** A sample that can be kept: all that another says, worked out. */
    public static Sample sample(Sample sample) {
        return KeptSample.of(sample);
    }

    /** Keeps an item. */
    public void add(T item) throws IOException {
        codec.write(item, out);
        if (size == ends.length) {
            ends = Arrays.copyOf(ends, 2 * size);
        }
        ends[size] = written + gathered.size();
        size++;
        if (gathered.size() >= MEMORY) {
            write();
        }
    }

    private void write() throws IOException {
        if (file == null) {
            Path made = place == null ? Files.createTempFile("overthink", ".points") : place;
            file = FileChannel.open(
                    made,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.READ,
                    StandardOpenOption.WRITE,
                    StandardOpenOption.TRUNCATE_EXISTING,
                    StandardOpenOption.DELETE_ON_CLOSE);
        }
        ByteBuffer bytes = gathered.all();
        while (bytes.hasRemaining()) {
            written += file.write(bytes, written);
        }
        gathered.reset();
    }

    /** How many objects are held as they are, since no bytes stand for them: constants, if all is well. */
    public int held() {
        return codec.others();
    }

    /** Bytes in the file. */
    long written() {
        return written;
    }

    /** How many items are here. */
    public int size() {
        return size;
    }

    private T item(int index) {
        long start = index == 0 ? 0 : ends[index - 1];
        int length = (int) (ends[Objects.checkIndex(index, size)] - start);
        try {
            DataInputStream in = new DataInputStream(
                    start >= written ? gathered.from((int) (start - written), length) : filed(start, length));
            @SuppressWarnings("unchecked") // it is what was added
            T item = (T) Objects.requireNonNull(codec.read(in));
            return item;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private InputStream filed(long start, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        while (bytes.hasRemaining()) {
            if (Objects.requireNonNull(file).read(bytes, start + bytes.position()) < 0) {
                throw new EOFException("what was kept is gone");
            }
        }
        return new ByteArrayInputStream(bytes.array());
    }

    /**
     * The items, each made when it is asked for.
     *
     * @param view of an item
     */
    public <V> List<V> items(Function<T, V> view) {
        return new AbstractList<>() {
            @Override
            public V get(int index) {
                return view.apply(item(index));
            }

            @Override
            public int size() {
                return size;
            }
        };
    }

    @Override
    public void close() throws IOException {
        if (file != null) {
            file.close();
        }
    }
}
