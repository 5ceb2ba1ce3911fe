/**
 * What the shortcuts of worlds of declared laws are made of: what candidates of a problem are and spend, what verifiers tell of
 * them, and the routes that are told the truth of one problem after the other. Knows no strategy's law.
 */
@NullMarked
package overthink.core.solve.declared;

import org.jspecify.annotations.NullMarked;
