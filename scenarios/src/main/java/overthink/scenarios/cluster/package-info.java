/**
 * Other machines that play shards of a run: what is sent to them, how they carry it out, and what a module that knows a kind of
 * cluster provides. An order and its answer are bytes to such a module; which strategy, world or file they are about is no
 * concern of it. Depends on documents, plugins, sweeps and core; commands depend on it.
 */
@NullMarked
package overthink.scenarios.cluster;

import org.jspecify.annotations.NullMarked;
