/**
 * The strategies that exist: those of the application and those of outside jars, found by name, in this process or, isolated,
 * in processes of their own. Depends on core's
 * API and on nothing else of this project; everything of this module may depend on it.
 */
@NullMarked
package overthink.scenarios.plugins;

import org.jspecify.annotations.NullMarked;
