/**
 * Strategies that build solutions step by step and choose at random, by process scores, which to go on with, and the
 * {@link overthink.strategies.particle.AbstractParticles} that most of them share. Each stands beside its provider, and
 * its page is the resource of its name in this package. What runs as a variant named after a tool is that tool's
 * definition, quirks included. Depends on core's API and on the weighted votes of the voting family.
 */
@NullMarked
package overthink.strategies.particle;

import org.jspecify.annotations.NullMarked;
