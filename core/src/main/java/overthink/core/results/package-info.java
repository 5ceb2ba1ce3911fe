/**
 * Rows, limits, tails and differences, made of tallies and of what mathematics knows.
 */
@NullMarked
package overthink.core.results;

import org.jspecify.annotations.NullMarked;
