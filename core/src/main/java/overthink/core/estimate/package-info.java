/**
 * What a run says: tallies of whole numbers, the estimates and errors made of them, difficulty bins, paired differences.
 * Depends on the API's names of resources and on nothing that runs.
 */
@NullMarked
package overthink.core.estimate;

import org.jspecify.annotations.NullMarked;
