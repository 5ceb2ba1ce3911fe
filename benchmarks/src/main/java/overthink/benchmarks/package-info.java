/**
 * How fast the simulator is: JMH benchmarks of sessions and runs through the plugin interface, the table made of them, and runs side
 * by side with vectorised NumPy. May depend on every module; nothing depends on it, and its jar is never published.
 */
@NullMarked
package overthink.benchmarks;

import org.jspecify.annotations.NullMarked;
