/**
 * A world that one moves: a page on the loopback address whose sliders are the numbers of a scenario and whose pictures are those
 * of reports. Depends on documents, the engine's door, pictures and the search for crossings.
 */
@NullMarked
package overthink.scenarios.explore;

import org.jspecify.annotations.NullMarked;
