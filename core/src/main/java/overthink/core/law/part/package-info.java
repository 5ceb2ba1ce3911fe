/**
 * Problems made of parts: which part waits for which, how their answers make the problem's, and the chances of all that. Values only;
 * nothing here draws.
 */
@NullMarked
package overthink.core.law.part;

import org.jspecify.annotations.NullMarked;
