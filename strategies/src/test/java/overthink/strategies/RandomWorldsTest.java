package overthink.strategies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.ServiceLoader;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import overthink.core.api.Element;
import overthink.core.api.StrategyProvider;
import overthink.core.experiment.ConfiguredStrategy;
import overthink.core.law.answer.UniformAnswers;
import overthink.core.law.chain.ByDifficulty;
import overthink.core.law.chain.ChainLaw;
import overthink.core.law.chain.MergeLaw;
import overthink.core.law.chain.Revision;
import overthink.core.law.cost.CountLaw;
import overthink.core.law.cost.Latency;
import overthink.core.law.cost.Price;
import overthink.core.law.cost.Tariff;
import overthink.core.law.difficulty.LatentCorrelation;
import overthink.core.law.difficulty.SignalLaw;
import overthink.core.law.difficulty.UniformDifficulty;
import overthink.core.law.idea.IdeaLaw;
import overthink.core.law.idea.Temperature;
import overthink.core.law.reading.Demonstrations;
import overthink.core.law.reading.Documents;
import overthink.core.law.reading.ReadingLaw;
import overthink.core.law.step.StepProfile;
import overthink.core.law.verifier.Judge;
import overthink.core.law.verifier.NoiseCorrelation;
import overthink.core.law.verifier.NoiseShares;
import overthink.core.law.verifier.Scoring;
import overthink.core.law.verifier.Sensitivity;
import overthink.core.law.verifier.Variation;
import overthink.core.law.verifier.Verifier;
import overthink.core.model.SyntheticWorld;
import overthink.core.testkit.Contract;
import overthink.core.testkit.Contract.Clause;
import overthink.core.testkit.Contract.Standing;
import overthink.core.testkit.Contract.Verdict;
import overthink.core.world.Ensemble;
import overthink.core.world.NamedPolicy;
import overthink.core.world.NamedVerifier;
import overthink.core.world.Policy;
import overthink.core.world.Problems;
import overthink.core.world.Skill;
import overthink.core.world.VerifierPanel;
import overthink.core.world.Verifiers;

/**
 * Laws combine: in tiny worlds whose laws are drawn at random, with chains, merging, ideas, temperature, reading, a signal, several
 * policies one of which is derived, several verifiers that go by difficulty or depth and a judge, random pipelines and all strategies keep their contract, conservation of the ledger above all.
 * Worlds and pipelines from seed 12; nothing here is a matter of chance.
 */
class RandomWorldsTest {

    private static final int WORLDS = 4;
    private static final List<Long> BUDGETS = List.of(1L, 5L, 12L);

    private static Tariff tariff(SplittableRandom random) {
        return new Tariff(
                random.nextInt(3) * 1e9,
                new Price(random.nextInt(3), 0),
                new Latency(random.nextInt(2), 0.01 * random.nextInt(3), random.nextInt(1, 5)));
    }

    private static Policy policy(SplittableRandom random, CountLaw steps) {
        return new Policy(
                        steps,
                        0.2,
                        StepProfile.UNIFORM,
                        new UniformAnswers(random.nextInt(1, 5)),
                        new CountLaw.Constant(30),
                        random.nextBoolean() ? new CountLaw.Constant(7) : new CountLaw.UniformCount(1, 20),
                        new Tariff(
                                1e9,
                                new Price(1, OptionalDouble.of(0.1), 4),
                                new Latency(0.5, 0.01, random.nextInt(1, 6))))
                .with(ChainLaw.of(new Revision.Tendency(ByDifficulty.of(random.nextDouble()), ByDifficulty.of(0.5)))
                        .withAvoidance(random.nextDouble(), random.nextInt(1, 5)))
                .with(MergeLaw.of(random.nextDouble(), 2 * random.nextDouble()));
    }

    /** A policy that also draws ideas, sharpens its answers, and reads. */
    private static Policy reader(SplittableRandom random, Policy policy) {
        Documents documents = new Documents(
                random.nextDouble(),
                2,
                1,
                0.1,
                random.nextInt(50),
                new UniformDifficulty(0, 1),
                new Documents.Store(10, 100, 1));
        return policy.with(new IdeaLaw(random.nextDouble(0.1, 4), 1, new CountLaw.UniformCount(1, 30)))
                .with(new Temperature(random.nextDouble(0.3, 2), 0.1))
                .with(new ReadingLaw(documents, new Demonstrations(1, 2, random.nextInt(20))));
    }

    /** Two other policies with mistakes of their own, one of them derived from the first and the other, which take time to hand over. */
    private static Ensemble ensemble(SplittableRandom random, CountLaw steps) {
        return new Ensemble(
                "large",
                List.of(
                        new NamedPolicy("small", policy(random, steps), new Skill.Own(new UniformDifficulty(0, 0.5))),
                        new NamedPolicy("tuned", policy(random, steps), new Skill.Shifted(0, 0, 1, 0.5), 3)),
                LatentCorrelation.of(3, random.nextDouble()),
                random.nextDouble(),
                0.1 * random.nextInt(3));
    }

    private static Verifier verifier(SplittableRandom random, boolean verdicts) {
        NoiseShares shares = new NoiseShares(0.1, 0.2, 0.5, 0.2);
        if (verdicts) {
            Variation fpr = new Variation.Difficulty(new ByDifficulty.Linear(0.5, 0.2));
            return Verifier.of(0.9, 0.3)
                    .withScoring(new Scoring.VariedVerdict(Variation.of(0.6 + 0.4 * random.nextDouble()), fpr))
                    .with(shares);
        }
        return random.nextBoolean()
                ? Verifier.of(2 * random.nextDouble()).with(shares)
                : Verifier.of(1)
                        .withScoring(new Scoring.VariedGrade(
                                Variation.of(1.5), Sensitivity.NO_SPREAD, Scoring.Graded.of(1), random.nextInt(2, 6)));
    }

    private static SyntheticWorld world(SplittableRandom random) {
        CountLaw steps = random.nextBoolean() ? new CountLaw.Constant(1) : new CountLaw.UniformCount(2, 4);
        VerifierPanel panel = VerifierPanel.of(
                        new NamedVerifier("tests", verifier(random, true), random.nextInt(100), tariff(random)),
                        new NamedVerifier("ranker", verifier(random, false), random.nextInt(100), tariff(random)),
                        new NamedVerifier("lint", verifier(random, true), 0, Tariff.FREE))
                .with(NoiseCorrelation.common(3, random.nextDouble(-0.4, 0.9)));
        Verifier process = Verifier.of(1)
                .withScoring(new Scoring.VariedGrade(
                        new Variation.Depth(0.2, 2), Sensitivity.NO_SPREAD, Scoring.Graded.of(1), 0))
                .withPersistence(0.5);
        Verifiers verifiers = new Verifiers(null, process, new Judge(Verifier.of(1), 2, 0.1), 40, tariff(random));
        return new SyntheticWorld(
                        new Problems(new UniformDifficulty(0, 1), 3),
                        reader(random, policy(random, steps)),
                        verifiers.with(panel))
                .with(ensemble(random, steps))
                .with(new SignalLaw(random.nextDouble(), new CountLaw.UniformCount(1, 9), SignalLaw.GRADED));
    }

    private static Element pick(SplittableRandom random) {
        String policy = List.of("first", "large", "small", "tuned").get(random.nextInt(4));
        String verifier = List.of("first", "tests", "ranker", "lint").get(random.nextInt(4));
        return switch (random.nextInt(6)) {
            case 0 -> new Element("generate", Map.of("n", random.nextLong(1, 4), "policy", policy));
            case 1 -> new Element("filter", Map.of("verifier", verifier, "threshold", 0.5));
            case 2 -> new Element("filter", Map.of("verifier", random.nextBoolean() ? "tests" : "lint"));
            case 3 -> new Element("keep", Map.of("n", 2L, "verifier", verifier));
            case 4 -> new Element("revise", Map.of("policy", policy, "told", random.nextBoolean()));
            default -> new Element("merge", Map.of("n", random.nextLong(2, 4), "group", 2L, "policy", policy));
        };
    }

    private static List<Element> pipeline(SplittableRandom random) {
        List<Element> stages = new ArrayList<>();
        stages.add(new Element("generate", Map.of("n", random.nextLong(2, 5))));
        for (int more = random.nextInt(1, 6); more > 0; more--) {
            stages.add(pick(random));
        }
        stages.add(Element.of(List.of("vote", "best", "judge", "random").get(random.nextInt(4))));
        return stages;
    }

    private static StrategyProvider provider(String name) {
        return ServiceLoader.load(StrategyProvider.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static void keeps(
            StrategyProvider provider,
            Map<String, ?> parameters,
            SyntheticWorld world,
            boolean abstains,
            Clause... clauses) {
        Contract contract = new Contract(
                new Contract.Terms(provider, parameters, world, BUDGETS, abstains, 12, Contract.Terms.PATIENCE));
        for (Clause clause : clauses) {
            Verdict verdict = contract.judge(clause);
            assertEquals(true, verdict.standing() != Standing.BROKEN, verdict.reason());
        }
    }

    @Tag("slow")
    @Test
    void pipelines_drawnAtRandom_keepTheContractWhereAllLawsMeet() {
        SplittableRandom random = new SplittableRandom(12);
        for (int i = 0; i < WORLDS; i++) {
            SyntheticWorld world = world(random);
            for (int j = 0; j < 2; j++) {
                Map<String, ?> parameters = Map.of("stages", pipeline(random), "scale", random.nextBoolean());
                keeps(
                        provider("pipeline"),
                        parameters,
                        world,
                        true,
                        Clause.CONSERVATION,
                        Clause.DETERMINISM,
                        Clause.AMNESIA);
            }
        }
    }

    @Test
    @Tag("slow")
    void strategies_ofAllFamilies_keepTheContractWhereAllLawsMeet() {
        SplittableRandom random = new SplittableRandom(12);
        int played = 0;
        SyntheticWorld world = world(random);
        for (StrategyProvider provider : ServiceLoader.load(StrategyProvider.class)) {
            if (ConfiguredStrategy.of(provider, Map.of()).refusal(world).isEmpty()) {
                keeps(
                        provider,
                        Map.of(),
                        world,
                        true,
                        Clause.CONSERVATION,
                        Clause.PREFIX,
                        Clause.AMNESIA,
                        Clause.NON_INTERFERENCE,
                        Clause.TERMINATION);
                played++;
            }
        }
        int count = played;
        assertTrue(count > 30, () -> "only %d strategies were played".formatted(count));
    }
}
