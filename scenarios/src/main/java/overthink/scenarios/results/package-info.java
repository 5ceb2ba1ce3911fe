/**
 * What runs and sweeps deliver, whoever reads it. How programs and people read it stands in the packages {@code machine} and
 * {@code table} below this one, and what analyses deliver beside them, each of which depends on these. Depends on core's results and
 * on no scenario format; the commands depend on it.
 */
@NullMarked
package overthink.scenarios.results;

import org.jspecify.annotations.NullMarked;
