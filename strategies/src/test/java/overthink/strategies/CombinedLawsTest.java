package overthink.strategies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import overthink.core.api.Capability;
import overthink.core.api.Parameters;
import overthink.core.api.Resource;
import overthink.core.api.Session;
import overthink.core.api.StrategyProvider;
import overthink.core.experiment.Budgets;
import overthink.core.law.answer.AnswerLaw;
import overthink.core.law.answer.Distinct;
import overthink.core.law.answer.PitmanYor;
import overthink.core.law.answer.Silence;
import overthink.core.law.answer.UniformAnswers;
import overthink.core.law.answer.Zipf;
import overthink.core.law.chain.ByDifficulty;
import overthink.core.law.chain.ChainLaw;
import overthink.core.law.chain.MergeLaw;
import overthink.core.law.chain.Revision;
import overthink.core.law.cost.CountLaw;
import overthink.core.law.cost.Latency;
import overthink.core.law.cost.Price;
import overthink.core.law.cost.Tariff;
import overthink.core.law.difficulty.UniformDifficulty;
import overthink.core.law.step.StepProfile;
import overthink.core.law.verifier.Verifier;
import overthink.core.model.SyntheticWorld;
import overthink.core.testkit.RecordingSession;
import overthink.core.trial.TrialRunner;
import overthink.core.world.Policy;
import overthink.core.world.Problems;
import overthink.core.world.Verifiers;

/**
 * Chains and merging in worlds of random laws, of steps that vary in tokens, candidates without an answer, drift and avoidance,
 * told or not: what strategies were delivered is what they are charged for, what they read included, as it follows from their
 * calls alone. Worlds from seed 5; nothing here is a matter of chance.
 */
class CombinedLawsTest {

    private static final int WORLDS = 12;
    private static final double PARAMETERS = 1e6;
    private static final Pattern MADE = Pattern.compile("(generate|revise|merge)\\(\\[?([^)\\]]*)\\]?\\) = (-?\\d+)");

    private static ByDifficulty within(SplittableRandom random, double least, double most) {
        double hard = random.nextDouble(least, most);
        return random.nextBoolean()
                ? ByDifficulty.of(hard)
                : new ByDifficulty.Linear(hard, random.nextDouble(least, most));
    }

    private static Revision revision(SplittableRandom random) {
        return random.nextBoolean()
                ? new Revision.Tendency(within(random, 0, 1), within(random, -2, 2))
                : new Revision.Rates(within(random, 0, 0.5), within(random, 0, 0.5));
    }

    private static ChainLaw chain(SplittableRandom random) {
        CountLaw tokens = random.nextBoolean() ? null : new CountLaw.UniformCount(1, 50);
        return new ChainLaw(
                revision(random),
                revision(random),
                within(random, -0.5, 0.5),
                random.nextBoolean() ? ByDifficulty.of(0) : within(random, 0, 1),
                random.nextInt(1, 6),
                new ChainLaw.Stop(within(random, 0.1, 1), within(random, 0, 1)),
                tokens);
    }

    private static SyntheticWorld world(SplittableRandom random, boolean verdicts) {
        List<AnswerLaw> answers = List.of(new Distinct(), new UniformAnswers(2), new Zipf(6, 1), new PitmanYor(0.3, 1));
        Policy policy = new Policy(
                        new CountLaw.UniformCount(1, 3),
                        random.nextDouble(),
                        StepProfile.UNIFORM,
                        answers.get(random.nextInt(answers.size())),
                        random.nextBoolean() ? Silence.NONE : new Silence.Share(0.3),
                        new CountLaw.Constant(random.nextInt(100)),
                        random.nextBoolean() ? new CountLaw.Constant(7) : new CountLaw.UniformCount(0, 20),
                        new Tariff(PARAMETERS, Price.FREE, Latency.INSTANT))
                .with(chain(random))
                .with(new MergeLaw(within(random, 0, 1), within(random, 0, 3)));
        Verifier outcome = verdicts ? Verifier.of(0.8, 0.3) : Verifier.of(1);
        return new SyntheticWorld(
                new Problems(new UniformDifficulty(0, 1), 4),
                policy,
                new Verifiers(outcome, null, null, 0, Tariff.FREE));
    }

    /** Those that revise or merge. */
    private static Stream<StrategyProvider> providers() {
        return ServiceLoader.load(StrategyProvider.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(provider -> {
                    Set<Capability> needs = provider.needs(Parameters.defaults(provider.parameters()));
                    return needs.contains(Capability.CHAIN) || needs.contains(Capability.MERGE);
                });
    }

    /** The tokens read by what was made in a trial, from its calls and from how many tokens each candidate has. */
    private static long input(List<String> calls, Session session, long prompt, int context) {
        Map<Integer, Integer> before = new HashMap<>();
        long input = 0;
        boolean sampled = false;
        int size = 0;
        for (String call : calls) {
            Matcher made = MADE.matcher(call);
            if (!made.matches() || made.group(3).equals("-1")) {
                continue;
            }
            if (made.group(1).equals("generate")) {
                input += sampled ? 0 : prompt;
                sampled = true;
                size += made.group(2).isEmpty() ? 1 : Integer.parseInt(made.group(3));
                continue;
            }
            List<Integer> read = new ArrayList<>();
            if (made.group(1).equals("merge")) {
                Arrays.stream(made.group(2).split(", ")).map(Integer::valueOf).forEach(read::add);
            } else {
                Integer at = Integer.valueOf(made.group(2).split(",")[0]);
                before.put(size, at);
                for (; at != null && read.size() < context; at = before.get(at)) {
                    read.add(at);
                }
            }
            assertEquals(size, Integer.parseInt(made.group(3)));
            size++;
            input += prompt + read.stream().mapToLong(session::tokens).sum();
        }
        return input;
    }

    private static void check(SyntheticWorld world, StrategyProvider provider, int lessContext) {
        TrialRunner runner = new TrialRunner(world, Budgets.generations(20), 3);
        int context = Math.max(1, world.policy().chain().context() - lessContext);
        for (int trial = 0; trial < 6; trial++) {
            runner.run(
                    session -> {
                        RecordingSession recording = new RecordingSession(session);
                        provider.create(Parameters.defaults(provider.parameters()))
                                .run(recording);
                        assertEquals(session.spent(Resource.STEPS), recording.stepsDelivered(), provider.name());
                        long tokens = recording.tokensDelivered();
                        assertEquals(session.spent(Resource.TOKENS), tokens, provider.name());
                        long prompt = world.policy().promptTokens().max();
                        long input = input(recording.calls(), session, prompt, context);
                        assertEquals(
                                session.spent(Resource.FLOPS),
                                (long) (2 * PARAMETERS * (input + tokens)),
                                provider.name());
                    },
                    trial % 4,
                    trial);
        }
    }

    @Tag("slow")
    @Test
    void ledger_ofChainsAndMerges_isWhatTheCallsAreCharged() {
        SplittableRandom random = new SplittableRandom(5);
        for (int i = 0; i < WORLDS; i++) {
            SyntheticWorld graded = world(random.split(), false);
            SyntheticWorld verdicts = world(random.split(), true);
            providers().forEach(provider -> {
                boolean bool = provider.needs(Parameters.defaults(provider.parameters()))
                        .contains(Capability.BOOLEAN_VERIFIER);
                check(bool ? verdicts : graded, provider, 0);
            });
        }
        assertEquals(12, providers().count());
    }

    /** A revision that did not pay for the whole of its context would be noticed. */
    @Test
    void ledger_ofLessThanTheContext_isNoticed() {
        SplittableRandom random = new SplittableRandom(5);
        StrategyProvider revise = providers()
                .filter(provider -> provider.name().equals("revise"))
                .findFirst()
                .orElseThrow();
        int noticed = 0;
        for (int i = 0; i < WORLDS; i++) {
            SyntheticWorld world = world(random.split(), false);
            try {
                check(world, revise, 1);
            } catch (AssertionError different) {
                noticed++;
            }
        }
        assertNotEquals(0, noticed);
        assertTrue(noticed <= WORLDS);
    }
}
