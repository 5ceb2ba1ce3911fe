/**
 * Numbers as text: for people with the digits that their errors support, for programs the shortest that reads back; and the
 * name that somebody probably meant. Depends on nothing of the project.
 */
@NullMarked
package overthink.scenarios.text;

import org.jspecify.annotations.NullMarked;
