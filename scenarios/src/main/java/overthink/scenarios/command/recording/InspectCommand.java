package overthink.scenarios.command.recording;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import overthink.core.api.Capability;
import overthink.core.api.Parameters;
import overthink.core.api.StrategyProvider;
import overthink.core.fit.curve.Rule;
import overthink.core.world.Recording;
import overthink.scenarios.command.process.ExitCode;
import overthink.scenarios.command.process.InvalidInputException;
import overthink.scenarios.command.process.ProgramVersion;
import overthink.scenarios.command.process.Terminal;
import overthink.scenarios.document.Diagnostic;
import overthink.scenarios.plugins.StrategyCatalog;
import overthink.scenarios.recording.Inspection;
import overthink.scenarios.recording.Recorded;
import overthink.scenarios.results.inspection.InspectionJson;
import overthink.scenarios.results.inspection.InspectionText;
import overthink.scenarios.results.inspection.StrategyUses;
import overthink.scenarios.results.table.TableStyle;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code inspect}: says what files of candidates hold. */
@Command(
        name = "inspect",
        description = {
            "Say what recorded candidates hold: problems, what is missing, what strategies give when they are replayed.",
            "FILE is CSV, TSV, JSON (lines), Parquet, or a log of HumanEval, lm-evaluation-harness, Inspect or promptfoo; one row"
                    + " a candidate, or one a problem with n and c. Which column means what is guessed and shown."
        },
        footer = {
            "  ./overthink inspect scenarios/recorded-candidates.csv",
            "  ./overthink inspect --problem problem --correct correct scenarios/recorded-candidates.csv",
            "  ./overthink inspect --format json scenarios/recorded-candidates.csv"
        })
final class InspectCommand implements Callable<Integer> {

    private final Terminal terminal;

    @picocli.CommandLine.Parameters(arity = "1..*", paramLabel = "FILE", description = "Files of candidates.")
    private List<Path> files = new ArrayList<>();

    @Mixin
    private RecordingOptions options = new RecordingOptions();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "What standard output gets: table or json (default: table).")
    private String format = "table";

    InspectCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        if (!Set.of("table", "json").contains(format)) {
            throw new InvalidInputException(List.of("--format must be table or json, not '%s'".formatted(format)));
        }
        List<Inspection> inspections = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        for (Path file : files) {
            try {
                inspections.add(Inspection.of(options.read(file, terminal)));
            } catch (InvalidInputException e) {
                problems.addAll(e.problems());
            }
        }
        if (!problems.isEmpty()) {
            throw new InvalidInputException(problems);
        }
        StrategyCatalog catalog = StrategyCatalog.load(List.of());
        if (format.equals("json")) {
            try (InspectionJson writer = new InspectionJson(terminal.out(), files.size() > 1)) {
                for (int i = 0; i < files.size(); i++) {
                    writer.write(
                            files.get(i).toString(),
                            ProgramVersion.version(),
                            inspections.get(i),
                            uses(inspections.get(i).recorded(), catalog));
                }
            }
            return ExitCode.DONE;
        }
        InspectionText writer =
                new InspectionText(terminal.out(), new TableStyle(Math.min(terminal.width(), 80), terminal.color()));
        for (int i = 0; i < files.size(); i++) {
            if (i > 0) {
                terminal.out().println();
            }
            writer.write(
                    Diagnostic.printable(files.get(i).toString()),
                    inspections.get(i),
                    uses(inspections.get(i).recorded(), catalog));
        }
        return ExitCode.DONE;
    }

    /** Which strategies, with their defaults, need nothing that was not recorded. */
    private static StrategyUses uses(Recorded recorded, StrategyCatalog catalog) {
        Set<Capability> there = EnumSet.noneOf(Capability.class);
        if (recorded.recording().isPresent()) {
            Recording recording = recorded.recording().get();
            if (recording.hasAnswers()) {
                there.add(Capability.ANSWERS);
            }
            if (recording.calls() > 0) {
                there.add(Capability.OUTCOME_VERIFIER);
            }
            if (Rule.FIRST_ACCEPTED.lack(recording).isEmpty()) {
                there.add(Capability.BOOLEAN_VERIFIER);
            }
        }
        List<String> possible = new ArrayList<>();
        Map<String, List<String>> impossible = new LinkedHashMap<>();
        for (StrategyProvider provider : catalog.all()) {
            Set<Capability> lacking = EnumSet.noneOf(Capability.class);
            lacking.addAll(provider.needs(Parameters.defaults(provider.parameters())));
            lacking.removeAll(there);
            if (lacking.isEmpty()) {
                possible.add(provider.name());
            } else {
                String lack = lacking.stream().map(InspectCommand::lack).collect(Collectors.joining(", "));
                impossible.computeIfAbsent(lack, none -> new ArrayList<>()).add(provider.name());
            }
        }
        return new StrategyUses(possible, impossible);
    }

    private static String lack(Capability capability) {
        return switch (capability) {
            case ANSWERS -> "final answers";
            case OUTCOME_VERIFIER -> "a verifier's scores";
            case BOOLEAN_VERIFIER -> "a verifier's verdicts, scores of two values";
            case PROCESS_VERIFIER -> "scores of unfinished solutions";
            case STEPS -> "a tree of solutions made step by step";
            case GREEDY_STEPS -> "steps taken at temperature 0";
            case JUDGE -> "a judge's comparisons of candidates";
            case CHAIN -> "revisions of candidates";
            case POLICIES -> "candidates of several policies";
            case SIGNAL -> "a signal of difficulty";
            case VERIFIERS -> "scores of several verifiers";
            case MERGE -> "candidates made of several";
            case VARY -> "neighbours of candidates";
            case PARTS -> "problems made of parts";
            case IDEAS -> "ideas, and candidates that follow them";
            case READING -> "candidates made after reading";
        };
    }
}
