package overthink.core.fit.curve;

/** Which problems a value is of, where problems have different numbers of candidates. */
public enum Reach {
    /** All problems: no k is above the least number of candidates that one has. */
    ALL_PROBLEMS,
    /** Those that have k candidates: other problems at other k, so that a curve may bend for that reason alone. */
    THOSE_THAT_REACH
}
