/**
 * What a strategy sees, and all that it sees: the session it plays through, the resources it spends, and how it
 * introduces itself, with the law that it claims to have. Depends on nothing of this project; everything else may depend on it.
 */
@NullMarked
package overthink.core.api;

import org.jspecify.annotations.NullMarked;
