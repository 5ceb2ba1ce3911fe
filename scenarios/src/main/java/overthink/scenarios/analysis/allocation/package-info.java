/**
 * Allocation: one budget over many problems. From each problem's curve, as the rows of a run have it, the best split of an average
 * budget, for problems whose difficulty is known beforehand, in part, or not at all. Depends on core alone.
 */
@NullMarked
package overthink.scenarios.analysis.allocation;

import org.jspecify.annotations.NullMarked;
