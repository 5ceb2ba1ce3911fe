package overthink.scenarios.document.section.world;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import overthink.core.law.cost.Costs;
import overthink.core.law.cost.CountLaw;
import overthink.core.law.cost.Tariff;
import overthink.core.model.RecordedWorld;
import overthink.core.model.World;
import overthink.core.world.Recording;
import overthink.core.world.Verifiers;
import overthink.scenarios.document.csv.NamedTable;
import overthink.scenarios.document.form.Block;
import overthink.scenarios.document.form.ChoiceForm;
import overthink.scenarios.document.form.Fields;
import overthink.scenarios.document.form.Key;
import overthink.scenarios.document.form.OneOrMoreForm;
import overthink.scenarios.document.form.TextForm;
import overthink.scenarios.document.form.WholeForm;
import overthink.scenarios.document.yaml.Node;
import overthink.scenarios.document.yaml.SourceLocation;
import overthink.scenarios.document.yaml.YamlReader;
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

/** How a recorded world is written: a file of candidates, one a row, and what they cost. */
final class RecordingForms {

    private static final TextForm COLUMN = TextForm.line("a column's name");
    private static final Key<String> ANSWER =
            Key.derived("answer", COLUMN, "answers were not recorded", "The column of final answers");
    private static final Key<List<String>> SCORE = Key.derived(
            "score",
            new OneOrMoreForm<>(COLUMN, "names of columns", 100),
            "scores were not recorded",
            "The column of a verifier's scores, or those of several calls of it");
    private static final Key<String> TOKENS =
            Key.derived("tokens", COLUMN, "tokens were not recorded", "The column of a candidate's tokens");
    private static final Key<String> LEVEL =
            Key.derived("level", COLUMN, "there are no levels", "The column of a problem's level, for bins");
    private static final Key<Integer> AT_LEAST = Key.optional(
            "at-least",
            WholeForm.between(1, Recording.MOST_CANDIDATES),
            "1",
            "Only the problems with at least so many candidates");
    private static final Key<Boolean> REPLACEMENT = Key.optional(
            "draw",
            ChoiceForm.<Boolean>of("way to draw")
                    .word("without-replacement", false, "A trial has each candidate once at most")
                    .word("with-replacement", true, "A trial may have a candidate several times"),
            "without-replacement",
            "How a trial's candidates are drawn from a problem's");
    private static final Key<ScoreScale> SCALE = Key.optional(
            "scores",
            ChoiceForm.<ScoreScale>of("meaning of scores")
                    .word("auto", ScoreScale.AUTO, "Probabilities if all are between 0 and 1, else amounts")
                    .word("probabilities", ScoreScale.PROBABILITIES, "The probability that the candidate is right")
                    .word("log-odds", ScoreScale.LOG_ODDS, "ln(p / (1 - p)) of that probability")
                    .word(
                            "amounts",
                            ScoreScale.AMOUNTS,
                            "Numbers whose sums count: as probabilities, from the least or 0 to the"
                                    + " greatest in the file"),
            "auto",
            "What the column of scores holds");

    private static final Key<MissingAnswer> MISSING = Key.optional(
            "missing",
            ChoiceForm.<MissingAnswer>of("way with missing answers")
                    .word("class", MissingAnswer.CLASS, "It costs a candidate and never wins a vote")
                    .word("discard", MissingAnswer.DISCARD, "It is no candidate")
                    .word("wrong", MissingAnswer.WRONG, "A wrong answer, the same for all that gave none"),
            "class",
            "What a candidate is whose answer is empty");
    private static final Key<MissingVerdict> MISSING_CORRECT = Key.optional(
            "missing-correct",
            ChoiceForm.<MissingVerdict>of("way with missing verdicts")
                    .word("refuse", MissingVerdict.REFUSE, "A mistake of the file")
                    .word("discard", MissingVerdict.DISCARD, "It is no candidate")
                    .word("wrong", MissingVerdict.WRONG, "It is wrong"),
            "refuse",
            "What a candidate is of which it is not said whether it is correct");
    private static final Key<MissingScore> MISSING_SCORE = Key.optional(
            "missing-score",
            ChoiceForm.<MissingScore>of("way with missing scores")
                    .word("last", MissingScore.LAST, "Its score is below every other")
                    .word("discard", MissingScore.DISCARD, "It is no candidate"),
            "last",
            "What a candidate is that the verifier gave no score");

    private static final Key<Recording> RECORDING = Key.required(
            "recording",
            Block.of(
                    RecordingForms::recording,
                    RatesForms.FILE,
                    RatesForms.ATTEMPTED,
                    RatesForms.VERDICT,
                    ANSWER,
                    SCORE,
                    SCALE,
                    TOKENS,
                    LEVEL,
                    RatesForms.WHERE,
                    AT_LEAST,
                    MISSING,
                    MISSING_CORRECT,
                    MISSING_SCORE),
            "Candidates that a policy really produced, one a row");

    private static final Key<Integer> UNRECORDED_TOKENS = Key.optional(
            "tokens", WholeForm.between(0, CountLaw.MOST), "1", "Tokens of a candidate where none were recorded");
    private static final Key<Integer> PROMPT_TOKENS =
            Key.optional("prompt-tokens", WholeForm.between(0, CountLaw.MOST), "0", "Tokens of a problem's text");

    private record PolicyCosts(int tokens, int promptTokens, Tariff tariff) {}

    private static final Key<PolicyCosts> POLICY = Key.optional(
            "policy",
            Block.of(
                    fields -> new PolicyCosts(
                            fields.get(UNRECORDED_TOKENS),
                            fields.get(PROMPT_TOKENS),
                            CostForms.tariff(fields, CostForms.PRICE)),
                    UNRECORDED_TOKENS,
                    PROMPT_TOKENS,
                    CostForms.PARAMETERS,
                    CostForms.PRICE,
                    CostForms.LATENCY),
            "{}",
            "What the model that generated costs");

    private static final Key<Integer> TOKENS_PER_CALL = Key.optional(
            "tokens-per-call", WholeForm.ints(Verifiers.TOKENS_PER_CALL), "0", "Tokens that each call reads");

    private record VerifierCosts(int tokensPerCall, Tariff tariff) {}

    private static final Key<VerifierCosts> VERIFIER = Key.optional(
            "verifier",
            Block.of(
                    fields -> new VerifierCosts(
                            fields.get(TOKENS_PER_CALL), CostForms.tariff(fields, CostForms.READING_PRICE)),
                    TOKENS_PER_CALL,
                    CostForms.PARAMETERS,
                    CostForms.READING_PRICE,
                    CostForms.LATENCY),
            "{}",
            "What the verifier that scored costs");

    /** A recorded world. */
    static final Block<World> WORLD = Block.of(RecordingForms::world, RECORDING, REPLACEMENT, POLICY, VERIFIER);

    private RecordingForms() {}

    private static World world(Fields fields) {
        PolicyCosts policy = fields.get(POLICY);
        VerifierCosts verifier = fields.get(VERIFIER);
        return new RecordedWorld(
                fields.get(RECORDING),
                fields.get(REPLACEMENT),
                policy.tokens(),
                policy.promptTokens(),
                new Costs(policy.tariff(), verifier.tariff(), verifier.tokensPerCall()));
    }

    private static @Nullable Recording recording(Fields fields) {
        Map<Role, List<String>> columns = new EnumMap<>(Role.class);
        columns.put(Role.PROBLEM, fields.get(RatesForms.ATTEMPTED));
        columns.put(Role.CORRECT, List.of(fields.get(RatesForms.VERDICT)));
        if (fields.has(SCORE)) {
            columns.put(Role.SCORE, fields.get(SCORE));
        }
        Map.of(Role.ANSWER, ANSWER, Role.TOKENS, TOKENS, Role.LEVEL, LEVEL).forEach((role, key) -> {
            if (fields.has(key)) {
                columns.put(role, List.of(fields.get(key)));
            }
        });
        List<Condition> conditions = new ArrayList<>();
        fields.get(RatesForms.WHERE)
                .forEach((column, value) -> conditions.add(new Condition(column, value.text(), value::matches)));
        Mapping mapping = new Mapping(
                columns,
                conditions,
                false,
                fields.get(MISSING),
                fields.get(MISSING_CORRECT),
                fields.get(MISSING_SCORE),
                fields.get(SCALE),
                StepScores.LAST,
                fields.get(AT_LEAST));
        Recorded recorded = NamedTable.read(
                fields,
                RatesForms.FILE,
                (path, table) -> new RecordingReader(
                                table,
                                mapping,
                                (line, column, value, rule, hint) -> fields.spot()
                                        .scene()
                                        .report()
                                        .add(
                                                new SourceLocation(path.toString(), line, 0),
                                                column,
                                                excerpt(value),
                                                rule,
                                                hint),
                                share -> {})
                        .read());
        if (recorded == null || recorded.recording().isEmpty()) {
            fields.spoil();
            return null;
        }
        Recording made = recorded.recording().get();
        fields.spot()
                .scene()
                .note("%s: %d problems with %s, digest %s"
                        .formatted(fields.get(RatesForms.FILE), made.size(), candidates(made), recorded.digest()));
        return made;
    }

    private static String excerpt(String value) {
        return value.isEmpty()
                ? ""
                : new Node.Scalar(value, YamlReader.typeOf(value), SourceLocation.whole("")).excerpt();
    }

    private static String candidates(Recording recording) {
        return recording.fewest() == recording.most()
                ? "%d candidates each".formatted(recording.most())
                : "%d to %d candidates".formatted(recording.fewest(), recording.most());
    }
}
