/**
 * The accuracy of a majority vote. Depends on the laws of answers and on what {@code overthink.core.exact} has for all.
 */
@NullMarked
package overthink.core.exact.voting;

import org.jspecify.annotations.NullMarked;
