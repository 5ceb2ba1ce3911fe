/** The laws of strategies that choose one candidate: the best of many, the first that is accepted, the best until something stops. */
@NullMarked
package overthink.core.solve.selection;

import org.jspecify.annotations.NullMarked;
