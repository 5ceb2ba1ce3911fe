/**
 * Strategies for quality that is a number: search among neighbours of a candidate, among paths from a depth on, and a choice by several
 * verifiers at once. Each stands beside its provider, and its page is the resource of its name in this package. Depends on core's
 * API alone.
 */
@NullMarked
package overthink.strategies.variation;

import org.jspecify.annotations.NullMarked;
