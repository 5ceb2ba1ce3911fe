/**
 * Files of rows in every format that is read: CSV, JSON, archives of harnesses, Parquet. Knows the shapes of logs, and nothing
 * of what their columns mean. Depends on {@code files} and
 * {@code text}. One table can be written, too: in Parquet.
 */
@NullMarked
package overthink.scenarios.recording.table;

import org.jspecify.annotations.NullMarked;
