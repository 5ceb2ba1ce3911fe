/** The options that several commands share: which scenarios with what overridden, which plugins, how many threads, which cluster. */
@NullMarked
package overthink.scenarios.command.option;

import org.jspecify.annotations.NullMarked;
