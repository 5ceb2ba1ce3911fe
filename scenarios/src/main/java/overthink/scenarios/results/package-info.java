/**
 * What commands deliver, as tables for people, JSON and CSV: runs and sweeps, solutions, plans, power,
 * inspections. Depends on core's results and on no scenario
 * format; the commands depend on it.
 */
@NullMarked
package overthink.scenarios.results;

import org.jspecify.annotations.NullMarked;
