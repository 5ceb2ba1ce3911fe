/**
 * The kind of world whose candidates have a quality that is a number. Depends on the laws, on core's random numbers and on what a
 * world and a model are.
 */
@NullMarked
package overthink.core.model.quality;

import org.jspecify.annotations.NullMarked;
