/**
 * Replay and forecasts in one table: what a recording says of strategies at budgets inside it, what is forecast beyond it, the
 * baselines beside, and which strategy is best at each budget.
 */
@NullMarked
package overthink.core.fit.forecast;

import org.jspecify.annotations.NullMarked;
