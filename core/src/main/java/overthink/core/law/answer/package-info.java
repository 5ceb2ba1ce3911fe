/**
 * Which wrong answer a wrong candidate gives. Depends on randomness alone.
 */
@NullMarked
package overthink.core.law.answer;

import org.jspecify.annotations.NullMarked;
