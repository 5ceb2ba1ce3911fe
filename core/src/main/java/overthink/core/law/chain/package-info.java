/**
 * The laws of what a policy does with its own candidates: revise one, go on or stop, merge several. Depends on nothing but
 * ranges.
 */
@NullMarked
package overthink.core.law.chain;

import org.jspecify.annotations.NullMarked;
