package overthink.scenarios.command.run;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import overthink.core.experiment.Checkpoint;
import overthink.scenarios.analysis.question.WrittenSide;
import overthink.scenarios.command.option.OverrideOptions;
import overthink.scenarios.command.option.PluginCommand;
import overthink.scenarios.command.option.RightOrWrong;
import overthink.scenarios.command.option.ScenarioOptions;
import overthink.scenarios.command.process.ExitCode;
import overthink.scenarios.command.process.Explanation;
import overthink.scenarios.command.process.Interruption;
import overthink.scenarios.command.process.InvalidInputException;
import overthink.scenarios.command.process.OutputFile;
import overthink.scenarios.command.process.ProgramVersion;
import overthink.scenarios.command.process.Terminal;
import overthink.scenarios.document.Scenario;
import overthink.scenarios.results.SweepDocument;
import overthink.scenarios.store.RunFolder;
import overthink.scenarios.store.RunStore;
import overthink.scenarios.store.ShardLog;
import overthink.scenarios.text.Amount;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code run}: runs scenarios and delivers their rows. */
@Command(
        name = "run",
        description = {
            "Run scenarios: all are checked before the first one starts, and so is DIR. One that fails does not keep the"
                    + " others from running.",
            "With --format json one document goes to standard output; for several files it is an array of documents.",
            "Ctrl-C ends a run with the rows of what is done, marked as partial; with --out they can be gone on from."
        },
        footer = {
            "  ./overthink run scenarios/quickstart.yaml",
            "  ./overthink run --seed 7 --set 'trials={count: 50}' scenarios/quickstart.yaml",
            "  ./overthink run --format json scenarios/single.yaml > single.json",
            "  ./overthink run --format csv --threads 1 scenarios/best-of-n.yaml",
            "  ./overthink run --format latex --brief scenarios/single.yaml",
            "  ./overthink run --format json --per-problem --set 'measures=[quantiles]' scenarios/single.yaml",
            "  ./overthink run --error problems scenarios/single.yaml",
            "  ./overthink run --method simulated scenarios/best-of-n.yaml",
            "  ./overthink run single",
            "  ./overthink run - < scenarios/single.yaml",
            "  ./overthink run single --quiet --report single.html",
            "  ./overthink run --out results scenarios/single.yaml scenarios/best-of-n.yaml",
            "  ./overthink run --out results --resume scenarios/single.yaml scenarios/best-of-n.yaml"
        })
class RunCommand implements PluginCommand {

    private final Terminal terminal;
    private final Interruption interruption;

    @Mixin
    private OverrideOptions scenarios;

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Mixin
    private KeepOptions kept = new KeepOptions();

    @Mixin
    private PlayOptions play = new PlayOptions();

    @Option(
            names = "--show",
            paramLabel = "FIGURE",
            description =
                    "Of a scenario that is run at several points, show this over all of them: a strategy, such as best-of-n@16,"
                            + " or a difference, such as 'best-of-n@16 - majority-vote@16'.")
    private String show = "";

    @Option(
            names = "--report",
            paramLabel = "FILE",
            description =
                    "Also make a page of all that is run: in HTML, or, as FILE.md, in Markdown with pictures beside it.")
    private @Nullable Path report;

    @Spec
    private @Nullable CommandSpec spec;

    RunCommand(Terminal terminal, Interruption interruption) {
        this(terminal, interruption, new ScenarioOptions());
    }

    /** A command that runs the scenarios that some options name. */
    RunCommand(Terminal terminal, Interruption interruption, OverrideOptions scenarios) {
        this.scenarios = scenarios;
        this.terminal = terminal;
        this.interruption = interruption;
    }

    @Override
    public void close() {
        play.close();
        scenarios.close();
    }

    @Override
    public Integer call() throws IOException {
        play.threads().check();
        Invocation call = new Invocation(play.threads().count(), spec);
        List<Scenario> read = scenarios.read();
        Optional<WrittenSide> shown = SweptRun.shown(show, read);
        kept.check();
        output.check(kept.store().isPresent());
        checkReport(read);
        kept.check(read, call);
        play.connect();
        for (Scenario scenario : play.quiet() ? List.<Scenario>of() : read) {
            ValidateCommand.notes(scenario).forEach(terminal.err()::println);
        }
        interruption.promise();
        try (ScenarioRuns runs =
                new ScenarioRuns(scenarios, play, call, output.perProblem(), read.size(), terminal, interruption)) {
            return run(read, shown, call, runs);
        }
    }

    private void checkReport(List<Scenario> read) {
        if (report != null) {
            OutputFile.obstacle(report).ifPresent(obstacle -> {
                throw new InvalidInputException(List.of("--report: " + obstacle));
            });
            read.forEach(scenario -> RightOrWrong.need(scenario, "a report"));
            SweptRun.checkReport(read);
        }
    }

    private int run(List<Scenario> read, Optional<WrittenSide> shown, Invocation call, ScenarioRuns runs)
            throws IOException {
        int code = ExitCode.DONE;
        Delivery delivery = new Delivery(terminal, output.writer(terminal, read), report);
        try (delivery) {
            for (Scenario scenario : read) {
                if (interruption.getAsBoolean()) {
                    terminal.err().println(scenario.name() + ": not run");
                    code = ExitCode.INTERRUPTED;
                } else {
                    code = ExitCode.worse(code, run(scenario, shown, call, runs, delivery));
                }
            }
        }
        delivery.writePage();
        return code;
    }

    /** Runs a scenario and delivers it, first where it was asked for; one that fails does not keep the next from running. */
    private int run(
            Scenario scenario, Optional<WrittenSide> shown, Invocation call, ScenarioRuns runs, Delivery delivery) {
        try {
            Instant start = Instant.now();
            Optional<RunStore> store = kept.store();
            int code;
            if (store.isEmpty()) {
                code = delivery.deliver(scenario, runs.run(scenario, shown, start, Checkpoint.NONE, Optional.empty()));
            } else {
                RunFolder folder =
                        kept.folder(scenario, store.get(), call.manifest(scenario, start, 0), start, origin(scenario));
                if (folder.status().equals(RunFolder.Status.COMPLETE.label())) {
                    folder.tidy();
                    terminal.err().println("%s: complete already, in %s".formatted(scenario.name(), folder.place()));
                    return ExitCode.DONE;
                }
                code = run(scenario, shown, folder, start, runs, delivery);
            }
            return play.check()
                    ? ExitCode.worse(code, scenarios.judging(() -> delivery.check(scenario, play, interruption)))
                    : code;
        } catch (IOException | RuntimeException | OutOfMemoryError failure) {
            terminal.err().print(scenario.name() + ": ");
            return Explanation.of(failure, call.trace(), terminal.err());
        } finally {
            runs.next();
        }
    }

    private int run(
            Scenario scenario,
            Optional<WrittenSide> shown,
            RunFolder folder,
            Instant start,
            ScenarioRuns runs,
            Delivery delivery)
            throws IOException {
        try (ShardLog shards = folder.shards(origin(scenario))) {
            if (shards.size() > 0 || shards.unreadable() > 0) {
                terminal.err()
                        .println("%s: goes on with %s, of which %s are there%s"
                                .formatted(
                                        scenario.name(),
                                        folder.name(),
                                        Amount.of(shards.size(), "shard"),
                                        shards.unreadable() > 0
                                                ? "; %s of another were not whole"
                                                        .formatted(Amount.of(shards.unreadable(), "byte"))
                                                : ""));
            }
            SweepDocument document = runs.run(scenario, shown, start, shards, Optional.of(folder.place()));
            int code = delivery.deliver(scenario, document);
            code = ExitCode.worse(code, keep(document, folder));
            if (document.isPartial()) {
                terminal.err()
                        .println("%s: the same command with --resume goes on with %s"
                                .formatted(scenario.name(), folder.name()));
            }
            Optional<String> trouble = shards.trouble();
            if (trouble.isPresent()) {
                terminal.err()
                        .println("%s: shards could not be kept, so that the run cannot be resumed from all of them: %s"
                                .formatted(scenario.name(), trouble.get()));
                code = ExitCode.worse(code, ExitCode.FAILED);
            }
            return code;
        }
    }

    private ShardLog.Origin origin(Scenario scenario) {
        String commit = ProgramVersion.commit();
        return new ShardLog.Origin(
                scenario.digest(),
                ProgramVersion.version() + (commit.isEmpty() ? "" : " at " + commit),
                scenarios.pluginFingerprint());
    }

    private int keep(SweepDocument document, RunFolder folder) {
        try {
            boolean partial = document.isPartial();
            folder.finish(
                    document,
                    partial ? RunFolder.Status.PARTIAL : RunFolder.Status.COMPLETE,
                    kept.parquet() ? Optional.of(terminal.err()::println) : Optional.empty(),
                    output.perProblem());
            if (!partial) {
                folder.forgetShards();
            }
            return ExitCode.DONE;
        } catch (IOException failure) {
            terminal.err()
                    .println("%s: the results could not be written to %s: %s"
                            .formatted(document.manifest().scenario(), folder.place(), Explanation.reason(failure)));
            return ExitCode.FAILED;
        }
    }
}
