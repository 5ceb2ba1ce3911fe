/**
 * Strategies over several policies: which of them is asked, one after the other or all, and who writes the next step. Each stands
 * beside its provider, and its page is the resource of its name in this package. Depends on core's API, and on the counts of the
 * voting family.
 */
@NullMarked
package overthink.strategies.policies;

import org.jspecify.annotations.NullMarked;
