/**
 * Accuracies that mathematics gives: closed forms, quadrature and recursions for one problem (p known) and over a law of
 * difficulty, a package for each family of strategies; here is what the families share, and what is not theirs. They are the
 * oracles that the simulator is tested against and the shortcuts of {@code method: exact}. Depends on the laws and on the
 * declared verifiers; never on what simulates, so that the two check each other.
 */
@NullMarked
package overthink.core.exact;

import org.jspecify.annotations.NullMarked;
