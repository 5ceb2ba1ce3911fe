/**
 * How hard problems are: laws of p, the probability that one candidate is correct. Values only; nothing here draws.
 */
@NullMarked
package overthink.core.law.difficulty;

import org.jspecify.annotations.NullMarked;
