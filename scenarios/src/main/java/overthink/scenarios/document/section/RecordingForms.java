package overthink.scenarios.document.section;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import overthink.core.law.cost.Costs;
import overthink.core.law.cost.CountLaw;
import overthink.core.law.cost.Tariff;
import overthink.core.model.RecordedWorld;
import overthink.core.model.World;
import overthink.core.world.Recording;
import overthink.core.world.Verifiers;
import overthink.scenarios.document.csv.CsvFile;
import overthink.scenarios.document.csv.CsvRow;
import overthink.scenarios.document.form.Block;
import overthink.scenarios.document.form.ChoiceForm;
import overthink.scenarios.document.form.Fields;
import overthink.scenarios.document.form.Key;
import overthink.scenarios.document.form.ReadValue;
import overthink.scenarios.document.form.RealForm;
import overthink.scenarios.document.form.TextForm;
import overthink.scenarios.document.form.WholeForm;
import overthink.scenarios.files.Digests;

/** How a recorded world is written: a file of candidates, one a row, and what they cost. */
final class RecordingForms {

    /** Log-odds of what is certain. */
    private static final double CERTAIN = 40;

    private static final TextForm COLUMN = TextForm.line("a column's name");
    private static final Key<String> ANSWER = Key.derived(
            "answer", COLUMN, "answers were not recorded", "The column of final answers; an empty cell is no answer");
    private static final Key<String> SCORE = Key.derived(
            "score",
            COLUMN,
            "scores were not recorded",
            "The column of a verifier's scores; an empty cell is below all");
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
    private static final Key<Scale> SCALE = Key.optional(
            "scores",
            ChoiceForm.<Scale>of("meaning of scores")
                    .word("auto", Scale.AUTO, "Probabilities if all are between 0 and 1, else amounts")
                    .word("probabilities", Scale.PROBABILITIES, "The probability that the candidate is right")
                    .word("log-odds", Scale.LOG_ODDS, "ln(p / (1 - p)) of that probability")
                    .word(
                            "amounts",
                            Scale.AMOUNTS,
                            "Numbers whose sums count: as probabilities, from the least or 0 to the"
                                    + " greatest in the file"),
            "auto",
            "What the column of scores holds");

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
                    AT_LEAST),
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

    /** What the numbers in a column of scores are. */
    private enum Scale {
        AUTO,
        PROBABILITIES,
        LOG_ODDS,
        AMOUNTS;

        /** What they are, given the least and the greatest of them. */
        Scale of(double least, double greatest) {
            return this != AUTO ? this : least >= 0 && greatest <= 1 ? PROBABILITIES : AMOUNTS;
        }

        double logOdds(double score, double least, double greatest) {
            double odds = switch (this) {
                case LOG_ODDS -> score;
                case AUTO, PROBABILITIES -> logit(score);
                case AMOUNTS -> {
                    double from = Math.min(0, least);
                    yield greatest == from ? 0 : logit((score - from) / (greatest - from));
                }
            };
            return Math.max(-CERTAIN, Math.min(CERTAIN, odds));
        }

        private static double logit(double p) {
            return p <= 0 ? -CERTAIN : p >= 1 ? CERTAIN : StrictMath.log(p) - StrictMath.log1p(-p);
        }
    }

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

    /** A row as it was read; a missing score is NaN. */
    private record Candidate(boolean right, int answer, int tokens, double score) {}

    /** The candidates of a problem. */
    private static final class Problem {
        final List<Candidate> candidates = new ArrayList<>();
        final Map<String, Integer> answers = new HashMap<>();
        Optional<String> level = Optional.empty();
    }

    private static @Nullable Recording recording(Fields fields) {
        List<Key<String>> columns = new ArrayList<>(List.of(RatesForms.VERDICT));
        for (Key<String> key : List.of(ANSWER, SCORE, TOKENS, LEVEL)) {
            if (fields.has(key)) {
                columns.add(key);
            }
        }
        Map<String, Problem> problems = new LinkedHashMap<>();
        boolean sound = new CsvFile(fields, RatesForms.FILE, RatesForms.WHERE, RatesForms.ATTEMPTED, columns)
                .forEach(row -> add(row, fields, columns, problems));
        if (!sound) {
            fields.spoil();
            return null;
        }
        int most = problems.values().stream()
                .mapToInt(one -> one.candidates.size())
                .max()
                .orElse(0);
        problems.values().removeIf(one -> one.candidates.size() < fields.get(AT_LEAST));
        if (problems.isEmpty()) {
            fields.refuse(AT_LEAST, "no problem has so many candidates; the most that one has is " + most, "");
            fields.spoil();
            return null;
        }
        Recording made = recording(fields, problems);
        fields.spot()
                .scene()
                .note("%s: %d problems with %s, digest %s"
                        .formatted(fields.get(RatesForms.FILE), made.size(), candidates(made), digest(made)));
        return made;
    }

    private static String candidates(Recording recording) {
        return recording.fewest() == recording.most()
                ? "%d candidates each".formatted(recording.most())
                : "%d to %d candidates".formatted(recording.fewest(), recording.most());
    }

    /** A fingerprint of all that is read of the file, so that a scenario's own changes with it. */
    private static String digest(Recording recording) {
        MessageDigest digest = Digests.sha256();
        ByteBuffer bytes = ByteBuffer.allocate(1 + 2 * Integer.BYTES + Double.BYTES);
        for (int problem = 0; problem < recording.size(); problem++) {
            digest.update(recording.name(problem).getBytes(StandardCharsets.UTF_8));
            digest.update(bytes.clear().putInt(recording.level(problem)).flip());
            for (int candidate = 0; candidate < recording.candidates(problem); candidate++) {
                digest.update(bytes.clear()
                        .put((byte) (recording.correct(problem, candidate) ? 1 : 0))
                        .putInt(recording.hasAnswers() ? recording.answer(problem, candidate) : 0)
                        .putInt(recording.hasTokens() ? recording.tokens(problem, candidate) : 0)
                        .putDouble(recording.calls() > 0 ? recording.score(0, problem, candidate) : 0)
                        .flip());
            }
        }
        return Digests.first16(digest.digest());
    }

    private static Recording recording(Fields fields, Map<String, Problem> problems) {
        double least = Double.POSITIVE_INFINITY;
        double greatest = Double.NEGATIVE_INFINITY;
        for (Problem problem : problems.values()) {
            for (Candidate candidate : problem.candidates) {
                if (!Double.isNaN(candidate.score)) {
                    least = Math.min(least, candidate.score);
                    greatest = Math.max(greatest, candidate.score);
                }
            }
        }
        Scale scale = fields.get(SCALE).of(least, greatest);
        boolean scored = fields.has(SCORE);
        Recording.Builder builder = new Recording.Builder(fields.has(ANSWER), scored ? 1 : 0, fields.has(TOKENS));
        double[] score = new double[scored ? 1 : 0];
        for (Map.Entry<String, Problem> problem : problems.entrySet()) {
            builder.problem(problem.getKey(), problem.getValue().level);
            for (Candidate candidate : problem.getValue().candidates) {
                if (scored) {
                    score[0] = Double.isNaN(candidate.score)
                            ? Recording.NO_SCORE
                            : scale.logOdds(candidate.score, least, greatest);
                }
                builder.candidate(candidate.right, candidate.answer, candidate.tokens, score);
            }
        }
        return builder.build();
    }

    private static boolean add(CsvRow row, Fields fields, List<Key<String>> columns, Map<String, Problem> problems) {
        Boolean right = row.verdict(0);
        if (right == null) {
            return false;
        }
        Problem problem = problems.computeIfAbsent(row.problem(), name -> new Problem());
        int answer = Recording.NO_ANSWER;
        int answers = columns.indexOf(ANSWER);
        if (answers >= 0 && !row.cells().get(answers).isEmpty()) {
            answer = problem.answers.computeIfAbsent(row.cells().get(answers), text -> problem.answers.size());
        }
        double score = Double.NaN;
        int scores = columns.indexOf(SCORE);
        if (scores >= 0 && !row.cells().get(scores).isEmpty()) {
            ReadValue<Double> read = row.read(scores, RealForm.between(-1e300, 1e300));
            if (read == null) {
                return false;
            }
            if (fields.get(SCALE) == Scale.PROBABILITIES && !(read.value() >= 0 && read.value() <= 1)) {
                row.refuse(scores, "must be between 0 and 1, as scores are probabilities");
                return false;
            }
            score = read.value();
        }
        int tokens = 0;
        int tokenColumn = columns.indexOf(TOKENS);
        if (tokenColumn >= 0) {
            ReadValue<Integer> read = row.read(tokenColumn, WholeForm.between(0, CountLaw.MOST));
            if (read == null) {
                return false;
            }
            tokens = read.value();
        }
        int levels = columns.indexOf(LEVEL);
        if (levels >= 0) {
            String level = row.cells().get(levels);
            if (problem.level.isPresent() && !problem.level.get().equals(level)) {
                row.refuse(levels, "must be the same in all rows of a problem, and was " + problem.level.get());
                return false;
            }
            problem.level = Optional.of(level);
        }
        problem.candidates.add(new Candidate(right, answer, tokens, score));
        return true;
    }
}
