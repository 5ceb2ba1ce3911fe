package overthink.scenarios.cluster;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
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

    /**
     * It carries out no order of this job, and no other like it would.
     *
     * @param reason in a sentence
     */
    record Refused(String reason) implements OrderAnswer {}

    int REFUSED = 0;
    int DONE = 1;

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

    /** The answer of some bytes. */
    static OrderAnswer of(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            if (in.read() == REFUSED) {
                return new Refused(text(in));
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
