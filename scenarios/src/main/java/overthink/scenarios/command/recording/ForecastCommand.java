package overthink.scenarios.command.recording;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import overthink.core.fit.curve.Rule;
import overthink.core.fit.difficulty.MoreSamples;
import overthink.core.fit.difficulty.TailExponent;
import overthink.core.fit.forecast.Question;
import overthink.core.fit.forecast.RecordingForecast;
import overthink.core.world.Recording;
import overthink.scenarios.command.option.DataFormat;
import overthink.scenarios.command.process.ExitCode;
import overthink.scenarios.command.process.InvalidInputException;
import overthink.scenarios.command.process.ProgramVersion;
import overthink.scenarios.command.process.StageLine;
import overthink.scenarios.command.process.Terminal;
import overthink.scenarios.forecast.BudgetList;
import overthink.scenarios.forecast.Cautions;
import overthink.scenarios.forecast.ForecastCsv;
import overthink.scenarios.forecast.ForecastDocument;
import overthink.scenarios.forecast.ForecastFacts;
import overthink.scenarios.forecast.ForecastJson;
import overthink.scenarios.forecast.ForecastTable;
import overthink.scenarios.recording.Recorded;
import overthink.scenarios.recording.RecordedCounts;
import overthink.scenarios.text.NearestName;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code forecast}: what a recording says of strategies at budgets inside it and beyond. */
@Command(
        name = "forecast",
        description = {
            "Say what strategies reach on recorded problems with so many candidates: replayed up to those recorded, forecast"
                    + " with intervals beyond, baselines beside.",
            "A row of the file is a candidate (problem, correct, answer, score, tokens: as far as recorded), or the counts of a"
                    + " problem (n, c)."
        },
        footer = {
            "  ./overthink forecast scenarios/recorded-candidates.csv",
            "  ./overthink forecast scenarios/recorded-candidates.csv --budgets 1..1000 --strategies coverage,majority-vote",
            "  ./overthink forecast scenarios/recorded-candidates.csv --budgets 4,64 --format json > forecast.json",
            "  ./overthink forecast scenarios/recorded-candidates.csv --tail-exponent 0.5,0.5 --format csv"
        })
final class ForecastCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Parameters(arity = "1", paramLabel = "FILE", description = "The recording.")
    private Path file = Path.of("");

    @Option(
            names = "--budgets",
            paramLabel = "LIST",
            description =
                    "Numbers of candidates a problem; A..B stands for A, B and the numbers 1, 2, 5, 10, … between them"
                            + " (default: ${DEFAULT-VALUE}).")
    private String budgets = "1..1000";

    @Option(
            names = "--strategies",
            paramLabel = "LIST",
            split = ",",
            description =
                    "Of coverage, all-right, best-of-n, majority-vote, weighted-vote, first-accepted (default: coverage and the"
                            + " strategies that the recording has what they need for).")
    private List<String> strategies = new ArrayList<>();

    @Mixin
    private final TailExponentOption tailExponent = new TailExponentOption();

    @Option(names = "--seed", paramLabel = "N", description = "The seed of all draws (default: ${DEFAULT-VALUE}).")
    private long seed = 42;

    @Option(names = "--draws", paramLabel = "N", description = "Draws of each forecast (default: 2000, votes 400).")
    private int draws = Question.DRAWS_UNLESS_STATED;

    @Option(
            names = "--price",
            paramLabel = "USD",
            description = "Dollars per million tokens generated, for files with tokens.")
    private double price = Double.NaN;

    @Option(
            names = "--more",
            description =
                    "Also say what would halve the interval of coverage at the greatest budget: more candidates of the hard"
                            + " problems, or more problems. Takes many times as long.")
    private boolean more;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            converter = DataFormat.Reader.class,
            description = "What standard output gets: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private DataFormat format = DataFormat.TABLE;

    @Option(names = "--out", paramLabel = "FILE", description = "Write there instead of to standard output.")
    private @Nullable Path target;

    @Mixin
    private RecordingOptions options = new RecordingOptions();

    ForecastCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        long start = System.nanoTime();
        List<Rule> rules = rules();
        List<Long> asked = checked("--budgets", () -> BudgetList.of(budgets));
        TailExponent exponent = tailExponent.read();
        checked("--draws, --price", () -> new Question(List.of(Rule.COVERAGE), asked, exponent, draws, seed, price));
        Recorded recorded = options.read(file, terminal);
        Recording recording = recording(recorded);
        List<Rule> served = served(rules, recording);
        Question question = new Question(served, asked, exponent, draws, seed, price);
        RecordingForecast forecast;
        Optional<MoreSamples> remedies = Optional.empty();
        try (StageLine line = new StageLine(terminal, name())) {
            forecast = RecordingForecast.of(recording, question, line::show);
            if (more) {
                line.show("what to record next");
                remedies = forecast.more();
            }
        }
        ForecastFacts facts = new ForecastFacts(
                name(),
                recorded.digest(),
                recording.size(),
                recording.fewest(),
                recording.most(),
                recording.scoreNames().isEmpty() ? "" : recording.scoreNames().get(0),
                Cautions.of(recorded),
                exponent,
                seed,
                ProgramVersion.version(),
                System.getProperty("java.version", "unknown"),
                Math.round((System.nanoTime() - start) / 1e6) / 1e3);
        deliver(new ForecastDocument(facts, forecast, remedies));
        return ExitCode.DONE;
    }

    private String name() {
        return String.valueOf(file.getFileName()).replaceAll("\\p{Cntrl}", "?");
    }

    private List<Rule> rules() {
        List<Rule> rules = new ArrayList<>();
        List<String> labels = Stream.of(Rule.values()).map(Rule::label).toList();
        for (String name : strategies) {
            int place = labels.indexOf(name.strip());
            if (place < 0) {
                throw new InvalidInputException(List.of("--strategies: %s can be forecast, not '%s'%s"
                        .formatted(
                                String.join(", ", labels),
                                name.strip(),
                                NearestName.to(name.strip(), labels)
                                        .map(". Maybe: "::concat)
                                        .orElse(""))));
            }
            Rule rule = Rule.values()[place];
            if (rules.contains(rule)) {
                throw new InvalidInputException(List.of("--strategies: %s stands there twice".formatted(rule.label())));
            }
            rules.add(rule);
        }
        return rules;
    }

    /** A way to make something of what was given. */
    @FunctionalInterface
    private interface Maker<T> {
        T make();
    }

    private static <T> T checked(String option, Maker<T> maker) {
        try {
            return maker.make();
        } catch (IllegalArgumentException refused) {
            throw new InvalidInputException(List.of("%s: %s".formatted(option, refused.getMessage())));
        }
    }

    /** The strategies asked for, or those that the recording can serve. */
    private List<Rule> served(List<Rule> asked, Recording recording) {
        if (asked.isEmpty()) {
            return Stream.of(Rule.COVERAGE, Rule.BEST_OF_N, Rule.MAJORITY_VOTE, Rule.WEIGHTED_VOTE, Rule.FIRST_ACCEPTED)
                    .filter(rule -> rule.lack(recording).isEmpty())
                    .toList();
        }
        List<String> lacks = new ArrayList<>();
        for (Rule rule : asked) {
            Optional<String> lack = rule.lack(recording);
            lack.ifPresent(words -> lacks.add("--strategies: %s needs %s".formatted(rule.label(), words)));
        }
        if (!lacks.isEmpty()) {
            throw new InvalidInputException(lacks);
        }
        return asked;
    }

    private Recording recording(Recorded recorded) {
        if (recorded.recording().isPresent()) {
            return recorded.recording().get();
        }
        RecordedCounts counts = recorded.counts().orElseThrow();
        if (counts.candidates() > Recording.MOST_CANDIDATES) {
            throw new InvalidInputException(List.of("%s: counts of more than %d candidates cannot be forecast"
                    .formatted(name(), Recording.MOST_CANDIDATES)));
        }
        return counts.asRecording();
    }

    private void deliver(ForecastDocument document) throws IOException {
        if (target == null) {
            terminal.out().write(bytes(document));
            terminal.out().flush();
            return;
        }
        Path place = target.toAbsolutePath();
        Path folder = place.getParent();
        if (Files.isDirectory(place) || folder == null || !Files.isDirectory(folder)) {
            throw new InvalidInputException(
                    List.of("--out: '%s' is not a file in a directory that is there".formatted(target)));
        }
        // nothing half-written: a file appears when it is whole
        Path part = Files.createTempFile(folder, ".forecast", ".part");
        try {
            Files.write(part, bytes(document));
            Files.move(part, place, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private byte[] bytes(ForecastDocument document) throws IOException {
        switch (format) {
            case JSON -> {
                ByteArrayOutputStream out = new ByteArrayOutputStream();
                ForecastJson.write(out, document);
                return out.toByteArray();
            }
            case CSV -> {
                StringBuilder out = new StringBuilder();
                ForecastCsv.write(out, document.forecast());
                return out.toString().getBytes(StandardCharsets.UTF_8);
            }
            case TABLE -> {
                return new ForecastTable(document, terminal.width()).text().getBytes(StandardCharsets.UTF_8);
            }
        }
        throw new IllegalStateException("no format " + format);
    }
}
