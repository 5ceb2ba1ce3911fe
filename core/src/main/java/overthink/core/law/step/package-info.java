/**
 * How a solution grows step by step and where it goes wrong. Values only; nothing here draws.
 */
@NullMarked
package overthink.core.law.step;

import org.jspecify.annotations.NullMarked;
