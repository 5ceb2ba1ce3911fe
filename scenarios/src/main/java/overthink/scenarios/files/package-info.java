/** Files that are not what they should be, in words for the user. Knows no format. */
@NullMarked
package overthink.scenarios.files;

import org.jspecify.annotations.NullMarked;
