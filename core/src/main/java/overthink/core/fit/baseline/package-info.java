/**
 * Curves through replayed values that know nothing of candidates, problems or chance: what others extrapolate by, to be printed
 * beside a forecast. Deterministic least squares, no intervals.
 */
@NullMarked
package overthink.core.fit.baseline;

import org.jspecify.annotations.NullMarked;
