/**
 * Plans: of strategies, their parameters and budgets the one that is worth most under caps, how sure that is, and what would
 * change it. Configurations are run ({@link overthink.scenarios.analysis.plan.Evaluator}), raced on the same candidates ({@link
 * overthink.scenarios.analysis.plan.Race}), and the choice put to the test ({@link
 * overthink.scenarios.analysis.plan.FlipSearch}, {@link overthink.scenarios.analysis.plan.Stability}). Depends on core, on the
 * scenario as read, and on what texts and names there are.
 */
@NullMarked
package overthink.scenarios.analysis.plan;

import org.jspecify.annotations.NullMarked;
