/** Where a question asked of a scenario is just met, as a page, JSON and CSV. */
@NullMarked
package overthink.scenarios.results.solution;

import org.jspecify.annotations.NullMarked;
