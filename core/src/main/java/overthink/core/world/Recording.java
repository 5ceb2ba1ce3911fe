package overthink.core.world;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a policy really produced: for each problem its candidates in the order recorded, each right or wrong, and as far as it
 * was recorded the class of its final answer, scores of one or of several verifiers, the scores of its steps, its tokens and
 * the run that it comes from. Immutable; 17 bytes a candidate with answers, one score and tokens.
 */
public final class Recording {

    /** The class of a candidate without a final answer. */
    public static final int NO_ANSWER = -1;

    /** The log-odds of a candidate that has no score: below every other. */
    public static final double NO_SCORE = -1000;

    /** The most candidates of all problems together. */
    public static final int MOST_CANDIDATES = 1 << 28;

    private final List<String> problems;
    private final List<String> levels;
    private final int[] level;
    /** Candidates of problem i have the rows from {@code first[i]} to {@code first[i + 1]}, exclusive. */
    private final int[] first;

    private final boolean[] correct;
    private final int[] answers;
    private final double[][] scores;
    private final List<String> scoreNames;
    private final List<String> runs;
    private final int[] run;
    /** Scores of the steps of the candidate in row r have the places from {@code firstStep[r]} to {@code firstStep[r + 1]}. */
    private final int[] firstStep;

    private final double[] stepScores;
    private final int[] tokens;
    private final int[] sortedTokens;
    private final double meanTokens;
    private final double tokenVariance;

    private Recording(Builder builder) {
        problems = List.copyOf(builder.problems);
        levels = List.copyOf(builder.levels);
        level = Arrays.copyOf(builder.level, problems.size());
        first = Arrays.copyOf(builder.first, problems.size() + 1);
        int rows = builder.rows;
        first[problems.size()] = rows;
        correct = rows == builder.correct.length ? builder.correct : Arrays.copyOf(builder.correct, rows);
        answers = cut(builder.answers, builder.answered, rows);
        tokens = cut(builder.tokens, builder.tokened, rows);
        run = cut(builder.run, !builder.runs.isEmpty(), rows);
        runs = List.copyOf(builder.runs);
        firstStep = cut(builder.firstStep, builder.stepped, rows + 1);
        if (builder.stepped) {
            firstStep[rows] = builder.stepCount;
        }
        stepScores = Arrays.copyOf(builder.stepScores, builder.stepCount);
        sortedTokens = tokens.clone();
        Arrays.sort(sortedTokens);
        long sum = 0;
        for (int one : tokens) {
            sum += one;
        }
        meanTokens = tokens.length == 0 ? 0 : (double) sum / tokens.length;
        tokenVariance = variance(tokens, sum);
        scores = new double[builder.scores.length][];
        for (int call = 0; call < scores.length; call++) {
            scores[call] = rows == builder.scores[call].length
                    ? builder.scores[call]
                    : Arrays.copyOf(builder.scores[call], rows);
        }
        scoreNames = List.copyOf(builder.scoreNames);
    }

    /** The same candidates with one of their scores. */
    private Recording(Recording all, int call) {
        problems = all.problems;
        levels = all.levels;
        level = all.level;
        first = all.first;
        correct = all.correct;
        answers = all.answers;
        scores = new double[][] {all.scores[call]};
        scoreNames = all.scoreNames.isEmpty() ? List.of() : List.of(all.scoreNames.get(call));
        runs = all.runs;
        run = all.run;
        firstStep = all.firstStep;
        stepScores = all.stepScores;
        tokens = all.tokens;
        sortedTokens = all.sortedTokens;
        meanTokens = all.meanTokens;
        tokenVariance = all.tokenVariance;
    }

    /** An array without the room at its end; no element when there is no such column. */
    private static int[] cut(int[] column, boolean recorded, int rows) {
        return !recorded ? new int[0] : rows == column.length ? column : Arrays.copyOf(column, rows);
    }

    /** The mean squared distance from the mean, from whole numbers alone: Σ(t − q)² ÷ n − (mean − q)², q next to the mean. */
    private static double variance(int[] tokens, long sum) {
        if (tokens.length == 0) {
            return 0;
        }
        long near = sum / tokens.length;
        long high = 0;
        long low = 0;
        for (int one : tokens) {
            long distance = one - near;
            low += distance * distance;
            if (low < 0) { // a sum beyond 63 bits
                low &= Long.MAX_VALUE;
                high++;
            }
        }
        double squares = high * 0x1p63 + low;
        double rest = (double) (sum - near * tokens.length) / tokens.length;
        return squares / tokens.length - rest * rest;
    }

    /** How many problems there are. */
    public int size() {
        return problems.size();
    }

    /** The problem's name in the recording. */
    public String name(int problem) {
        return problems.get(problem);
    }

    /** The number of the problem's level among {@link #levels()}, −1 when none was recorded. */
    public int level(int problem) {
        return level[problem];
    }

    /** The names of the levels, in order of first appearance; none when none were recorded. */
    public List<String> levels() {
        return levels;
    }

    /** n: how many candidates of a problem were recorded. */
    public int candidates(int problem) {
        return first[problem + 1] - first[problem];
    }

    /** The least n of all problems. */
    public int fewest() {
        int fewest = Integer.MAX_VALUE;
        for (int problem = 0; problem < size(); problem++) {
            fewest = Math.min(fewest, candidates(problem));
        }
        return fewest;
    }

    /** The greatest n of all problems. */
    public int most() {
        int most = 0;
        for (int problem = 0; problem < size(); problem++) {
            most = Math.max(most, candidates(problem));
        }
        return most;
    }

    /** c: how many candidates of a problem are right. */
    public int correct(int problem) {
        int count = 0;
        for (int row = first[problem]; row < first[problem + 1]; row++) {
            count += correct[row] ? 1 : 0;
        }
        return count;
    }

    /** Whether a candidate is right. */
    public boolean correct(int problem, int candidate) {
        return correct[first[problem] + candidate];
    }

    /** Whether final answers were recorded. */
    public boolean hasAnswers() {
        return answers.length > 0;
    }

    /** The class of a candidate's final answer, from 0 within its problem; {@link #NO_ANSWER} when it gave none. */
    public int answer(int problem, int candidate) {
        return answers[first[problem] + candidate];
    }

    /** How many classes of answers a problem's candidates gave: every class is below. */
    public int classes(int problem) {
        int classes = 0;
        for (int row = first[problem]; row < first[problem + 1] && hasAnswers(); row++) {
            classes = Math.max(classes, answers[row] + 1);
        }
        return classes;
    }

    /** How many verifier calls were recorded for each candidate. */
    public int calls() {
        return scores.length;
    }

    /** The log-odds that a verifier's call gave a candidate; {@link #NO_SCORE} when it gave none. */
    public double score(int call, int problem, int candidate) {
        return scores[call][first[problem] + candidate];
    }

    /** What the scores are called, one name a call; none when they have no names. */
    public List<String> scoreNames() {
        return scoreNames;
    }

    /**
     * The same candidates with one of their scores alone.
     *
     * @param call which, from 0 to {@link #calls()}, exclusive
     */
    public Recording withScore(int call) {
        return calls() == 1 ? this : new Recording(this, call);
    }

    /** The names of the runs, in order of first appearance; none when they were not recorded. */
    public List<String> runs() {
        return runs;
    }

    /** The number of a candidate's run among {@link #runs()}. */
    public int run(int problem, int candidate) {
        return run[first[problem] + candidate];
    }

    /** Whether scores of steps were recorded, of one candidate at least. */
    public boolean hasStepScores() {
        return stepScores.length > 0;
    }

    /** The scores of a candidate's steps as they stand in the recording, in order; none where none were recorded. */
    public double[] stepScores(int problem, int candidate) {
        int row = first[problem] + candidate;
        return firstStep.length == 0
                ? new double[0]
                : Arrays.copyOfRange(stepScores, firstStep[row], firstStep[row + 1]);
    }

    /** Whether every score says only whether the candidate was accepted: at most two values, of different signs. */
    public boolean hasVerdicts() {
        double accepted = Double.NaN;
        double rejected = Double.NaN;
        for (double[] call : scores) {
            for (double score : call) {
                if (score > 0) {
                    if (score != accepted && !Double.isNaN(accepted)) {
                        return false;
                    }
                    accepted = score;
                } else {
                    if (score != rejected && !Double.isNaN(rejected)) {
                        return false;
                    }
                    rejected = score;
                }
            }
        }
        return scores.length > 0;
    }

    /** Whether tokens were recorded. */
    public boolean hasTokens() {
        return tokens.length > 0;
    }

    /** The tokens of a candidate. */
    public int tokens(int problem, int candidate) {
        return tokens[first[problem] + candidate];
    }

    /** The mean tokens of all candidates; 0 without tokens. */
    public double meanTokens() {
        return meanTokens;
    }

    /** The variance of the tokens of all candidates; 0 without tokens. */
    public double tokenVariance() {
        return tokenVariance;
    }

    /** The least number that more than a share {@code u} in [0, 1) of all candidates' tokens do not exceed; the greatest at 1. */
    public int tokenQuantile(double u) {
        return sortedTokens[(int) Math.min(tokens.length - 1, (long) (u * tokens.length))];
    }

    /** Whether every candidate gave an answer. */
    public boolean allAnswered() {
        return Arrays.stream(answers).allMatch(one -> one != NO_ANSWER);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Recording that
                && problems.equals(that.problems)
                && levels.equals(that.levels)
                && Arrays.equals(level, that.level)
                && Arrays.equals(first, that.first)
                && Arrays.equals(correct, that.correct)
                && Arrays.equals(answers, that.answers)
                && Arrays.equals(tokens, that.tokens)
                && runs.equals(that.runs)
                && Arrays.equals(run, that.run)
                && Arrays.equals(firstStep, that.firstStep)
                && Arrays.equals(stepScores, that.stepScores)
                && scoreNames.equals(that.scoreNames)
                && Arrays.deepEquals(scores, that.scores);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(correct);
    }

    /** Takes down a recording, problem by problem and candidate by candidate. */
    public static final class Builder {

        private static final int ROOM = 1024;

        private final boolean answered;
        private final boolean tokened;
        private final List<String> problems = new ArrayList<>();
        private final List<String> levels = new ArrayList<>();
        private int[] level = new int[ROOM];
        private int[] first = new int[ROOM];
        private boolean[] correct;
        private int[] answers;
        private int[] tokens;
        private final double[][] scores;
        private List<String> scoreNames = List.of();
        private final List<String> runs = new ArrayList<>();
        private final Map<String, Integer> runNumbers = new HashMap<>();
        private int[] run = {};
        private boolean stepped;
        private int[] firstStep = {};
        private double[] stepScores = {};
        private int stepCount;
        private int rows;

        /**
         * A recording without candidates yet.
         *
         * @param answered whether it has final answers
         * @param calls how many verifier calls it has for each candidate, at least 0
         * @param tokened whether it has tokens
         */
        public Builder(boolean answered, int calls, boolean tokened) {
            this(answered, calls, tokened, ROOM);
        }

        /**
         * A recording without candidates yet.
         *
         * @param answered whether it has final answers
         * @param calls how many verifier calls it has for each candidate, at least 0
         * @param tokened whether it has tokens
         * @param room how many candidates are expected, at least 1; with exactly so many nothing is copied
         */
        public Builder(boolean answered, int calls, boolean tokened, int room) {
            this.answered = answered;
            this.tokened = tokened;
            correct = new boolean[room];
            answers = new int[answered ? room : 0];
            tokens = new int[tokened ? room : 0];
            scores = new double[calls][room];
        }

        /**
         * Names the scores.
         *
         * @throws IllegalArgumentException when there are not as many names as scores
         */
        public Builder scoreNames(List<String> names) {
            if (names.size() != scores.length) {
                throw new IllegalArgumentException(
                        "%d scores need as many names, not %s".formatted(scores.length, names));
            }
            scoreNames = List.copyOf(names);
            return this;
        }

        /** Begins a problem; the candidates that follow are its own. */
        public void problem(String name, Optional<String> levelName) {
            int number = problems.size();
            if (number + 1 >= first.length) {
                first = Arrays.copyOf(first, 2 * first.length);
                level = Arrays.copyOf(level, 2 * level.length);
            }
            first[number] = rows;
            level[number] = levelName.map(this::levelNumber).orElse(-1);
            problems.add(name);
        }

        private int levelNumber(String name) {
            int known = levels.indexOf(name);
            if (known < 0) {
                levels.add(name);
                return levels.size() - 1;
            }
            return known;
        }

        /**
         * Adds a candidate to the problem begun last.
         *
         * @param right whether it is right
         * @param answer the class of its answer within the problem, or {@link #NO_ANSWER}; of no effect without answers
         * @param tokensUsed at least 0; of no effect without tokens
         * @param logOdds one score for each verifier call, or {@link #NO_SCORE}
         * @throws IllegalArgumentException when a value is out of range, or there are too many candidates
         * @throws IllegalStateException when no problem was begun
         */
        public void candidate(boolean right, int answer, int tokensUsed, double... logOdds) {
            if (problems.isEmpty()) {
                throw new IllegalStateException("a candidate needs a problem");
            }
            if (rows == MOST_CANDIDATES) {
                throw new IllegalArgumentException(
                        "a recording holds at most %d candidates".formatted(MOST_CANDIDATES));
            }
            if (logOdds.length != scores.length) {
                throw new IllegalArgumentException(
                        "a candidate has %d scores, not %d".formatted(scores.length, logOdds.length));
            }
            if (rows == correct.length) {
                grow();
            }
            correct[rows] = right;
            if (answered) {
                if (answer < NO_ANSWER) {
                    throw new IllegalArgumentException("a class of answers must be at least 0, not " + answer);
                }
                answers[rows] = answer;
            }
            if (tokened) {
                if (tokensUsed < 0) {
                    throw new IllegalArgumentException("tokens must be at least 0, not " + tokensUsed);
                }
                tokens[rows] = tokensUsed;
            }
            for (int call = 0; call < scores.length; call++) {
                if (!(Math.abs(logOdds[call]) <= -NO_SCORE)) {
                    throw new IllegalArgumentException(
                            "a score in log-odds must be between -1000 and 1000, not " + logOdds[call]);
                }
                scores[call][rows] = logOdds[call];
            }
            if (stepped) {
                firstStep[rows] = stepCount;
            }
            rows++;
        }

        /** Says which run the candidate added last comes from; all candidates say it, or none. */
        public void run(String name) {
            if (run.length < correct.length) {
                run = Arrays.copyOf(run, correct.length);
            }
            run[rows - 1] = runNumbers.computeIfAbsent(name, unknown -> {
                runs.add(name);
                return runs.size() - 1;
            });
        }

        /** Says how the steps of the candidate added last were scored, in order. */
        public void steps(double... stepsOfIt) {
            stepped = true;
            if (firstStep.length <= correct.length) {
                firstStep = Arrays.copyOf(firstStep, correct.length + 1);
            }
            firstStep[rows - 1] = stepCount;
            if (stepScores.length < stepCount + stepsOfIt.length) {
                stepScores = Arrays.copyOf(stepScores, Math.max(2 * stepScores.length, stepCount + stepsOfIt.length));
            }
            System.arraycopy(stepsOfIt, 0, stepScores, stepCount, stepsOfIt.length);
            stepCount += stepsOfIt.length;
        }

        private void grow() {
            int room = 2 * rows;
            if (stepped) {
                firstStep = Arrays.copyOf(firstStep, room + 1);
            }
            correct = Arrays.copyOf(correct, room);
            if (answered) {
                answers = Arrays.copyOf(answers, room);
            }
            if (tokened) {
                tokens = Arrays.copyOf(tokens, room);
            }
            for (int call = 0; call < scores.length; call++) {
                scores[call] = Arrays.copyOf(scores[call], room);
            }
        }

        /**
         * The recording. Nothing can be added afterwards.
         *
         * @throws IllegalArgumentException when there is no problem, or a problem has no candidate
         */
        public Recording build() {
            if (problems.isEmpty()) {
                throw new IllegalArgumentException("a recording needs at least one problem");
            }
            Recording made = new Recording(this);
            for (int problem = 0; problem < made.size(); problem++) {
                if (made.candidates(problem) == 0) {
                    throw new IllegalArgumentException("problem '%s' has no candidate".formatted(made.name(problem)));
                }
            }
            return made;
        }
    }
}
