package overthink.core.fit.answer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import overthink.core.law.answer.PitmanYor;
import overthink.core.random.CounterStream;
import overthink.core.world.Recording;

/** Forecasts of votes: within the recording its replay, beyond it closed forms and slow simulations. Seeds fixed. */
class VoteForecastTest {

    private static final long SEED = 20261128;

    /** Each string a problem: letters are answers, capitals right, '-' none; a score of each letter is its place in the alphabet. */
    private static Recording recording(String... problems) {
        Recording.Builder builder = new Recording.Builder(true, 1, false);
        for (String problem : problems) {
            builder.problem(problem, Optional.empty());
            for (char c : problem.toCharArray()) {
                boolean none = c == '-' || c == '+';
                int answer = none ? Recording.NO_ANSWER : Character.toLowerCase(c) - 'a';
                builder.candidate(Character.isUpperCase(c) || c == '+', answer, 0, none ? 0 : answer + 1);
            }
        }
        return builder.build();
    }

    private static IntFunction<IntToDoubleFunction> fixed(double p) {
        return draw -> problem -> p;
    }

    private static VoteForecast forecast(Recording recording, double p, VoteWeight weight, int draws, long... budgets) {
        return VoteForecast.of(AnswerPosterior.of(AnswerCounts.of(recording)), fixed(p), weight, budgets, draws, SEED);
    }

    @Test
    void counts_ofLetters_areThese() {
        AnswerCounts counts = AnswerCounts.of(recording("AAbB-+c", "--"));
        assertEquals(7, counts.candidates(0));
        assertEquals(4, counts.correct(0));
        assertEquals(1, counts.missing(0));
        assertEquals(1, counts.silentRight(0));
        assertEquals(3, counts.classes(0));
        assertEquals(2, counts.votes(0, 1));
        assertEquals(1, counts.rights(0, 1));
        assertArrayEquals(new double[] {2, 2}, counts.scores(0, 1));
        assertArrayEquals(new int[] {2, 1, 1}, counts.rightPartition(0));
        assertArrayEquals(new int[] {1, 1}, counts.wrongPartition(0));
        assertTrue(counts.hasSeveralRight());
        assertEquals(0, counts.classes(1));
        assertEquals(2, counts.missing(1));
    }

    @Test
    void at_recordedN_isTheReplay() {
        Recording all = recording("AAbc", "AAbb", "bbbA", "----", "AaCb");
        VoteForecast forecast = forecast(all, 0.5, VoteWeight.COUNT, 3, 4, 2);
        // 1, a tie, 0, nobody, and two of one class of which one is right
        assertEquals((1 + 0.5 + 0 + 0 + 0.5) / 5, forecast.at(4).mean(), 1e-12);
        assertEquals(0, forecast.at(4).width90(), 1e-12);
        // two of four: AA 1/6, Ab and Ac 4/6 a tie, bc 0; AA 1/6, Ab 4/6; bA 3/6; 0; Aa 1/6 half, AaC 4/6 …
        double first = 1.0 / 6 + 4.0 / 6 / 2;
        double second = 1.0 / 6 + 4.0 / 6 / 2;
        double third = 3.0 / 6 / 2;
        // Aa .5; A or a with C: (.5 + 1)/2, twice; with b: .5/2, twice; Cb: .5
        double fifth = (0.5 + 2 * 0.75 + 2 * 0.25 + 0.5) / 6;
        assertEquals((first + second + third + fifth) / 5, forecast.at(2).mean(), 1e-12);
    }

    @Test
    void at_recordedN_ofWeightedVotes_isTheirReplay() {
        // scores a 1, b 2, c 3
        Recording all = recording("AAbC", "AAAb", "AAbc");
        assertEquals(
                2.0 / 3, forecast(all, 0.5, VoteWeight.LOGIT_SUM, 1, 4).at(4).mean(), 0.34);
        // sums: 2, 2, 3 → C; 3, 2 → A; 2, 2, 3 → c
        assertEquals(
                2.0 / 3, forecast(all, 0.5, VoteWeight.LOGIT_SUM, 1, 4).at(4).mean(), 1e-12);
        // greatest: C; b; c
        assertEquals(1.0 / 3, forecast(all, 0.5, VoteWeight.MAX, 1, 4).at(4).mean(), 1e-12);
        assertEquals(1.0 / 3, forecast(all, 0.5, VoteWeight.MEAN, 1, 4).at(4).mean(), 1e-12);
        // √2 = 1.41, 2, 3 → C; √3 = 1.73, 2 → b; c
        assertEquals(
                1.0 / 3, forecast(all, 0.5, VoteWeight.ROOT_COUNT, 1, 4).at(4).mean(), 1e-12);
    }

    @Test
    void at_lessThanRecorded_ofWeightedVotes_isCloseToTheMajorityWhenScoresAreEqual() {
        // 64 orders of 20 problems: ± .5/√1280 = .014; allowed six of it
        String[] problems = new String[20];
        java.util.Arrays.fill(problems, "AAAbbc");
        Recording.Builder builder = new Recording.Builder(true, 1, false);
        for (String one : problems) {
            builder.problem(one, Optional.empty());
            for (char c : one.toCharArray()) {
                builder.candidate(c == 'A', Character.toLowerCase(c) - 'a', 0, 0.7);
            }
        }
        Recording all = builder.build();
        for (VoteWeight weight : new VoteWeight[] {VoteWeight.SUM, VoteWeight.LOGIT_SUM, VoteWeight.ROOT_COUNT}) {
            VoteForecast weighted = forecast(all, 0.5, weight, 1, 3);
            if (weight != VoteWeight.ROOT_COUNT) {
                assertEquals(
                        forecast(all, 0.5, VoteWeight.COUNT, 1, 3).at(3).mean(),
                        weighted.at(3).mean(),
                        0.085);
            }
        }
    }

    @Test
    void at_oneMore_hasTheClosedForm() {
        // Ab, one more of p = .4 and none missing (hardly): right → A wins; wrong and b again → lost; wrong and new → a
        // tie of three
        PitmanYor law = new PitmanYor(0.3, 1.2);
        Recording all = recording("Ab");
        ProblemVotes votes = new ProblemVotes(AnswerCounts.of(all), 0, VoteWeight.COUNT, true);
        Continuation continuation = new Continuation(VoteWeight.COUNT, votes);
        AnswerDraw laws = new AnswerDraw(1, 1, law, Optional.empty());
        double again = 0.7 / 2.2;
        double expected = 0.4 + 0.6 * (1 - 0.25) * (1 - again) / 3 + 0.6 * 0.25 * 0.5;
        int draws = 200_000;
        double sum = 0;
        for (int draw = 0; draw < draws; draw++) {
            continuation.turnTo(overthink.core.random.Origin.of(SEED), 0, votes, draw);
            continuation.begin(0, 0.4, 0.25, laws);
            sum += continuation.accuracy(1);
        }
        // six standard errors, at most .5/√200,000 each
        assertEquals(expected, sum / draws, 6 * 0.5 / StrictMath.sqrt(draws));
    }

    @Tag("slow")
    @Test
    void weighted_byCount_isThePlainMajority() {
        // the general path with all scores equal against the short one; both ± .5/√draws
        Recording all = recording("AAbbc-", "AbbcD-");
        AnswerCounts counts = AnswerCounts.of(all);
        int draws = 40_000;
        AnswerDraw laws = new AnswerDraw(1, 1, new PitmanYor(0.3, 1.2), Optional.empty());
        ProblemVotes plain = new ProblemVotes(counts, 0, VoteWeight.COUNT, true);
        assertTrue(plain.plain);
        long[] budgets = {1, 3, 10, 40, 200, 3000};
        double[] slow = new double[budgets.length];
        double[] fast = new double[budgets.length];
        Continuation continuation = new Continuation(VoteWeight.COUNT, plain);
        CounterStream stream = new CounterStream(SEED);
        for (int draw = 0; draw < draws; draw++) {
            continuation.turnTo(overthink.core.random.Origin.of(SEED), 0, plain, draw);
            continuation.begin(0, 0.3, 0.1, laws);
            for (int j = 0; j < budgets.length; j++) {
                fast[j] += continuation.accuracy(budgets[j]);
            }
            if (draw < draws / 4) {
                slow(budgets, slow, stream);
            }
        }
        for (int j = 0; j < budgets.length; j++) {
            assertEquals(
                    slow[j] / (draws / 4), fast[j] / draws, 6 * 0.5 * StrictMath.sqrt(5.0 / draws), "at " + budgets[j]);
        }
    }

    /** AAbbc- goes on with p = .3, a tenth of the rest without an answer, d = .3 and θ = 1.2: all votes one by one. */
    private static void slow(long[] budgets, double[] into, CounterStream stream) {
        int right = 2;
        int wrongs = 3;
        int[] votes = new int[4000];
        votes[0] = 2;
        votes[1] = 1;
        int classes = 2;
        int made = 0;
        for (int j = 0; j < budgets.length; j++) {
            for (; made < budgets[j]; made++) {
                double u = overthink.core.random.Address.uniform(stream.nextLong());
                if (u < 0.3) {
                    right++;
                } else if (u >= 0.37) {
                    double x = overthink.core.random.Address.uniform(stream.nextLong()) * (wrongs + 1.2);
                    int a = 0;
                    while (a < classes && x >= votes[a] - 0.3) {
                        x -= votes[a] - 0.3;
                        a++;
                    }
                    votes[a]++;
                    classes = Math.max(classes, a + 1);
                    wrongs++;
                }
            }
            int most = 0;
            int tied = 1;
            for (int a = 0; a < classes; a++) {
                most = Math.max(most, votes[a]);
            }
            for (int a = 0; a < classes; a++) {
                tied += votes[a] == right ? 1 : 0;
            }
            into[j] += most > right ? 0 : most < right ? 1 : 1.0 / tied;
        }
    }

    @Tag("slow")
    @Test
    void logitSum_ofEqualScores_isTheMajority() {
        // scores of 1 alike: the same urns, but the general path; 4,000 draws of 2 problems, the same splits
        Recording.Builder builder = new Recording.Builder(true, 1, false);
        for (String one : new String[] {"AAbbc-", "AbbcD-", "aAbc"}) {
            builder.problem(one, Optional.empty());
            for (char c : one.toCharArray()) {
                builder.candidate(
                        Character.isUpperCase(c),
                        c == '-' ? Recording.NO_ANSWER : Character.toLowerCase(c) - 'a',
                        0,
                        1);
            }
        }
        Recording all = builder.build();
        long[] budgets = {8, 30, 300, 20_000};
        VoteForecast counted = forecast(all, 0.3, VoteWeight.COUNT, 3000, budgets);
        VoteForecast summed = forecast(all, 0.3, VoteWeight.LOGIT_SUM, 3000, budgets);
        for (long budget : budgets) {
            double error = StrictMath.hypot(counted.monteCarloError(budget), summed.monteCarloError(budget));
            assertEquals(counted.at(budget).mean(), summed.at(budget).mean(), 6 * error, "at " + budget);
        }
    }

    @Test
    void at_farOut_isOneWhereRightLeadsForSure() {
        VoteForecast forecast = forecast(recording("AAAAAAAAAb", "AAAAAAAAAc"), 0.9, VoteWeight.COUNT, 50, 100_000);
        assertEquals(1, forecast.at(100_000).mean(), 1e-12);
        VoteForecast hopeless = forecast(recording("bbbbbb", "cccccc"), 0, VoteWeight.COUNT, 50, 100_000);
        assertEquals(0, hopeless.at(100_000).mean(), 0);
    }

    @Test
    void draws_sameSeed_areTheSameAndPrefixesAgree() {
        Recording all = recording("AAbbc-", "Abbc--", "AaBb");
        VoteForecast one = forecast(all, 0.3, VoteWeight.SUM, 40, 50, 500);
        VoteForecast other = forecast(all, 0.3, VoteWeight.SUM, 40, 500, 50);
        assertArrayEquals(one.draws(50), other.draws(50));
        assertArrayEquals(one.draws(500), other.draws(500));
        VoteForecast fewer = forecast(all, 0.3, VoteWeight.SUM, 10, 50, 500);
        assertArrayEquals(java.util.Arrays.copyOf(one.draws(50), 10), fewer.draws(50));
    }

    @Test
    void expectedAndPopulation_ofARun_areNarrowerAndWider() {
        String[] problems = new String[60];
        for (int i = 0; i < problems.length; i++) {
            problems[i] = i % 3 == 0 ? "AAAbbc" : i % 3 == 1 ? "Abbbcd" : "AAbbcd";
        }
        VoteForecast forecast = forecast(recording(problems), 0.3, VoteWeight.COUNT, 400, 12);
        assertTrue(forecast.expected(12).width90() < forecast.at(12).width90());
        assertTrue(forecast.population(12).width90() > forecast.at(12).width90());
        assertEquals(forecast.at(12).mean(), forecast.expected(12).mean(), 1e-12);
        assertTrue(forecast.monteCarloError(12) < 0.01);
    }

    @Test
    void of_whatCannotBe_isRefused() {
        Recording.Builder bare = new Recording.Builder(false, 0, false);
        bare.problem("x", Optional.empty());
        bare.candidate(true, 0, 0);
        assertThrows(IllegalArgumentException.class, () -> AnswerCounts.of(bare.build()));
        Recording.Builder unscored = new Recording.Builder(true, 0, false);
        unscored.problem("x", Optional.empty());
        unscored.candidate(true, 0, 0);
        assertThrows(IllegalArgumentException.class, () -> forecast(unscored.build(), 0.5, VoteWeight.SUM, 1, 2));
        assertThrows(IllegalArgumentException.class, () -> forecast(recording("A"), 0.5, VoteWeight.COUNT, 0, 2));
        assertThrows(IllegalArgumentException.class, () -> forecast(recording("A"), 0.5, VoteWeight.COUNT, 1, 0));
        assertThrows(
                IllegalArgumentException.class,
                () -> forecast(recording("A"), 0.5, VoteWeight.COUNT, 1, 2).at(3));
    }
}
