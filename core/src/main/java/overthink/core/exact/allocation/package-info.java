/**
 * One budget over many problems: the best split of an average budget over groups of problems whose curves are known, what is
 * known of a problem's difficulty beforehand, and the curves of collecting right answers. Pure mathematics of curves.
 */
@NullMarked
package overthink.core.exact.allocation;

import org.jspecify.annotations.NullMarked;
