/**
 * The laws of what a policy thinks of before it writes, and of how closely it keeps to what it thinks likeliest: ideas and
 * temperature. Depends on the laws of difficulty, answers and costs.
 */
@NullMarked
package overthink.core.law.idea;

import org.jspecify.annotations.NullMarked;
