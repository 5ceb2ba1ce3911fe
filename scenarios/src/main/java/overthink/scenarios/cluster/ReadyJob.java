package overthink.scenarios.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import overthink.core.experiment.Checkpoint;
import overthink.core.experiment.Execution;
import overthink.core.experiment.Experiment;
import overthink.core.experiment.Progress;
import overthink.core.experiment.ShardHost;
import overthink.core.run.InsufficientMemoryException;
import overthink.core.run.ShardPlayer;
import overthink.core.run.Simulator;
import overthink.scenarios.analysis.sweep.SweepRun;
import overthink.scenarios.document.InvalidScenarioException;
import overthink.scenarios.document.NamedFiles;
import overthink.scenarios.document.Scenario;
import overthink.scenarios.document.ScenarioReader;
import overthink.scenarios.plugins.InvalidPluginsException;
import overthink.scenarios.plugins.Isolation;
import overthink.scenarios.plugins.StrategyCatalog;

/** A job whose plugins are loaded and whose scenario is read, or which is refused. */
final class ReadyJob implements AutoCloseable {

    /** Players of other units are forgotten. */
    private static final int UNITS = 8;

    private final String digest;
    private final Optional<String> refusal;
    private final @Nullable Scenario scenario;
    private final @Nullable SweepRun sweep;
    private final Execution execution;
    private final @Nullable Isolation isolation;
    private final @Nullable SentFiles sent;

    /** What the driver calls a jar, by what it is called here. */
    private final Map<String, String> jars;

    /** The last used is last; guarded by this. */
    private final Map<Integer, ShardPlayer> players = new LinkedHashMap<>(16, 0.75f, true);

    private ReadyJob(
            String digest,
            Optional<String> refusal,
            @Nullable Scenario scenario,
            Execution execution,
            @Nullable Isolation isolation,
            @Nullable SentFiles sent,
            Map<String, String> jars) {
        this.digest = digest;
        this.refusal = refusal;
        this.scenario = scenario;
        this.execution = execution;
        this.isolation = isolation;
        this.sent = sent;
        this.jars = jars;
        sweep = scenario == null || scenario.sweep().isEmpty() ? null : new SweepRun(scenario, Optional.empty(), false);
    }

    /** Makes a job ready. Whatever is in the way refuses it. */
    static ReadyJob of(ClusterJob job) {
        Program here = Program.ofThis();
        Program there = JobContent.programOf(job);
        if (!here.equals(there)) {
            return refused(
                    job,
                    here.java() == there.java()
                            ? "this is version %s, and the run is of version %s"
                                    .formatted(here.version(), there.version())
                            : "this is Java %d, and the run is on Java %d".formatted(here.java(), there.java()));
        }
        try {
            return of(job, JobContent.of(job));
        } catch (InvalidScenarioException mistakes) {
            return refused(
                    job, mistakes.diagnostics().stream().map(Object::toString).collect(Collectors.joining("; ")));
        } catch (InvalidPluginsException mistakes) {
            return refused(job, String.join("; ", mistakes.problems()));
        } catch (UncheckedIOException trouble) {
            return refused(job, "what the run needs cannot be kept here: " + trouble.getMessage());
        }
    }

    private static ReadyJob refused(ClusterJob job, String reason) {
        return new ReadyJob(
                job.digest(),
                Optional.of(reason),
                null,
                new Execution(1, Execution.PATIENCE, Progress.SILENT),
                null,
                null,
                Map.of());
    }

    private static ReadyJob of(ClusterJob job, JobContent content) {
        SentFiles sent = new SentFiles();
        List<Path> files = sent.put(content.files(), "files");
        List<Path> plugins = new ArrayList<>();
        Map<String, String> jars = new LinkedHashMap<>();
        for (int i = 0; i < content.plugins().size(); i++) {
            String name = "plugins" + i;
            List<Path> places = sent.put(content.plugins().get(i), name);
            for (int jar = 0; jar < places.size(); jar++) {
                jars.put(
                        places.get(jar).toString(),
                        content.plugins().get(i).get(jar).name());
            }
            plugins.add(sent.place(name));
        }
        Isolation isolation = content.isolated().isPresent() && !plugins.isEmpty()
                ? new Isolation(plugins, content.patience(), content.isolated().get())
                : null;
        StrategyCatalog catalog =
                isolation == null ? StrategyCatalog.load(plugins, content.patience()) : StrategyCatalog.load(isolation);
        Path file = sent.place("scenario.yaml");
        try {
            Files.writeString(
                    file,
                    NamedFiles.renamed(
                            content.scenario(),
                            name -> files.get(Clusters.number(name)).toString()),
                    StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new ReadyJob(
                job.digest(),
                Optional.empty(),
                new ScenarioReader(catalog).read(file, List.of()),
                new Execution(
                        1,
                        content.patience(),
                        Progress.SILENT,
                        Checkpoint.NONE,
                        () -> false,
                        false,
                        content.oversight()),
                isolation,
                sent,
                jars);
    }

    String digest() {
        return digest;
    }

    /** Carries out an order. */
    OrderAnswer carryOut(ClusterOrder order) {
        Scenario known = scenario;
        if (known == null) {
            return new OrderAnswer.Refused(refusal.orElse("this job is over"));
        }
        try {
            if (order instanceof ClusterOrder.Play play) {
                return new OrderAnswer.Done(player(known, play.unit()).play(play.shards()).stream()
                        .map(this::asThere)
                        .toList());
            }
            return solved((ClusterOrder.Solve) order);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the order was taken back", e);
        }
    }

    /** A fault says of jars what they are called where they come from. */
    private ShardHost.Outcome asThere(ShardHost.Outcome outcome) {
        if (!(outcome instanceof ShardHost.Failed failed)) {
            return outcome;
        }
        String message = failed.message();
        for (Map.Entry<String, String> jar : jars.entrySet()) {
            message = message.replace(jar.getKey(), jar.getValue());
        }
        return new ShardHost.Failed(failed.kind(), message, failed.outside());
    }

    /** Nothing of it is kept: no unit is solved twice. */
    private OrderAnswer solved(ClusterOrder.Solve order) {
        Execution solving =
                new Execution(1, execution.patience(), Progress.SILENT, Checkpoint.NONE, () -> false, order.search());
        SweepRun points = Objects.requireNonNull(sweep);
        try {
            return new OrderAnswer.Solved(order.units().stream()
                    .map(unit -> Simulator.solve(points.experiment(unit), solving))
                    .toList());
        } catch (InsufficientMemoryException tooMuch) {
            return new OrderAnswer.Refused(String.valueOf(tooMuch.getMessage()));
        }
    }

    private synchronized ShardPlayer player(Scenario known, int unit) {
        ShardPlayer player = players.get(unit);
        if (player == null) {
            Experiment experiment = sweep == null ? known.experiment() : sweep.experiment(unit);
            player = Simulator.player(experiment, execution);
            players.put(unit, player);
            if (players.size() > UNITS) {
                int oldest = players.keySet().iterator().next();
                ShardPlayer gone = players.remove(oldest);
                if (gone != null) {
                    gone.close();
                }
            }
        }
        return player;
    }

    @Override
    public synchronized void close() {
        players.values().forEach(ShardPlayer::close);
        players.clear();
        if (isolation != null) {
            isolation.close();
        }
        if (sent != null) {
            sent.close();
        }
    }
}
