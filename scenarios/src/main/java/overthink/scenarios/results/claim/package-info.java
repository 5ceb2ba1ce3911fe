/** Claims of the literature and what they come to, as cards, tables and JSON. */
@NullMarked
package overthink.scenarios.results.claim;

import org.jspecify.annotations.NullMarked;
