/** The laws of strategies that ask several policies: cascades, routers, pools. */
@NullMarked
package overthink.core.solve.policies;

import org.jspecify.annotations.NullMarked;
