/**
 * Apache Spark as the machines on which the shards of runs are played. It sees {@code overthink.scenarios.cluster} alone of the
 * application: jobs, orders and answers are bytes to it.
 */
@NullMarked
package overthink.cluster;

import org.jspecify.annotations.NullMarked;
