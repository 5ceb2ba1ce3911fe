/**
 * What numbers say: estimates and their errors, difficulty bins, utilities, limits, paired differences, rows.
 * Depends on the API's names of resources, on how a world came by its
 * problems, and on nothing that runs.
 */
@NullMarked
package overthink.core.estimate;

import org.jspecify.annotations.NullMarked;
