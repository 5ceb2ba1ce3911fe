package overthink.scenarios.cluster;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import overthink.core.experiment.ShardHost;
import overthink.core.fault.Fault;

/** What a machine says to an order. */
sealed interface OrderAnswer {

    /** What became of its shards, in their order. */
    record Done(List<ShardHost.Outcome> outcomes) implements OrderAnswer {

        /** Copies the list. */
        public Done {
            outcomes = List.copyOf(outcomes);
        }
    }

    /** What mathematics says of its units, in their order: numbers, sent as their bits. */
    record Solved(List<long[]> numbers) implements OrderAnswer {

        /** Copies the list. */
        public Solved {
            numbers = List.copyOf(numbers);
        }
    }

    /**
     * It carries out no order of this job, and no other like it would.
     *
     * @param reason in a sentence
     */
    record Refused(String reason) implements OrderAnswer {}

    int REFUSED = 0;
    int DONE = 1;
    int SOLVED = 2;

    int PLAYED = 0;
    int FAILED = 1;
    int LEFT_OUT = 2;

    /** As bytes. */
    default byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            if (this instanceof Refused refused) {
                out.write(REFUSED);
                write(out, refused.reason());
            } else if (this instanceof Done done) {
                out.write(DONE);
                out.writeInt(done.outcomes().size());
                for (ShardHost.Outcome outcome : done.outcomes()) {
                    write(out, outcome);
                }
            } else if (this instanceof Solved solved) {
                out.write(SOLVED);
                out.writeInt(solved.numbers().size());
                for (long[] numbers : solved.numbers()) {
                    write(out, numbers);
                }
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static void write(DataOutputStream out, ShardHost.Outcome outcome) throws IOException {
        if (outcome instanceof ShardHost.Played played) {
            out.write(PLAYED);
            out.writeInt(played.sums().length);
            out.write(played.sums());
            out.writeDouble(played.seconds());
        } else if (outcome instanceof ShardHost.Failed failed) {
            out.write(FAILED);
            out.write(failed.kind().ordinal());
            write(out, failed.message());
            out.writeBoolean(failed.outside());
        } else {
            out.write(LEFT_OUT);
        }
    }

    private static void write(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static void write(DataOutputStream out, long[] numbers) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(Long.BYTES * numbers.length);
        bytes.asLongBuffer().put(numbers);
        out.writeInt(numbers.length);
        out.write(bytes.array());
    }

    private static long[] numbers(DataInputStream in) throws IOException {
        long[] numbers = new long[in.readInt()];
        ByteBuffer.wrap(in.readNBytes(Long.BYTES * numbers.length))
                .asLongBuffer()
                .get(numbers);
        return numbers;
    }

    /** The answer of some bytes. */
    static OrderAnswer of(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            int kind = in.read();
            if (kind == REFUSED) {
                return new Refused(text(in));
            }
            if (kind == SOLVED) {
                List<long[]> solved = new ArrayList<>();
                for (int left = in.readInt(); left > 0; left--) {
                    solved.add(numbers(in));
                }
                return new Solved(solved);
            }
            List<ShardHost.Outcome> outcomes = new ArrayList<>();
            for (int left = in.readInt(); left > 0; left--) {
                outcomes.add(
                        switch (in.read()) {
                            case PLAYED -> new ShardHost.Played(in.readNBytes(in.readInt()), in.readDouble());
                            case FAILED ->
                                new ShardHost.Failed(Fault.Kind.values()[in.read()], text(in), in.readBoolean());
                            default -> new ShardHost.LeftOut();
                        });
            }
            return new Done(outcomes);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static String text(DataInputStream in) throws IOException {
        return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
    }
}
