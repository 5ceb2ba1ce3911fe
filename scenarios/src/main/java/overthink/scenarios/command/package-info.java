/**
 * The command line: reads arguments, calls the reader of scenarios, the simulator and the writers of results, and turns
 * what happens into messages and an exit code. Nothing depends on it.
 */
@NullMarked
package overthink.scenarios.command;

import org.jspecify.annotations.NullMarked;
