package overthink.core.fit.forecast;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.LongFunction;
import overthink.core.fit.ForecastValue;
import overthink.core.fit.answer.AnswerCounts;
import overthink.core.fit.answer.AnswerPosterior;
import overthink.core.fit.answer.VoteForecast;
import overthink.core.fit.answer.VoteWeight;
import overthink.core.fit.curve.Rule;
import overthink.core.fit.difficulty.CoverageForecast;
import overthink.core.fit.difficulty.DifficultyPosterior;
import overthink.core.fit.difficulty.SuccessCounts;
import overthink.core.fit.verifier.BestOfForecast;
import overthink.core.world.Recording;

/** The forecasts of one recording, each made when first asked for. */
final class Forecasts {

    private final Recording recording;
    private final Question question;
    private final long[] beyond;
    private final DifficultyPosterior difficulty;
    private final int voteDraws;
    private Optional<AnswerPosterior> answers = Optional.empty();

    /**
     * Forecasts at the budgets beyond the recording.
     *
     * @param beyond at least one
     */
    Forecasts(Recording recording, Question question, long[] beyond) {
        this.recording = recording;
        this.question = question;
        this.beyond = beyond;
        difficulty = DifficultyPosterior.of(SuccessCounts.of(recording), question.exponent());
        voteDraws = draws(VoteForecast.drawsFor(recording.size()));
    }

    private int draws(int unlessStated) {
        return question.draws() == Question.DRAWS_UNLESS_STATED ? unlessStated : question.draws();
    }

    /** How many draws strategies can be compared on. */
    int comparableDraws() {
        return voteDraws;
    }

    DifficultyPosterior difficulty() {
        return difficulty;
    }

    Optional<AnswerPosterior> answers() {
        return answers;
    }

    /** Why a rule cannot be forecast; empty when it can. */
    static Optional<String> refusal(Rule rule) {
        return switch (rule) {
            case COVERAGE, BEST_OF_N, MAJORITY_VOTE, WEIGHTED_VOTE -> Optional.empty();
            case ALL_RIGHT, FIRST_ACCEPTED ->
                Optional.of(
                        "%s is replayed inside the recording and not forecast beyond it: a fitted world can be run instead"
                                .formatted(rule.label()));
        };
    }

    RuleForecast of(Rule rule) {
        return switch (rule) {
            case COVERAGE -> coverage();
            case BEST_OF_N -> bestOf();
            case MAJORITY_VOTE -> vote(VoteWeight.COUNT);
            case WEIGHTED_VOTE -> vote(VoteWeight.SUM);
            case ALL_RIGHT, FIRST_ACCEPTED ->
                throw new IllegalArgumentException(refusal(rule).orElseThrow());
        };
    }

    private RuleForecast coverage() {
        int draws = draws(CoverageForecast.drawsFor(difficulty.counts()));
        CoverageForecast forecast = CoverageForecast.of(difficulty, beyond, draws, question.seed());
        return drawn(forecast::at, forecast::population, forecast::draws, forecast::lawInDoubt);
    }

    private RuleForecast vote(VoteWeight weight) {
        AnswerPosterior posterior = answers.orElseGet(() -> AnswerPosterior.of(AnswerCounts.of(recording)));
        answers = Optional.of(posterior);
        VoteForecast forecast = VoteForecast.of(posterior, difficulty, weight, beyond, voteDraws, question.seed());
        return drawn(forecast::at, forecast::population, forecast::draws, budget -> Optional.empty());
    }

    /** What is forecast by draws. */
    private static RuleForecast drawn(
            LongFunction<ForecastValue> at,
            LongFunction<ForecastValue> population,
            LongFunction<double[]> draws,
            LongFunction<Optional<String>> remark) {
        return new RuleForecast() {
            @Override
            public ForecastValue at(long budget) {
                return at.apply(budget);
            }

            @Override
            public ForecastValue population(long budget) {
                return population.apply(budget);
            }

            @Override
            public double[] draws(long budget, int count) {
                return Arrays.copyOf(draws.apply(budget), count);
            }

            @Override
            public Optional<String> remark(long budget) {
                return remark.apply(budget);
            }
        };
    }

    private RuleForecast bestOf() {
        BestOfForecast forecast = BestOfForecast.of(recording, 0, question.seed());
        return new RuleForecast() {
            @Override
            public ForecastValue at(long budget) {
                return forecast.at(budget);
            }

            @Override
            public ForecastValue population(long budget) {
                return forecast.population(budget);
            }

            @Override
            public double[] draws(long budget, int count) {
                return forecast.draws(count, budget);
            }

            @Override
            public Optional<String> remark(long budget) {
                return forecast.isIntervalOnly(budget)
                        ? Optional.of(
                                "beyond %d candidates (%d times those recorded) the interval is what is said of best-of-n; its mean is no claim"
                                        .formatted(
                                                (long) BestOfForecast.TRUSTED * forecast.recorded(),
                                                BestOfForecast.TRUSTED))
                        : Optional.empty();
            }
        };
    }
}
