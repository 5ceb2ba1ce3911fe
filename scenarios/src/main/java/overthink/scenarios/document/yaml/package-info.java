/**
 * Scenario text as a tree whose every value knows its line: reading with all limits that protect from hostile files,
 * setting single values, and writing. Knows YAML and no scenario.
 */
@NullMarked
package overthink.scenarios.document.yaml;

import org.jspecify.annotations.NullMarked;
