/**
 * Verifiers of recorded candidates: how well their scores order right and wrong within a problem, what selecting by them gives
 * beyond the recording, and the verifier of a world that is fitted to them.
 */
@NullMarked
package overthink.core.fit.verifier;

import org.jspecify.annotations.NullMarked;
