/** The laws of searches over steps: beams, trees, particles. */
@NullMarked
package overthink.core.solve.search;

import org.jspecify.annotations.NullMarked;
