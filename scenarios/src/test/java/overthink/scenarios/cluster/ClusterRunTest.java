package overthink.scenarios.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import overthink.core.experiment.Checkpoint;
import overthink.core.experiment.Execution;
import overthink.core.experiment.Experiment;
import overthink.core.experiment.Oversight;
import overthink.core.experiment.Progress;
import overthink.core.results.Results;
import overthink.core.run.Simulator;
import overthink.scenarios.analysis.sweep.PointResult;
import overthink.scenarios.analysis.sweep.SweepRun;
import overthink.scenarios.document.Scenario;
import overthink.scenarios.document.ScenarioReader;
import overthink.scenarios.plugins.PluginJar;
import overthink.scenarios.plugins.StrategyCatalog;

/** Scenarios whose shards others play, to whom all that they need travels as bytes. */
class ClusterRunTest {

    private static final UnaryOperator<byte[]> AS_SENT = bytes -> bytes;

    /** No order is lost. */
    private static final int NONE = Integer.MAX_VALUE;

    private static final String WORLD = """
            seed: 3
            world:
              problems: {count: 20, accuracy: {beta: {alpha: 0.9, beta: 1.6}}}
              policy: {wrong-answers: {zipf: {answers: 12, exponent: 1.2}}, tokens-per-step: 50}
              verifier: {outcome: {auc: 0.80}}
            budgets: {values: [1, 8]}
            method: simulated
            """;

    @TempDir
    private Path temp;

    private Scenario scenario(String text, List<Path> plugins) throws IOException {
        Path file = Files.writeString(temp.resolve("s.yaml"), text);
        return new ScenarioReader(StrategyCatalog.load(plugins)).read(file, List.of());
    }

    private static Execution here() {
        return new Execution(2, Execution.PATIENCE, Progress.SILENT, Checkpoint.NONE, () -> false);
    }

    private static Clusters.Strategies with(List<List<Path>> jars) {
        return new Clusters.Strategies(jars, Optional.empty(), Duration.ofSeconds(30), Oversight.NONE);
    }

    private static Results elsewhere(Scenario scenario, ThreadCluster cluster, List<List<Path>> jars) {
        try (cluster;
                ClusterRun run = Clusters.open(cluster, scenario, with(jars))) {
            return Simulator.run(scenario.experiment(), here().on(run.host()));
        }
    }

    @Tag("slow")
    @Test
    void run_onAClusterThatLosesOrders_givesTheSame() throws IOException {
        Scenario scenario =
                scenario(WORLD + "strategies: [best-of-n, majority-vote]\ntrials: {count: 700}\n", List.of());
        ThreadCluster cluster = new ThreadCluster(3, AS_SENT);
        Results there = elsewhere(scenario, cluster, List.of());
        Results local = Simulator.run(scenario.experiment(), here());
        assertEquals(local.rows(), there.rows());
        assertEquals(local.differences(), there.differences());
        assertTrue(cluster.lost.get() > 0, "some were lost");
    }

    /** Twelve runs of one strategy, of which some have their trials in common, several at once. */
    @Tag("slow")
    @Test
    void sweep_onACluster_givesTheSame() throws IOException {
        Scenario scenario = scenario(
                WORLD + "strategies: [best-of-n, majority-vote]\ntrials: {count: 60}\n"
                        + "sweep: {world.verifier.outcome.auc: [0.6, 0.7, 0.9], world.policy.price.output: [1, 2]}\n",
                List.of());
        SweepRun.Stage unheard = (number, of, point, experiment) -> {};
        List<PointResult> local = new SweepRun(scenario, Optional.empty(), false).run(here(), unheard);
        try (ThreadCluster cluster = new ThreadCluster(5, AS_SENT);
                ClusterRun run = Clusters.open(cluster, scenario, with(List.of()))) {
            List<PointResult> there =
                    new SweepRun(scenario, Optional.empty(), false).run(here(), unheard, Optional.of(run));
            assertEquals(6, there.size());
            for (int i = 0; i < local.size(); i++) {
                assertEquals(
                        local.get(i).results().rows(), there.get(i).results().rows());
                assertEquals(local.get(i).changes(), there.get(i).changes());
            }
            assertTrue(cluster.lost.get() > 0, "some were lost");
        }
    }

    /** All that mathematics says, of a law of problems and of as many as are listed. */
    @Tag("slow")
    @Test
    void sweep_ofExactPoints_onACluster_givesTheSame() throws IOException {
        String world = WORLD.replace("method: simulated", "method: exact");
        for (String text :
                List.of(world, world.replace("beta: {alpha: 0.9, beta: 1.6}", "empirical: [0.2, 0.4, 0.9]"))) {
            Scenario scenario = scenario(
                    text.replace("count: 20, accuracy: {empirical", "accuracy: {empirical")
                                    .replace("auc: 0.80", "tpr: 0.9, fpr: 0.1")
                            + "strategies: [first-accepted, {first-accepted: {fallback: abstain}}]\nmeasures: [candidates, quantiles]\n"
                            + "utility: {correct: 1, wrong: -1, abstained: 0}\n"
                            + "sweep: {world.verifier.outcome.fpr: [0, 0.1, 0.2, 0.5]}\n",
                    List.of());
            Execution searching =
                    new Execution(2, Execution.PATIENCE, Progress.SILENT, Checkpoint.NONE, () -> false, true);
            SweepRun.Stage unheard = (number, of, point, experiment) -> {};
            List<PointResult> local = new SweepRun(scenario, Optional.empty(), false).run(searching, unheard);
            ThreadCluster cluster = new ThreadCluster(5, AS_SENT);
            try (cluster;
                    ClusterRun hosts = Clusters.open(cluster, scenario, with(List.of()))) {
                List<PointResult> there =
                        new SweepRun(scenario, Optional.empty(), false).run(searching, unheard, Optional.of(hosts));
                assertEquals(4, there.size());
                for (int i = 0; i < local.size(); i++) {
                    assertSame(local.get(i).results(), there.get(i).results());
                    assertEquals(local.get(i).changes(), there.get(i).changes());
                }
            }
            assertTrue(cluster.orders.get() > 0, "the driver asked");
            assertFalse(local.get(0).results().bestBudgets().isEmpty());
            assertTrue(local.get(0).results().turningPoints().get(0).overall().isPresent(), "turns are searched for");
        }
    }

    private static void assertSame(Results local, Results there) {
        assertEquals(local.rows(), there.rows());
        assertEquals(local.limits(), there.limits());
        assertEquals(local.bestBudgets(), there.bestBudgets());
        assertEquals(local.turningPoints(), there.turningPoints());
    }

    /** Of numbers that are not those of the experiment a run makes other rows, or none. */
    @Test
    void run_ofNumbersThatAreNotItsOwn_isSeen() throws IOException {
        Experiment experiment = scenario(
                        WORLD.replace("method: simulated", "method: exact") + "strategies: [best-of-n]\n", List.of())
                .experiment();
        long[] numbers = Simulator.solve(experiment, here());
        Results sound = Simulator.run(experiment, here(), numbers);
        assertEquals(Simulator.run(experiment, here()).rows(), sound.rows());
        long[] changed = numbers.clone();
        changed[numbers.length / 2] ^= 1L << 50;
        assertNotEquals(sound.rows(), Simulator.run(experiment, here(), changed).rows());
        long[] shorter = Arrays.copyOf(numbers, numbers.length - 1);
        long[] longer = Arrays.copyOf(numbers, numbers.length + 1);
        assertThrows(IllegalArgumentException.class, () -> Simulator.run(experiment, here(), shorter));
        assertThrows(IllegalArgumentException.class, () -> Simulator.run(experiment, here(), longer));
    }

    /** The scenario's own file is gone when the cluster reads it. */
    @Test
    void run_ofAFileWithAPlugin_bringsBoth() throws IOException {
        Path plugins = temp.resolve("plugins");
        Path jar = new PluginJar()
                .strategy(
                        "Last",
                        "last",
                        "while (session.generate() != Session.NONE) { session.commit(session.size() - 1); }")
                .build(plugins, "p.jar");
        Path counts = Files.writeString(temp.resolve("counts.csv"), "n,c\n100,30\n100,60\n100,90\n");
        Scenario scenario = scenario("""
                        seed: 3
                        world:
                          problems: {accuracy: {counts: {file: counts.csv}}}
                          policy: {wrong-answers: {zipf: {answers: 12, exponent: 1.2}}}
                        budgets: {values: [1, 8]}
                        method: simulated
                        strategies: [last]
                        trials: {count: 600}
                        """, List.of(plugins));
        Results local = Simulator.run(scenario.experiment(), here());
        ThreadCluster cluster = new ThreadCluster(NONE, bytes -> {
            try {
                Files.delete(counts);
                return bytes;
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        });
        assertEquals(
                local.rows(),
                elsewhere(scenario, cluster, List.of(List.of(jar))).rows());
    }

    @Tag("slow")
    @Test
    void run_ofAPluginThatThrows_saysTheSame() throws IOException {
        Path plugins = temp.resolve("plugins");
        Path jar = new PluginJar().strategy("Mine", "mine", """
                        if (session.random().nextInt(3000) == 0) {
                            throw new IllegalStateException("one in 3000 of "
                                    + getClass().getProtectionDomain().getCodeSource().getLocation().getPath());
                        }
                        """).build(plugins, "p.jar");
        Scenario scenario = scenario(WORLD + "strategies: [mine, single]\ntrials: {count: 700}\n", List.of(plugins));
        Results local = Simulator.run(scenario.experiment(), here());
        Results there = elsewhere(scenario, new ThreadCluster(NONE, AS_SENT), List.of(List.of(jar)));
        assertEquals(1, local.faults().size());
        assertTrue(local.faults().get(0).message().contains(jar.toString()), "where it is here");
        assertEquals(local.faults(), there.faults());
        assertEquals(local.rows(), there.rows());
    }

    @Tag("slow")
    @Test
    void run_onAnotherVersionOrJava_isRefused() throws IOException {
        Scenario scenario = scenario(WORLD + "strategies: [single]\ntrials: {count: 10}\n", List.of());
        int version = Program.ofThis().version().getBytes(StandardCharsets.UTF_8).length;
        ThreadCluster later = new ThreadCluster(NONE, bytes -> changed(bytes, Short.BYTES, 'X'));
        ThreadCluster newer = new ThreadCluster(NONE, bytes -> changed(bytes, Short.BYTES + version + 3, 99));
        String versions = assertThrows(ClusterException.class, () -> elsewhere(scenario, later, List.of()))
                .getMessage();
        String javas = assertThrows(ClusterException.class, () -> elsewhere(scenario, newer, List.of()))
                .getMessage();
        assertTrue(versions.contains("a worker refuses: this is version "), versions);
        assertTrue(
                javas.contains("this is Java %d, and the run is on Java 99"
                        .formatted(Program.ofThis().java())),
                javas);
    }

    /** A byte in the middle of the plugin, which is the last file that travels. */
    @Tag("slow")
    @Test
    void run_whosePluginIsDamagedOnItsWay_isRefused() throws IOException {
        Path plugins = temp.resolve("plugins");
        Path jar =
                new PluginJar().strategy("Mine", "mine", "session.generate();").build(plugins, "p.jar");
        Scenario scenario = scenario(WORLD + "strategies: [mine]\ntrials: {count: 10}\n", List.of(plugins));
        int behind = (int) Files.size(jar) / 2;
        ThreadCluster cluster = new ThreadCluster(
                NONE, bytes -> changed(bytes, bytes.length - behind, bytes[bytes.length - behind] ^ 1));
        String message = assertThrows(ClusterException.class, () -> elsewhere(scenario, cluster, List.of(List.of(jar))))
                .getMessage();
        assertTrue(message.contains("p.jar is not as it was sent"), message);
    }

    private static byte[] changed(byte[] bytes, int place, int value) {
        byte[] changed = bytes.clone();
        changed[place] = (byte) value;
        return changed;
    }

    @Test
    void run_whoseOrdersAreAlwaysLost_endsWithAReason() throws IOException {
        Scenario scenario = scenario(WORLD + "strategies: [single]\ntrials: {count: 10}\n", List.of());
        String message = assertThrows(
                        ClusterException.class, () -> elsewhere(scenario, new ThreadCluster(1, AS_SENT), List.of()))
                .getMessage();
        assertTrue(message.contains("were lost 5 times, lastly as its machine burnt down"), message);
    }
}
