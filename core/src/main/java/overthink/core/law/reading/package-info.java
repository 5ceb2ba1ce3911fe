/** The laws of what a policy reads before it writes: documents and demonstrations. Depends on the laws of difficulty. */
@NullMarked
package overthink.core.law.reading;

import org.jspecify.annotations.NullMarked;
