/** The commands that show what there is: scenarios, strategies and their contract, worlds, the keys of scenario files. */
@NullMarked
package overthink.scenarios.command.catalog;

import org.jspecify.annotations.NullMarked;
