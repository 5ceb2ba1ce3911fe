/** Mathematics of chains of revisions and of merging: knows no world and no session. */
@NullMarked
package overthink.core.exact.chain;

import org.jspecify.annotations.NullMarked;
