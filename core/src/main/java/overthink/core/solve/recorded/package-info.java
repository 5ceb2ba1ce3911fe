/**
 * Exact rows of recorded worlds: what the candidates of a recording come to under each law, drawn with or without
 * replacement. Knows no other solver.
 */
@NullMarked
package overthink.core.solve.recorded;

import org.jspecify.annotations.NullMarked;
