/** What a plan recommends and what would change its choice, as a page and as JSON. */
@NullMarked
package overthink.scenarios.results.plan;

import org.jspecify.annotations.NullMarked;
