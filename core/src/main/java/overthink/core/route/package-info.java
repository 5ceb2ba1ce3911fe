/**
 * How a row can be had: exactly, by a sampler of counts, by trials, and why not.
 */
@NullMarked
package overthink.core.route;

import org.jspecify.annotations.NullMarked;
