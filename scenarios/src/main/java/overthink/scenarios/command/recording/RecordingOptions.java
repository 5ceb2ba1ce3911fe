package overthink.scenarios.command.recording;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import overthink.scenarios.command.process.InvalidInputException;
import overthink.scenarios.command.process.Terminal;
import overthink.scenarios.document.Diagnostic;
import overthink.scenarios.document.csv.CellValue;
import overthink.scenarios.document.yaml.Node;
import overthink.scenarios.document.yaml.SourceLocation;
import overthink.scenarios.document.yaml.YamlReader;
import overthink.scenarios.files.BrokenFileException;
import overthink.scenarios.files.FileTrouble;
import overthink.scenarios.recording.Condition;
import overthink.scenarios.recording.Mapping;
import overthink.scenarios.recording.Mapping.MissingAnswer;
import overthink.scenarios.recording.Mapping.MissingScore;
import overthink.scenarios.recording.Mapping.MissingVerdict;
import overthink.scenarios.recording.Recorded;
import overthink.scenarios.recording.RecordingReader;
import overthink.scenarios.recording.Role;
import overthink.scenarios.recording.ScoreScale;
import overthink.scenarios.recording.StepScores;
import overthink.scenarios.recording.table.Table;
import overthink.scenarios.recording.table.Tables;
import overthink.scenarios.text.NearestName;
import picocli.CommandLine.Option;

/** How a file of candidates is to be read; what is not said is guessed. */
final class RecordingOptions {

    private static final String COLUMN = "COLUMN";

    @Option(
            names = "--problem",
            paramLabel = COLUMN,
            description = "Names the problem. Repeatable: several columns make the name together.")
    private List<String> problem = new ArrayList<>();

    @Option(
            names = "--correct",
            paramLabel = COLUMN,
            description = "Whether the candidate is right: 1 or 0, true or false.")
    private @Nullable String correct;

    @Option(names = "--answer", paramLabel = COLUMN, description = "The final answer; an empty cell is none.")
    private @Nullable String answer;

    @Option(
            names = "--score",
            paramLabel = COLUMN,
            description = "A verifier's score. Repeatable, for several verifiers.")
    private List<String> score = new ArrayList<>();

    @Option(
            names = "--step-scores",
            paramLabel = COLUMN,
            description = "A process verifier's scores of the steps, a list.")
    private @Nullable String steps;

    @Option(names = "--tokens", paramLabel = COLUMN, description = "Tokens of the candidate.")
    private @Nullable String tokens;

    @Option(
            names = "--run",
            paramLabel = COLUMN,
            description = "The run that the candidate comes from; runs are pooled.")
    private @Nullable String run;

    @Option(
            names = "--sample",
            paramLabel = COLUMN,
            description = "The candidate's number: rows that agree in all columns are then one.")
    private @Nullable String sample;

    @Option(names = "--level", paramLabel = COLUMN, description = "The problem's level of difficulty.")
    private @Nullable String level;

    @Option(
            names = "--ending",
            paramLabel = COLUMN,
            description = "How the generation ended: length, stop and the like.")
    private @Nullable String ending;

    @Option(names = "--n", paramLabel = COLUMN, description = "How many candidates of its problem the row counts.")
    private @Nullable String n;

    @Option(names = "--c", paramLabel = COLUMN, description = "How many of them are right.")
    private @Nullable String c;

    @Option(
            names = "--where",
            paramLabel = "COLUMN=VALUE",
            description = "Only the rows with this value, such as model=gpt. Repeatable.")
    private List<String> where = new ArrayList<>();

    @Option(
            names = "--missing",
            paramLabel = "WAY",
            description =
                    "A candidate without an answer is of a class that wins no vote (class), is left out (discard), or"
                            + " gave a wrong answer like others (wrong). Default: class.")
    private String missing = "class";

    @Option(
            names = "--missing-correct",
            paramLabel = "WAY",
            description =
                    "A candidate that nobody judged is left out (discard), wrong, or a mistake of the file (refuse)."
                            + " Default: discard.")
    private String missingCorrect = "discard";

    @Option(
            names = "--missing-score",
            paramLabel = "WAY",
            description =
                    "A candidate without a score is below all others (last) or left out (discard). Default: last.")
    private String missingScore = "last";

    @Option(
            names = "--scores",
            paramLabel = "MEANING",
            description =
                    "What scores are: probabilities, log-odds, amounts, or auto: probabilities if all are between 0"
                            + " and 1, else amounts. Default: auto.")
    private String scores = "auto";

    @Option(
            names = "--steps-as",
            paramLabel = "WAY",
            description =
                    "Where no score is recorded, what becomes one of those of the steps: last, min, product or mean."
                            + " Default: last.")
    private String stepsAs = "last";

    @Option(names = "--at-least", paramLabel = "N", description = "Only problems with at least so many candidates.")
    private int atLeast = 1;

    /**
     * Reads a file.
     *
     * @param terminal gets a line that says how far it is, and a line before something is fetched
     * @throws InvalidInputException with what is wrong with the options or the file
     */
    Recorded read(Path file, Terminal terminal) throws IOException {
        Mapping mapping = mapping();
        FileTrouble.unreadable(file, "a recording").ifPresent(trouble -> {
            throw new InvalidInputException(
                    List.of("%s: %s".formatted(Diagnostic.printable(file.toString()), trouble)));
        });
        List<String> mistakes = new ArrayList<>();
        try (ReadingLine line = new ReadingLine(terminal, String.valueOf(file.getFileName()));
                Table table = Tables.open(file, news -> terminal.err().println("overthink: " + news))) {
            Recorded recorded = new RecordingReader(
                            table,
                            mapping,
                            (at, column, value, rule, hint) ->
                                    mistakes.add(mistake(file, at, column, value, rule, hint)),
                            line::show)
                    .read();
            if (recorded != null) {
                return recorded;
            }
        } catch (BrokenFileException broken) {
            mistakes.add(mistake(file, broken.line(), "", "", String.valueOf(broken.getMessage()), broken.hint()));
        } catch (IOException failure) {
            mistakes.add(mistake(file, 0, "", "", "it cannot be read: " + FileTrouble.of(failure), ""));
        }
        throw new InvalidInputException(mistakes);
    }

    private static String mistake(Path file, int line, String column, String value, String rule, String hint) {
        String shown = value.length() <= 40 ? value : value.substring(0, 39) + "…";
        return new Diagnostic(file.toString(), line, 0, column, shown, rule, hint).toString();
    }

    private Mapping mapping() {
        Map<Role, List<String>> columns = new EnumMap<>(Role.class);
        put(columns, Role.PROBLEM, problem);
        put(columns, Role.SCORE, score);
        put(columns, Role.CORRECT, correct);
        put(columns, Role.ANSWER, answer);
        put(columns, Role.STEPS, steps);
        put(columns, Role.TOKENS, tokens);
        put(columns, Role.RUN, run);
        put(columns, Role.SAMPLE, sample);
        put(columns, Role.LEVEL, level);
        put(columns, Role.ENDING, ending);
        put(columns, Role.N, n);
        put(columns, Role.C, c);
        if (atLeast < 1) {
            throw new InvalidInputException(List.of("--at-least must be at least 1, not " + atLeast));
        }
        return new Mapping(
                columns,
                where.stream().map(RecordingOptions::condition).toList(),
                true,
                word("--missing", missing, MissingAnswer.values()),
                word("--missing-correct", missingCorrect, MissingVerdict.values()),
                word("--missing-score", missingScore, MissingScore.values()),
                word("--scores", scores, ScoreScale.values()),
                word("--steps-as", stepsAs, StepScores.values()),
                atLeast);
    }

    private static void put(Map<Role, List<String>> columns, Role role, @Nullable String name) {
        if (name != null) {
            columns.put(role, List.of(name));
        }
    }

    private static void put(Map<Role, List<String>> columns, Role role, List<String> names) {
        if (!names.isEmpty()) {
            columns.put(role, names);
        }
    }

    private static Condition condition(String text) {
        int equals = text.indexOf('=');
        if (equals < 1) {
            throw new InvalidInputException(List.of("--where must be COLUMN=VALUE, not '%s'".formatted(text)));
        }
        String value = text.substring(equals + 1);
        CellValue wanted =
                new CellValue(new Node.Scalar(value, YamlReader.typeOf(value), SourceLocation.whole("--where")));
        return new Condition(text.substring(0, equals), value, wanted::matches);
    }

    private static <T extends Enum<T>> T word(String option, String text, T[] values) {
        List<String> words = new ArrayList<>();
        for (T value : values) {
            String word = value.name().toLowerCase(Locale.ROOT).replace('_', '-');
            if (word.equals(text)) {
                return value;
            }
            words.add(word);
        }
        throw new InvalidInputException(List.of("%s must be one of %s, not '%s'%s"
                .formatted(
                        option,
                        String.join(", ", words),
                        text,
                        NearestName.to(text, words).map(". Maybe: "::concat).orElse(""))));
    }
}
