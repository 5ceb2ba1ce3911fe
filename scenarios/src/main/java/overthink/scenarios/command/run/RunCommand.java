package overthink.scenarios.command.run;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import overthink.core.experiment.Checkpoint;
import overthink.core.experiment.Execution;
import overthink.core.experiment.Oversight;
import overthink.core.fault.Fault;
import overthink.core.results.Partial;
import overthink.core.results.Results;
import overthink.core.run.Simulator;
import overthink.scenarios.analysis.allocation.AllocationAnalysis;
import overthink.scenarios.analysis.question.WrittenSide;
import overthink.scenarios.cluster.ClusterRun;
import overthink.scenarios.command.option.ClusterOptions;
import overthink.scenarios.command.option.OverrideOptions;
import overthink.scenarios.command.option.PluginCommand;
import overthink.scenarios.command.option.PluginOptions;
import overthink.scenarios.command.option.RightOrWrong;
import overthink.scenarios.command.option.ScenarioOptions;
import overthink.scenarios.command.option.ThreadOption;
import overthink.scenarios.command.process.ExitCode;
import overthink.scenarios.command.process.Explanation;
import overthink.scenarios.command.process.FaultLine;
import overthink.scenarios.command.process.Interruption;
import overthink.scenarios.command.process.InvalidInputException;
import overthink.scenarios.command.process.Manifests;
import overthink.scenarios.command.process.OutputFile;
import overthink.scenarios.command.process.ProgramVersion;
import overthink.scenarios.command.process.ProgressLine;
import overthink.scenarios.command.process.Terminal;
import overthink.scenarios.command.process.WrittenPage;
import overthink.scenarios.document.Scenario;
import overthink.scenarios.document.remark.BudgetRemarks;
import overthink.scenarios.document.remark.MeasuredRemarks;
import overthink.scenarios.expectation.Finding;
import overthink.scenarios.expectation.PointKey;
import overthink.scenarios.expectation.PointRows;
import overthink.scenarios.report.Reports;
import overthink.scenarios.results.Manifest;
import overthink.scenarios.results.ResultDocument;
import overthink.scenarios.results.ResultWriter;
import overthink.scenarios.results.SweepDocument;
import overthink.scenarios.results.machine.CsvWriter;
import overthink.scenarios.results.machine.JsonWriter;
import overthink.scenarios.results.table.AsciiText;
import overthink.scenarios.results.table.Detail;
import overthink.scenarios.results.table.ErrorScope;
import overthink.scenarios.results.table.LatexWriter;
import overthink.scenarios.results.table.MarkdownWriter;
import overthink.scenarios.results.table.SentenceWriter;
import overthink.scenarios.results.table.TableStyle;
import overthink.scenarios.results.table.TableWriter;
import overthink.scenarios.store.RunFolder;
import overthink.scenarios.store.RunStore;
import overthink.scenarios.store.ShardLog;
import overthink.scenarios.text.Amount;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

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

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            converter = Format.Reader.class,
            description =
                    "What standard output gets: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}). latex needs the"
                            + " package booktabs; long is a sentence a row, to be read out.")
    private Format format = Format.TABLE;

    @Option(
            names = "--show",
            paramLabel = "FIGURE",
            description =
                    "Of a scenario that is run at several points, show this over all of them: a strategy, such as best-of-n@16,"
                            + " or a difference, such as 'best-of-n@16 - majority-vote@16'.")
    private String show = "";

    @Option(
            names = "--brief",
            negatable = true,
            description = "Show accuracy alone (default: where more bins than two make the page long).")
    private @Nullable Boolean brief;

    @Option(
            names = "--error",
            paramLabel = "SCOPE",
            converter = ScopeReader.class,
            description = "What ± is over: population (that the problems stand for) or problems (these, of which exact"
                    + " numbers have none); default: ${DEFAULT-VALUE}. JSON and CSV have both.")
    private ErrorScope error = ErrorScope.POPULATION;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description =
                    "Also keep each run in a new folder of DIR: the scenario as it ran, rows.json, rows.csv, what they are"
                            + " made of by problem, and a manifest.")
    private @Nullable Path directory;

    @Option(
            names = "--per-problem",
            description =
                    "Also say what each row is on each problem: in JSON as perProblem, in CSV as a second table after an empty"
                            + " line, with --out in the file per-problem.csv.gz.")
    private boolean perProblem;

    @Option(
            names = "--report",
            paramLabel = "FILE",
            description =
                    "Also make a page of all that is run: in HTML, or, as FILE.md, in Markdown with pictures beside it.")
    private @Nullable Path report;

    @Option(
            names = "--parquet",
            description = "With --out, also keep rows.parquet; DuckDB, which writes it, is fetched once (81 MB).")
    private boolean parquet;

    @Option(
            names = "--progress",
            paramLabel = "HOW",
            converter = ProgressLine.Mode.Reader.class,
            description =
                    "How standard error says how far it is: auto (a line that is rewritten on a terminal, lines from time to"
                            + " time elsewhere when it takes long), plain (a line every few seconds) or none (default:"
                            + " ${DEFAULT-VALUE}).")
    private ProgressLine.Mode mode = ProgressLine.Mode.AUTO;

    @Option(names = "--quiet", description = "Say neither progress nor notes; only what went wrong.")
    private boolean quiet;

    @Option(
            names = "--check",
            description =
                    "Trust no strategy: play every eighth shard again with a fresh instance, count what is delivered beside the"
                            + " ledger, exchange right and wrong answers and compare calls. One that keeps something from trial to"
                            + " trial, or looks at a clock or at other randomness, is called not reproducible.")
    private boolean check;

    @Option(
            names = "--max-time",
            paramLabel = "TIME",
            converter = PluginOptions.Patience.class,
            description =
                    "How long a strategy may play, all threads together, such as 90s or 10m, before it is stopped; the"
                            + " others go on (default: as long as it likes).")
    private @Nullable Duration mostTime;

    @Mixin
    private ClusterOptions cluster = new ClusterOptions();

    private final List<Reports.Source> reported = new ArrayList<>();

    /** What is still to be read. */
    private final List<SweptRun> swept = new ArrayList<>();

    /** How many scenarios there are, and how many are done. */
    private int all = 1;

    private int done;

    @Option(
            names = "--resume",
            description =
                    "Go on with the last run of each scenario in DIR that was interrupted or ended from outside, from the"
                            + " trials that are done; the results are those of a run that was not. One that is complete is left alone.")
    private boolean resume;

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private ThreadOption threads = new ThreadOption();

    RunCommand(Terminal terminal, Interruption interruption) {
        this(terminal, interruption, new ScenarioOptions());
    }

    /** A command that runs the scenarios that some options name. */
    RunCommand(Terminal terminal, Interruption interruption, OverrideOptions scenarios) {
        this.scenarios = scenarios;
        this.terminal = terminal;
        this.interruption = interruption;
    }

    /** What standard output gets. */
    enum Format {
        TABLE,
        MARKDOWN,
        LATEX,
        LONG,
        JSON,
        CSV;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Reads a format as it is spelled. */
        static final class Reader implements ITypeConverter<Format> {

            @Override
            public Format convert(String text) {
                return Arrays.stream(Format.values())
                        .filter(format -> format.toString().equals(text))
                        .findFirst()
                        .orElseThrow(() -> new TypeConversionException(
                                "must be table, markdown, latex, long, json or csv, not '%s'".formatted(text)));
            }
        }
    }

    /** Reads over what ± is. */
    static final class ScopeReader implements ITypeConverter<ErrorScope> {

        @Override
        public ErrorScope convert(String text) {
            return Arrays.stream(ErrorScope.values())
                    .filter(scope -> scope.toString().equals(text))
                    .findFirst()
                    .orElseThrow(() ->
                            new TypeConversionException("must be population or problems, not '%s'".formatted(text)));
        }
    }

    @Override
    public void close() {
        forgetPoints();
        cluster.close();
        scenarios.close();
    }

    @Override
    public Integer call() throws IOException {
        threads.check();
        List<Scenario> read = scenarios.read();
        Optional<WrittenSide> shown = SweptRun.shown(show, read);
        all = read.size();
        RunStore store = directory == null ? null : new RunStore(directory);
        if (parquet && store == null) {
            throw new InvalidInputException(List.of("--parquet needs --out DIR, where the file is kept"));
        }
        if (perProblem && store == null && format != Format.JSON && format != Format.CSV) {
            throw new InvalidInputException(List.of(
                    "--per-problem needs --format json or csv, or --out DIR: a line a problem is no table to look at"));
        }
        if (report != null) {
            OutputFile.obstacle(report).ifPresent(obstacle -> {
                throw new InvalidInputException(List.of("--report: " + obstacle));
            });
            read.forEach(scenario -> RightOrWrong.need(scenario, "a report"));
            SweptRun.checkReport(read);
        }
        if (resume) {
            refuseNothingToResume(read, store);
        }
        if (store != null) {
            store.obstacle().ifPresent(obstacle -> {
                throw new InvalidInputException(List.of(obstacle));
            });
        }
        cluster.connect();
        for (Scenario scenario : quiet ? List.<Scenario>of() : read) {
            ValidateCommand.notes(scenario).forEach(terminal.err()::println);
        }
        int code = ExitCode.DONE;
        interruption.promise();
        try (ResultWriter writer = writer(read)) {
            for (Scenario scenario : read) {
                if (interruption.getAsBoolean()) {
                    terminal.err().println(scenario.name() + ": not run");
                    code = ExitCode.INTERRUPTED;
                } else {
                    code = worse(code, run(scenario, shown, writer, store));
                }
                done++;
            }
        }
        Path page = report;
        if (page != null && !reported.isEmpty()) {
            WrittenPage.write(page, Reports.pageOf(reported, page));
        }
        return code;
    }

    /** Runs a scenario and delivers it, first where it was asked for; one that fails does not keep the next from running. */
    private int run(Scenario scenario, Optional<WrittenSide> shown, ResultWriter writer, @Nullable RunStore store) {
        try {
            Instant start = Instant.now();
            if (store == null) {
                return worse(
                        deliver(scenario, run(scenario, shown, start, Checkpoint.NONE, Optional.empty()), writer),
                        check(scenario));
            }
            RunFolder folder = folder(scenario, store, start);
            if (folder.status().equals(RunFolder.Status.COMPLETE.label())) {
                folder.tidy();
                terminal.err().println("%s: complete already, in %s".formatted(scenario.name(), folder.place()));
                return ExitCode.DONE;
            }
            return worse(run(scenario, shown, writer, folder, start), check(scenario));
        } catch (IOException | RuntimeException | OutOfMemoryError failure) {
            terminal.err().print(scenario.name() + ": ");
            return Explanation.of(failure, trace(), terminal.err());
        } finally {
            if (!perProblem) { // else the writer has not seen all of it yet
                forgetPoints();
            }
        }
    }

    private void forgetPoints() {
        for (SweptRun run : swept) {
            try {
                run.close();
            } catch (IOException e) {
                // the file goes with this process
            }
        }
        swept.clear();
    }

    /** The folder of a new run, or of the one to go on with. */
    private RunFolder folder(Scenario scenario, RunStore store, Instant start) throws IOException {
        Manifest manifest = manifest(scenario, start, 0);
        Optional<RunFolder> last = resume ? store.last(manifest, scenario.text()) : Optional.empty();
        return last.isPresent() ? last.get() : store.begin(manifest, scenario.text(), start, origin(scenario));
    }

    private int run(
            Scenario scenario, Optional<WrittenSide> shown, ResultWriter writer, RunFolder folder, Instant start)
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
            SweepDocument document = run(scenario, shown, start, shards, Optional.of(folder.place()));
            int code = deliver(scenario, document, writer);
            code = worse(code, keep(document, folder));
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
                code = worse(code, ExitCode.FAILED);
            }
            return code;
        }
    }

    private int deliver(Scenario scenario, SweepDocument document, ResultWriter writer) throws IOException {
        writer.write(document);
        terminal.out().flush();
        if (report != null) {
            ByteArrayOutputStream json = new ByteArrayOutputStream();
            try (JsonWriter pages = new JsonWriter(json, false)) {
                pages.write(document);
            }
            reported.add(new Reports.Source(json.toString(StandardCharsets.UTF_8), scenario.text()));
        }
        if (document.partial().isPresent()) {
            Partial partial = document.partial().get();
            terminal.err()
                    .println("%s: interrupted; these are results of %d of %d problems"
                            .formatted(scenario.name(), partial.problems(), partial.of()));
            return ExitCode.INTERRUPTED;
        }
        if (document.stopped().isPresent()) {
            terminal.err()
                    .println("%s: interrupted; these are results of %d of %s"
                            .formatted(
                                    scenario.name(),
                                    document.parts().size(),
                                    Amount.of(document.stopped().get(), "point")));
            return ExitCode.INTERRUPTED;
        }
        return complain(scenario, document);
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
                    parquet ? Optional.of(terminal.err()::println) : Optional.empty(),
                    perProblem);
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

    private Manifest manifest(Scenario scenario, Instant start, double seconds) {
        return Manifests.of(scenario, threads.count(), start, seconds, spec);
    }

    private boolean trace() {
        OptionSpec option = spec == null ? null : spec.root().findOption(Explanation.TRACE);
        return option != null && Boolean.TRUE.equals(option.getValue());
    }

    /** Says what went wrong, and returns the code of it. */
    private int complain(Scenario scenario, SweepDocument document) {
        int code = ExitCode.DONE;
        for (Finding finding : document.findings()) {
            if (!finding.met()) {
                code = ExitCode.UNMET;
                terminal.err().println("%s: %s".formatted(finding.expectation().place(), finding.sentence()));
            }
        }
        for (SweepDocument.Part part : document.parts()) {
            for (Fault fault : part.document().faults()) {
                code = ExitCode.FAILED;
                String at = document.single() ? "" : " (%s)".formatted(part.point());
                terminal.err().println(FaultLine.of(scenario, fault) + at);
            }
        }
        return code;
    }

    /** A strategy that was stopped is worse than an expectation that was not met. */
    private static int worse(int one, int other) {
        return one == ExitCode.FAILED || other == ExitCode.FAILED ? ExitCode.FAILED : Math.max(one, other);
    }

    private SweepDocument run(
            Scenario scenario,
            Optional<WrittenSide> shown,
            Instant start,
            Checkpoint checkpoint,
            Optional<Path> store) {
        if (scenario.sweep().isEmpty()) {
            return SweepDocument.of(run(scenario, start, checkpoint));
        }
        long begin = System.nanoTime();
        SweptRun run = new SweptRun(scenario, shown, perProblem, store, done, all);
        swept.add(run);
        Optional<ClusterRun> elsewhere = cluster.open(scenario, scenarios, oversight());
        try (ProgressLine progress = new ProgressLine(terminal, quiet ? ProgressLine.Mode.NONE : mode, run.begin())) {
            run.run(
                    new Execution(
                            threads.count(),
                            scenarios.patience(),
                            progress,
                            checkpoint,
                            interruption,
                            run.searches(),
                            oversight()),
                    progress,
                    elsewhere);
            Locale.setDefault(Locale.ROOT);
            return run.document(manifest(scenario, start, secondsSince(begin)));
        } finally {
            elsewhere.ifPresent(ClusterRun::close);
        }
    }

    private static double secondsSince(long begin) {
        return Math.round((System.nanoTime() - begin) / 1e6) / 1e3;
    }

    private ResultDocument run(Scenario scenario, Instant start, Checkpoint checkpoint) {
        long begin = System.nanoTime();
        Results results = results(scenario, checkpoint);
        Locale.setDefault(Locale.ROOT); // a plugin may have set another, and numbers look the same everywhere
        Manifest manifest = manifest(scenario, start, secondsSince(begin));
        List<Finding> findings = results.partial().isPresent()
                ? List.of()
                : scenario.expectations().stream()
                        .map(expectation -> expectation.judge(Map.of(
                                PointKey.ONLY,
                                new PointRows(
                                        results.rows(), results.samples(), results.limits(), PointRows.Draw.ONLY))))
                        .toList();
        return new ResultDocument(
                manifest,
                results.rows(),
                results.samples(),
                results.faults(),
                results.limits(),
                scenario.experiment().utility(),
                results.bestBudgets(),
                results.differences(),
                results.turningPoints(),
                results.leaders(),
                findings,
                Stream.of(
                                ValidateCommand.remarks(scenario).areas(),
                                new MeasuredRemarks(scenario.experiment()).underTable(results.rows()),
                                new BudgetRemarks(scenario.experiment()).bounded(results.rows()))
                        .filter(remark -> !remark.isEmpty())
                        .collect(Collectors.joining(" ")),
                results.partial(),
                results.partial().isPresent()
                        ? List.of()
                        : scenario.allocation()
                                .map(question -> AllocationAnalysis.of(question, scenario.experiment(), results))
                                .orElse(List.of()));
    }

    private Results results(Scenario scenario, Checkpoint checkpoint) {
        ProgressLine.Part part = ProgressLine.Part.of(scenario.name(), done, all, scenario.experiment());
        Optional<ClusterRun> elsewhere = cluster.open(scenario, scenarios, oversight());
        try (ProgressLine progress = new ProgressLine(terminal, quiet ? ProgressLine.Mode.NONE : mode, part)) {
            Execution here = new Execution(
                    threads.count(), scenarios.patience(), progress, checkpoint, interruption, true, oversight());
            return Simulator.run(
                    scenario.experiment(),
                    elsewhere.map(run -> here.on(run.host())).orElse(here));
        } finally {
            elsewhere.ifPresent(ClusterRun::close);
        }
    }

    private Oversight oversight() {
        return new Oversight(check, Optional.ofNullable(mostTime));
    }

    /** Judges the strategies of a scenario by the clauses that a run relies on; returns the code of it. */
    private int check(Scenario scenario) {
        if (!check) {
            return ExitCode.DONE;
        }
        List<String> broken = StrategyCheck.broken(scenario.experiment());
        Locale.setDefault(Locale.ROOT); // a plugin may have set another
        broken.forEach(said -> terminal.err().println("%s: %s".formatted(scenario.name(), said)));
        if (broken.isEmpty() && !quiet) {
            terminal.err()
                    .println(
                            "%s: strategies play the same way again, the ledger has what was delivered, and no call depends on"
                                            .formatted(scenario.name())
                                    + " which answer is right");
        }
        return broken.isEmpty() ? ExitCode.DONE : ExitCode.FAILED;
    }

    private ResultWriter writer(List<Scenario> scenarios) throws IOException {
        boolean several = scenarios.size() > 1;
        Appendable text = terminal.ascii() ? new AsciiText(terminal.out()) : terminal.out();
        Detail detail = brief == null ? Detail.AUTO : brief ? Detail.BRIEF : Detail.FULL;
        return switch (format) {
            case TABLE ->
                new TableWriter(
                        text,
                        (terminal.ascii()
                                        ? new TableStyle(terminal.width(), terminal.color(), detail, "inf")
                                        : new TableStyle(terminal.width(), terminal.color(), detail))
                                .with(error));
            case MARKDOWN -> new MarkdownWriter(terminal.out(), detail, error);
            case LATEX -> new LatexWriter(terminal.out(), detail, error);
            case LONG -> new SentenceWriter(text, error);
            case JSON -> new JsonWriter(terminal.out(), several, perProblem);
            case CSV -> new CsvWriter(terminal.out(), SweptRun.columns(scenarios), perProblem);
        };
    }

    /** Of several scenarios some may not have begun; but when none has, something else was meant. */
    private void refuseNothingToResume(List<Scenario> all, @Nullable RunStore store) throws IOException {
        if (store == null) {
            throw new InvalidInputException(List.of("--resume needs --out DIR, where the run to go on with is kept"));
        }
        for (Scenario scenario : all) {
            if (store.last(manifest(scenario, Instant.EPOCH, 0), scenario.text())
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
