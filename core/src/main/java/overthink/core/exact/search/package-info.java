/**
 * Mathematics of searches over steps whose scores are independent given what is sound: how many of the nodes kept are sound,
 * step by step. Knows no world and no session.
 */
@NullMarked
package overthink.core.exact.search;

import org.jspecify.annotations.NullMarked;
