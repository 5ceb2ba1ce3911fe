/**
 * Quality that is a number: its law, how its attributes go together, how it comes about step by step, and how a verifier sees it.
 * Values only; nothing here draws.
 */
@NullMarked
package overthink.core.law.quality;

import org.jspecify.annotations.NullMarked;
