/**
 * Strategies that draw whole candidates and let them vote for their answers. Each stands beside its provider, and its page
 * is the resource of its name in this package. Depends on core's API and on the scores of the selection family.
 */
@NullMarked
package overthink.strategies.voting;

import org.jspecify.annotations.NullMarked;
