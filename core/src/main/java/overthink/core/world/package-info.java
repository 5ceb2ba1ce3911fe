/**
 * A world (problems, policy, verifier, costs) as declared, and its problems as drawn. Depends on the laws and on randomness.
 */
@NullMarked
package overthink.core.world;

import org.jspecify.annotations.NullMarked;
