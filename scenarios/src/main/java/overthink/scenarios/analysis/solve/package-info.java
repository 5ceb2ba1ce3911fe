/**
 * Solving: for which values of one number a comparison holds. A number on a line ({@link SearchRange}) has a curve
 * ({@link Curve}), here the gap between both sides of a question with the scenario's key at that number
 * ({@link KeyCurve}, {@link BudgetCurve}), and {@link CrossingSearch} finds where it changes its sign, exactly or beyond
 * chance. Others who ask what would turn a comparison use the same classes.
 */
@NullMarked
package overthink.scenarios.analysis.solve;

import org.jspecify.annotations.NullMarked;
