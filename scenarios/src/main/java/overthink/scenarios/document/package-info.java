/**
 * Scenario files: what may be written in one, how it is read, and how it is explained. Every key is declared once, in
 * a class whose name ends in {@code Forms}; reading, messages, explanation and the JSON Schema follow from that.
 * Depends on core's records, on what it offers to do with them, and on the catalogue of strategies; runs nothing.
 */
@NullMarked
package overthink.scenarios.document;

import org.jspecify.annotations.NullMarked;
