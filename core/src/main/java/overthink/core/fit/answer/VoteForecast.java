package overthink.core.fit.answer;

import java.util.Arrays;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import overthink.core.exact.replay.MajorityReplay;
import overthink.core.fit.ForecastValue;
import overthink.core.fit.difficulty.DifficultyPosterior;
import overthink.core.random.Address;
import overthink.core.random.CounterStream;
import overthink.core.random.Origin;
import overthink.core.random.Purpose;
import overthink.core.random.Site;

/**
 * What a vote would measure if a recording went on: the accuracy of a majority or weighted vote of N candidates on the recorded
 * problems, N beyond what was recorded.
 *
 * <p>Each draw takes every problem's p from the posterior of difficulty, its share without an answer from {@link MissingAnswers} and
 * the laws of agreement from {@link PitmanYorPosterior}, and lets the recording go on: what is recorded stays, the N − n new
 * candidates of a problem are right, without an answer or wrong, and join the urns of right and wrong answers. Equals share a
 * win by their votes, as the first seen of them does. All budgets of a draw are one continuation that grows.
 *
 * <p><b>Scores.</b> A new answer takes the scores of a recorded answer of its problem, each with the same chance. A further
 * candidate of an answer has the score of a recorded candidate of that answer at random: exact where the score is a property of
 * the answer, as of tests or of clusters; else it is assumed that within an answer scores do not depend on being right or on
 * each other, and that no score is beyond those recorded.
 *
 * <p><b>What is approximated.</b> Votes are one by one at first and then many at once, exactly but for classes out of the
 * leader's reach ({@link Urn}). Sums of more than 32 scores that differ within an answer are normal. Where a problem has more
 * candidates than N, the majority has its closed form there, and other votes the mean of 64 random orders.
 */
public final class VoteForecast {

    /** How many draws a forecast is made of where nothing else is said and problems are not very many. */
    public static final int DRAWS = 400;

    /** With more problems there are fewer draws, so that problems × draws stay about this. */
    private static final double PAIRS = 2.4e6;

    private static final int FEWEST_DRAWS = 24;
    /** Of so many draws one has two continuations, from which the chance of a run is told. */
    private static final int TWICE = 16;

    private final long[] budgets;
    /** By budget and draw. */
    private final double[][] measured;

    private final double[][] population;
    /** By budget: the variance that comes of the chance of a run. */
    private final double[] runVariance;

    private VoteForecast(long[] budgets, int draws) {
        this.budgets = budgets;
        measured = new double[budgets.length][draws];
        population = new double[budgets.length][draws];
        runVariance = new double[budgets.length];
    }

    /** The draws that a forecast of so many problems is made of: {@value #DRAWS}, fewer from 6,000 problems on, never below 24: with so many problems an interval is narrow, and its ends are then coarse. */
    public static int drawsFor(int problems) {
        return (int) Math.max(FEWEST_DRAWS, Math.min(DRAWS, PAIRS / problems));
    }

    /**
     * The forecast.
     *
     * @param answers the posterior of answers
     * @param difficulty the posterior of difficulty of the same recording; draw r is its draw r
     * @param weight what makes the weight of an answer
     * @param budgets the N to be asked, each at least 1, in any order
     * @param draws at least 1
     * @param seed of the draws
     * @throws IllegalArgumentException when a budget or the number of draws is outside its range, the posteriors are of different
     *     numbers of problems, or the rule needs scores that were not recorded
     */
    public static VoteForecast of(
            AnswerPosterior answers,
            DifficultyPosterior difficulty,
            VoteWeight weight,
            long[] budgets,
            int draws,
            long seed) {
        int size = answers.counts().size();
        if (difficulty.counts().size() != size) {
            throw new IllegalArgumentException("the posterior of difficulty has %d problems, that of answers %d"
                    .formatted(difficulty.counts().size(), size));
        }
        return of(answers, number -> difficulty.draw(number, seed)::p, weight, budgets, draws, seed);
    }

    static VoteForecast of(
            AnswerPosterior answers,
            IntFunction<IntToDoubleFunction> difficulty,
            VoteWeight weight,
            long[] budgets,
            int draws,
            long seed) {
        AnswerCounts counts = answers.counts();
        if (draws < 1) {
            throw new IllegalArgumentException("a forecast needs at least 1 draw, not " + draws);
        }
        if (!weight.isCount() && !counts.hasScores()) {
            throw new IllegalArgumentException(
                    "a vote weighted by %s needs scores, and the recording has none".formatted(weight));
        }
        long[] sorted = Arrays.stream(budgets).sorted().distinct().toArray();
        if (sorted.length == 0 || sorted[0] < 1) {
            throw new IllegalArgumentException(
                    "a forecast needs budgets of at least 1, not " + Arrays.toString(budgets));
        }
        VoteForecast forecast = new VoteForecast(sorted, draws);
        forecast.draw(answers, difficulty, weight, seed);
        return forecast;
    }

    private void draw(
            AnswerPosterior answers, IntFunction<IntToDoubleFunction> difficulty, VoteWeight weight, long seed) {
        AnswerCounts counts = answers.counts();
        int size = counts.size();
        ProblemVotes[] problems = new ProblemVotes[size];
        for (int i = 0; i < size; i++) {
            problems[i] = new ProblemVotes(counts, i, weight, answers.right().isEmpty());
        }
        Origin origin = Origin.of(seed);
        double[][] outcomes = new double[budgets.length][size];
        int[] replayed = replay(counts, problems, weight, origin, outcomes);
        int draws = measured[0].length;
        // by budget and draw: the squares of differences between two continuations
        double[][] squares = new double[budgets.length][draws];
        int workers = Math.min(draws, Runtime.getRuntime().availableProcessors());
        // a draw depends on no other, so who draws it does not matter
        IntStream.range(0, workers).parallel().forEach(worker -> {
            double[][] own = new double[budgets.length][];
            for (int j = 0; j < budgets.length; j++) {
                own[j] = outcomes[j].clone();
            }
            drawSome(worker, workers, answers, difficulty, weight, seed, problems, replayed, own, squares);
        });
        int twice = (draws + TWICE - 1) / TWICE;
        for (int j = 0; j < budgets.length; j++) {
            double sum = 0;
            for (double one : squares[j]) {
                sum += one;
            }
            runVariance[j] = sum / twice / size / size;
        }
    }

    /** Every {@code step}-th draw from {@code first} on. */
    private void drawSome(
            int first,
            int step,
            AnswerPosterior answers,
            IntFunction<IntToDoubleFunction> difficulty,
            VoteWeight weight,
            long seed,
            ProblemVotes[] problems,
            int[] replayed,
            double[][] outcomes,
            double[][] squares) {
        int size = problems.length;
        Origin origin = Origin.of(seed);
        Site again = new Site(Purpose.FORECAST_PROBLEMS);
        again.turnTo(origin, 0);
        CounterStream stream = new CounterStream();
        Continuation continuation = new Continuation(weight, problems[0]);
        int[] times = new int[size];
        for (int draw = first; draw < measured[0].length; draw += step) {
            AnswerDraw laws = answers.draw(draw, seed);
            MissingAnswers.Law none = new MissingAnswers.Law(laws.missingA(), laws.missingB());
            IntToDoubleFunction p = difficulty.apply(draw);
            boolean second = draw % TWICE == 0;
            for (int i = 0; i < size; i++) {
                if (replayed[i] == budgets.length) {
                    continue;
                }
                ProblemVotes problem = problems[i];
                continuation.turnTo(origin, i, problem, draw);
                double chance = p.applyAsDouble(i);
                double missing = continuation.share(none);
                continuation.begin(0, chance, missing, laws);
                for (int j = replayed[i]; j < budgets.length; j++) {
                    outcomes[j][i] = continuation.accuracy(budgets[j] - problem.candidates);
                }
                if (second) {
                    continuation.begin(1, chance, missing, laws);
                    for (int j = replayed[i]; j < budgets.length; j++) {
                        double off = continuation.accuracy(budgets[j] - problem.candidates) - outcomes[j][i];
                        squares[j][draw] += off * off / 2;
                    }
                }
            }
            Arrays.fill(times, 0);
            again.move(stream, draw);
            for (int i = 0; i < size; i++) {
                times[(int) (Address.uniform(stream.nextLong()) * size)]++;
            }
            for (int j = 0; j < budgets.length; j++) {
                double sum = 0;
                double anew = 0;
                double[] row = outcomes[j];
                for (int i = 0; i < size; i++) {
                    sum += row[i];
                    anew += times[i] * row[i];
                }
                measured[j][draw] = sum / size;
                population[j][draw] = anew / size;
            }
        }
    }

    /** Writes the outcomes of budgets that a problem's recording holds; returns by problem how many budgets those are. */
    private int[] replay(
            AnswerCounts counts, ProblemVotes[] problems, VoteWeight weight, Origin origin, double[][] outcomes) {
        int[] replayed = new int[problems.length];
        Site orders = new Site(Purpose.FORECAST_ORDERS);
        CounterStream stream = new CounterStream();
        for (int i = 0; i < problems.length; i++) {
            int n = problems[i].candidates;
            MajorityReplay majority = null;
            orders.turnTo(origin, i);
            int j = 0;
            for (; j < budgets.length && budgets[j] <= n; j++) {
                int k = (int) budgets[j];
                if (k == n) {
                    outcomes[j][i] = problems[i].ofAll();
                } else if (weight.isCount()) {
                    majority = majority == null ? majority(counts, i) : majority;
                    outcomes[j][i] = majority.accuracy(k);
                } else {
                    orders.move(stream, k);
                    outcomes[j][i] = problems[i].ofSome(k, counts, i, stream);
                }
            }
            replayed[i] = j;
        }
        return replayed;
    }

    private static MajorityReplay majority(AnswerCounts counts, int problem) {
        int classes = counts.classes(problem);
        int[] votes = new int[classes];
        int[] rights = new int[classes];
        for (int a = 0; a < classes; a++) {
            votes[a] = counts.votes(problem, a);
            rights[a] = counts.rights(problem, a);
        }
        return MajorityReplay.ofClasses(votes, rights, counts.missing(problem) + counts.silentRight(problem));
    }

    /** The budgets asked, ascending. */
    public long[] budgets() {
        return budgets.clone();
    }

    /** What would be measured on the recorded problems if each had N candidates. */
    public ForecastValue at(long budget) {
        return ForecastValue.of(measured[place(budget)]);
    }

    /**
     * The same without the chance of that run. How much of the variance of the draws comes of it is told by second continuations of
     * every sixteenth draw; the draws are brought closer to their mean by as much.
     */
    public ForecastValue expected(long budget) {
        int place = place(budget);
        double[] draws = measured[place].clone();
        double variance = variance(draws);
        double mean = mean(draws);
        double shrink = variance > 0 ? StrictMath.sqrt(Math.max(0, 1 - runVariance[place] / variance)) : 0;
        for (int i = 0; i < draws.length; i++) {
            draws[i] = mean + shrink * (draws[i] - mean);
        }
        return ForecastValue.of(draws);
    }

    /**
     * What would be measured on as many new problems of the kind with N candidates each. The problems of each draw are drawn
     * from the recorded ones with replacement, each with its own continuation: how p, agreement and scores go together need no
     * law of its own.
     */
    public ForecastValue population(long budget) {
        return ForecastValue.of(population[place(budget)]);
    }

    /** What {@link #at} is made of: by draw number, so that differences can be taken draw by draw. */
    public double[] draws(long budget) {
        return measured[place(budget)].clone();
    }

    /** The standard error of the mean of {@link #at} for want of draws. */
    public double monteCarloError(long budget) {
        double[] draws = measured[place(budget)];
        return StrictMath.sqrt(variance(draws) / draws.length);
    }

    private int place(long budget) {
        int place = Arrays.binarySearch(budgets, budget);
        if (place < 0) {
            throw new IllegalArgumentException(
                    "budget %d was not asked for; there are %s".formatted(budget, Arrays.toString(budgets)));
        }
        return place;
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    private static double variance(double[] values) {
        double mean = mean(values);
        double sum = 0;
        for (double value : values) {
            sum += (value - mean) * (value - mean);
        }
        return values.length > 1 ? sum / (values.length - 1) : 0;
    }
}
