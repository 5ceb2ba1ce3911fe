/**
 * Runs that are kept: a folder for each, which nothing overwrites, with the scenario as it ran, its rows and where they come
 * from; what tells two of them apart. Below the command line, above the writers of results and the reading of YAML.
 */
@NullMarked
package overthink.scenarios.store;

import org.jspecify.annotations.NullMarked;
