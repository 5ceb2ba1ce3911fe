/**
 * What is asked: strategies with their parameters on a world under budgets, how many trials, which method. Depends on the
 * worlds and on the utilities of estimates; nothing here runs.
 */
@NullMarked
package overthink.core.experiment;

import org.jspecify.annotations.NullMarked;
