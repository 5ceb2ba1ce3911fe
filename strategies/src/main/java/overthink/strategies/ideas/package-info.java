/**
 * Strategies that have the policy think before it writes: many ideas, and few candidates that follow each. Each stands beside its
 * provider, and its page is the resource of its name in this package. Depends on core's API, and on the recount of the voting
 * family.
 */
@NullMarked
package overthink.strategies.ideas;

import org.jspecify.annotations.NullMarked;
