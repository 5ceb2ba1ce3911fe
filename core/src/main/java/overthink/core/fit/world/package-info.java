/**
 * Worlds of declared laws that are fitted to a recording, and how far they may be trusted: what they give is compared with what
 * the recording's own candidates give.
 */
@NullMarked
package overthink.core.fit.world;

import org.jspecify.annotations.NullMarked;
