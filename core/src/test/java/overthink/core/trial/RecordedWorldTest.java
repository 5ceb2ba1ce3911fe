package overthink.core.trial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import overthink.core.api.Capability;
import overthink.core.api.Resource;
import overthink.core.api.Session;
import overthink.core.api.Strategy;
import overthink.core.exact.replay.BestOfReplay;
import overthink.core.experiment.Budgets;
import overthink.core.law.cost.Costs;
import overthink.core.model.RecordedWorld;
import overthink.core.trial.TrialRunner.Grade;
import overthink.core.world.Recording;

/** A world of recorded candidates, as a session shows it. */
class RecordedWorldTest {

    private static final long SEED = 5;

    /** Seven candidates of one problem: two of them right, ties, one without an answer, one without a score. */
    private static final double[] SCORES = {0.5, 2, 3, -1, 0.5, Recording.NO_SCORE, 2};

    private static final boolean[] RIGHT = {true, false, true, false, false, true, false};
    private static final int[] ANSWERS = {0, 1, 0, 2, Recording.NO_ANSWER, 0, 1};
    private static final int[] TOKENS = {10, 20, 30, 40, 50, 60, 70};

    private static Recording recording() {
        Recording.Builder builder = new Recording.Builder(true, 1, true);
        builder.problem("first", Optional.of("hard"));
        for (int i = 0; i < RIGHT.length; i++) {
            builder.candidate(RIGHT[i], ANSWERS[i], TOKENS[i], SCORES[i]);
        }
        builder.problem("second", Optional.of("easy"));
        builder.candidate(true, 0, 5, 1);
        builder.candidate(false, 1, 5, 0);
        return builder.build();
    }

    private static RecordedWorld world(boolean replacement) {
        return new RecordedWorld(recording(), replacement, 1, 0, Costs.FREE);
    }

    /** Shows every candidate that the budget pays for. */
    private record Look(List<int[]> seen) implements Strategy {
        @Override
        public void run(Session session) {
            for (int c = session.generate(); c != Session.NONE; c = session.generate()) {
                seen.add(new int[] {session.tokens(c), session.answer(c), session.answered(c) ? 1 : 0});
                assertEquals(SCORES[session.tokens(c) / 10 - 1], session.verify(c));
                assertEquals(1, session.depth(c));
                assertTrue(session.complete(c));
                session.commit(c);
            }
        }
    }

    @Test
    void trial_withoutReplacement_isAPermutationOfTheRecording() {
        TrialRunner runner = new TrialRunner(world(false), Budgets.generations(100), SEED);
        Set<List<Integer>> orders = new HashSet<>();
        for (long trial = 0; trial < 50; trial++) {
            Look look = new Look(new ArrayList<>());
            List<TrialRunner.Outcome> outcomes = runner.run(look, 0, trial);
            List<Integer> order = look.seen().stream().map(one -> one[0]).toList();
            assertEquals(
                    List.of(10, 20, 30, 40, 50, 60, 70), order.stream().sorted().toList());
            orders.add(order);
            assertEquals(7, outcomes.get(0).spent()[Resource.GENERATIONS.ordinal()], "no more than were recorded");
            assertEquals(280, outcomes.get(0).spent()[Resource.TOKENS.ordinal()]);
            assertTrue(outcomes.get(0).covered());
            int last = order.get(6) / 10 - 1;
            assertEquals(
                    RIGHT[last] ? Grade.CORRECT : Grade.WRONG, outcomes.get(0).grade());
            look.seen().forEach(one -> assertEquals(one[0] == 50 ? 0 : 1, one[2], "the fifth gave no answer"));
            assertEquals(
                    4, look.seen().stream().map(one -> one[1]).distinct().count(), "three answers, and one of its own");
        }
        assertTrue(orders.size() > 40, "50 of 5,040 orders are rarely the same");
    }

    @Test
    void trial_whateverWasPlayedBefore_isTheSame() {
        TrialRunner used = new TrialRunner(world(false), Budgets.generations(3), SEED);
        for (long trial = 0; trial < 9; trial++) {
            used.run(new Look(new ArrayList<>()), 0, trial);
        }
        Look again = new Look(new ArrayList<>());
        used.run(again, 0, 4);
        Look fresh = new Look(new ArrayList<>());
        new TrialRunner(world(false), Budgets.generations(3), SEED).run(fresh, 0, 4);
        assertEquals(
                fresh.seen().stream().map(one -> one[0]).toList(),
                again.seen().stream().map(one -> one[0]).toList());
    }

    /**
     * 40,000 trials of best-of-k against the mean over all draws; a share's standard error is at most .0025, and 4.9 of them
     * leave a chance of 1e-6 for each of two comparisons. A draw with replacement is rejected.
     */
    @Tag("slow")
    @Test
    void bestOf_drawsWithoutReplacement_hasTheReplayedMean() {
        Strategy best = session -> {
            double greatest = Double.NEGATIVE_INFINITY;
            for (int c = session.generate(); c != Session.NONE; c = session.generate()) {
                double score = session.verify(c);
                if (score > greatest) {
                    greatest = score;
                    session.commit(c);
                }
            }
        };
        BestOfReplay replay = new BestOfReplay(SCORES, RIGHT);
        int trials = 40_000;
        double tolerance = 4.9 * Math.sqrt(0.25 / trials);
        for (int k : new int[] {2, 4}) {
            assertEquals(replay.accuracy(k), accuracy(best, world(false), k, trials), tolerance);
        }
        assertTrue(Math.abs(replay.accuracy(6) - accuracy(best, world(true), 6, trials)) > tolerance);
    }

    private static double accuracy(Strategy strategy, RecordedWorld world, int k, int trials) {
        TrialRunner runner = new TrialRunner(world, Budgets.generations(k), SEED);
        int correct = 0;
        for (long trial = 0; trial < trials; trial++) {
            correct += runner.run(strategy, 0, trial).get(0).grade() == Grade.CORRECT ? 1 : 0;
        }
        return (double) correct / trials;
    }

    @Test
    void trial_withReplacement_goesOnBeyondTheRecording() {
        Look look = new Look(new ArrayList<>());
        new TrialRunner(world(true), Budgets.generations(100), SEED).run(look, 0, 1);
        assertEquals(100, look.seen().size());
    }

    @Test
    void capabilities_areThoseRecorded() {
        assertEquals(
                EnumSet.of(Capability.ANSWERS, Capability.OUTCOME_VERIFIER),
                world(false).capabilities());
        Recording.Builder bare = new Recording.Builder(false, 0, false);
        bare.problem("only", Optional.empty());
        bare.candidate(true, 0, 0);
        RecordedWorld plain = new RecordedWorld(bare.build(), false, 1, 0, Costs.FREE);
        assertEquals(Set.of(), plain.capabilities());
        Recording.Builder verdicts = new Recording.Builder(false, 1, false);
        verdicts.problem("only", Optional.empty());
        verdicts.candidate(true, 0, 0, 40);
        verdicts.candidate(false, 0, 0, -40);
        assertTrue(new RecordedWorld(verdicts.build(), false, 1, 0, Costs.FREE)
                .capabilities()
                .contains(Capability.BOOLEAN_VERIFIER));
        assertFalse(world(false).capabilities().contains(Capability.BOOLEAN_VERIFIER));
        TrialRunner runner = new TrialRunner(plain, Budgets.generations(1), SEED);
        assertThrows(IllegalStateException.class, () -> runner.run(session -> session.extend(Session.NONE), 0, 0));
        assertThrows(
                IllegalStateException.class, () -> runner.run(session -> session.answer(session.generate()), 0, 0));
        assertThrows(
                IllegalStateException.class, () -> runner.run(session -> session.answered(session.generate()), 0, 0));
        assertThrows(
                IllegalStateException.class, () -> runner.run(session -> session.verify(session.generate()), 0, 0));
    }

    /** Three problems whose candidates have three calls each; a score tells which call on which candidate it was. */
    private static RecordedWorld severalCalls(boolean replacement) {
        Recording.Builder builder = new Recording.Builder(false, 3, true);
        for (int problem = 0; problem < 3; problem++) {
            builder.problem("problem " + problem, Optional.empty());
            for (int i = 0; i < 2 + 3 * problem; i++) {
                builder.candidate(
                        i % 2 == 0, 0, 10 * problem + i, said(problem, i, 0), said(problem, i, 1), said(problem, i, 2));
            }
        }
        return new RecordedWorld(builder.build(), replacement, 1, 0, Costs.FREE);
    }

    private static double said(int problem, int candidate, int call) {
        return 100 * problem + 10 * candidate + call;
    }

    /**
     * Call by call and in batches: each candidate of a trial hears its recorded calls in their order and then the last one again,
     * whatever others heard, in this trial or before; with replacement one that is drawn twice begins anew.
     */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void verify_severalCallsRecorded_givesThemInOrderAndThenTheLast(boolean replacement) {
        TrialRunner runner = new TrialRunner(severalCalls(replacement), Budgets.generations(8), SEED);
        int[] trials = {0};
        for (int problem : new int[] {0, 2, 1, 2, 0}) {
            for (long trial = 0; trial < 20; trial++) {
                int of = problem;
                runner.run(
                        session -> {
                            int n = 0;
                            for (int width = session.generate(8); width > 0; width = session.generate(8)) {
                                n += width;
                            }
                            assertEquals(replacement ? 8 : 2 + 3 * of, n);
                            double[] batch = new double[n];
                            session.verify(0, n, batch);
                            assertEquals(said(of, session.tokens(0) - 10 * of, 1), session.verify(0));
                            double[] again = new double[n];
                            session.verify(0, n, again);
                            double[] last = new double[n];
                            session.verify(0, n, last);
                            for (int c = 0; c < n; c++) {
                                int candidate = session.tokens(c) - 10 * of;
                                assertEquals(said(of, candidate, 0), batch[c]);
                                assertEquals(said(of, candidate, c == 0 ? 2 : 1), again[c]);
                                assertEquals(said(of, candidate, 2), last[c]);
                            }
                            trials[0]++;
                        },
                        problem,
                        trial);
            }
        }
        assertEquals(100, trials[0]);
    }

    @Test
    void drawn_difficulty_isTheShareOfRightOnes() {
        var drawn = world(false).draw(SEED);
        assertEquals(3.0 / 7, drawn.p(0));
        assertEquals(0.5, drawn.p(1));
        assertEquals(List.of("hard", "easy"), drawn.levels());
        assertEquals(1, drawn.level(1));
        assertEquals(2, world(false).mostCandidates());
        assertTrue(Budgets.generations(3)
                .refusal(world(false))
                .orElseThrow()
                .contains("than the 2 that every problem has"));
    }
}
