/**
 * What is said about a scenario that is right and yet may not be what its author means: budgets that pay for nothing, laws
 * that no model was ever seen to follow, verifiers without a say.
 */
@NullMarked
package overthink.scenarios.document.remark;

import org.jspecify.annotations.NullMarked;
