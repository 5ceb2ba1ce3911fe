/** What a recording holds and lacks, as text and JSON. */
@NullMarked
package overthink.scenarios.results.inspection;

import org.jspecify.annotations.NullMarked;
