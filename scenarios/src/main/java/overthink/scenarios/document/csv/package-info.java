/**
 * Files of rows that scenarios name: rows read by the same forms as scenarios, each mistake with its line.
 */
@NullMarked
package overthink.scenarios.document.csv;

import org.jspecify.annotations.NullMarked;
