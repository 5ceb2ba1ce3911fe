package overthink.scenarios.command.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import overthink.core.experiment.Checkpoint;
import overthink.core.experiment.Execution;
import overthink.core.experiment.Oversight;
import overthink.core.fault.Fault;
import overthink.core.results.Results;
import overthink.core.run.Simulator;
import overthink.scenarios.analysis.sweep.PointResult;
import overthink.scenarios.analysis.sweep.SweepRun;
import overthink.scenarios.cluster.ClusterRun;
import overthink.scenarios.command.option.ClusterOptions;
import overthink.scenarios.command.option.OverrideOptions;
import overthink.scenarios.command.option.PluginCommand;
import overthink.scenarios.command.option.ThreadOption;
import overthink.scenarios.command.process.AbstractWordReader;
import overthink.scenarios.command.process.ExitCode;
import overthink.scenarios.command.process.FaultLine;
import overthink.scenarios.command.process.Interruption;
import overthink.scenarios.command.process.InvalidInputException;
import overthink.scenarios.command.process.ProgressLine;
import overthink.scenarios.command.process.Terminal;
import overthink.scenarios.document.Scenario;
import overthink.scenarios.document.ShippedScenarios;
import overthink.scenarios.expectation.Finding;
import overthink.scenarios.expectation.LiteratureClaim;
import overthink.scenarios.expectation.PointKey;
import overthink.scenarios.expectation.PointRows;
import overthink.scenarios.results.claim.ClaimCards;
import overthink.scenarios.results.claim.ClaimJson;
import overthink.scenarios.results.claim.ClaimResult;
import overthink.scenarios.results.claim.ClaimTables;
import overthink.scenarios.results.table.AsciiText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code claims}: runs scenarios that look at claims of the literature, and says what became of each. */
@Command(
        name = "claims",
        description = {
            "Look at claims of the literature: run the scenarios that state one (key claim), and say of each what was"
                    + " published, what it comes to here, and the verdict.",
            "A figure that is met under parameters chosen for it demonstrates the mechanism; it does not confirm the paper."
                    + " Ends with 3 where an expectation is not met."
        },
        footer = {"  ./overthink claims large-language-monkeys", "  ./overthink claims --index > index.md"})
final class ClaimsCommand implements PluginCommand {

    private final Terminal terminal;
    private final Interruption interruption;

    @Mixin
    private Named scenarios = new Named();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            converter = Format.Reader.class,
            description = "What standard output gets: cards, markdown, json or csv (default: ${DEFAULT-VALUE}).")
    private Format format = Format.CARDS;

    @Option(
            names = "--index",
            description = "Run nothing: print a Markdown page of the claims with their papers and verdicts.")
    private boolean index;

    @Option(names = "--quiet", description = "Say no progress; only what went wrong.")
    private boolean quiet;

    @Mixin
    private ThreadOption threads = new ThreadOption();

    @Mixin
    private ClusterOptions cluster = new ClusterOptions();

    ClaimsCommand(Terminal terminal, Interruption interruption) {
        this.terminal = terminal;
        this.interruption = interruption;
    }

    /** Which scenarios: those named, else all of the project that look at a claim of the literature. */
    static final class Named extends OverrideOptions {

        @Parameters(
                arity = "0..*",
                paramLabel = "NAME",
                description = "Names of scenarios, or files (default: all in scenarios/literature).")
        private List<Path> names = new ArrayList<>();

        @Override
        protected List<Path> files() {
            if (!names.isEmpty()) {
                return names;
            }
            Path usual = Path.of("scenarios", "literature");
            Path folder = Files.isDirectory(usual)
                    ? usual
                    : ShippedScenarios.literature()
                            .orElseThrow(() -> new InvalidInputException(
                                    List.of("NAME: the project's scenarios are not here; name some")));
            return ShippedScenarios.names(folder).stream()
                    .map(name -> folder.resolve(name + ".yaml"))
                    .toList();
        }
    }

    /** What standard output gets. */
    enum Format {
        CARDS,
        MARKDOWN,
        JSON,
        CSV;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Reads a format as it is spelled. */
        static final class Reader extends AbstractWordReader<Format> {

            Reader() {
                super(Format.class);
            }
        }
    }

    @Override
    public void close() {
        cluster.close();
        scenarios.close();
    }

    @Override
    public Integer call() throws IOException {
        threads.check();
        List<Scenario> all = scenarios.read();
        List<String> silent = all.stream()
                .filter(scenario -> scenario.claim().isEmpty())
                .map(scenario -> "%s: it looks at no claim of the literature; that takes the key claim"
                        .formatted(scenario.file()))
                .toList();
        if (!silent.isEmpty()) {
            throw new InvalidInputException(silent);
        }
        if (index) {
            page(all);
            return ExitCode.DONE;
        }
        cluster.connect();
        interruption.promise();
        int code = ExitCode.DONE;
        List<ClaimResult> results = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            Optional<ClaimResult> result = run(all.get(i), i, all.size());
            if (interruption.getAsBoolean()) {
                terminal.err().println("interrupted; these are %d of %d claims".formatted(results.size(), all.size()));
                code = ExitCode.INTERRUPTED;
                break;
            }
            if (result.isEmpty()) {
                code = ExitCode.FAILED;
                continue;
            }
            results.add(result.get());
            if (!result.get().holds()) {
                code = code == ExitCode.DONE ? ExitCode.UNMET : code;
            }
            if (format == Format.CARDS) {
                say(ClaimCards.card(result.get(), terminal.width()) + "\n");
            }
        }
        deliver(results);
        return code;
    }

    private void deliver(List<ClaimResult> results) throws IOException {
        switch (format) {
            case CARDS -> say(ClaimCards.summary(results, terminal.width()));
            case MARKDOWN -> ClaimTables.markdown(terminal.out(), results);
            case JSON -> ClaimJson.write(terminal.out(), results);
            case CSV -> ClaimTables.csv(terminal.out(), results);
        }
        terminal.out().flush();
    }

    private void say(String text) {
        terminal.out().print(terminal.ascii() ? AsciiText.of(text) : text);
        terminal.out().flush();
    }

    /** What a scenario says of its claim; empty when a strategy was stopped, which is said. */
    private Optional<ClaimResult> run(Scenario scenario, int number, int of) {
        long begin = System.nanoTime();
        Map<PointKey, PointRows> evidence = new HashMap<>();
        List<Fault> faults = new ArrayList<>();
        ProgressLine.Part part = ProgressLine.Part.of(scenario.name(), number, of, scenario.experiment());
        ProgressLine.Mode mode = quiet ? ProgressLine.Mode.NONE : ProgressLine.Mode.AUTO;
        Optional<ClusterRun> elsewhere = cluster.open(scenario, scenarios, Oversight.NONE);
        try (ProgressLine progress = new ProgressLine(terminal, mode, part)) {
            Execution execution = new Execution(
                    threads.count(), scenarios.patience(), progress, Checkpoint.NONE, interruption, false);
            if (scenario.sweep().isEmpty()) {
                Results results = Simulator.run(
                        scenario.experiment(),
                        elsewhere.map(run -> execution.on(run.host())).orElse(execution));
                faults.addAll(results.faults());
                evidence.put(
                        PointKey.ONLY,
                        new PointRows(results.rows(), results.samples(), results.limits(), PointRows.Draw.ONLY));
            } else {
                List<PointResult> points = new SweepRun(scenario, Optional.empty(), false)
                        .run(execution, (unit, units, point, experiment) -> {}, elsewhere);
                for (PointResult point : points) {
                    faults.addAll(point.results().faults());
                    evidence.put(point.point().key(), point.evidence());
                }
            }
        } finally {
            elsewhere.ifPresent(ClusterRun::close);
        }
        Locale.setDefault(Locale.ROOT); // a plugin may have set another, and numbers look the same everywhere
        for (Fault fault : faults) {
            terminal.err().println(FaultLine.of(scenario, fault));
        }
        if (!faults.isEmpty() || interruption.getAsBoolean()) {
            return Optional.empty();
        }
        List<Finding> findings = scenario.expectations().stream()
                .map(expectation -> expectation.judge(evidence))
                .toList();
        for (Finding finding : findings) {
            if (!finding.met()) {
                terminal.err().println("%s: %s".formatted(finding.expectation().place(), finding.sentence()));
            }
        }
        return Optional.of(new ClaimResult(
                scenario.name(),
                shown(scenario.file()),
                scenario.claim().orElseThrow(),
                findings,
                Math.round((System.nanoTime() - begin) / 1e6) / 1e3));
    }

    /** A file as it is found from here. */
    private static String shown(Path file) {
        Path here = Path.of("").toAbsolutePath();
        Path there = file.toAbsolutePath().normalize();
        return file.getFileSystem().equals(here.getFileSystem()) && there.startsWith(here)
                ? here.relativize(there).toString()
                : file.toString();
    }

    private void page(List<Scenario> all) throws IOException {
        terminal.out().print("""
                        # Claims of the literature

                        Each file looks at what one system or study claims for thinking longer at inference, in a world with its mechanism;
                        `./overthink claims [NAME…]` runs them and says of each what was published and what it comes to here. This page is
                        made of their key `claim`: `./overthink claims --index > scenarios/literature/README.md`.

                        Figures of papers stay figures of papers: parameters are chosen, and a figure that is met under them demonstrates a
                        mechanism and confirms nothing. A claim that *follows from the mechanism* holds at all corners of a range, which the file
                        runs; one that *holds for parameters like these* says where it breaks; one that is *contradicted by this mechanism* says why.

                        | file | claim | paper | verdict |
                        |---|---|---|---|
                        """);
        for (Scenario scenario : all) {
            LiteratureClaim claim = scenario.claim().orElseThrow();
            terminal.out()
                    .print("| [%s](%s) "
                            .formatted(claim.system(), scenario.file().getFileName()));
            ClaimTables.row(
                    terminal.out(),
                    claim.says(),
                    claim.paper(),
                    "%s: %s".formatted(claim.verdict().words(), claim.reason()));
        }
        terminal.out().flush();
    }
}
