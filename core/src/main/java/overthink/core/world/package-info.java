/**
 * What there is: problems, policy and verifiers as declared, problems as drawn, candidates as recorded. Depends on the laws
 * and on randomness.
 */
@NullMarked
package overthink.core.world;

import org.jspecify.annotations.NullMarked;
