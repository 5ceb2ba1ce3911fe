/** How many problems prove a difference, as a page, JSON and CSV. */
@NullMarked
package overthink.scenarios.results.power;

import org.jspecify.annotations.NullMarked;
