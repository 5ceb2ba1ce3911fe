package overthink.scenarios.faults;

/** What goes wrong at a change of the disk. */
public enum Fault {
    /** The disk is full: half of what is written goes in, and nothing more ever. */
    FULL,
    /** The disk is full for a moment: half of what is written goes in, and all of the next. */
    FULL_ONCE,
    /** From now on nothing can be changed. */
    READ_ONLY,
    /** Somebody moves the folder away. */
    GONE,
    /** The process is killed: half of what is written goes in, and what was written stays. */
    KILLED,
    /** The power fails: what was not synced is lost, be it content, which turns to zeros, or the name of a file. */
    POWER,
    /** The thread is interrupted. */
    INTERRUPTED,
    /** There is no memory for it. */
    MEMORY
}
