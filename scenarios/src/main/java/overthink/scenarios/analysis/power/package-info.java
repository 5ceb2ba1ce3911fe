/**
 * Power: how many problems prove that one strategy is better than another. Two strategies are played on the same trials; from
 * what these say of the variance of a difference follows what a test needs. Depends on core; names are looked up as in
 * questions.
 */
@NullMarked
package overthink.scenarios.analysis.power;

import org.jspecify.annotations.NullMarked;
