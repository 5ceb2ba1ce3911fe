/**
 * What every command has in common as a process: its terminal, what it says while it works and when it fails, how it is
 * interrupted and ends, and the files that it writes. Knows no command.
 */
@NullMarked
package overthink.scenarios.command.process;

import org.jspecify.annotations.NullMarked;
