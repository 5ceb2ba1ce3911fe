/**
 * Strategies that have the policy read documents and demonstrations before it writes. Each stands beside its provider, and its page
 * is the resource of its name in this package. Depends on core's API, and on the choice among candidates of the voting family.
 */
@NullMarked
package overthink.strategies.reading;

import org.jspecify.annotations.NullMarked;
