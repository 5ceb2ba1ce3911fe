/**
 * The referee: runs strategies on the problems of a world, meters what they spend, grades what they commit, and holds the
 * truth. What it publishes is an {@link overthink.core.engine.Experiment} to run, the {@link overthink.core.engine.Route
 * routes} by which a strategy's numbers may be found instead of playing it, and the rows that come out; sessions and meters
 * are its own.
 */
@NullMarked
package overthink.core.engine;

import org.jspecify.annotations.NullMarked;
