/**
 * Questions: figures of rows, their differences and comparisons as one types them, such as
 * {@code best-of-n@16 - majority-vote@16 >= .02}. A text is read ({@link QuestionParser}), its names are looked up in an
 * experiment ({@link Names}), and what comes of that is a number with its error once there are rows
 * ({@link Evidence}). Depends on core's rows, on expectations, whose words have the same meaning, and on YAML for parameters.
 */
@NullMarked
package overthink.scenarios.analysis.question;

import org.jspecify.annotations.NullMarked;
