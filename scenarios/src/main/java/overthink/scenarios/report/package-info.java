/**
 * Pages and pictures of what a run, a sweep or another command gave: read back from the documents that commands write, and put
 * into one page that needs nothing else. Depends on the documents' formats, not on what made them.
 */
@NullMarked
package overthink.scenarios.report;

import org.jspecify.annotations.NullMarked;
