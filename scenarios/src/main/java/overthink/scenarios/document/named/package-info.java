/** Worlds that scenarios call by name: fitted to recordings of real models, kept as scenarios among the resources. */
@NullMarked
package overthink.scenarios.document.named;

import org.jspecify.annotations.NullMarked;
