/**
 * What runs and sweeps deliver, as tables for people, JSON and CSV, and what such tables and documents are made of. What analyses
 * deliver lives in the packages below this one, each of which depends on it. Depends on core's results and on no scenario format;
 * the commands depend on it.
 */
@NullMarked
package overthink.scenarios.results;

import org.jspecify.annotations.NullMarked;
