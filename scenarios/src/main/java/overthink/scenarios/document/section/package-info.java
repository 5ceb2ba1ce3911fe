/**
 * The sections of a scenario: how each of its keys is written, and what it means.
 */
@NullMarked
package overthink.scenarios.document.section;

import org.jspecify.annotations.NullMarked;
