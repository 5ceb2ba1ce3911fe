/**
 * The simulator, the only door: which way each strategy's numbers are found, the workers that play shards, rounds until a
 * precision is met.
 */
@NullMarked
package overthink.core.run;

import org.jspecify.annotations.NullMarked;
