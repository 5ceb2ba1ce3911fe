/**
 * Worlds fitted to recordings as files: the scenario with its comments, the posterior beside it, and the table that compares
 * what the world gives with what the recording gives.
 */
@NullMarked
package overthink.scenarios.fitting;

import org.jspecify.annotations.NullMarked;
