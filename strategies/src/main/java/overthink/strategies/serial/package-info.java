/**
 * Strategies that have the policy revise its candidates, one after the other. Each stands beside its provider, and its page is
 * the resource of its name in this package. Depends on core's API, and on the scores and the ballot of the selection and voting
 * families.
 */
@NullMarked
package overthink.strategies.serial;

import org.jspecify.annotations.NullMarked;
