/** The laws of chains of candidates made of others: revisions and merging. */
@NullMarked
package overthink.core.solve.chain;

import org.jspecify.annotations.NullMarked;
