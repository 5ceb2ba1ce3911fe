/**
 * Randomness as an address: words, uniforms and Gaussians from (seed, purpose, problem, trial, index). Depends on nothing of this project.
 */
@NullMarked
package overthink.core.random;

import org.jspecify.annotations.NullMarked;
