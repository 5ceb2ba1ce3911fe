/**
 * A world at play in one trial: which nodes there are, what making one would cost, what they are worth, answer and are scored.
 * It knows no budget and charges nothing. Depends on the declared world, the laws and randomness.
 */
@NullMarked
package overthink.core.model;

import org.jspecify.annotations.NullMarked;
