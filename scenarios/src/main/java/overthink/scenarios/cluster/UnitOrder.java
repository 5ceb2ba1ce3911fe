package overthink.scenarios.cluster;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import overthink.core.experiment.ShardHost;

/**
 * Shards of one unit of a job.
 *
 * @param unit of a scenario that is run at several points; {@link #WHOLE} of one that is run as it is
 * @param shards which
 */
record UnitOrder(int unit, ShardHost.Order shards) {

    /** The unit of a scenario that has but one. */
    static final int WHOLE = -1;

    byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(unit);
            out.writeInt(shards.strategy());
            out.writeBoolean(shards.pilot());
            write(out, shards.trials());
            write(out, shards.targets());
            out.writeDouble(shards.seconds());
            write(out, shards.shards());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    static UnitOrder of(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            return new UnitOrder(
                    in.readInt(),
                    new ShardHost.Order(in.readInt(), in.readBoolean(), read(in), read(in), in.readDouble(), read(in)));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static void write(DataOutputStream out, List<Long> numbers) throws IOException {
        out.writeInt(numbers.size());
        for (long number : numbers) {
            out.writeLong(number);
        }
    }

    private static List<Long> read(DataInputStream in) throws IOException {
        List<Long> numbers = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            numbers.add(in.readLong());
        }
        return numbers;
    }
}
