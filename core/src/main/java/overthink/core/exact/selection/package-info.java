/**
 * The accuracy of the best of n candidates by a verifier's score, also where it stops at a threshold, and of the first
 * accepted. Depends on the laws of verifiers and on what {@code overthink.core.exact} has for all.
 */
@NullMarked
package overthink.core.exact.selection;

import org.jspecify.annotations.NullMarked;
