/**
 * What a recording's problems are answered with beyond right and wrong: candidates without an answer, wrong answers that agree,
 * and what votes would measure if the recording went on.
 */
@NullMarked
package overthink.core.fit.answer;

import org.jspecify.annotations.NullMarked;
