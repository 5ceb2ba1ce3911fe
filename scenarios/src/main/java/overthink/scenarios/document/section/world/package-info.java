/**
 * How a world is written: its problems, its policies, their costs, and its verifiers. {@code WorldForms} is the door; one class
 * each for what else stands under {@code world}.
 */
@NullMarked
package overthink.scenarios.document.section.world;

import org.jspecify.annotations.NullMarked;
