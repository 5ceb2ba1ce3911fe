package overthink.core.fault;

import java.util.Map;

/**
 * Why a strategy was stopped.
 *
 * @param strategy its name
 * @param parameters as given
 * @param kind what it did
 * @param message what happened, where, and how to repeat it
 */
public record Fault(String strategy, Map<String, Object> parameters, Kind kind, String message) {

    /** What a strategy can do wrong. */
    public enum Kind {
        /** Threw something, or broke a rule of the session. */
        THREW,
        /** Called the session over and over without spending, or did not come back. */
        LOOPED,
        /** Went on asking for more than its budget pays. */
        OVERSPENT,
        /** Called a session on another thread than the trial's, or after the trial. */
        TRESPASSED,
        /** Took longer than it may. */
        LATE,
        /** Gave other numbers when it was asked again. */
        UNREPRODUCIBLE
    }
}
