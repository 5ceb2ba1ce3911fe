/**
 * Expectations: what a scenario says of the rows that its run will give, and whether the rows say so. Depends on core's rows
 * alone; the format makes expectations, the commands judge them, the results show what was found.
 */
@NullMarked
package overthink.scenarios.expectation;

import org.jspecify.annotations.NullMarked;
