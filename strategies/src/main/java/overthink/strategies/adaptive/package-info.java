/**
 * Strategies that decide while they draw whether to go on. Each stands beside its provider, and its page is the resource of
 * its name in this package. Depends on core's API, on the scores of the selection family and on the ballot of the voting
 * family.
 */
@NullMarked
package overthink.strategies.adaptive;

import org.jspecify.annotations.NullMarked;
