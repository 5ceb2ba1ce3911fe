package overthink.cluster;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.List;
import org.apache.spark.SparkConf;
import org.apache.spark.network.TransportContext;
import org.apache.spark.network.client.TransportClient;
import org.apache.spark.network.client.TransportClientFactory;
import org.apache.spark.network.crypto.AuthClientBootstrap;
import org.apache.spark.network.netty.SparkTransportConf;
import org.apache.spark.network.sasl.SecretKeyHolder;
import org.apache.spark.network.server.NoOpRpcHandler;
import org.apache.spark.network.util.TransportConf;
import overthink.scenarios.cluster.ClusterException;

/** Knocks at a master: Spark itself would try for a minute before it gives up, and not say why. */
final class Door {

    /** Under which name Spark's processes meet. */
    private static final String USER = "sparkSaslUser";

    private Door() {}

    /**
     * Sees whether a master is there, and takes the secret.
     *
     * @throws ClusterException when not
     */
    static void knock(Master.Standalone master, String secret, SparkConf conf) {
        String name = "spark://%s:%d".formatted(master.host(), master.port());
        InetAddress address;
        try {
            address = InetAddress.getByName(master.host());
        } catch (UnknownHostException e) {
            throw new ClusterException("%s: there is no machine called %s".formatted(name, master.host()), e);
        }
        TransportConf transport =
                SparkTransportConf.fromSparkConf(conf, "rpc", 1, scala.Option.empty(), scala.Option.empty());
        SecretKeyHolder holder = new SecretKeyHolder() {
            @Override
            public String getSaslUser(String appId) {
                return USER;
            }

            @Override
            public String getSecretKey(String appId) {
                return secret;
            }
        };
        try (java.net.Socket socket = new java.net.Socket()) {
            socket.connect(new InetSocketAddress(address, master.port()), 10_000);
        } catch (IOException e) {
            throw new ClusterException(
                    "%s: no master answers there (%s). scenarios/cluster/start starts one"
                            .formatted(name, e.getMessage()),
                    e);
        }
        try (TransportContext context = new TransportContext(transport, new NoOpRpcHandler());
                TransportClientFactory factory =
                        context.createClientFactory(List.of(new AuthClientBootstrap(transport, USER, holder)));
                TransportClient client = factory.createClient(address.getHostAddress(), master.port())) {
            if (!client.isActive()) {
                throw new ClusterException("%s: the master closed the door".formatted(name));
            }
        } catch (IOException | RuntimeException e) {
            throw new ClusterException(
                    "%s: the master does not take this secret. %s must be its own".formatted(name, Secret.VARIABLE), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ClusterException("%s: interrupted".formatted(name), e);
        }
    }

    /** The address of this machine that a master sees; the loopback's where it is on this machine. */
    static String address(Master.Standalone master) {
        try (DatagramSocket socket = new DatagramSocket()) {
            socket.connect(new InetSocketAddress(InetAddress.getByName(master.host()), master.port())); // sends nothing
            return socket.getLocalAddress().getHostAddress();
        } catch (SocketException | UnknownHostException e) {
            throw new ClusterException("there is no way to %s (%s)".formatted(master.host(), e.getMessage()), e);
        }
    }
}
