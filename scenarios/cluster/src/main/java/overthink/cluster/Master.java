package overthink.cluster;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a cluster is, as {@code --cluster} has it. */
sealed interface Master {

    /** The forms, as messages list them. */
    String FORMS = "spark://HOST:PORT, local[N], local-cluster[WORKERS,CORES,MEGABYTES]";

    /** A master that was started on its own. */
    record Standalone(String host, int port) implements Master {}

    /** Threads of this process. */
    record Local() implements Master {}

    /** Workers that are processes on this machine, and end with this one. */
    record LocalCluster(int megabytes) implements Master {}

    /** A name that is of no form. */
    record Unknown() implements Master {}

    /** Reads a name. */
    static Master of(String name) {
        Matcher standalone = Pattern.compile("spark://(\\[[0-9A-Fa-f:.]+\\]|[A-Za-z0-9._-]+):([0-9]{1,5})")
                .matcher(name);
        if (standalone.matches() && Integer.parseInt(standalone.group(2)) < 1 << 16) {
            return new Standalone(standalone.group(1), Integer.parseInt(standalone.group(2)));
        }
        Matcher local = Pattern.compile("local\\[([1-9][0-9]{0,3}|\\*)\\]").matcher(name);
        if (local.matches()) {
            return new Local();
        }
        Matcher cluster = Pattern.compile(
                        "local-cluster\\[ *([1-9][0-9]{0,2}) *, *([1-9][0-9]{0,2}) *, *([0-9]{3,6}) *\\]")
                .matcher(name);
        return cluster.matches() ? new LocalCluster(Integer.parseInt(cluster.group(3))) : new Unknown();
    }
}
