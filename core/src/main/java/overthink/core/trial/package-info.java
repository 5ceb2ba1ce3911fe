/**
 * The referee: the session that a strategy plays a trial with, the meter that charges and closes checkpoints, the tally of
 * how trials stood. Depends on the model; knows no law.
 */
@NullMarked
package overthink.core.trial;

import org.jspecify.annotations.NullMarked;
