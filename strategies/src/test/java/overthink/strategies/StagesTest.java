package overthink.strategies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import overthink.core.api.Capability;
import overthink.core.api.Parameters;
import overthink.core.api.Resource;
import overthink.core.api.Session;
import overthink.core.api.Strategy;
import overthink.core.api.StrategyProvider;
import overthink.core.experiment.Budgets;
import overthink.core.law.answer.Distinct;
import overthink.core.law.chain.ChainLaw;
import overthink.core.law.chain.MergeLaw;
import overthink.core.law.cost.CountLaw;
import overthink.core.law.cost.Latency;
import overthink.core.law.cost.Price;
import overthink.core.law.cost.Tariff;
import overthink.core.law.difficulty.Point;
import overthink.core.law.idea.IdeaLaw;
import overthink.core.law.reading.ReadingLaw;
import overthink.core.law.step.StepProfile;
import overthink.core.law.verifier.Judge;
import overthink.core.law.verifier.Verifier;
import overthink.core.model.SyntheticWorld;
import overthink.core.trial.TrialRunner;
import overthink.core.world.Policy;
import overthink.core.world.Problems;
import overthink.core.world.Verifiers;

/**
 * Which calls of a strategy wait for which, told by the time they take: every call of the policy, a step or a whole solution,
 * takes 10 s, every verdict 1 s, and there are places for all. N = 8 generations of T = 2 steps; no candidate is right, and a
 * Boolean verifier refuses every one. Rounds and seconds are worked out by hand in each line.
 */
class StagesTest {

    private static final long SECOND = 1_000_000_000;

    /**
     * What a strategy should take.
     *
     * @param steps of a solution
     */
    record Case(String strategy, Map<String, Object> parameters, int steps, int rounds, int seconds) {}

    private static Case of(String strategy, int rounds, int seconds, Object... parameters) {
        return with(2, strategy, rounds, seconds, parameters);
    }

    private static Case with(int steps, String strategy, int rounds, int seconds, Object... parameters) {
        Map<String, Object> given = new HashMap<>();
        for (int i = 0; i < parameters.length; i += 2) {
            given.put((String) parameters[i], parameters[i + 1]);
        }
        return new Case(strategy, Map.copyOf(given), steps, rounds, seconds);
    }

    static Stream<Case> cases() {
        return Stream.of(
                // no verdicts: one round; rounds of one candidate; rounds of five
                of("single", 1, 10),
                of("majority-vote", 1, 10),
                of("pipeline", 1, 10),
                of("adaptive-consistency", 8, 8 * 10),
                of("adaptive-consistency", 2, 2 * 10, "batch", 4),
                of("early-stopping-vote", 2, 2 * 10),
                // all candidates, then all verdicts
                of("best-of-n", 1, 10 + 1),
                of("best-of-n", 1, 10 + 1, "aggregation", "min"),
                of("weighted-vote", 1, 10 + 1),
                of("weighted-vote", 1, 10 + 1, "aggregation", "product"),
                of("best-of-majority", 1, 10 + 1),
                of("majority-of-best", 1, 10 + 1),
                of("repeated-verification", 1, 10 + 1),
                of("shortest-accepted", 1, 10 + 1),
                of("deepconf", 1, 10 + 1),
                of("deepconf", 1, 10 + 1, "mode", "offline", "confidence", "outcome"),
                // each verdict decides on the next call
                of("first-accepted", 8, 8 * (10 + 1)),
                of("pass-until", 8, 8 * (10 + 1)),
                of("repeated-verification", 1, 10 + 8 * 1, "combine", "all-accept"),
                of("confidence-stop", 8, 8 * (10 + 1), "threshold", 1.0),
                of("confidence-stop", 2, 2 * (10 + 1), "threshold", 1.0, "batch", 4),
                // stages of 4, 2 and 1 matches; all 28 at once
                of("tournament", 1, 10 + 3 * 1),
                of("tournament", 1, 10 + 3 * 1, "orders", "both"),
                of("tournament", 1, 10 + 3 * 1, "calls", 9),
                of("tournament", 1, 10 + 1, "kind", "round-robin"),
                of("tournament", 1, 10 + 1, "kind", "round-robin", "orders", "both"),
                // a solution of 2 steps and its score; twice 4 begun, scored, half of them finished and scored, 6 steps
                // each; then 2 steps are left, which begin a batch that is not paid to its end
                of("self-evaluated", 2 + 2 + 2 + 1, 21 + 22 + 22 + 10, "checkpoint", 1, "stop-above", 1.0),
                // a step, its scores, a step, its scores
                of("beam-search", 2, 2 * (10 + 1)),
                of("dvts", 2, 2 * (10 + 1)),
                of("rebase", 2, 2 * (10 + 1)),
                of("step-best-of-n", 2, 2 * (10 + 1)),
                of("particle-filter", 2, 2 * (10 + 1)),
                of("feynman-kac", 2, 2 * (10 + 1)),
                // two filters one after the other
                of("particle-gibbs", 2 * 2, 2 * 2 * (10 + 1)),
                // one whole and its score; paths of so few steps are too dear, so seven more and their scores
                of("search-over-paths", 2, 2 * (10 + 1)),
                // a step, one ahead, the scores; the last step, its scores
                of("lookahead", 3, (10 + 10 + 1) + (10 + 1)),
                // 16 steps in four expansions of 4, each with its scores
                of("mcts", 4, 4 * (10 + 1)),
                of("tree-dfs", 4, 4 * (10 + 1)),
                // 4 children and their rollouts, 8 steps, then two expansions of 4 whole ones; each with its scores
                of("mcts", 2 + 1 + 1, (10 + 10 + 1) + 2 * (10 + 1), "evaluate", "rollout"),
                // one revision after the other, with verdicts and without; three chains side by side
                of("revise", 8, 8 * 10),
                of("revise", 8, 8 * (10 + 1), "select", "best"),
                of("until-finished", 8, 8 * 10),
                of("budget-forcing", 8, 8 * 10),
                of("iterative-deepening", 8, 8 * 10),
                of("self-refine", 8, 8 * (10 + 1)),
                of("reflexion", 8, 8 * (10 + 1)),
                of("ab-mcts", 8, 8 * (10 + 1)),
                of("sequential-parallel", 3, 3 * 10),
                of("sequential-parallel", 2, 2 * 10 + 1, "chains", 4, "within", "best", "across", "best"),
                of("sequential-parallel", 2, 2 * 10 + 1, "chains", 4, "across", "best"),
                // seven and one; three, three and one; sixteen are more than there are; two, and three times two of two
                of("aggregate", 2, 2 * 10),
                of("mixture-of-agents", 3, 3 * 10),
                of("recursive-aggregation", 1, 10),
                of("recursive-aggregation", 4, 4 * 10, "population", 2, "group", 1),
                of("recursive-aggregation", 4, 4 * 10, "population", 2, "select", "first"),
                // three, three, and two of a round that is not paid to its end
                of("debate", 3, 3 * 10),
                // observations and plans that cost no time, in two rounds, and 8 candidates of 11 plans; 8 ideas and 8
                // candidates
                of("plan-search", 3, 3 * 10 + 1),
                of("plan-search", 3, 3 * 10, "select", "vote"),
                of("diverse-sampling", 2, 2 * 10 + 1),
                of("diverse-sampling", 4, 4 * 10, "ideas", 4, "select", "vote"),
                // all side by side after reading; one a round
                of("retrieve-then-read", 1, 10 + 1),
                of("retrieve-then-read", 1, 10, "select", "vote"),
                of("iterative-retrieval", 8, 8 * (10 + 1)),
                of("iterative-retrieval", 8, 8 * 10, "select", "vote"),
                // solutions of one step: 4 chains, scored together, twice
                with(1, "parallel-tempering", 2, 2 * (10 + 1)));
    }

    private static StrategyProvider provider(String name) {
        return ServiceLoader.load(StrategyProvider.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static SyntheticWorld world(int steps, boolean verdicts) {
        Tariff policy = new Tariff(0, Price.FREE, new Latency(10, 0, Integer.MAX_VALUE));
        Tariff verifier = new Tariff(0, Price.FREE, new Latency(1, 0, Integer.MAX_VALUE));
        return new SyntheticWorld(
                new Problems(new Point(0), 1),
                new Policy(
                                new CountLaw.Constant(steps),
                                0,
                                StepProfile.UNIFORM,
                                new Distinct(),
                                new CountLaw.Constant(0),
                                new CountLaw.Constant(1),
                                policy)
                        .with(ChainLaw.FRESH.withStop(1, 0))
                        .with(MergeLaw.FRESH)
                        .with(IdeaLaw.FRESH)
                        .with(ReadingLaw.NOTHING),
                new Verifiers(
                        verdicts ? Verifier.of(0.9, 0) : Verifier.of(1),
                        Verifier.of(1),
                        new Judge(Verifier.of(1), 1, 0),
                        1,
                        verifier));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void strategy_eightGenerations_takesTheTimeOfWhatWaits(Case expected) {
        StrategyProvider provider = provider(expected.strategy());
        Parameters parameters = Parameters.of(provider.parameters(), expected.parameters());
        SyntheticWorld world =
                world(expected.steps(), provider.needs(parameters).contains(Capability.BOOLEAN_VERIFIER));
        long[] spent = spent(world, provider.create(parameters));
        assertEquals(
                "%d rounds, %d s".formatted(expected.rounds(), expected.seconds()),
                "%d rounds, %s s"
                        .formatted(
                                spent[Resource.ROUNDS.ordinal()],
                                spent[Resource.LATENCY.ordinal()] / (double) SECOND % 1 == 0
                                        ? spent[Resource.LATENCY.ordinal()] / SECOND
                                        : "a part of"));
    }

    private static long[] spent(SyntheticWorld world, Strategy strategy) {
        return new TrialRunner(world, Budgets.generations(8), 3)
                .run(strategy, 0, 0)
                .get(0)
                .spent();
    }

    /** Those that need a world of another kind show their rounds and their time in their golden traces. */
    @Test
    void cases_everyStrategyOfSuchAWorld_isThere() {
        Set<String> all = ServiceLoader.load(StrategyProvider.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(one ->
                        world(2, true).capabilities().containsAll(one.needs(Parameters.defaults(one.parameters()))))
                .map(StrategyProvider::name)
                .collect(Collectors.toSet());
        assertEquals(all, cases().map(Case::strategy).collect(Collectors.toSet()));
    }

    /** A guest that asks one by one takes the time of calls in a row, whatever it does with the verdicts. */
    @Test
    void verify_inALoop_takesTheTimeOfCallsInARow() {
        Strategy oneByOne = session -> {
            int count = session.generate(8);
            for (int candidate = 0; candidate < count; candidate++) {
                session.verify(candidate);
            }
        };
        assertEquals((10 + 8) * SECOND, spent(world(2, false), oneByOne)[Resource.LATENCY.ordinal()]);
        Strategy announced = session -> {
            int count = session.generate(8);
            session.together(count);
            for (int candidate = 0; candidate < count; candidate++) {
                session.verify(candidate);
            }
        };
        assertEquals((10 + 1) * SECOND, spent(world(2, false), announced)[Resource.LATENCY.ordinal()]);
    }

    /** Announcing more than is asked for, to stop early in the time of a batch, is found out. */
    @Test
    void together_moreThanIsAsked_isRefused() {
        List<Strategy> guests = List.of(
                session -> {
                    session.generate(8);
                    session.together(8);
                    session.verify(0);
                },
                session -> {
                    session.generate(4);
                    session.together(4);
                    session.verify(0);
                    session.generate();
                },
                session -> {
                    session.generate(4);
                    session.together(4);
                    session.verify(0);
                    session.together(4);
                },
                session -> {
                    session.extend(Session.NONE);
                    session.together(1);
                    session.extend(new int[] {0}, 1);
                });
        for (Strategy guest : guests) {
            String message = assertThrows(IllegalStateException.class, () -> spent(world(2, false), guest))
                    .getMessage();
            assertTrue(message.contains("announced as issued together"), message);
        }
    }
}
