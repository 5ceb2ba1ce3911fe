/**
 * What verifiers and judges say about candidates and nodes, and how far they err. Values only; nothing here draws.
 */
@NullMarked
package overthink.core.law.verifier;

import org.jspecify.annotations.NullMarked;
