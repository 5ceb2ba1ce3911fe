/**
 * What a recording tells beyond itself: laws fitted to it, the errors of what it says, and forecasts of what would be measured
 * if it went on. Nothing else of core knows this room.
 */
@NullMarked
package overthink.core.fit;

import org.jspecify.annotations.NullMarked;
