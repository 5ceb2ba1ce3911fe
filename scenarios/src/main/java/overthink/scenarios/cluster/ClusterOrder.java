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

/** What a machine is asked to do of a job. */
sealed interface ClusterOrder {

    /** The unit of a scenario that has but one. */
    int WHOLE = -1;

    /**
     * To play shards of one unit.
     *
     * @param unit of a scenario that is run at several points; {@link #WHOLE} of one that is run as it is
     * @param shards which
     */
    record Play(int unit, ShardHost.Order shards) implements ClusterOrder {}

    /**
     * To do the mathematics of some units.
     *
     * @param units of a scenario that is run at several points
     * @param search whether it is searched where accuracies turn
     */
    record Solve(List<Integer> units, boolean search) implements ClusterOrder {

        /** Copies the list. */
        public Solve {
            units = List.copyOf(units);
        }
    }

    int PLAY = 0;
    int SOLVE = 1;

    /** As bytes. */
    default byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            if (this instanceof Play play) {
                out.write(PLAY);
                out.writeInt(play.unit());
                ShardHost.Order shards = play.shards();
                out.writeInt(shards.strategy());
                out.writeBoolean(shards.pilot());
                write(out, shards.trials());
                write(out, shards.targets());
                out.writeDouble(shards.seconds());
                write(out, shards.shards());
            } else if (this instanceof Solve solve) {
                out.write(SOLVE);
                out.writeBoolean(solve.search());
                write(out, solve.units().stream().map(Integer::longValue).toList());
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    /** The order of some bytes. */
    static ClusterOrder of(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            if (in.read() == SOLVE) {
                boolean search = in.readBoolean();
                return new Solve(read(in).stream().map(Long::intValue).toList(), search);
            }
            return new Play(
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
