/**
 * What the candidates of a recording say of every smaller number of them, without a model: curves of coverage, best-of-k and
 * votes, each value with its errors. Makes no statement beyond the candidates recorded.
 */
@NullMarked
package overthink.core.fit.curve;

import org.jspecify.annotations.NullMarked;
