/**
 * What a strategy did wrong, told safely: its code is a guest's, and so is all that it throws or says. Depends on the API alone.
 */
@NullMarked
package overthink.core.fault;

import org.jspecify.annotations.NullMarked;
