/**
 * What is too much to be held in memory until it is written: it lies encoded in a file of this process, and is read again item by
 * item. Knows no scenario; depends on core's samples alone.
 */
@NullMarked
package overthink.scenarios.spool;

import org.jspecify.annotations.NullMarked;
