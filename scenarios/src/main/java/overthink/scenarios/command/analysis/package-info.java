/** The commands that ask something of a scenario beside its rows: what to buy, how many trials, for which value. */
@NullMarked
package overthink.scenarios.command.analysis;

import org.jspecify.annotations.NullMarked;
