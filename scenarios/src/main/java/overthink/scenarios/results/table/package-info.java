/** Results as people read them: tables of a terminal, Markdown, LaTeX and sentences, and what tables and their texts are made of. */
@NullMarked
package overthink.scenarios.results.table;

import org.jspecify.annotations.NullMarked;
