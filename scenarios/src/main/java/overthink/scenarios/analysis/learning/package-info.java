/**
 * Rounds of learning: a policy that is trained on what a strategy keeps of it, and run again. Depends on core and on nothing else
 * of the application.
 */
@NullMarked
package overthink.scenarios.analysis.learning;

import org.jspecify.annotations.NullMarked;
