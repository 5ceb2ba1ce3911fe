/**
 * Text for people: numbers with the digits that their errors support, and the name that somebody probably meant. Depends on
 * nothing of the project.
 */
@NullMarked
package overthink.scenarios.text;

import org.jspecify.annotations.NullMarked;
