package overthink.core.fault;

import org.jspecify.annotations.Nullable;

/** What a guest's code threw, in words. A throwable is the guest's own code too: its methods may throw, or lie. */
public final class Thrown {

    private Thrown() {}

    /** Its class and its message. */
    public static String describe(Throwable thrown) {
        String name = Printable.line(thrown.getClass().getName());
        String message = message(thrown);
        return message == null ? name : name + ": " + message;
    }

    /** Its message; null when there is none, or it cannot be had. */
    public static @Nullable String message(Throwable thrown) {
        try {
            String message = thrown.getMessage();
            return message == null ? null : Printable.line(message);
        } catch (Throwable unspeakable) { // whatever it is, the class alone must do
            return null;
        }
    }

    /** {@link #describe(Throwable)}, and where it was thrown. */
    public static String withPlace(Throwable thrown) {
        return describe(thrown) + place(thrown);
    }

    private static String place(Throwable thrown) {
        try {
            StackTraceElement[] trace = thrown.getStackTrace();
            return trace.length == 0 ? "" : " at " + Printable.line(trace[0].toString());
        } catch (Throwable unspeakable) { // a trace is a help, no more
            return "";
        }
    }
}
