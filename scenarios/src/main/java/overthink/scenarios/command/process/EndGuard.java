package overthink.scenarios.command.process;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import overthink.core.fault.Printable;

/**
 * Sees to it that this process ends when, and with the exit code that, the command ends. A plugin can call {@link System#exit},
 * which Java no longer lets anybody forbid: then the process ends with a word about it and as a failure, never as if all had
 * been done. ({@link Runtime#halt} and a signal cannot be noticed.) A plugin can also hold up the end: it is not waited for.
 */
public final class EndGuard {

    /** How long shutdown hooks may take where plugins may have set some. */
    private static final long MOST_MILLIS = 3000;

    /** The same where there is no plugin: Java itself may write an archive of classes, on a slow machine. */
    private static final long MOST_MILLIS_OF_JAVA = 60_000;

    private final PrintStream out;
    private final PrintStream err;
    private final long mostMillis;
    private volatile boolean ending;

    /** Guards the end of this process. */
    public EndGuard(PrintStream out, PrintStream err, boolean guests) {
        this.out = out;
        this.err = err;
        mostMillis = guests ? MOST_MILLIS : MOST_MILLIS_OF_JAVA;
    }

    /** From now on the end of the process is watched. */
    public void watch() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::atEnd, "overthink-end"));
    }

    /** Ends the process. */
    public void end(int code) {
        ending = true;
        Thread impatient = new Thread(
                () -> {
                    try {
                        Thread.sleep(mostMillis);
                    } catch (InterruptedException e) {
                        // a plugin's doing: then it ends sooner
                    }
                    Runtime.getRuntime().halt(code);
                },
                "overthink-halt");
        impatient.setDaemon(true);
        impatient.start();
        System.exit(code);
    }

    private void atEnd() {
        Map<Thread, StackTraceElement[]> threads = Thread.getAllStackTraces();
        if (ending || threads.values().stream().anyMatch(EndGuard::isSignal)) {
            return;
        }
        String who = threads.entrySet().stream()
                .map(entry -> caller(entry.getKey(), entry.getValue()))
                .filter(caller -> caller != null)
                .findFirst()
                .orElse("");
        out.flush();
        err.println("overthink: a plugin ended the process%s. Rows that were not printed yet are lost.".formatted(who));
        Runtime.getRuntime().halt(ExitCode.FAILED);
    }

    private static boolean isSignal(StackTraceElement[] trace) {
        return Arrays.stream(trace).anyMatch(frame -> frame.getClassName().startsWith("java.lang.Terminator"));
    }

    /** Where and on which thread the end was asked for; null when it was not there. */
    private static @Nullable String caller(Thread thread, StackTraceElement[] trace) {
        for (int i = trace.length - 2; i >= 0; i--) {
            String type = trace[i].getClassName();
            if (trace[i].getMethodName().equals("exit")
                    && (type.equals("java.lang.System") || type.equals("java.lang.Runtime"))) {
                return " by %s.exit at %s (thread '%s')"
                        .formatted(
                                type.substring(type.lastIndexOf('.') + 1),
                                Printable.line(trace[i + 1].toString()),
                                Printable.line(thread.getName()));
            }
        }
        return null;
    }
}
