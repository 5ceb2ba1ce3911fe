package overthink.core.trial;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.apache.commons.statistics.inference.ChiSquareTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import overthink.core.api.Session;
import overthink.core.experiment.Budgets;
import overthink.core.law.answer.AnswerLaw;
import overthink.core.law.answer.Distinct;
import overthink.core.law.answer.PitmanYor;
import overthink.core.law.answer.UniformAnswers;
import overthink.core.law.cost.CountLaw;
import overthink.core.law.cost.Tariff;
import overthink.core.law.difficulty.DifficultyLaw;
import overthink.core.law.difficulty.Point;
import overthink.core.law.difficulty.UniformDifficulty;
import overthink.core.law.step.StepProfile;
import overthink.core.law.verifier.Hack;
import overthink.core.law.verifier.Judge;
import overthink.core.law.verifier.NoiseLaw;
import overthink.core.law.verifier.NoiseShares;
import overthink.core.law.verifier.Verifier;
import overthink.core.model.ProblemSet;
import overthink.core.model.ProblemTruth;
import overthink.core.model.SyntheticWorld;
import overthink.core.testkit.FalseAlarm;
import overthink.core.world.Policy;
import overthink.core.world.Problem;
import overthink.core.world.Problems;
import overthink.core.world.Verifiers;

/**
 * Everything that is drawn for a trial is independent of everything else. Each thing is looked at alone, through the session,
 * in worlds that differ in the shares of the noise and in laws but not in the seed, so that it is the very same draw that it
 * would be a part of in a mixture: a collision between any two shows, whatever laws are combined.
 *
 * <p>{@value #PROBLEMS} problems; every two things are cut into up to 8 classes each of about equal size, and χ² tests their
 * independence at a chance of 1e-10 for a pair. There are fewer than 5,000 pairs in all, so that a correct program fails with
 * chance 5e-7, and 1e-7 is for the rest. Seed fixed.
 */
class ComponentsTest {

    private static final int PROBLEMS = 2048;
    private static final int CLASSES = 8;
    private static final long SEED = 31;
    private static final double FALSE_ALARM = 1e-10;

    private static final NoiseShares PROBLEM = new NoiseShares(1, 0, 0, 0);
    private static final NoiseShares ANSWER = new NoiseShares(0, 1, 0, 0);
    private static final NoiseShares OWN = new NoiseShares(0, 0, 1, 0);
    private static final NoiseShares CALL = new NoiseShares(0, 0, 0, 1);
    private static final AnswerLaw ONE = new UniformAnswers(1);
    private static final Point NEVER = new Point(0);
    private static final Point HALF = new Point(0.5);

    private final Map<String, int[]> things = new LinkedHashMap<>();

    @Tag("slow")
    @Test
    void components_ofGaussianNoise_areIndependentOfAllElse() {
        gather(new NoiseLaw.Gaussian());
        assertAllIndependent();
    }

    @Tag("slow")
    @Test
    void components_ofStudentTNoise_areIndependentOfAllElse() {
        gather(new NoiseLaw.StudentT(4));
        assertAllIndependent();
    }

    @Test
    void components_plantedTwice_areFoundOut() {
        Verifier gaussian = Verifier.of(1);
        Verifier studentT = gaussian.with(new NoiseLaw.StudentT(4));
        int[] own = scored(gaussian.with(OWN));
        int[] call = scored(gaussian.with(CALL));
        assertTrue(independent(own, call));
        // one word read by two laws, and half of a sum
        assertFalse(independent(own, scored(studentT.with(OWN))));
        assertFalse(independent(own, scored(gaussian.with(new NoiseShares(0, 0, 0.5, 0.5)))));
    }

    private static int[] scored(Verifier verifier) {
        return classes(look(1, world(NEVER, ONE, Verifiers.outcome(verifier), 1), 0, scores(Session::verify, 1))[0]);
    }

    /** The first weight of a Pitman–Yor problem has nothing to do with the candidates of any early trial. */
    @Tag("slow")
    @Test
    void pitmanYor_weights_areIndependentOfTheFirstTrials() {
        int[] weight = classes(weights(new PitmanYor(0, 1)));
        SyntheticWorld world = world(HALF, new PitmanYor(0, 1), Verifiers.NONE, 1);
        TrialRunner runner = new TrialRunner(world, Budgets.generations(1), SEED);
        for (long trial = 0; trial < 10; trial++) {
            double[] right = new double[PROBLEMS];
            for (int problem = 0; problem < PROBLEMS; problem++) {
                right[problem] = grade(runner, problem, trial, Session::generate);
            }
            assertTrue(independent(weight, classes(right)), "first weight and candidate of trial " + trial);
        }
    }

    /**
     * Best-of-n where a call's noise has a share. By Student's law of 4 degrees of freedom, scaled to variance 1, for both
     * parts; the expected number is an integral over the noise of the best right candidate.
     */
    @Tag("slow")
    @Test
    void bestOfN_ofStudentTCallNoise_hasTheAccuracyOfItsIntegral() {
        double p = 0.449;
        double d = 1.2;
        int n = 16;
        double ofCall = 0.309;
        Verifier verifier =
                Verifier.of(d).with(new NoiseShares(0, 0, 1 - ofCall, ofCall)).with(new NoiseLaw.StudentT(4));
        SyntheticWorld world = world(new Point(p), new Distinct(), Verifiers.outcome(verifier), 1, 1);
        TrialRunner runner = new TrialRunner(world, Budgets.generations(n), SEED);
        int trials = 50_000;
        long correct = 0;
        long negative = 0;
        double[] scores = new double[n];
        for (long trial = 0; trial < trials; trial++) {
            correct += (long) grade(runner, 0, trial, session -> {
                session.generate(n);
                session.verify(0, n, scores);
                int best = 0;
                for (int i = 1; i < n; i++) {
                    best = scores[i] > scores[best] ? i : best;
                }
                return best;
            });
        }
        double expected = bestOfN(p, d, n, Math.sqrt(1 - ofCall), Math.sqrt(ofCall));
        assertTrue(Math.abs(expected - 0.84597) < 2e-5, "an integral done elsewhere is .84597, this one " + expected);
        FalseAlarm.assertProportion("best of 16", expected, correct, trials, 1e-8);
        TrialRunner wrong = new TrialRunner(
                world(NEVER, new Distinct(), Verifiers.outcome(verifier), 1, 1), Budgets.generations(1), SEED);
        double middle = -0.5 * d * d;
        for (long trial = 0; trial < trials; trial++) {
            wrong.run(
                    session -> {
                        session.generate();
                        scores[0] = session.verify(0);
                    },
                    0,
                    trial);
            negative += scores[0] < middle ? 1 : 0;
        }
        FalseAlarm.assertProportion("noise below 0", 0.5, negative, trials, 1e-8);
    }

    /** N·p·∫ (p·F(ε) + (1 − p)·F(ε + d))^(N − 1) dF(ε), with F the law of a·T₁ + b·T₂. */
    private static double bestOfN(double p, double d, int n, double a, double b) {
        double step = 0.01;
        double reach = 50;
        int cells = (int) Math.round(2 * reach / step);
        int ahead = (int) Math.round(d / step);
        double[] f = new double[cells + ahead + 1];
        for (int i = 0; i < f.length; i++) {
            f[i] = sumBelow(-reach + i * step, a, b);
        }
        double sum = 0;
        for (int i = 0; i < cells; i++) {
            double own = (f[i] + f[i + 1]) / 2;
            double other = (f[i + ahead] + f[i + ahead + 1]) / 2;
            sum += Math.pow(p * own + (1 - p) * other, n - 1) * (f[i + 1] - f[i]);
        }
        return n * p * sum;
    }

    private static final double[] QUANTILES = quantiles();

    /** Of the scaled law with 4 degrees of freedom, at the middles of equal intervals: by halving. */
    private static double[] quantiles() {
        double[] quantiles = new double[1000];
        for (int i = 0; i < quantiles.length; i++) {
            double low = -1000;
            double high = 1000;
            for (int halving = 0; halving < 60; halving++) {
                double middle = (low + high) / 2;
                if (below(middle) < (i + 0.5) / quantiles.length) {
                    low = middle;
                } else {
                    high = middle;
                }
            }
            quantiles[i] = low;
        }
        return quantiles;
    }

    private static double sumBelow(double x, double a, double b) {
        double sum = 0;
        for (double quantile : QUANTILES) {
            sum += below((x - a * quantile) / b);
        }
        return sum / QUANTILES.length;
    }

    /** Student's law with 4 degrees of freedom in closed form, its argument scaled by √2. */
    private static double below(double x) {
        double t = x * Math.sqrt(2);
        double s = t / Math.sqrt(4 + t * t);
        return 0.5 + 0.75 * s - 0.25 * s * s * s;
    }

    // ---- what is drawn ----

    private void gather(NoiseLaw law) {
        things.clear();
        ofProblems();
        ofNodes();
        ofNoise("outcome", law, Session::verify, shares -> new Verifiers(shares, null, null, 0, Tariff.FREE));
        ofNoise("process", law, Session::score, shares -> new Verifiers(null, shares, null, 0, Tariff.FREE));
        ofSteps(law);
        ofJudge(law);
    }

    private void ofProblems() {
        List<Problem> problems = ProblemSet.draw(
                new SyntheticWorld(
                        new Problems(new UniformDifficulty(0, 1), PROBLEMS),
                        new Policy(
                                new CountLaw.UniformCount(1, 1000),
                                0,
                                StepProfile.UNIFORM,
                                new Distinct(),
                                new CountLaw.UniformCount(1, 1000),
                                new CountLaw.Constant(1),
                                Tariff.FREE),
                        Verifiers.NONE),
                SEED);
        put("difficulty", problems.stream().mapToDouble(Problem::p).toArray());
        put("steps", problems.stream().mapToDouble(Problem::steps).toArray());
        put("prompt", problems.stream().mapToDouble(Problem::promptTokens).toArray());
        put("first weight", weights(new PitmanYor(0, 1)));
    }

    private static double[] weights(AnswerLaw law) {
        SyntheticWorld world = world(HALF, law, Verifiers.NONE, 1);
        ProblemTruth view = world.draw(SEED).truth();
        double[] first = new double[PROBLEMS];
        for (int i = 0; i < PROBLEMS; i++) {
            view.turnTo(i);
            first[i] = view.answerWeights()[1];
        }
        return first;
    }

    private void ofNodes() {
        SyntheticWorld even = world(HALF, new UniformAnswers(2), Verifiers.NONE, 2);
        for (long trial : new long[] {0, 1, 3}) {
            for (int candidate : new int[] {0, 1}) {
                graded("sound " + candidate + " of trial " + trial, even, trial, session -> {
                    session.generate(2);
                    return candidate;
                });
            }
        }
        graded("sound root", even, 0, session -> session.extend(session.extend(Session.NONE)));
        graded("sound in the second place below the second root", even, 0, session -> {
            session.extend(Session.NONE);
            int root = session.extend(Session.NONE);
            session.extend(root);
            return session.extend(root);
        });
        SyntheticWorld never = world(NEVER, new UniformAnswers(2), Verifiers.NONE, 1);
        seen(
                List.of("answers of 0 and 1", "answers of 0 and 2", "own draw", "next own draw"),
                never,
                0,
                (session, into) -> {
                    session.generate(3);
                    into[0] = session.answer(0) == session.answer(1) ? 1 : 0;
                    into[1] = session.answer(0) == session.answer(2) ? 1 : 0;
                    into[2] = session.random().nextDouble();
                    into[3] = session.random().nextDouble();
                });
        SyntheticWorld tokens = new SyntheticWorld(
                new Problems(NEVER, PROBLEMS),
                new Policy(
                        new CountLaw.Constant(2),
                        0,
                        StepProfile.UNIFORM,
                        ONE,
                        new CountLaw.Constant(0),
                        new CountLaw.UniformCount(1, 1_000_000),
                        Tariff.FREE),
                Verifiers.NONE);
        seen(List.of("tokens of 0", "tokens of 1", "tokens of a step"), tokens, 0, (session, into) -> {
            session.generate(2);
            into[0] = session.tokens(0);
            into[1] = session.tokens(1);
            into[2] = session.tokens(session.extend(Session.NONE));
        });
    }

    private void ofNoise(String name, NoiseLaw law, Call call, VerifiersOf verifiers) {
        Verifier any = Verifier.of(1).with(law);
        seen(List.of(name + " problem"), world(NEVER, ONE, verifiers.of(any.with(PROBLEM)), 1), 0, scores(call, 1));
        if (name.equals("outcome")) {
            seen(List.of(name + " answer"), world(NEVER, ONE, verifiers.of(any.with(ANSWER)), 1), 0, scores(call, 1));
            seen(
                    List.of(name + " unique answer of 0", name + " unique answer of 1"),
                    world(NEVER, new Distinct(), verifiers.of(any.with(ANSWER)), 1),
                    0,
                    scores(call, 2));
        }
        SyntheticWorld own = world(NEVER, ONE, verifiers.of(any.with(OWN)), 1);
        seen(List.of(name + " own of 0", name + " own of 1", name + " own of 2"), own, 0, scores(call, 3));
        seen(List.of(name + " own of 0 in trial 1"), own, 1, scores(call, 1));
        seen(
                List.of(
                        name + " call 0 of 0",
                        name + " call 1 of 0",
                        name + " call 2 of 0",
                        name + " call 0 of 1",
                        name + " call 1 of 1"),
                world(NEVER, ONE, verifiers.of(any.with(CALL)), 1),
                0,
                (session, into) -> {
                    session.generate(2);
                    for (int i = 0; i < 3; i++) {
                        into[i] = call.of(session, 0);
                    }
                    into[3] = call.of(session, 1);
                    into[4] = call.of(session, 1);
                });
        rise(List.of(name + " loved answer"), ONE, 0, verifiers, any, scores(call, 1));
        rise(
                List.of(name + " loved unique answer of 0", name + " loved unique answer of 1"),
                new Distinct(),
                0,
                verifiers,
                any,
                scores(call, 2));
    }

    /** What a loved answer rises by is the difference to the same score without. */
    private void rise(
            List<String> names, AnswerLaw answers, long trial, VerifiersOf verifiers, Verifier any, Look look) {
        double[][] without = look(names.size(), world(NEVER, answers, verifiers.of(any), 1), trial, look);
        Verifier hacked = any.with(new Hack(0.5, 3));
        double[][] with = look(names.size(), world(NEVER, answers, verifiers.of(hacked), 1), trial, look);
        for (int k = 0; k < names.size(); k++) {
            double[] loved = new double[PROBLEMS];
            for (int i = 0; i < PROBLEMS; i++) {
                loved[i] = with[k][i] - without[k][i] > 1e-6 ? 1 : 0;
            }
            put(names.get(k), loved);
        }
    }

    private void ofSteps(NoiseLaw law) {
        Verifiers verifiers = Verifiers.process(Verifier.of(1).with(law));
        SyntheticWorld world = world(NEVER, ONE, verifiers, 3);
        seen(List.of("step 1 of 0", "step 2 of 0", "step 1 of 1"), world, 0, (session, into) -> {
            session.generate(2);
            double[] steps = new double[3];
            session.stepScores(0, steps);
            into[0] = steps[0];
            into[1] = steps[1];
            session.stepScores(1, steps);
            into[2] = steps[0];
        });
        seen(List.of("root 0", "root 1", "child 0 of root 0", "child 1 of root 0"), world, 0, (session, into) -> {
            int root = session.extend(Session.NONE);
            into[0] = session.score(root);
            into[1] = session.score(session.extend(Session.NONE));
            into[2] = session.score(session.extend(root));
            into[3] = session.score(session.extend(root));
        });
        SyntheticWorld called =
                world(NEVER, ONE, Verifiers.process(Verifier.of(1).with(law).with(CALL)), 3);
        rise(
                List.of("process loved unique answer of 0 in trial 6"),
                new Distinct(),
                6,
                Verifiers::process,
                Verifier.of(1).with(law),
                scores(Session::score, 1));
        seen(
                List.of("call at step 2 of 0 in trial 6", "call at step 3 of 0 in trial 6"),
                called,
                6,
                (session, into) -> {
                    session.generate(1);
                    double[] steps = new double[3];
                    session.stepScores(0, steps);
                    into[0] = steps[1];
                    into[1] = steps[2];
                });
        // a state shows where goodness is all: a score that tells it outright
        SyntheticWorld telling = world(HALF, ONE, Verifiers.process(Verifier.of(1, 0)), 3);
        seen(List.of("state of 0 in trial 5"), telling, 5, (session, into) -> {
            session.generate(1);
            double[] steps = new double[3];
            session.stepScores(0, steps);
            into[0] = steps[0];
        });
    }

    private void ofJudge(NoiseLaw law) {
        Verifier latent = Verifier.of(1).with(law);
        seen(List.of("choice 0", "choice 1"), judged(latent, 0), 0, (session, into) -> {
            session.generate(2);
            into[0] = session.judge(0, 1);
            into[1] = session.judge(0, 1);
        });
        seen(List.of("judge own of 0 and 1"), judged(latent, 1e6), 0, (session, into) -> {
            session.generate(2);
            into[0] = session.judge(0, 1);
        });
        seen(
                List.of("judge call 0 of 0 and 1", "judge call 1 of 0 and 1"),
                judged(latent.with(CALL), 1e6),
                0,
                (s, into) -> {
                    s.generate(2);
                    into[0] = s.judge(0, 1);
                    into[1] = s.judge(0, 1);
                });
    }

    private static SyntheticWorld judged(Verifier latent, double beta) {
        return world(NEVER, ONE, new Verifiers(null, null, new Judge(latent, beta, 0), 0, Tariff.FREE), 1);
    }

    private static SyntheticWorld world(DifficultyLaw difficulty, AnswerLaw answers, Verifiers verifiers, int steps) {
        return world(difficulty, answers, verifiers, steps, PROBLEMS);
    }

    private static SyntheticWorld world(
            DifficultyLaw difficulty, AnswerLaw answers, Verifiers verifiers, int steps, int problems) {
        return new SyntheticWorld(
                new Problems(difficulty, problems), Policy.FLAT.with(answers).withSteps(steps), verifiers);
    }

    private interface VerifiersOf {
        Verifiers of(Verifier verifier);
    }

    private interface Call {
        double of(Session session, int node);
    }

    private interface Look {
        void at(Session session, double[] into);
    }

    private static Look scores(Call call, int count) {
        return (session, into) -> {
            session.generate(count);
            for (int i = 0; i < count; i++) {
                into[i] = call.of(session, i);
            }
        };
    }

    private static double[][] look(int count, SyntheticWorld world, long trial, Look look) {
        TrialRunner runner = new TrialRunner(world, Budgets.generations(8), SEED);
        double[][] values = new double[count][PROBLEMS];
        double[] into = new double[count];
        for (int problem = 0; problem < PROBLEMS; problem++) {
            runner.runSilently(session -> look.at(session, into), problem, trial);
            for (int k = 0; k < count; k++) {
                values[k][problem] = into[k];
            }
        }
        return values;
    }

    private void seen(List<String> names, SyntheticWorld world, long trial, Look look) {
        double[][] values = look(names.size(), world, trial, look);
        for (int k = 0; k < names.size(); k++) {
            put(names.get(k), values[k]);
        }
    }

    private void graded(String name, SyntheticWorld world, long trial, ToDoubleFunction<Session> pick) {
        TrialRunner runner = new TrialRunner(world, Budgets.generations(4), SEED);
        double[] right = new double[PROBLEMS];
        for (int problem = 0; problem < PROBLEMS; problem++) {
            right[problem] = grade(runner, problem, trial, pick);
        }
        put(name, right);
    }

    private static double grade(TrialRunner runner, int problem, long trial, ToDoubleFunction<Session> pick) {
        return runner.run(session -> session.commit((int) pick.applyAsDouble(session)), problem, trial)
                                .get(0)
                                .grade()
                        == TrialRunner.Grade.CORRECT
                ? 1
                : 0;
    }

    // ---- whether it is independent ----

    private void put(String name, double[] values) {
        int[] classes = classes(values);
        assertTrue(Arrays.stream(classes).distinct().count() > 1, name + " is always the same");
        assertTrue(things.put(name, classes) == null, name + " is there twice");
    }

    private int[] thing(String name) {
        int[] thing = things.get(name);
        assertTrue(thing != null, name);
        return thing;
    }

    /** By rank, equal values together. */
    private static int[] classes(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int[] classes = new int[values.length];
        for (int i = 0; i < values.length; i++) {
            int low = 0;
            int high = sorted.length;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (sorted[middle] < values[i]) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            classes[i] = (int) ((long) low * CLASSES / sorted.length);
        }
        return classes;
    }

    private static boolean independent(int[] one, int[] other) {
        long[][] cells = new long[CLASSES][CLASSES];
        for (int i = 0; i < one.length; i++) {
            cells[one[i]][other[i]]++;
        }
        long[][] rows =
                Arrays.stream(cells).filter(row -> Arrays.stream(row).sum() > 0).toArray(long[][]::new);
        int[] used = IntStream.range(0, CLASSES)
                .filter(k -> Arrays.stream(rows).anyMatch(row -> row[k] > 0))
                .toArray();
        long[][] table = Arrays.stream(rows)
                .map(row -> Arrays.stream(used).mapToLong(k -> row[k]).toArray())
                .toArray(long[][]::new);
        return ChiSquareTest.withDefaults().test(table).getPValue() > FALSE_ALARM;
    }

    private void assertAllIndependent() {
        List<String> names = new ArrayList<>(things.keySet());
        List<String> together = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            for (int j = 0; j < i; j++) {
                if (!independent(thing(names.get(i)), thing(names.get(j)))) {
                    together.add(names.get(j) + " and " + names.get(i));
                }
            }
        }
        assertTrue(names.size() * (names.size() - 1) < 5000, "the chance of a false alarm is for fewer pairs");
        assertTrue(together.isEmpty(), "not independent: " + together);
    }
}
