/**
 * What a run delivers: JSON, CSV, files of both, and the table for people. Depends on core's results and on no scenario
 * format; the commands depend on it.
 */
@NullMarked
package overthink.scenarios.results;

import org.jspecify.annotations.NullMarked;
