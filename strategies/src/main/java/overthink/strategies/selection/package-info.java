/**
 * Strategies that draw whole candidates and select one by its score. Each stands beside its provider, and its page is the
 * resource of its name in this package. Depends on core's API alone.
 */
@NullMarked
package overthink.strategies.selection;

import org.jspecify.annotations.NullMarked;
