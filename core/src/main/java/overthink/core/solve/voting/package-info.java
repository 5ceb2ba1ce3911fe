/** The laws of strategies whose candidates vote, all of them or until the vote is decided. */
@NullMarked
package overthink.core.solve.voting;

import org.jspecify.annotations.NullMarked;
