package overthink.scenarios.plugins;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import overthink.core.fault.Thrown;

/**
 * Questions to a provider, whose code may do anything: throw, never come back, or leave its thread in disorder. They are put
 * on a thread of their own, which is waited for as long as the patience lasts.
 */
final class Interview<T> {

    private final Question<T> question;
    private final CountDownLatch over = new CountDownLatch(1);
    private volatile String topic = "it";
    private volatile @Nullable T answer;
    private volatile @Nullable String failure;

    private Interview(Question<T> question) {
        this.question = question;
    }

    /** What is asked, one thing after the other. */
    @FunctionalInterface
    interface Question<T> {

        /**
         * Asks.
         *
         * @param topics hears what is asked next, such as {@code name()}, for messages
         * @throws PluginFailure when the answer will not do
         */
        T put(Topics topics);
    }

    /** Hears what is asked next. */
    @FunctionalInterface
    interface Topics {

        /** The method that is called from now on. */
        void next(String method);
    }

    /**
     * Asks on a thread of its own.
     *
     * @param whose names the thread
     * @throws PluginFailure when there is no answer
     */
    static <T> T hold(String whose, Duration patience, Question<T> question) {
        Interview<T> interview = new Interview<>(question);
        Thread thread = new Thread(interview::run, "overthink-plugin: " + whose);
        thread.setDaemon(true);
        thread.start();
        boolean came = interview.await(patience);
        if (!came) {
            thread.interrupt();
            throw new PluginFailure("%s did not come back within %s s; --patience allows more"
                    .formatted(interview.topic, patience.toMillis() / 1e3));
        }
        return interview.result();
    }

    /** Asks on this thread what is trusted to come back. */
    static <T> T holdHere(Question<T> question) {
        Interview<T> interview = new Interview<>(question);
        interview.run();
        return interview.result();
    }

    private void run() {
        try {
            answer = question.put(method -> topic = method);
        } catch (PluginFailure unfit) {
            failure = unfit.getMessage();
        } catch (Throwable thrown) { // a plugin throws what it likes
            failure = "%s threw %s".formatted(topic, Thrown.describe(thrown));
        } finally {
            over.countDown();
        }
    }

    private boolean await(Duration patience) {
        boolean interrupted = false;
        long until = System.nanoTime() + patience.toNanos();
        try {
            while (true) {
                try {
                    return over.await(until - System.nanoTime(), TimeUnit.NANOSECONDS);
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private T result() {
        T given = answer;
        if (given == null) {
            throw new PluginFailure(failure == null ? topic + " gave no answer" : failure);
        }
        return given;
    }
}
