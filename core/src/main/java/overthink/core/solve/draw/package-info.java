/**
 * Draws of what many candidates add up to: binomials, multinomials, the greatest of many scores, who was seen first.
 */
@NullMarked
package overthink.core.solve.draw;

import org.jspecify.annotations.NullMarked;
