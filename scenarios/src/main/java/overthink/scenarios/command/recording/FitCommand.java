package overthink.scenarios.command.recording;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import overthink.core.fit.difficulty.TailExponent;
import overthink.core.fit.world.FittedParameter;
import overthink.core.fit.world.WorldFit;
import overthink.core.world.Recording;
import overthink.scenarios.command.option.DataFormat;
import overthink.scenarios.command.process.ExitCode;
import overthink.scenarios.command.process.InvalidInputException;
import overthink.scenarios.command.process.ProgramVersion;
import overthink.scenarios.command.process.Terminal;
import overthink.scenarios.document.Diagnostic;
import overthink.scenarios.files.FileTrouble;
import overthink.scenarios.fitting.FitJson;
import overthink.scenarios.fitting.FittedScenario;
import overthink.scenarios.fitting.PosteriorTable;
import overthink.scenarios.fitting.TrustTable;
import overthink.scenarios.recording.Recorded;
import overthink.scenarios.recording.RecordedCounts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code fit}: fits a world to a recording and says what it may be used for. */
@Command(
        name = "fit",
        description = {
            "Fit a world to recorded candidates: how hard problems are, how answers agree, what the verifier sees, tokens.",
            "What the fitted world gives is compared with what the recording gives, and the verdict on that is printed and"
                    + " kept in the file."
        },
        footer = {
            "  ./overthink fit scenarios/recorded-candidates.csv",
            "  ./overthink fit scenarios/recorded-candidates.csv --problem problem --correct correct -o mine.yaml",
            "  ./overthink run mine.yaml",
            "  ./overthink fit scenarios/recorded-candidates.csv --format json > fitted.json",
            "  ./overthink report fitted.json -o fitted.html"
        })
final class FitCommand implements Callable<Integer> {

    /** More candidates that are counted, not recorded, take no less memory than recorded ones. */
    private static final long MOST_COUNTED = 50_000_000;

    private static final String ENDING = ".yaml";
    private static final String CLEAR = "\r\u001b[K";

    private final Terminal terminal;

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(index = "0", paramLabel = "FILE", description = "The recorded candidates.")
    private Path file = Path.of("");

    @Mixin
    private RecordingOptions reading = new RecordingOptions();

    @Option(
            names = {"-o", "--out"},
            paramLabel = "FILE",
            description =
                    "The scenario that is written; the posterior goes beside it, to NAME.posterior.csv. Without it"
                            + " nothing is written.")
    private @Nullable Path out;

    @Option(
            names = "--source",
            paramLabel = "TEXT",
            description = "Where the recording comes from, for the scenario's comments.")
    private String source = "";

    @Option(names = "--force", description = "Write over files that are there.")
    private boolean force;

    @Option(names = "--seed", paramLabel = "N", description = "Of all that is drawn, and of the scenario. Default: 42.")
    private long seed = 42;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            converter = DataFormat.Reader.class,
            description = "What standard output gets: table or json, of which report and plot make pictures (default:"
                    + " ${DEFAULT-VALUE}).")
    private DataFormat format = DataFormat.TABLE;

    @Mixin
    private final TailExponentOption tailExponent = new TailExponentOption();

    FitCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        if (format == DataFormat.CSV) {
            throw new InvalidInputException(List.of("--format must be table or json, not 'csv'"));
        }
        TailExponent exponent = tailExponent.read();
        Path target = out;
        if (target != null) {
            checkTarget(target);
        }
        Recorded recorded = reading.read(file, terminal);
        Recording recording = recording(recorded);
        WorldFit fit = fit(recording, exponent);
        if (format == DataFormat.JSON) {
            json(fit, recorded);
        } else {
            print(fit, recorded);
        }
        if (target != null) {
            Path posterior = posterior(target);
            FittedScenario scenario = new FittedScenario(
                    fit,
                    stem(target),
                    String.valueOf(file.getFileName()),
                    source,
                    again(),
                    recorded.digest(),
                    String.valueOf(posterior.getFileName()),
                    exponent,
                    seed);
            write(posterior, PosteriorTable.text(fit));
            write(target, scenario.text());
            if (format == DataFormat.JSON) {
                terminal.err().println("written: %s and %s".formatted(target, posterior));
            } else {
                terminal.out().println();
                terminal.out().println("written: %s and %s".formatted(target, posterior));
            }
        }
        return ExitCode.DONE;
    }

    private WorldFit fit(Recording recording, TailExponent exponent) {
        if (!terminal.live()) {
            return WorldFit.of(recording, exponent, seed);
        }
        terminal.err().print("fitting a world to %d problems".formatted(recording.size()));
        terminal.err().flush();
        try {
            return WorldFit.of(recording, exponent, seed);
        } finally {
            terminal.err().print(CLEAR);
            terminal.err().flush();
        }
    }

    // ---- what is fitted ----

    private Recording recording(Recorded recorded) {
        Optional<Recording> candidates = recorded.recording();
        if (candidates.isPresent()) {
            return candidates.get();
        }
        RecordedCounts counts = recorded.counts().orElseThrow();
        if (counts.candidates() > MOST_COUNTED) {
            throw new InvalidInputException(List.of("%s counts %d candidates; at most %d can be fitted to"
                    .formatted(Diagnostic.printable(file.toString()), counts.candidates(), MOST_COUNTED)));
        }
        return counts.asRecording();
    }

    // ---- what is printed ----

    private void json(WorldFit fit, Recorded recorded) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        FitJson.write(
                bytes,
                fit,
                new FitJson.Facts(
                        Diagnostic.printable(String.valueOf(file.getFileName())),
                        recorded.digest(),
                        seed,
                        ProgramVersion.version(),
                        System.getProperty("java.version", "unknown")));
        terminal.out().print(bytes.toString(StandardCharsets.UTF_8));
        terminal.out().flush();
    }

    private void print(WorldFit fit, Recorded recorded) {
        Recording recording = fit.recording();
        terminal.out()
                .println("%s: %d problems, %s, digest %s"
                        .formatted(
                                Diagnostic.printable(String.valueOf(file.getFileName())),
                                recording.size(),
                                FittedScenario.candidates(recording),
                                recorded.digest()));
        terminal.out().println();
        for (FittedParameter parameter : fit.parameters()) {
            terminal.out()
                    .println("%-22s %10s %-12s %s"
                            .formatted(
                                    parameter.name(),
                                    String.format(Locale.ROOT, "%.5g", parameter.value()),
                                    Double.isNaN(parameter.error())
                                            ? ""
                                            : String.format(Locale.ROOT, "± %.2g", parameter.error()),
                                    parameter.from()));
        }
        terminal.out().println();
        TrustTable.lines(fit.verdict()).forEach(terminal.out()::println);
        terminal.out().println();
        fit.statements().forEach(statement -> terminal.out().println("note: " + statement));
        terminal.out().println("verdict: " + fit.verdict().sentence());
    }

    // ---- what is written ----

    private void checkTarget(Path target) {
        String name = String.valueOf(target.getFileName());
        List<String> mistakes = new ArrayList<>();
        if (!name.endsWith(ENDING) || name.equals(ENDING)) {
            mistakes.add("--out: the scenario's name must end with %s, and '%s' does not"
                    .formatted(ENDING, Diagnostic.printable(name)));
            throw new InvalidInputException(mistakes);
        }
        Path folder = target.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            mistakes.add("--out: there is no folder %s".formatted(folder));
        }
        for (Path written : List.of(target, posterior(target))) {
            if (Files.isDirectory(written)) {
                mistakes.add("--out: %s is a directory".formatted(written));
            } else if (Files.exists(written) && !force) {
                mistakes.add("--out: %s is there already. Give another name, or --force.".formatted(written));
            } else if (Files.exists(written) && Files.exists(file) && same(written, file)) {
                mistakes.add("--out: %s is the recording itself".formatted(written));
            }
        }
        if (!mistakes.isEmpty()) {
            throw new InvalidInputException(mistakes);
        }
    }

    private static boolean same(Path one, Path other) {
        try {
            return Files.isSameFile(one, other);
        } catch (IOException unknown) {
            return false;
        }
    }

    private static String stem(Path target) {
        String name = String.valueOf(target.getFileName());
        return name.substring(0, name.length() - ENDING.length());
    }

    /** The command without what says where it writes to, and the recording by its name. */
    private String again() {
        CommandSpec known = spec;
        List<String> words = new ArrayList<>(List.of("overthink"));
        List<String> given = known == null
                ? List.of()
                : known.root().commandLine().getParseResult().originalArgs();
        for (int i = 0; i < given.size(); i++) {
            String word = given.get(i);
            if (List.of("-o", "--out", "--source", "--format").contains(word)) {
                i++;
            } else if (!word.matches("--(out|source|format)=.*|-o.+|--force|--trace")) {
                words.add(word.equals(file.toString()) ? String.valueOf(file.getFileName()) : word);
            }
        }
        return String.join(" ", words.stream().map(FitCommand::quoted).toList());
    }

    private static String quoted(String word) {
        return word.matches("[-\\w./=,:+]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }

    private static Path posterior(Path target) {
        return target.resolveSibling(stem(target) + ".posterior.csv");
    }

    /** All of a file or nothing of it. */
    private void write(Path target, String text) throws IOException {
        Path part = target.resolveSibling("." + target.getFileName() + ".part");
        try {
            Files.write(part, text.getBytes(StandardCharsets.UTF_8));
            move(part, target);
        } catch (IOException failure) {
            Files.deleteIfExists(part);
            throw new InvalidInputException(
                    List.of("%s cannot be written: %s".formatted(target, FileTrouble.of(failure))));
        }
    }

    private static void move(Path part, Path target) throws IOException {
        try {
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
