package overthink.strategies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import overthink.core.api.Parameters;
import overthink.core.api.Resource;
import overthink.core.api.StrategyProvider;
import overthink.core.experiment.Budgets;
import overthink.core.law.answer.Zipf;
import overthink.core.law.difficulty.Beta;
import overthink.core.law.difficulty.Levels;
import overthink.core.law.difficulty.UniformDifficulty;
import overthink.core.model.SyntheticWorld;
import overthink.core.testkit.FalseAlarm;
import overthink.core.trial.TrialRunner;
import overthink.core.trial.TrialRunner.Grade;
import overthink.core.trial.TrialRunner.Outcome;
import overthink.core.world.Policy;
import overthink.core.world.Problems;
import overthink.core.world.Verifiers;
import overthink.strategies.adaptive.AdaptiveConsistencyProvider;
import overthink.strategies.adaptive.EarlyStoppingVoteProvider;
import overthink.strategies.voting.MajorityVoteProvider;

/**
 * What early stopping saves and costs on a population of mostly easy problems: 2,000 problems, 10 trials each, the same
 * candidates for every strategy. Bounds leave room for 6.1 standard errors of the paired difference (a chance of false alarm
 * of 1e-9 each; there are 10 of them).
 */
class EarlyStoppingTest {

    private static final int BUDGET = 40;
    private static final int PROBLEMS = 2000;
    private static final int TRIALS = 10;
    private static final double ERRORS = FalseAlarm.standardErrors(1e-9);

    private static final SyntheticWorld WORLD = new SyntheticWorld(
            new Problems(
                    new Levels(List.of(
                            new Levels.Level("easy", 0.7, new Beta(8, 2, 0, 1)),
                            new Levels.Level("medium", 0.2, new UniformDifficulty(0.1, 0.6)),
                            new Levels.Level("hard", 0.1, new UniformDifficulty(0, 0.1)))),
                    PROBLEMS),
            Policy.FLAT.with(new Zipf(8, 1)),
            Verifiers.NONE);

    private static List<Outcome> play(StrategyProvider provider, Map<String, ?> parameters) {
        TrialRunner runner = new TrialRunner(WORLD, Budgets.generations(BUDGET), 42);
        var strategy = provider.create(Parameters.of(provider.parameters(), parameters));
        List<Outcome> outcomes = new ArrayList<>();
        for (int problem = 0; problem < PROBLEMS; problem++) {
            for (int trial = 0; trial < TRIALS; trial++) {
                outcomes.add(runner.run(strategy, problem, trial).get(0));
            }
        }
        return outcomes;
    }

    private static List<Outcome> fixed() {
        return play(new MajorityVoteProvider(), Map.of());
    }

    private static double mean(List<Outcome> outcomes, Resource resource) {
        return outcomes.stream()
                .mapToLong(outcome -> outcome.spent()[resource.ordinal()])
                .average()
                .orElseThrow();
    }

    /** How much accuracy is lost against the fixed vote at most: the paired difference and its errors. */
    private static double loss(List<Outcome> outcomes, List<Outcome> fixed) {
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < outcomes.size(); i++) {
            int difference = right(fixed.get(i)) - right(outcomes.get(i));
            sum += difference;
            squares += difference * difference;
        }
        int n = outcomes.size();
        double mean = sum / n;
        return mean + ERRORS * Math.sqrt((squares / n - mean * mean) / n);
    }

    private static int right(Outcome outcome) {
        return outcome.grade() == Grade.CORRECT ? 1 : 0;
    }

    @Tag("slow")
    @Test
    void adaptiveConsistency_mostlyEasy_asGoodForLessThanHalf() {
        List<Outcome> fixed = fixed();
        for (String rule : List.of("beta", "dirichlet")) {
            List<Outcome> adaptive = play(new AdaptiveConsistencyProvider(), Map.of("rule", rule));
            assertTrue(loss(adaptive, fixed) < 0.01, () -> rule + " loses up to " + loss(adaptive, fixed));
            assertTrue(mean(adaptive, Resource.GENERATIONS) < 0.5 * BUDGET, rule);
            assertEquals(
                    mean(adaptive, Resource.GENERATIONS),
                    mean(adaptive, Resource.ROUNDS),
                    "a round for each candidate is what it costs");
        }
        assertEquals(1, mean(fixed, Resource.ROUNDS));
        List<Outcome> hasty = play(new AdaptiveConsistencyProvider(), Map.of("threshold", 0.7));
        assertTrue(loss(hasty, fixed) > 0.01, "a rule that stops at the first candidate is noticed");
    }

    @Tag("slow")
    @Test
    void dirichlet_sameCandidates_neverStopsBeforeBeta() {
        List<Outcome> beta = play(new AdaptiveConsistencyProvider(), Map.of());
        List<Outcome> dirichlet = play(new AdaptiveConsistencyProvider(), Map.of("rule", "dirichlet"));
        int generations = Resource.GENERATIONS.ordinal();
        for (int i = 0; i < beta.size(); i++) {
            assertTrue(dirichlet.get(i).spent()[generations] >= beta.get(i).spent()[generations]);
        }
    }

    @Tag("slow")
    @Test
    void earlyStoppingVote_mostlyEasy_savesRoundsAsWell() {
        List<Outcome> fixed = fixed();
        List<Outcome> windows = play(new EarlyStoppingVoteProvider(), Map.of());
        assertTrue(loss(windows, fixed) < 0.01, () -> "it loses up to " + loss(windows, fixed));
        assertTrue(mean(windows, Resource.GENERATIONS) < 0.6 * BUDGET);
        assertEquals(mean(windows, Resource.GENERATIONS) / 5, mean(windows, Resource.ROUNDS), 1e-12);
    }

    /** The leader that nothing can catch up with is the answer of the full vote, in every trial. */
    @Tag("slow")
    @Test
    void earlyStoppingVote_decided_answersAsTheFullVote() {
        List<Outcome> fixed = fixed();
        List<Outcome> decided =
                play(new EarlyStoppingVoteProvider(), Map.of("rule", "decided", "window", 1, "max-gens", BUDGET));
        for (int i = 0; i < fixed.size(); i++) {
            assertEquals(fixed.get(i).grade(), decided.get(i).grade());
            assertEquals(fixed.get(i).committed(), decided.get(i).committed());
        }
        assertTrue(mean(decided, Resource.GENERATIONS) < 0.8 * BUDGET);
    }
}
