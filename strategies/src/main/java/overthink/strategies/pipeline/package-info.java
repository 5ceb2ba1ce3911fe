/**
 * Composed systems: a strategy that is a list of stages, each of which turns a set of candidates into another. Sees the API
 * alone.
 */
@NullMarked
package overthink.strategies.pipeline;

import org.jspecify.annotations.NullMarked;
