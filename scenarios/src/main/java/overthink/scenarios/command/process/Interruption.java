package overthink.scenarios.command.process;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Whether this process is asked to end, by Ctrl-C (SIGINT) or SIGTERM. Java then ends as soon as its shutdown hooks have: where a
 * command promises to deliver what there is, one of them waits for that.
 */
public class Interruption implements BooleanSupplier {

    /** A command that takes longer is not waited for. */
    private static final long MOST_SECONDS = 10;

    private final CountDownLatch delivered = new CountDownLatch(1);
    private volatile boolean promised;
    private volatile boolean requested;

    /** From now on the end of the process is waited with. */
    public final void watch() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::atEnd, "overthink-interruption"));
    }

    private void atEnd() {
        requested = true;
        if (!promised) {
            return;
        }
        try {
            boolean inTime = delivered.await(MOST_SECONDS, TimeUnit.SECONDS);
            assert inTime || requested;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // then it ends sooner
        }
    }

    /** The command will look at this a few times a second, and deliver what there is. */
    public final void promise() {
        promised = true;
    }

    /** The command is over: nothing more is waited for. */
    public final void over() {
        delivered.countDown();
    }

    /** Whether the process is asked to end. */
    @Override
    public boolean getAsBoolean() {
        return requested;
    }
}
