/** The commands that run scenarios, check them before and look at what was kept of them. */
@NullMarked
package overthink.scenarios.command.run;

import org.jspecify.annotations.NullMarked;
