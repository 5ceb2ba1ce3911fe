package overthink.scenarios.recording;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import overthink.core.law.cost.CountLaw;
import overthink.core.world.Recording;
import overthink.scenarios.files.BrokenFileException;
import overthink.scenarios.recording.Mapping.MissingAnswer;
import overthink.scenarios.recording.Mapping.MissingScore;
import overthink.scenarios.recording.Mapping.MissingVerdict;

/** Rows that are candidates, kept in columns of numbers until all are read: texts are kept as {@link TextHash}. */
final class CandidateRows implements RecordingReader.Rows {

    private static final byte WRONG = 0;
    private static final byte RIGHT = 1;
    private static final byte LEFT_OUT = 2;
    private static final long NO_ANSWER = 0;
    private static final double MOST_SCORE = 1e300;

    private final Columns columns;
    private final Mapping mapping;
    private final boolean decimalCommas;
    private final Mistakes mistakes;
    private final int verdict;
    private final int answer;
    private final int[] scored;
    private final int steps;
    /** Whether the score is made of those of the steps. */
    private final boolean derived;

    private final int tokened;
    private final int run;
    private final int level;
    private final int ending;
    private final boolean numbered;

    private int[] problem = {};
    private byte[] right = {};
    private long[] answers = {};
    private final double[][] scores;
    private int[] tokens = {};
    private int[] runs = {};
    private long[] whole = {};
    private int[] firstStep = {};
    private double[] stepScores = {};
    private int stepCount;
    private final List<String> runNames = new ArrayList<>();
    private final Map<String, Integer> runNumbers = new HashMap<>();
    private final List<@Nullable String> levels = new ArrayList<>();
    private int rows;
    private int lastProblem = -1;

    private long discarded;
    private long missingAnswers;
    private long missingVerdicts;
    private long answersLikeNone;
    private final long[] missingScores;
    private long cut;
    private long otherLevels;

    CandidateRows(Columns columns, boolean decimalCommas, Mistakes mistakes) {
        this.columns = columns;
        this.mapping = columns.mapping();
        this.decimalCommas = decimalCommas;
        this.mistakes = mistakes;
        verdict = columns.at(Role.CORRECT);
        answer = columns.at(Role.ANSWER);
        scored = columns.all(Role.SCORE).stream().mapToInt(Integer::intValue).toArray();
        steps = columns.at(Role.STEPS);
        tokened = columns.at(Role.TOKENS);
        run = columns.at(Role.RUN);
        level = columns.at(Role.LEVEL);
        ending = columns.at(Role.ENDING);
        numbered = columns.has(Role.SAMPLE);
        derived = scored.length == 0 && steps >= 0 && mapping.guess();
        scores = new double[derived ? 1 : scored.length][0];
        missingScores = new long[scores.length];
    }

    @Override
    public void add(List<String> cells, int line, int of) {
        if (rows == Recording.MOST_CANDIDATES) {
            mistakes.add(line, "", "", "at most %d candidates are read".formatted(Recording.MOST_CANDIDATES), "");
            return;
        }
        boolean kept = addVerdict(cells, line);
        kept &= answer < 0 || addAnswer(cells);
        for (int i = 0; i < scored.length; i++) {
            kept &= addScore(cells, line, i);
        }
        if (tokened >= 0) {
            addTokens(cells, line);
        }
        if (steps >= 0) {
            addSteps(cells, line);
        }
        if (derived) {
            scores[0] = Growing.room(scores[0], rows);
            scores[0][rows] = mapping.steps().of(stepScores, firstStep[rows], firstStep[rows + 1]);
            boolean missing = Double.isNaN(scores[0][rows]);
            missingScores[0] += missing ? 1 : 0;
            kept &= !missing || mapping.missingScore() == MissingScore.LAST;
        }
        if (run >= 0) {
            runs = Growing.room(runs, rows);
            runs[rows] = runNumbers.computeIfAbsent(cells.get(run), name -> {
                runNames.add(name);
                return runNames.size() - 1;
            });
        }
        if (level >= 0) {
            addLevel(cells, line, of);
        }
        cut += ending >= 0 && CellText.cut(cells.get(ending)) ? 1 : 0;
        whole = Growing.room(whole, rows);
        long hash = 1;
        for (String cell : cells) {
            hash = TextHash.of(cell, hash);
        }
        whole[rows] = hash;
        if (!kept) {
            right[rows] = LEFT_OUT;
            discarded++;
        }
        problem = Growing.room(problem, rows);
        problem[rows] = of;
        lastProblem = of;
        rows++;
    }

    private void refuse(int line, int column, List<String> cells, String rule, String hint) {
        mistakes.add(line, columns.header().get(column), cells.get(column), rule, hint);
    }

    private boolean addVerdict(List<String> cells, int line) {
        right = Growing.room(right, rows);
        String cell = cells.get(verdict);
        Boolean said = CellText.verdict(cell);
        if (said != null) {
            right[rows] = said ? RIGHT : WRONG;
            return true;
        }
        if (!CellText.nothing(cell) || mapping.missingVerdict() == MissingVerdict.REFUSE) {
            refuse(line, verdict, cells, "must be 1 or 0, true or false", "");
            return true;
        }
        missingVerdicts++;
        right[rows] = WRONG;
        return mapping.missingVerdict() == MissingVerdict.WRONG;
    }

    private boolean addAnswer(List<String> cells) {
        answers = Growing.room(answers, rows);
        String cell = cells.get(answer);
        if (!cell.isEmpty()) {
            answersLikeNone += CellText.nothing(cell) ? 1 : 0;
            long hash = TextHash.of(cell, 0);
            answers[rows] = hash == NO_ANSWER ? 1 : hash;
            return true;
        }
        missingAnswers++;
        boolean wrong = mapping.missingAnswer() == MissingAnswer.WRONG;
        answers[rows] = wrong ? TextHash.of("", 0) : NO_ANSWER;
        if (wrong) {
            right[rows] = WRONG;
        }
        return mapping.missingAnswer() != MissingAnswer.DISCARD;
    }

    private boolean addScore(List<String> cells, int line, int i) {
        scores[i] = Growing.room(scores[i], rows);
        String cell = cells.get(scored[i]);
        double score = CellText.number(cell, decimalCommas);
        if (Double.isNaN(score)) {
            Boolean said = CellText.verdict(cell);
            score = said == null ? Double.NaN : said ? 1 : 0;
        }
        scores[i][rows] = score;
        if (!Double.isNaN(score)) {
            if (Math.abs(score) > MOST_SCORE) {
                refuse(line, scored[i], cells, "must be between -1e300 and 1e300", "");
            } else if (mapping.scale() == ScoreScale.PROBABILITIES && (score < 0 || score > 1)) {
                refuse(line, scored[i], cells, "must be between 0 and 1, as scores are probabilities", "");
            }
            return true;
        }
        if (!CellText.nothing(cell)) {
            String decimal = cell.matches("[-+]?\\d+,\\d+") ? cell.replace(',', '.') : "";
            refuse(line, scored[i], cells, "must be a number", decimal);
            return true;
        }
        missingScores[i]++;
        return mapping.missingScore() == MissingScore.LAST;
    }

    private void addTokens(List<String> cells, int line) {
        tokens = Growing.room(tokens, rows);
        String cell = cells.get(tokened);
        long count = CellText.whole(cell);
        if (count < 0 && CellText.nothing(cell) && columns.guessed(Role.TOKENS)) {
            count = 0;
        }
        if (count < 0 || count > CountLaw.MOST) {
            refuse(line, tokened, cells, "must be a whole number between 0 and " + CountLaw.MOST, "");
            count = 0;
        }
        tokens[rows] = (int) count;
    }

    private void addSteps(List<String> cells, int line) {
        String cell = cells.get(steps);
        double[] list = CellText.nothing(cell) ? new double[0] : CellText.numbers(cell, decimalCommas);
        if (list == null) {
            refuse(line, steps, cells, "must be numbers with spaces between them", "");
            list = new double[0];
        }
        firstStep = Growing.room(firstStep, rows + 1);
        firstStep[rows] = stepCount;
        stepScores = Growing.room(stepScores, stepCount + list.length);
        System.arraycopy(list, 0, stepScores, stepCount, list.length);
        stepCount += list.length;
        firstStep[rows + 1] = stepCount;
    }

    private void addLevel(List<String> cells, int line, int of) {
        while (levels.size() <= of) {
            levels.add(null);
        }
        String before = levels.get(of);
        String here = cells.get(level);
        if (before == null) {
            levels.set(of, here);
        } else if (!before.equals(here)) {
            otherLevels++;
            if (!columns.guessed(Role.LEVEL)) {
                refuse(line, level, cells, "must be the same in all rows of a problem, and was " + before, "");
            }
        }
    }

    @Override
    public @Nullable Recorded finish(String format, Groups groups, long fileRows, List<String> remarks)
            throws BrokenFileException {
        int[] order = groups.order(problem, rows);
        int[] sizes = groups.sizes(problem, rows);
        long repeated = leaveOutRepeated(order, sizes);
        int[] kept = new int[sizes.length];
        for (int row = 0; row < rows; row++) {
            kept[problem[row]] += right[row] == LEFT_OUT ? 0 : 1;
        }
        int candidates = 0;
        int most = 0;
        int few = 0;
        for (int i = 0; i < kept.length; i++) {
            most = Math.max(most, kept[i]);
            if (kept[i] < mapping.atLeast()) {
                few += kept[i] > 0 ? 1 : 0;
                discarded += kept[i];
                kept[i] = 0;
            }
            candidates += kept[i];
        }
        if (candidates == 0) {
            throw new BrokenFileException(
                    0,
                    most == 0
                            ? "no row has all that a candidate needs"
                            : "no problem has %d candidates; the most that one has is %d"
                                    .formatted(mapping.atLeast(), most),
                    "");
        }
        if (few > 0) {
            remarks.add("%d problems with fewer than %d candidates are left out".formatted(few, mapping.atLeast()));
        }
        if (answersLikeNone > 0) {
            remarks.add(
                    "answers that read None, null, nan or n/a count as answers, as only an empty cell is none: there are %d"
                            .formatted(answersLikeNone));
        }
        boolean leveled = level >= 0 && otherLevels == 0;
        if (otherLevels > 0) {
            remarks.add("column %s differs in rows of the same problem, so it is no level"
                    .formatted(columns.names(Role.LEVEL).get(0)));
        }
        double[][] range = new double[scores.length][];
        ScoreScale[] scale = new ScoreScale[scores.length];
        for (int i = 0; i < scores.length; i++) {
            range[i] = range(scores[i]);
            scale[i] = mapping.scale().of(range[i][0], range[i][1]);
        }
        Recording.Builder builder =
                new Recording.Builder(answer >= 0, scores.length, tokened >= 0, candidates).scoreNames(scoreNames());
        AnswerClasses classes = new AnswerClasses();
        double[] score = new double[scores.length];
        int from = 0;
        long disputed = 0;
        for (int of = 0; of < sizes.length; of++) {
            int to = from + sizes[of];
            if (kept[of] > 0) {
                builder.problem(
                        groups.names().get(of), leveled ? Optional.ofNullable(levels.get(of)) : Optional.empty());
                classes.begin(kept[of]);
                for (int at = from; at < to; at++) {
                    int row = order[at];
                    if (right[row] == LEFT_OUT) {
                        continue;
                    }
                    int number = answer < 0 || answers[row] == NO_ANSWER
                            ? Recording.NO_ANSWER
                            : classes.of(answers[row], right[row] == RIGHT);
                    for (int i = 0; i < scores.length; i++) {
                        score[i] = Double.isNaN(scores[i][row])
                                ? Recording.NO_SCORE
                                : scale[i].logOdds(scores[i][row], range[i][0], range[i][1]);
                    }
                    builder.candidate(right[row] == RIGHT, number, tokened < 0 ? 0 : tokens[row], score);
                    if (run >= 0) {
                        builder.run(runNames.get(runs[row]));
                    }
                    if (steps >= 0 && firstStep[row + 1] > firstStep[row]) {
                        builder.steps(Arrays.copyOfRange(stepScores, firstStep[row], firstStep[row + 1]));
                    }
                }
                disputed += classes.disputed();
            }
            from = to;
        }
        Recording made = builder.build();
        List<Long> unscored = new ArrayList<>();
        for (long missing : missingScores) {
            unscored.add(missing);
        }
        return new Recorded(
                format,
                columns,
                Optional.of(made),
                Optional.empty(),
                new Recorded.Tally(
                        fileRows,
                        rows,
                        discarded,
                        missingAnswers,
                        missingVerdicts,
                        unscored,
                        ending < 0 ? -1 : cut,
                        numbered ? repeated : 0,
                        numbered ? 0 : repeated,
                        disputed,
                        lossOfLast(sizes),
                        List.copyOf(remarks)),
                Fingerprint.of(made));
    }

    private List<String> scoreNames() {
        return derived
                ? List.of("%s of %s"
                        .formatted(
                                mapping.steps().name().toLowerCase(Locale.ROOT),
                                columns.names(Role.STEPS).get(0)))
                : columns.names(Role.SCORE);
    }

    /** The least and the greatest score. */
    private double[] range(double[] column) {
        double[] range = {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
        for (int row = 0; row < rows; row++) {
            if (right[row] != LEFT_OUT && !Double.isNaN(column[row])) {
                range[0] = Math.min(range[0], column[row]);
                range[1] = Math.max(range[1], column[row]);
            }
        }
        return range;
    }

    /** Counts rows that repeat another of their problem in every column; where samples have numbers, they are left out. */
    private long leaveOutRepeated(int[] order, int[] sizes) {
        long repeated = 0;
        AnswerClasses seen = new AnswerClasses();
        int from = 0;
        for (int size : sizes) {
            seen.begin(size);
            for (int at = from; at < from + size; at++) {
                int row = order[at];
                int before = seen.size();
                seen.of(whole[row] == 0 ? 1 : whole[row], true);
                if (seen.size() == before) {
                    repeated++;
                    if (numbered && right[row] != LEFT_OUT) {
                        right[row] = LEFT_OUT;
                    }
                }
            }
            from += size;
        }
        whole = new long[0];
        return repeated;
    }

    /** How many candidates the file's last problem lacks, when all others have the same number of them. */
    private long lossOfLast(int[] sizes) {
        int other = sizes[lastProblem == 0 ? sizes.length - 1 : 0];
        for (int i = 0; i < sizes.length; i++) {
            if (i != lastProblem && sizes[i] != other) {
                return 0;
            }
        }
        return sizes.length < 3 ? 0 : Math.max(0, other - sizes[lastProblem]);
    }
}
