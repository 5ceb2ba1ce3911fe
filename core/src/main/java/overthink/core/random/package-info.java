/**
 * Randomness as an address: words, uniforms and Gaussians from (seed, purpose, problem, trial, node, slot). {@link
 * overthink.core.random.Purpose} is the registry of what there is a random number for, and {@link
 * overthink.core.random.Site} has the words; nobody else makes an address. Depends on nothing of this project.
 */
@NullMarked
package overthink.core.random;

import org.jspecify.annotations.NullMarked;
