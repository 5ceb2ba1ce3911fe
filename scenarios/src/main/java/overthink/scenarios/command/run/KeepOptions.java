package overthink.scenarios.command.run;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import overthink.scenarios.command.process.InvalidInputException;
import overthink.scenarios.document.Scenario;
import overthink.scenarios.results.Manifest;
import overthink.scenarios.store.RunFolder;
import overthink.scenarios.store.RunStore;
import overthink.scenarios.store.ShardLog;
import picocli.CommandLine.Option;

/** Whether runs are kept, where, and whether the last of them are gone on with. */
final class KeepOptions {

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description =
                    "Also keep each run in a new folder of DIR: the scenario as it ran, rows.json, rows.csv, what they are"
                            + " made of by problem, and a manifest.")
    private @Nullable Path directory;

    @Option(
            names = "--parquet",
            description = "With --out, also keep rows.parquet; DuckDB, which writes it, is fetched once (81 MB).")
    private boolean parquet;

    @Option(
            names = "--resume",
            description =
                    "Go on with the last run of each scenario in DIR that was interrupted or ended from outside, from the"
                            + " trials that are done; the results are those of a run that was not. One that is complete is left alone.")
    private boolean resume;

    /** Where runs are kept; empty when they are not. */
    Optional<RunStore> store() {
        return Optional.ofNullable(directory).map(RunStore::new);
    }

    /** Whether rows are kept in Parquet, too. */
    boolean parquet() {
        return parquet;
    }

    /**
     * Refuses what needs a place where runs are kept.
     *
     * @throws InvalidInputException when there is none
     */
    void check() {
        if (parquet && directory == null) {
            throw new InvalidInputException(List.of("--parquet needs --out DIR, where the file is kept"));
        }
        if (resume && directory == null) {
            throw new InvalidInputException(List.of("--resume needs --out DIR, where the run to go on with is kept"));
        }
    }

    /**
     * Refuses a place where runs cannot be kept, or where there is none to go on with.
     *
     * @throws InvalidInputException when it is one
     */
    void check(List<Scenario> scenarios, Invocation call) throws IOException {
        Optional<RunStore> store = store();
        if (store.isPresent()) {
            if (resume) {
                refuseNothingToResume(scenarios, store.get(), call);
            }
            store.get().obstacle().ifPresent(obstacle -> {
                throw new InvalidInputException(List.of(obstacle));
            });
        }
    }

    /** The folder of a new run, or of the one to go on with. */
    RunFolder folder(Scenario scenario, RunStore store, Manifest manifest, Instant start, ShardLog.Origin origin)
            throws IOException {
        Optional<RunFolder> last = resume ? store.last(manifest, scenario.text()) : Optional.empty();
        return last.isPresent() ? last.get() : store.begin(manifest, scenario.text(), start, origin);
    }

    /** Of several scenarios some may not have begun; but when none has, something else was meant. */
    private static void refuseNothingToResume(List<Scenario> all, RunStore store, Invocation call) throws IOException {
        for (Scenario scenario : all) {
            if (store.last(call.manifest(scenario, Instant.EPOCH, 0), scenario.text())
                    .isPresent()) {
                return;
            }
        }
        throw new InvalidInputException(
                List.of("--resume: there is no run of %s in %s. overthink runs %s lists what is there"
                        .formatted(
                                all.stream().map(Scenario::name).collect(Collectors.joining(" or ")),
                                store.directory(),
                                store.directory())));
    }
}
