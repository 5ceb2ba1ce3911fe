/**
 * How values are declared: a {@link Form} states once what may be written, and from
 * that one statement values are read, mistakes are explained, defaults are filled in and the JSON Schema is generated.
 * Depends on {@code format.yaml} and knows no scenario.
 */
@NullMarked
package overthink.scenarios.document.form;

import org.jspecify.annotations.NullMarked;
