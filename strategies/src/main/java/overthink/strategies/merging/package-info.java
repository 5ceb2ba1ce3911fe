/**
 * Strategies that have the policy make one candidate of several. Each stands beside its provider, and its page is the resource of
 * its name in this package. Depends on core's API, on the recount of the voting family, and on the roster of the policies family.
 */
@NullMarked
package overthink.strategies.merging;

import org.jspecify.annotations.NullMarked;
