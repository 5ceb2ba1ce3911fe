/**
 * The kind of world whose problems are made of parts. Depends on the laws, on core's random numbers and on what a world and a model
 * are.
 */
@NullMarked
package overthink.core.model.part;

import org.jspecify.annotations.NullMarked;
