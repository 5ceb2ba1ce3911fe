/**
 * Reading what people recorded: which columns of a file mean what, and a recording or counts of successes made of its rows.
 * Depends on {@code files}, {@code text} and the formats in {@code table}; scenarios and commands depend on it.
 */
@NullMarked
package overthink.scenarios.recording;

import org.jspecify.annotations.NullMarked;
