/**
 * What generation and verification cost: tokens, prices, floating-point operations, latency.
 */
@NullMarked
package overthink.core.law.cost;

import org.jspecify.annotations.NullMarked;
