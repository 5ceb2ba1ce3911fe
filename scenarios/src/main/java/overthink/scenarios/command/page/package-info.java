/** The commands that make pages and pictures of runs, and the page that one moves. */
@NullMarked
package overthink.scenarios.command.page;

import org.jspecify.annotations.NullMarked;
