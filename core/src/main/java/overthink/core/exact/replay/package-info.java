/**
 * Expected accuracies of strategies on candidates that were recorded: unbiased, by closed forms over all ways to draw k of n.
 * Knows no world and no session.
 */
@NullMarked
package overthink.core.exact.replay;

import org.jspecify.annotations.NullMarked;
