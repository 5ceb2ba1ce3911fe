/**
 * How hard a recording's problems are: the posterior of three families of laws given the counts of right candidates, and
 * coverage beyond the recording.
 */
@NullMarked
package overthink.core.fit.difficulty;

import org.jspecify.annotations.NullMarked;
