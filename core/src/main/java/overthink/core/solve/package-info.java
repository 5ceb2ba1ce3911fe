/**
 * Shortcuts: for some strategies the numbers can be had without playing them, by mathematics (same mean) or by a sampler of
 * what candidates add up to (same law at every budget) whose cost does not grow with the budget. The simulator picks for each
 * strategy the best that applies, and says why one does not. A sampler whose cost grows, though by less than that of trials, is for
 * those who ask for it.
 *
 * <p>A shortcut takes a {@linkplain overthink.core.api.Law law} that a strategy's provider claims, and knows no strategy: a
 * plugin that claims best-of-n has the rows of best-of-n, and one that claims nothing is played. One file a law, in the room of
 * its kind: {@code selection}, {@code voting}, {@code search}, {@code policies}, {@code chain}; what they are made of stands in
 * {@code declared}. Each inherits the contract test {@code ShortcutContract}, which compares it with a plain strategy on the same
 * problems. Those of recorded worlds live in {@code recorded}, draws in {@code draw}.
 *
 * <p>Depends on the API's laws, the model, the routes and the exact values. Only the simulator depends on it.
 */
@NullMarked
package overthink.core.solve;

import org.jspecify.annotations.NullMarked;
