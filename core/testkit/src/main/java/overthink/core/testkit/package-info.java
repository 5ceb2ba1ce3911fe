/**
 * What the author of a strategy tests it with: the contract that every strategy keeps, sessions that are scripted, taped
 * or recorded, and the arithmetic of stochastic assertions. Depends on core, and its test classes on JUnit.
 */
@NullMarked
package overthink.core.testkit;

import org.jspecify.annotations.NullMarked;
