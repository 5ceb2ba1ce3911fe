package overthink.core.fit.forecast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import overthink.core.fit.ForecastValue;
import overthink.core.fit.baseline.Baseline;
import overthink.core.fit.curve.Rule;
import overthink.core.fit.difficulty.TailExponent;
import overthink.core.world.Recording;

/** Replay and forecasts are joined at n. Nothing here is random but by its seed. */
class RecordingForecastTest {

    private static final List<Rule> FOUR =
            List.of(Rule.COVERAGE, Rule.BEST_OF_N, Rule.MAJORITY_VOTE, Rule.WEIGHTED_VOTE);

    /** Problems of 10 candidates; the score of a right one is greater by {@code gap} on average. */
    private static Recording some(int problems, double gap) {
        SplittableRandom random = new SplittableRandom(4);
        Recording.Builder builder = new Recording.Builder(true, 1, true);
        for (int problem = 0; problem < problems; problem++) {
            builder.problem("p" + problem, Optional.empty());
            double p = random.nextDouble();
            for (int candidate = 0; candidate < 10; candidate++) {
                boolean right = random.nextDouble() < p;
                double score = 2 * random.nextDouble() - 1 + (right ? gap : 0);
                builder.candidate(right, right ? 0 : 1 + random.nextInt(4), 100 + candidate, score);
            }
        }
        return builder.build();
    }

    private static Question question(List<Rule> rules, Long... budgets) {
        return new Question(rules, List.of(budgets), TailExponent.DEFAULT, 100, 3, 10);
    }

    private static RecordingForecast of(Recording recording, Question question) {
        return RecordingForecast.of(recording, question, stage -> {});
    }

    private static ForecastRow row(RecordingForecast forecast, Rule rule, long budget, Kind kind) {
        return forecast.rows().stream()
                .filter(row -> row.rule() == rule && row.budget() == budget && row.kind() == kind)
                .findFirst()
                .orElseThrow();
    }

    @Tag("slow")
    @Test
    void rows_insideAreReplayed_beyondForecastWithBaselinesBeside() {
        RecordingForecast forecast = of(some(30, 1), question(FOUR, 1L, 10L, 11L, 40L));
        for (Rule rule : FOUR) {
            for (long budget : new long[] {1, 10}) {
                ForecastRow row = row(forecast, rule, budget, Kind.REPLAYED);
                assertEquals(forecast.curve(rule).at((int) budget).orElseThrow().mean(), row.mean());
            }
            for (long budget : new long[] {11, 40}) {
                ForecastRow row = row(forecast, rule, budget, Kind.FORECAST);
                ForecastValue value = row.value().orElseThrow();
                assertTrue(value.lower90() <= row.mean() && row.mean() <= value.upper90(), row.toString());
                assertTrue(row.population().orElseThrow().width90() >= value.width90() / 2, row.toString());
                ForecastRow last = row(forecast, rule, budget, Kind.LAST_VALUE);
                assertEquals(row(forecast, rule, 10, Kind.REPLAYED).mean(), last.mean());
                assertTrue(last.value().isEmpty(), "baselines have no interval");
                Kind law = rule == Rule.COVERAGE ? Kind.EXPONENTIATED_POWER_LAW : Kind.SATURATING_POWER_LAW;
                assertTrue(row(forecast, rule, budget, law).mean() > 0);
            }
            assertTrue(forecast.rows().stream().noneMatch(row -> row.budget() <= 10 && row.kind() != Kind.REPLAYED));
        }
        assertEquals(4 * (2 + 2 * 4), forecast.rows().size());
    }

    /** One more candidate a problem than recorded changes a value by at most what one candidate can. */
    @Test
    void forecasts_startAtTheReplayedValue() {
        RecordingForecast forecast = of(some(60, 1), question(FOUR, 10L, 11L));
        for (Rule rule : FOUR) {
            double step = row(forecast, rule, 11, Kind.FORECAST).mean()
                    - row(forecast, rule, 10, Kind.REPLAYED).mean();
            assertEquals(0, step, 0.02, rule.label());
        }
    }

    @Tag("slow")
    @Test
    void sameQuestion_givesTheSameRows() {
        Question question = question(FOUR, 1L, 7L, 30L, 1000L);
        RecordingForecast one = of(some(12, 1), question);
        RecordingForecast other = of(some(12, 1), question);
        assertEquals(one.rows(), other.rows());
        assertEquals(one.choices(), other.choices());
    }

    @Test
    void costs_areWhatCandidatesCost() {
        RecordingForecast forecast = of(some(5, 1), question(FOUR, 4L));
        ForecastRow vote = row(forecast, Rule.MAJORITY_VOTE, 4, Kind.REPLAYED);
        assertEquals(4 * 104.5, vote.cost().tokens(), 1e-9);
        assertEquals(4 * 104.5 * 10 / 1e6, vote.cost().usd(), 1e-15);
        assertEquals(0, vote.cost().verifierCalls());
        assertEquals(4, row(forecast, Rule.BEST_OF_N, 4, Kind.REPLAYED).cost().verifierCalls());
        assertEquals(1, vote.cost().rounds());
    }

    /** Of 3 candidates one is accepted: 1 + 2/3 are drawn on average with 2, and 1 + 2/3 + 1/3 with 3. */
    @Tag("slow")
    @Test
    void firstAccepted_costsThoseDrawnUntilThen_andIsNotForecast() {
        Recording.Builder builder = new Recording.Builder(false, 1, false);
        builder.problem("p", Optional.empty());
        builder.candidate(true, 0, 0, 1);
        builder.candidate(false, 0, 0, -1);
        builder.candidate(false, 0, 0, -1);
        RecordingForecast forecast = of(builder.build(), question(List.of(Rule.FIRST_ACCEPTED), 2L, 3L, 9L));
        assertEquals(
                5.0 / 3,
                row(forecast, Rule.FIRST_ACCEPTED, 2, Kind.REPLAYED).cost().generations(),
                1e-12);
        assertEquals(
                2, row(forecast, Rule.FIRST_ACCEPTED, 3, Kind.REPLAYED).cost().verifierCalls(), 1e-12);
        assertEquals(2, forecast.rows().size());
        assertTrue(
                forecast.statements()
                        .get(0)
                        .startsWith("first-accepted is replayed inside the recording and not forecast"),
                forecast.statements().toString());
    }

    @Tag("slow")
    @Test
    void bestOfN_beyondTheRecording_isNotChosenOnItsMean() {
        RecordingForecast forecast =
                of(some(30, 1.2), question(List.of(Rule.BEST_OF_N, Rule.MAJORITY_VOTE), 10L, 100_000L));
        Choice inside = forecast.choices().get(0);
        assertEquals(Rule.BEST_OF_N, inside.best());
        assertTrue(inside.difference() > 0 && inside.reversed() < 0.5, inside.toString());
        Choice beyond = forecast.choices().get(1);
        ForecastRow best = row(forecast, Rule.BEST_OF_N, 100_000, Kind.FORECAST);
        ForecastRow vote = row(forecast, Rule.MAJORITY_VOTE, 100_000, Kind.FORECAST);
        assertTrue(
                best.mean() > vote.mean() && best.value().orElseThrow().lower90() <= vote.mean(), "the case at hand");
        assertEquals(Rule.MAJORITY_VOTE, beyond.best());
        assertTrue(beyond.difference() < 0 && beyond.reversed() > 0.5, beyond.toString());
        assertTrue(beyond.remark().orElseThrow().contains("not chosen on its mean"));
        assertTrue(best.remark().orElseThrow().contains("its mean is no claim"));
    }

    @Test
    void strategiesOfOneCandidate_areEven() {
        Choice one = of(some(30, 1), question(FOUR, 1L)).choices().get(0);
        assertEquals(Rule.BEST_OF_N, one.best(), "of equals the first that was asked for");
        assertEquals(0, one.difference(), 1e-12);
        assertEquals(0.5, one.reversed());
    }

    @Test
    void coverageAlone_hasNoChoice() {
        RecordingForecast forecast = of(some(5, 1), question(List.of(Rule.COVERAGE), 1L, 100L));
        assertTrue(forecast.choices().isEmpty());
        assertTrue(forecast.difficulty().isPresent());
        assertFalse(of(some(5, 1), question(List.of(Rule.COVERAGE), 1L))
                .difficulty()
                .isPresent());
    }

    /** Nothing solved, all solved, one problem, one candidate, unequal numbers of candidates. */
    @Tag("slow")
    @Test
    void degenerateRecordings_haveRows() {
        int[][][] cases = {
            {{4, 0}, {4, 0}}, {{4, 4}, {4, 4}}, {{4, 2}}, {{1, 0}, {1, 1}}, {{1, 1}}, {{2, 1}, {9, 3}, {5, 0}}
        };
        for (int[][] counts : cases) {
            Recording.Builder builder = new Recording.Builder(true, 1, false);
            List<String> names = new ArrayList<>();
            for (int[] one : counts) {
                builder.problem("p" + names.size(), Optional.empty());
                names.add("p");
                for (int candidate = 0; candidate < one[0]; candidate++) {
                    boolean right = candidate < one[1];
                    builder.candidate(
                            right, right ? 0 : candidate % 2 == 0 ? 1 : Recording.NO_ANSWER, 0, candidate % 3);
                }
            }
            RecordingForecast forecast = of(builder.build(), question(FOUR, 1L, 3L, 50L));
            for (ForecastRow row : forecast.rows()) {
                assertTrue(row.mean() >= 0 && row.mean() <= 1, row.toString());
                boolean measured = row.kind().baseline().isEmpty();
                assertEquals(measured, row.value().isPresent(), row.toString());
                assertEquals(measured && counts.length > 1, row.population().isPresent(), row.toString());
            }
            assertEquals(3, forecast.choices().size());
        }
    }

    @Test
    void unequalCandidates_areSaid() {
        Recording.Builder builder = new Recording.Builder(false, 0, false);
        for (int n : new int[] {2, 5}) {
            builder.problem("p" + n, Optional.empty());
            for (int candidate = 0; candidate < n; candidate++) {
                builder.candidate(candidate == 0, 0, 0);
            }
        }
        RecordingForecast forecast = of(builder.build(), question(List.of(Rule.COVERAGE), 2L, 3L));
        assertEquals(2, forecast.recorded());
        assertEquals(Kind.REPLAYED, forecast.rows().get(0).kind());
        assertEquals(Kind.FORECAST, forecast.rows().get(1).kind());
        assertEquals(
                "problems have 2 to 5 candidates: replayed up to 2, the least, and forecast beyond it",
                forecast.statements().get(0));
    }

    @Test
    void questions_outsideTheirRanges_areRefused() {
        assertThrows(IllegalArgumentException.class, () -> question(List.of(), 1L));
        assertThrows(IllegalArgumentException.class, () -> question(FOUR));
        assertThrows(IllegalArgumentException.class, () -> question(FOUR, 0L));
        assertThrows(IllegalArgumentException.class, () -> question(FOUR, 2L, 2L));
        assertThrows(IllegalArgumentException.class, () -> question(List.of(Rule.COVERAGE, Rule.COVERAGE), 2L));
        assertThrows(
                IllegalArgumentException.class,
                () -> new Question(FOUR, List.of(1L), TailExponent.DEFAULT, 10, 3, Double.NaN));
        assertThrows(
                IllegalArgumentException.class,
                () -> new Question(FOUR, List.of(1L), TailExponent.DEFAULT, 100, 3, -1));
    }

    @Test
    void kinds_nameTheirBaselines() {
        for (Baseline baseline : Baseline.values()) {
            assertEquals(baseline.label(), Kind.of(baseline).label());
        }
    }
}
