package overthink.strategies.shortcut;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import overthink.core.api.Resource;
import overthink.core.api.StrategyProvider;
import overthink.core.estimate.Method;
import overthink.core.estimate.Row;
import overthink.core.experiment.Budgets;
import overthink.core.experiment.ConfiguredStrategy;
import overthink.core.experiment.MethodChoice;
import overthink.core.law.cost.Costs;
import overthink.core.law.cost.Latency;
import overthink.core.law.cost.Price;
import overthink.core.law.cost.Tariff;
import overthink.core.model.RecordedWorld;
import overthink.core.results.Results;
import overthink.core.run.Simulator;
import overthink.core.testkit.ShortcutContract;
import overthink.core.world.Recording;
import overthink.strategies.selection.BestOfNProvider;
import overthink.strategies.selection.FirstAcceptedProvider;
import overthink.strategies.selection.SingleProvider;
import overthink.strategies.voting.MajorityVoteProvider;
import overthink.strategies.voting.WeightedVoteProvider;

/**
 * What is worked out of recorded candidates is what trials of them come to, in every quantity. Trials 4,000 a problem, a
 * fixed seed; a quantity may be 6 of its standard errors off, a chance of 2e-9 for each of about 500 comparisons.
 */
class RecordedShortcutsTest {

    private static final int TRIALS = 4_000;
    private static final double ERRORS = 6;

    /** Means of sums of whole nanoseconds. */
    private static final double ROUNDING = 1e-9;

    private static final Tariff VERIFIER = new Tariff(1e8, new Price(0.05, 0), new Latency(0.1, 0.001, 3));

    private static Costs costs(int concurrency) {
        return new Costs(new Tariff(1e9, new Price(0.1, 0.4), new Latency(0.2, 0.01, concurrency)), VERIFIER, 300);
    }

    /**
     * Six problems of 7 to 9 candidates with ties, missing answers and scores, and answers that are right now and wrong then.
     *
     * @param verdicts whether scores are verdicts
     */
    private static Recording recording(boolean verdicts, boolean tokens) {
        Random random = new Random(20261128);
        Recording.Builder builder = new Recording.Builder(true, 2, tokens);
        for (int problem = 0; problem < 6; problem++) {
            builder.problem("problem " + problem, Optional.empty());
            int n = 7 + problem % 3;
            for (int i = 0; i < n; i++) {
                boolean right = random.nextInt(6) < problem;
                int answer = random.nextInt(5) == 0
                        ? Recording.NO_ANSWER
                        : right ? random.nextInt(2) : 1 + random.nextInt(3);
                double score = verdicts
                        ? random.nextInt(3) == 0 == right ? 40 : -40
                        : random.nextInt(6) == 0 ? Recording.NO_SCORE : random.nextInt(3);
                builder.candidate(right, answer, 10 + random.nextInt(90), score, -score);
            }
        }
        return builder.build();
    }

    private static final List<ConfiguredStrategy> OF_VERDICTS = List.of(
            of(new FirstAcceptedProvider(), Map.of()),
            of(new FirstAcceptedProvider(), Map.of("cap", 3L, "fallback", "abstain")),
            of(new BestOfNProvider(), Map.of()));

    private static final List<ConfiguredStrategy> OF_SCORES = List.of(
            of(new SingleProvider(), Map.of()),
            of(new BestOfNProvider(), Map.of()),
            of(new MajorityVoteProvider(), Map.of()));

    private static ConfiguredStrategy of(StrategyProvider provider, Map<String, ?> given) {
        return ConfiguredStrategy.of(provider, given);
    }

    @Tag("slow")
    @ParameterizedTest
    @ValueSource(ints = {1, 7, Integer.MAX_VALUE})
    void exactRows_withoutReplacement_areThoseOfTrials(int concurrency) {
        for (boolean verdicts : new boolean[] {true, false}) {
            RecordedWorld world = new RecordedWorld(recording(verdicts, true), false, 1, 20, costs(concurrency));
            for (ConfiguredStrategy strategy : verdicts ? OF_VERDICTS : OF_SCORES) {
                compare(world, Budgets.generations(1, 2, 3, 5, 7), strategy);
            }
        }
    }

    @Tag("slow")
    @Test
    void exactRows_tokensNotRecorded_areThoseOfTrials() {
        RecordedWorld world = new RecordedWorld(recording(false, false), false, 50, 0, costs(2));
        OF_SCORES.forEach(strategy -> compare(world, Budgets.generations(1, 3, 7), strategy));
    }

    @Tag("slow")
    @Test
    void exactRows_withReplacement_areThoseOfTrials() {
        for (boolean verdicts : new boolean[] {true, false}) {
            RecordedWorld world = new RecordedWorld(recording(verdicts, true), true, 1, 20, costs(Integer.MAX_VALUE));
            for (ConfiguredStrategy strategy : verdicts ? OF_VERDICTS : OF_SCORES.subList(0, 2)) {
                compare(world, Budgets.generations(1, 4, 30), strategy);
            }
        }
    }

    private static void compare(RecordedWorld world, Budgets budgets, ConfiguredStrategy strategy) {
        assertEquals(Optional.of(Method.EXACT), Simulator.method(world, budgets, strategy, MethodChoice.AUTO));
        Results known = ShortcutContract.run(world, budgets, strategy, TRIALS, MethodChoice.AUTO, 2);
        Results played = ShortcutContract.run(world, budgets, strategy, TRIALS, MethodChoice.SIMULATED, 2);
        assertTrue(known.limits().isEmpty() && played.limits().isEmpty(), "a recording ends");
        assertEquals(played.rows().size(), known.rows().size());
        for (int i = 0; i < budgets.size(); i++) {
            Row exact = known.rows().get(i);
            Row row = played.rows().get(i);
            String what = strategy.name() + strategy.given() + " at " + row.budget() + ": ";
            double trials = row.trials();
            near(what + "accuracy", exact.accuracy(), row.accuracy(), row.stdError(), trials);
            near(what + "coverage", exact.coverage(), row.coverage(), share(exact.coverage(), trials), trials);
            near(what + "abstained", exact.abstained(), row.abstained(), share(exact.abstained(), trials), trials);
            for (Resource resource : Resource.values()) {
                double cost = exact.cost().of(resource);
                double allowed = ERRORS * row.costStdError().of(resource) + ROUNDING * cost;
                assertEquals(cost, row.cost().of(resource), allowed, what + resource);
            }
        }
    }

    private static double share(double mean, double trials) {
        return Math.sqrt(Math.max(0, mean * (1 - mean)) / trials);
    }

    private static void near(String what, double exact, double played, double error, double trials) {
        assertEquals(exact, played, ERRORS * error + 20 / trials * (error > 0 ? 1 : 0) + 1e-12, what);
    }

    @Test
    void methods_thatAreNotKnown_sayWhy() {
        RecordedWorld several = new RecordedWorld(recording(false, true), false, 1, 20, costs(2));
        Budgets budgets = Budgets.generations(1, 7);
        assertEquals(
                "best-of-n has no exact method here: calls take as long as their tokens, and 2 at once run in an order that"
                        + " has no closed form",
                refusal(several, budgets, OF_SCORES.get(1)));
        assertEquals(
                Optional.of(Method.EXACT), Simulator.method(several, budgets, OF_SCORES.get(0), MethodChoice.AUTO));
        RecordedWorld again = new RecordedWorld(recording(false, true), true, 1, 20, Costs.FREE);
        assertEquals(
                "majority-vote has no exact method here: no closed form of a vote among candidates drawn with replacement is"
                        + " known",
                refusal(again, budgets, OF_SCORES.get(2)));
        ConfiguredStrategy weighted = of(new WeightedVoteProvider(), Map.of());
        assertEquals(
                "weighted-vote has no exact method here: no closed form of it over recorded candidates is known",
                refusal(again, budgets, weighted));
        assertEquals(Optional.of(Method.SIMULATED), Simulator.method(again, budgets, weighted, MethodChoice.AUTO));
    }

    private static String refusal(RecordedWorld world, Budgets budgets, ConfiguredStrategy strategy) {
        return Simulator.refusal(world, budgets, strategy, MethodChoice.EXACT).orElseThrow();
    }
}
