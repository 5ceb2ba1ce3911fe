package overthink.cluster;

import org.apache.spark.SparkConf;
import overthink.scenarios.cluster.Cluster;
import overthink.scenarios.cluster.ClusterException;
import overthink.scenarios.cluster.ClusterProvider;

/**
 * Clusters of Apache Spark. What is not set here is Spark's own default, and a system property {@code spark.…} of this process
 * comes before both, but for what keeps others out.
 */
public final class SparkProvider implements ClusterProvider {

    private static final String LOOPBACK = "127.0.0.1";

    /** Since Java warns of what Spark does with memory. */
    private static final int WARNING_JAVA = 24;

    /** Found by its name. */
    public SparkProvider() {}

    @Override
    public boolean serves(String master) {
        return !(Master.of(master) instanceof Master.Unknown);
    }

    @Override
    public String masters() {
        return Master.FORMS;
    }

    @Override
    public Cluster connect(String name) {
        Master master = Master.of(name);
        SparkConf conf = new SparkConf()
                .setMaster(name.replace(" ", ""))
                .setAppName("overthink")
                .set("spark.ui.enabled", "false")
                .set("spark.ui.showConsoleProgress", "false")
                .set("spark.authenticate", "true")
                .set("spark.network.crypto.enabled", "true")
                .setIfMissing("spark.locality.wait", "0") // no machine has an order's data beforehand
                .setIfMissing(
                        "spark.network.timeout",
                        "60s") // of a machine that says nothing; one that ends is known at once
                .setIfMissing("spark.task.reaper.enabled", "true"); // ends an executor that does not heed being stopped
        String address = LOOPBACK;
        String secret;
        if (master instanceof Master.Standalone standalone) {
            secret = Secret.known();
            Door.knock(standalone, secret, conf);
            address = Door.address(standalone);
        } else {
            secret = Secret.fresh();
        }
        if (master instanceof Master.LocalCluster cluster) {
            conf.setIfMissing("spark.executor.memory", cluster.megabytes() + "m")
                    .setIfMissing("spark.executor.extraJavaOptions", options());
        }
        conf.set("spark.authenticate.secret", secret)
                .setIfMissing("spark.driver.bindAddress", address)
                .setIfMissing("spark.driver.host", address);
        try {
            return SparkCluster.start(name, conf, master);
        } catch (ClusterException refused) {
            throw refused;
        } catch (RuntimeException failure) {
            throw new ClusterException("%s: Spark does not start (%s)".formatted(name, failure.getMessage()), failure);
        }
    }

    /** What executors that this process starts are started with: the application as modules, as this one has it. */
    private static String options() {
        String modules = System.getProperty("overthink.modules", "");
        return "-XX:+UseSerialGC -XX:-UsePerfData -Dfile.encoding=UTF-8"
                + (modules.isEmpty() ? "" : " -p \"%s\" --add-modules overthink.scenarios".formatted(modules))
                + (Runtime.version().feature() < WARNING_JAVA
                        ? ""
                        : " --sun-misc-unsafe-memory-access=allow --enable-native-access=ALL-UNNAMED");
    }
}
