/**
 * The answers of {@code overthink forecast} as tables, JSON and CSV. Depends on what core says of a recording, and on how numbers
 * are set.
 */
@NullMarked
package overthink.scenarios.forecast;

import org.jspecify.annotations.NullMarked;
