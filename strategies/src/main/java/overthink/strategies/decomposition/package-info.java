/**
 * Strategies for problems made of parts: attempts at each part in rounds, and contraction. Each stands beside its provider, and its page
 * is the resource of its name in this package. Depends on core's API, and on the recount of the voting family.
 */
@NullMarked
package overthink.strategies.decomposition;

import org.jspecify.annotations.NullMarked;
