/**
 * A scenario at all the points at which it is run. What several points have in common is run once: a strategy that nothing at a
 * point touches, and trials that differ by prices alone. Sees the scenario, its expectations and the simulator; what is written
 * of it is for results.
 */
@NullMarked
package overthink.scenarios.analysis.sweep;

import org.jspecify.annotations.NullMarked;
