/**
 * Accuracy and expected cost of votes that stop when they are decided enough, by recursion over the counts of answers.
 * Depends on the weights of answers of {@link overthink.core.exact.voting}.
 */
@NullMarked
package overthink.core.exact.adaptive;

import org.jspecify.annotations.NullMarked;
