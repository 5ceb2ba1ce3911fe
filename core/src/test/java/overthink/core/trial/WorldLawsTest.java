package overthink.core.trial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import overthink.core.api.Parameters;
import overthink.core.api.Session;
import overthink.core.api.Strategy;
import overthink.core.api.StrategyProvider;
import overthink.core.estimate.BinPlan;
import overthink.core.estimate.Row;
import overthink.core.experiment.Budgets;
import overthink.core.experiment.ConfiguredStrategy;
import overthink.core.experiment.Experiment;
import overthink.core.experiment.Progress;
import overthink.core.experiment.TrialPlan;
import overthink.core.law.answer.AnswerLaw;
import overthink.core.law.answer.Attractor;
import overthink.core.law.answer.Distinct;
import overthink.core.law.answer.PitmanYor;
import overthink.core.law.answer.UniformAnswers;
import overthink.core.law.answer.Zipf;
import overthink.core.law.cost.CountLaw;
import overthink.core.law.cost.Tariff;
import overthink.core.law.difficulty.Beta;
import overthink.core.law.difficulty.DifficultyLaw;
import overthink.core.law.difficulty.Empirical;
import overthink.core.law.difficulty.Kumaraswamy;
import overthink.core.law.difficulty.Levels;
import overthink.core.law.difficulty.LogitNormal;
import overthink.core.law.difficulty.Mixture;
import overthink.core.law.difficulty.Point;
import overthink.core.law.difficulty.UniformDifficulty;
import overthink.core.law.step.StepChain;
import overthink.core.law.step.StepProfile;
import overthink.core.law.verifier.Hack;
import overthink.core.law.verifier.Judge;
import overthink.core.law.verifier.NoiseLaw;
import overthink.core.law.verifier.NoiseShares;
import overthink.core.law.verifier.Scoring;
import overthink.core.law.verifier.Sensitivity;
import overthink.core.law.verifier.Verifier;
import overthink.core.model.SyntheticWorld;
import overthink.core.run.ExperimentRun;
import overthink.core.testkit.FalseAlarm;
import overthink.core.world.Policy;
import overthink.core.world.Problems;
import overthink.core.world.Verifiers;

/**
 * The laws of the design as the engine draws them, against closed forms. Fixed seeds; each assertion has a false alarm of
 * 1e-9 and there are fewer than 300 of them: below 1e-6 in all.
 */
@Tag("slow")
class WorldLawsTest {

    private static final double FALSE_ALARM = 1e-9;
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);
    private static final Strategy GENERATE_ALL = session -> {
        while (session.generate(Integer.MAX_VALUE) > 0) {
            session.commit(0);
        }
    };

    private record Anytime(Strategy strategy) implements StrategyProvider {

        @Override
        public String name() {
            return "given";
        }

        @Override
        public String summary() {
            return "given by the test";
        }

        @Override
        public Strategy create(Parameters parameters) {
            return strategy;
        }

        @Override
        public boolean anytime(Parameters parameters) {
            return true;
        }
    }

    private static List<Row> run(SyntheticWorld world, Budgets budgets, int trials, Strategy strategy) {
        return ExperimentRun.simulate(
                        new Experiment(
                                world,
                                budgets,
                                List.of(ConfiguredStrategy.of(new Anytime(strategy), Map.of())),
                                new TrialPlan.Count(trials),
                                new BinPlan.None(),
                                2024),
                        2,
                        Progress.SILENT)
                .rows();
    }

    // ---- difficulty ----

    @Test
    void coverage_underEveryDifficultyLaw_isOneMinusTheFailureIntegral() {
        List<DifficultyLaw> laws = List.of(
                new Point(0.03),
                new Beta(0.27, 14.2),
                new Beta(2, 3, 0.1, 0.6),
                new Kumaraswamy(0.5, 2),
                new UniformDifficulty(0.05, 0.3),
                new LogitNormal(-2, 1.5),
                new Levels(List.of(
                        new Levels.Level("easy", 0.3, new UniformDifficulty(0.5, 1)),
                        new Levels.Level("hard", 0.7, new Beta(1, 20)))),
                new Mixture(List.of(
                        new Mixture.Part(0.2, new Point(0)),
                        new Mixture.Part(0.1, new Point(1)),
                        new Mixture.Part(0.7, new Beta(0.5, 2)))));
        for (DifficultyLaw law : laws) {
            // 20,000 problems once each: the trials are independent draws of the population
            for (Row row : run(Worlds.flat(law, 20_000), Budgets.generations(1, 4, 32, 256), 1, GENERATE_ALL)) {
                double expected = 1 - law.failure((long) row.budget());
                FalseAlarm.assertProportion(
                        law + " at " + row.budget(),
                        expected,
                        Math.round(row.coverage() * 20_000),
                        20_000,
                        FALSE_ALARM);
            }
        }
    }

    @Test
    void coverage_offByOneInN_isRejectedByTheSameBound() {
        DifficultyLaw law = new UniformDifficulty(0.05, 0.3);
        Row row = run(Worlds.flat(law, 20_000), Budgets.generations(4), 1, GENERATE_ALL)
                .get(0);
        double planted = 1 - law.failure(5);
        double stdError = Math.sqrt(planted * (1 - planted) / 20_000);
        assertTrue(Math.abs(row.coverage() - planted) > FalseAlarm.standardErrors(FALSE_ALARM) * stdError);
    }

    @Test
    void empirical_problems_areTakenAsTheyStand() {
        Empirical law = Empirical.ofCounts(new long[] {10, 10, 4}, new long[] {10, 0, 4});
        List<Row> rows = run(Worlds.flat(law, 3), Budgets.generations(1), 50, GENERATE_ALL);
        assertEquals(2.0 / 3, rows.get(0).accuracy());
    }

    // ---- answers ----

    @Test
    void wrongAnswers_followTheirLaw() {
        Map<AnswerLaw, double[]> laws = Map.of(
                new UniformAnswers(4), new double[] {0.25, 0.25, 0.25, 0.25},
                new Zipf(3, 1), new double[] {6 / 11.0, 3 / 11.0, 2 / 11.0},
                new Attractor(0.7, 4), new double[] {0.7, 0.1, 0.1, 0.1});
        laws.forEach((law, weights) -> {
            // two wrong candidates agree with probability Σ q²: 200,000 pairs
            double agree = 0;
            for (double weight : weights) {
                agree += weight * weight;
            }
            assertAgreement(law, agree);
        });
        assertAgreement(new Distinct(), 0);
    }

    private static void assertAgreement(AnswerLaw law, double expected) {
        SyntheticWorld world = new SyntheticWorld(new Problems(new Point(0), 1), Policy.FLAT.with(law), Verifiers.NONE);
        long[] agreed = new long[1];
        repeat(world, 200_000, session -> {
            session.generate(2);
            agreed[0] += session.answer(0) == session.answer(1) ? 1 : 0;
        });
        FalseAlarm.assertProportion(law + ": two agree", expected, agreed[0], 200_000, FALSE_ALARM);
    }

    @Test
    void pitmanYor_twoCandidates_agreeAsTheProcessSays() {
        // Two draws of one process agree with probability (1 − discount)/(concentration + 1), on average over problems.
        // These are long in the making: by 120 pairs each, 4,000 have the error of 0.003 that single pairs of 20,000
        // have.
        double discount = 0.4;
        double concentration = 1.5;
        int problems = 4000;
        int candidates = 16;
        SyntheticWorld world = new SyntheticWorld(
                new Problems(new Point(0), problems),
                Policy.FLAT.with(new PitmanYor(discount, concentration)),
                Verifiers.NONE);
        TrialRunner runner = new TrialRunner(world, Budgets.generations(candidates), 5);
        double[] pairs = {0};
        double sum = 0;
        double squares = 0;
        for (int problem = 0; problem < problems; problem++) {
            pairs[0] = 0;
            runner.runSilently(
                    session -> {
                        session.generate(candidates);
                        for (int i = 0; i < candidates; i++) {
                            for (int j = 0; j < i; j++) {
                                pairs[0] += session.answer(i) == session.answer(j) ? 1 : 0;
                            }
                        }
                    },
                    problem,
                    0);
            double share = pairs[0] / (candidates * (candidates - 1) / 2);
            sum += share;
            squares += share * share;
        }
        double mean = sum / problems;
        double error = Math.sqrt((squares / problems - mean * mean) / problems);
        assertTrue(error < 0.0031, "error " + error);
        FalseAlarm.assertMean("two agree", (1 - discount) / (concentration + 1), mean, error, FALSE_ALARM);
    }

    // ---- steps ----

    @Test
    void paths_grownStepByStep_areSoundAsTheChainSays() {
        List<StepProfile> profiles =
                List.of(StepProfile.UNIFORM, new StepProfile.Linear(3, 1), new StepProfile.Listed(1, 0, 4, 2));
        for (double recovery : new double[] {0, 0.3, 1}) {
            for (StepProfile profile : profiles) {
                Policy policy = new Policy(
                        new CountLaw.Constant(4),
                        recovery,
                        profile,
                        new Distinct(),
                        new CountLaw.Constant(0),
                        new CountLaw.Constant(1),
                        Tariff.FREE);
                SyntheticWorld world = new SyntheticWorld(new Problems(new Point(0.35), 1), policy, Verifiers.NONE);
                TrialRunner runner = new TrialRunner(world, Budgets.generations(1), 9);
                long correct = 0;
                for (int trial = 0; trial < 50_000; trial++) {
                    correct += runner.run(
                                                    session -> {
                                                        int node = Session.NONE;
                                                        for (int t = 0; t < 4; t++) {
                                                            node = session.extend(node);
                                                        }
                                                        session.commit(node);
                                                    },
                                                    0,
                                                    trial)
                                            .get(0)
                                            .grade()
                                    == TrialRunner.Grade.CORRECT
                            ? 1
                            : 0;
                }
                FalseAlarm.assertProportion(
                        "recovery %s, %s".formatted(recovery, profile), 0.35, correct, 50_000, FALSE_ALARM);
            }
        }
    }

    @Test
    void stepScores_ofWholeCandidates_haveTheLawOfGrownPaths() {
        // A verifier with d = 12 tells sound from flawed at every step for certain (an error has probability 1e-9).
        Policy policy = new Policy(
                new CountLaw.Constant(3),
                0.4,
                StepProfile.UNIFORM,
                new Distinct(),
                new CountLaw.Constant(0),
                new CountLaw.Constant(1),
                Tariff.FREE);
        SyntheticWorld world =
                new SyntheticWorld(new Problems(new Point(0.5), 1), policy, Verifiers.process(Verifier.of(12)));
        int trials = 100_000;
        long[][] seen = new long[2][8];
        double[] scores = new double[3];
        TrialRunner runner = new TrialRunner(world, Budgets.generations(2), 4);
        for (int trial = 0; trial < trials; trial++) {
            runner.runSilently(
                    session -> {
                        int node = Session.NONE;
                        for (int t = 0; t < 3; t++) {
                            node = session.extend(node);
                        }
                        session.stepScores(node, scores);
                        seen[0][pattern(scores)]++;
                        session.stepScores(session.generate(), scores);
                        seen[1][pattern(scores)]++;
                    },
                    0,
                    trial);
        }
        StepChain chain = StepChain.solve(0.5, 0.4, new double[] {1, 1, 1});
        for (int path = 0; path < 8; path++) {
            double probability = 1;
            boolean sound = true;
            for (int t = 1; t <= 3; t++) {
                boolean next = (path >> (t - 1) & 1) == 1;
                double up = sound ? chain.stays(t) : chain.recovers(t);
                probability *= next ? up : 1 - up;
                sound = next;
            }
            FalseAlarm.assertProportion("grown path " + path, probability, seen[0][path], trials, FALSE_ALARM);
            FalseAlarm.assertProportion("whole path " + path, probability, seen[1][path], trials, FALSE_ALARM);
        }
    }

    private static int pattern(double[] scores) {
        int pattern = 0;
        for (int t = 0; t < scores.length; t++) {
            pattern |= scores[t] > 0 ? 1 << t : 0;
        }
        return pattern;
    }

    // ---- verifiers ----

    @Test
    void outcomeScores_meansAndVariance_followTheFormula() {
        // logit r = κ(logit π₀ + d·x − d²/2) + bias: given correctness normal with variance (κd)²
        double d = 1.3;
        double kappa = 0.7;
        double bias = 0.25;
        double prior = 0.3;
        Verifier verifier = new Verifier(
                new Scoring.Graded(Sensitivity.of(d), prior, kappa, bias),
                NoiseShares.CANDIDATE,
                new NoiseLaw.Gaussian(),
                0,
                Hack.NONE);
        for (double p : new double[] {0, 1}) {
            Moments moments = scores(Worlds.verified(p, verifier));
            double mean = kappa * (Math.log(prior / (1 - prior)) + d * d * (p - 0.5)) + bias;
            moments.assertMean("mean at p = " + p, mean);
            moments.assertVariance("variance at p = " + p, kappa * kappa * d * d);
        }
    }

    @Test
    void sensitivity_thatVaries_isReadAtTheProblemsP() {
        Verifier verifier = new Verifier(
                new Scoring.Graded(new Sensitivity(0.5, 2.5), 0.5, 1, 0),
                NoiseShares.CANDIDATE,
                new NoiseLaw.Gaussian(),
                0,
                Hack.NONE);
        scores(Worlds.verified(1, verifier)).assertVariance("d = 2.5 at p = 1", 2.5 * 2.5);
        scores(Worlds.verified(0, verifier)).assertVariance("d = 0.5 at p = 0", 0.5 * 0.5);
    }

    @Test
    void studentTNoise_isScaledToVarianceOne() {
        // ν = 30, so that the fourth moment is finite and close to normal: kurtosis 3 + 6/26
        Moments moments = scores(Worlds.verified(0, Verifier.of(1).with(new NoiseLaw.StudentT(30))));
        moments.assertVariance("variance", 1);
    }

    @Test
    void booleanVerdicts_haveTheirRates() {
        Verifier verifier = Verifier.of(0.8, 0.25);
        Scoring.Verdict verdict = (Scoring.Verdict) verifier.scoring();
        for (double p : new double[] {0, 1}) {
            long[] accepted = new long[1];
            repeat(Worlds.verified(p, verifier), 200_000, session -> {
                double score = session.verify(session.generate());
                assertTrue(score == verdict.accepted() || score == verdict.rejected());
                accepted[0] += score > 0 ? 1 : 0;
            });
            FalseAlarm.assertProportion("accepted at p = " + p, p == 1 ? 0.8 : 0.25, accepted[0], 200_000, FALSE_ALARM);
        }
        assertEquals(Math.log(0.8 / 0.25), verdict.accepted(), 1e-12);
        assertEquals(Math.log(0.2 / 0.75), verdict.rejected(), 1e-12);
        assertEquals(40, new Scoring.Verdict(1, 0).accepted());
        assertEquals(-40, new Scoring.Verdict(1, 0.2).rejected());
    }

    @Test
    void shares_makeTheCorrelationsThatTheySay() {
        // Scores at p = 0, d = 1: covariance of two candidates' scores = problem (+ answer when they agree); of two
        // calls
        // on one candidate = 1 − call. Over 60,000 problems; correlation error 1/√60000.
        NoiseShares shares = new NoiseShares(0.1, 0.2, 0.4, 0.3);
        int problems = 60_000;
        SyntheticWorld world = new SyntheticWorld(
                new Problems(new Point(0), problems),
                Policy.FLAT.with(new UniformAnswers(1)),
                Verifiers.outcome(Verifier.of(1).with(shares)));
        assertCorrelation(world, problems, 0.3, session ->
                new double[] {session.verify(session.generate()), session.verify(session.generate())});
        assertCorrelation(world, problems, 0.7, session -> {
            int candidate = session.generate();
            return new double[] {session.verify(candidate), session.verify(candidate)};
        });
        SyntheticWorld distinct = new SyntheticWorld(world.problems(), Policy.FLAT, world.verifiers());
        assertCorrelation(distinct, problems, 0.1, session ->
                new double[] {session.verify(session.generate()), session.verify(session.generate())});
    }

    @Test
    void shares_swapped_areRejectedByTheSameBound() {
        // answer and candidate exchanged: two candidates that agree correlate by 0.5 where 0.3 is declared
        int problems = 60_000;
        SyntheticWorld planted = new SyntheticWorld(
                new Problems(new Point(0), problems),
                Policy.FLAT.with(new UniformAnswers(1)),
                Verifiers.outcome(Verifier.of(1).with(new NoiseShares(0.1, 0.4, 0.2, 0.3))));
        double observed = correlation(planted, problems, session ->
                new double[] {session.verify(session.generate()), session.verify(session.generate())});
        assertTrue(Math.abs(observed - 0.3) > FalseAlarm.standardErrors(FALSE_ALARM) / Math.sqrt(problems));
    }

    @Test
    void problemsAndAnswersNoise_isTheSameInAllTrials() {
        SyntheticWorld world = new SyntheticWorld(
                new Problems(new Point(0), 1),
                Policy.FLAT.with(new UniformAnswers(1)),
                Verifiers.outcome(Verifier.of(1).with(new NoiseShares(0.5, 0.5, 0, 0))));
        List<Double> scores = new ArrayList<>();
        repeat(world, 5, session -> scores.add(session.verify(session.generate())));
        assertEquals(1, scores.stream().distinct().count());
    }

    @Test
    void pathNoise_persistsByPhi() {
        // corr(e at depth t, e at depth t + k) = φ^k along a path; siblings' fresh parts are independent: corr = φ²
        int trials = 60_000;
        SyntheticWorld world = new SyntheticWorld(
                new Problems(new Point(1), trials),
                Policy.FLAT.withSteps(3),
                Verifiers.process(Verifier.of(1).withPersistence(0.6)));
        assertCorrelation(world, trials, 0.6, session -> {
            int first = session.extend(Session.NONE);
            return new double[] {session.score(first), session.score(session.extend(first))};
        });
        assertCorrelation(world, trials, 0.36, session -> {
            int first = session.extend(Session.NONE);
            int second = session.extend(first);
            return new double[] {session.score(session.extend(second)), session.score(first)};
        });
        assertCorrelation(world, trials, 0.36, session -> {
            int first = session.extend(Session.NONE);
            return new double[] {session.score(session.extend(first)), session.score(session.extend(first))};
        });
        double[] steps = new double[3];
        assertCorrelation(world, trials, 0.6, session -> {
            session.stepScores(session.generate(), steps);
            return new double[] {steps[1], steps[2]};
        });
    }

    @Test
    void hack_raisesTheShareOfAnswersThatItSays() {
        // d = 1 and noise of variance 1: a shift of 30 cannot be mistaken
        Verifier verifier = Verifier.of(1).with(new Hack(0.05, 30));
        long[] loved = new long[1];
        repeat(
                Worlds.verified(0, verifier),
                200_000,
                session -> loved[0] += session.verify(session.generate()) > 15 ? 1 : 0);
        FalseAlarm.assertProportion("loved wrong candidates", 0.05, loved[0], 200_000, FALSE_ALARM);
        long[] right = new long[1];
        repeat(
                Worlds.verified(1, verifier),
                1000,
                session -> right[0] += session.verify(session.generate()) > 15 ? 1 : 0);
        assertEquals(0, right[0]);
    }

    @Test
    void hack_belongsToTheAnswer() {
        SyntheticWorld world = new SyntheticWorld(
                new Problems(new Point(0), 1),
                Policy.FLAT.with(new UniformAnswers(40)),
                Verifiers.outcome(Verifier.of(1).with(new Hack(0.3, 30))));
        Map<Integer, Boolean> loved = new HashMap<>();
        TrialRunner runner = new TrialRunner(world, Budgets.generations(2000), 1);
        runner.runSilently(
                session -> {
                    session.generate(2000);
                    for (int i = 0; i < 2000; i++) {
                        boolean high = session.verify(i) > 15;
                        Boolean before = loved.put(session.answer(i), high);
                        assertTrue(before == null || before == high);
                    }
                },
                0,
                0);
        assertTrue(loved.containsValue(true) && loved.containsValue(false));
    }

    @Test
    void judge_prefersByTheLogisticOfTheLatentDifference() {
        // d = 0 and candidates' noise e: P(first) = E σ(β(e₁ − e₂) + bias); by quadrature over N(0, 2)
        double beta = 1.5;
        double bias = 0.4;
        SyntheticWorld world = new SyntheticWorld(
                new Problems(new Point(0.5), 1),
                Policy.FLAT,
                new Verifiers(null, null, new Judge(Verifier.of(0), beta, bias), 0, Tariff.FREE));
        double expected = 0;
        int cells = 20_000;
        for (int i = 0; i < cells; i++) {
            double difference = Math.sqrt(2) * NORMAL.inverseCumulativeProbability((i + 0.5) / cells);
            expected += 1 / (1 + Math.exp(-(beta * difference + bias))) / cells;
        }
        long[] first = new long[1];
        repeat(world, 200_000, session -> {
            session.generate(2);
            first[0] += session.judge(0, 1);
        });
        FalseAlarm.assertProportion("prefers the first", expected, first[0], 200_000, FALSE_ALARM);
    }

    @Test
    void stepsAndTokens_followTheirLaws() {
        Policy policy = new Policy(
                new CountLaw.UniformCount(2, 5),
                0,
                StepProfile.UNIFORM,
                new Distinct(),
                new CountLaw.Constant(7),
                new CountLaw.LogNormalCount(50, 0.5),
                Tariff.FREE);
        int problems = 20_000;
        SyntheticWorld world = new SyntheticWorld(new Problems(new Point(0.5), problems), policy, Verifiers.NONE);
        TrialRunner runner = new TrialRunner(world, Budgets.generations(1), 3);
        long[] bySteps = new long[6];
        long[] below = new long[1];
        long[] steps = new long[1];
        for (int problem = 0; problem < problems; problem++) {
            runner.runSilently(
                    session -> {
                        int node = session.extend(Session.NONE);
                        below[0] += session.tokens(node) < 50 ? 1 : 0;
                        while (!session.complete(node)) {
                            node = session.extend(node);
                        }
                        bySteps[session.depth(node)]++;
                        steps[0]++;
                    },
                    problem,
                    0);
        }
        for (int t = 2; t <= 5; t++) {
            FalseAlarm.assertProportion(t + " steps", 0.25, bySteps[t], problems, FALSE_ALARM);
        }
        // rounded to below 50: the unrounded is below 49.5
        double expected = NORMAL.cumulativeProbability(Math.log(49.5 / 50) / 0.5);
        FalseAlarm.assertProportion("tokens below 50", expected, below[0], problems, FALSE_ALARM);
    }

    // ---- what the tests share ----

    private static void repeat(SyntheticWorld world, int trials, Strategy strategy) {
        TrialRunner runner = new TrialRunner(world, Budgets.generations(64), 17);
        for (int trial = 0; trial < trials; trial++) {
            runner.runSilently(strategy, 0, trial);
        }
    }

    private static Moments scores(SyntheticWorld world) {
        Moments moments = new Moments();
        repeat(world, 100_000, session -> moments.add(session.verify(session.generate())));
        return moments;
    }

    private interface Pair {
        double[] of(Session session);
    }

    /** One pair from each problem; the correlation's error is at most 1/√pairs. */
    private static void assertCorrelation(SyntheticWorld world, int pairs, double expected, Pair pair) {
        double observed = correlation(world, pairs, pair);
        FalseAlarm.assertMean("correlation", expected, observed, 1 / Math.sqrt(pairs), FALSE_ALARM);
    }

    private static double correlation(SyntheticWorld world, int pairs, Pair pair) {
        TrialRunner runner = new TrialRunner(world, Budgets.generations(8), 23);
        double[] sums = new double[5];
        for (int problem = 0; problem < pairs; problem++) {
            runner.runSilently(
                    session -> {
                        double[] xy = pair.of(session);
                        sums[0] += xy[0];
                        sums[1] += xy[1];
                        sums[2] += xy[0] * xy[0];
                        sums[3] += xy[1] * xy[1];
                        sums[4] += xy[0] * xy[1];
                    },
                    problem,
                    0);
        }
        double covariance = sums[4] / pairs - sums[0] / pairs * sums[1] / pairs;
        double vx = sums[2] / pairs - sums[0] / pairs * sums[0] / pairs;
        double vy = sums[3] / pairs - sums[1] / pairs * sums[1] / pairs;
        return covariance / Math.sqrt(vx * vy);
    }

    /** Mean and variance of normal draws. */
    private static final class Moments {

        private long count;
        private double sum;
        private double squares;

        void add(double x) {
            count++;
            sum += x;
            squares += x * x;
        }

        private double mean() {
            return sum / count;
        }

        private double variance() {
            return squares / count - mean() * mean();
        }

        void assertMean(String what, double expected) {
            FalseAlarm.assertMean(what, expected, mean(), Math.sqrt(variance() / count), FALSE_ALARM);
        }

        /** The variance of n normal draws is known to √(2/n); of Student's t with ν = 30 to √(2.3/n). */
        void assertVariance(String what, double expected) {
            FalseAlarm.assertMean(what, expected, variance(), expected * Math.sqrt(2.3 / count), FALSE_ALARM);
        }
    }
}
