/** Results as programs read them: JSON and CSV of runs and sweeps, and how numbers, points and rows stand in every document. */
@NullMarked
package overthink.scenarios.results.machine;

import org.jspecify.annotations.NullMarked;
