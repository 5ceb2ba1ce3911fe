/** The commands that read recordings of models: what is in them, worlds fitted to them, forecasts beyond them. */
@NullMarked
package overthink.scenarios.command.recording;

import org.jspecify.annotations.NullMarked;
