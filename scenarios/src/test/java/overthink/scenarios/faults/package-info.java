/** A disk on which every change can fail, as those of the real one do in years. */
@NullMarked
package overthink.scenarios.faults;

import org.jspecify.annotations.NullMarked;
