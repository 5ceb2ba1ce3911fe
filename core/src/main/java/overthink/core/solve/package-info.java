/**
 * Shortcuts: for some strategies the numbers can be had without playing them, by mathematics (same mean) or by a sampler of
 * what candidates add up to (same law at every budget) whose cost does not grow with the budget. The simulator picks for each
 * strategy the best that applies, and says why one does not.
 *
 * <p>A shortcut replaces a strategy by name <em>and</em> only when its provider is one of {@code overthink.strategies}: a
 * plugin of the same name is played. One file a strategy; each inherits the contract test {@code ShortcutContract}, which
 * compares it with the plain strategy on the same problems.
 *
 * <p>Depends on the model, the routes and the exact values. Only the simulator depends on it.
 */
@NullMarked
package overthink.core.solve;

import org.jspecify.annotations.NullMarked;
