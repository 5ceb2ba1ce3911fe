package overthink.core.testkit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import overthink.core.api.Capability;
import overthink.core.api.NamedPart;
import overthink.core.api.Resource;
import overthink.core.law.answer.Zipf;
import overthink.core.law.chain.ByDifficulty;
import overthink.core.law.chain.ChainLaw;
import overthink.core.law.chain.MergeLaw;
import overthink.core.law.chain.Revision;
import overthink.core.law.cost.CountLaw;
import overthink.core.law.cost.Latency;
import overthink.core.law.cost.Price;
import overthink.core.law.cost.Tariff;
import overthink.core.law.difficulty.Beta;
import overthink.core.law.difficulty.DifficultyLaw;
import overthink.core.law.difficulty.Empirical;
import overthink.core.law.difficulty.SignalLaw;
import overthink.core.law.difficulty.UniformDifficulty;
import overthink.core.law.idea.IdeaLaw;
import overthink.core.law.part.Combination;
import overthink.core.law.part.PartGraph;
import overthink.core.law.quality.QualityJudge;
import overthink.core.law.quality.QualityLaw;
import overthink.core.law.quality.QualityVerifier;
import overthink.core.law.quality.QualityWalk;
import overthink.core.law.reading.Demonstrations;
import overthink.core.law.reading.Documents;
import overthink.core.law.reading.ReadingLaw;
import overthink.core.law.step.StepProfile;
import overthink.core.law.verifier.Judge;
import overthink.core.law.verifier.NoiseCorrelation;
import overthink.core.law.verifier.NoiseShares;
import overthink.core.law.verifier.Verifier;
import overthink.core.model.SyntheticWorld;
import overthink.core.model.World;
import overthink.core.model.part.PartPolicy;
import overthink.core.model.part.PartWorld;
import overthink.core.model.quality.QualityPolicy;
import overthink.core.model.quality.QualityVerifiers;
import overthink.core.model.quality.QualityWorld;
import overthink.core.world.Ensemble;
import overthink.core.world.NamedPolicy;
import overthink.core.world.NamedVerifier;
import overthink.core.world.Policy;
import overthink.core.world.Problems;
import overthink.core.world.Skill;
import overthink.core.world.VerifierPanel;
import overthink.core.world.Verifiers;

/** What trials of the contract are played in, and with which budgets. */
final class ContractWorlds {

    private static final ChainLaw CHAIN = ChainLaw.of(new Revision.Tendency(ByDifficulty.of(0.4), ByDifficulty.of(0.3)))
            .withTold(new Revision.Tendency(ByDifficulty.of(0.1), ByDifficulty.of(-0.2)))
            .withDrift(0.05)
            .withStop(0.5, 0.1);

    private static final MergeLaw MERGING = MergeLaw.of(0.2, 1.5);

    private static final IdeaLaw IDEAS = new IdeaLaw(2, 0.8, new CountLaw.Constant(30));
    private static final Tariff POLICY_TARIFF = new Tariff(1e9, new Price(0.1, 0.4), new Latency(0.2, 0.01, 8));
    private static final Tariff VERIFIER_TARIFF = new Tariff(1e8, new Price(0.05, 0), new Latency(0.1, 0.001, 16));
    private static final Tariff CANDIDATE_TARIFF = new Tariff(1.25e8, new Price(0, 25), new Latency(0, 0.0025, 1));
    private static final Tariff VERDICT_TARIFF = new Tariff(2.5e8, new Price(50, 0), new Latency(0, 0.005, 1));

    private static final ReadingLaw READING = new ReadingLaw(
            new Documents(0.8, 2, 1, 0.05, 50, new UniformDifficulty(0.5, 1), Documents.Store.WHOLE),
            new Demonstrations(1, 2, 20));

    private ContractWorlds() {}

    /** Problems of four parts, the last of which waits for two others, with verifiers of what there is. */
    private static World parts(PartPolicy policy, int tokensPerCall, Tariff verifier, int problems) {
        return new PartWorld(
                problems,
                PartGraph.tree(4, 2),
                Combination.ALL,
                new UniformDifficulty(0.4, 0.95),
                policy,
                new Verifiers(
                        Verifier.of(1.2).with(new NoiseShares(0.1, 0, 0.7, 0.2)),
                        Verifier.of(1).with(new NoiseShares(0.1, 0, 0.7, 0.2)),
                        null,
                        tokensPerCall,
                        verifier));
    }

    /** Candidates of four steps whose quality is a number, of which the better half is right, with verifiers of all kinds. */
    private static World quality(
            int tokens, int promptTokens, Tariff policy, int tokensPerCall, Tariff verifier, int problems) {
        QualityVerifier one = QualityVerifier.of(0.7).with(new NoiseShares(0.1, 0.2, 0.5, 0.2));
        Map<String, QualityVerifier> outcome = new LinkedHashMap<>();
        outcome.put("one", one);
        outcome.put("other", one.with(NoiseShares.CANDIDATE));
        return new QualityWorld(
                problems,
                QualityLaw.STANDARD,
                0.5,
                OptionalDouble.of(0.5),
                new QualityPolicy(4, QualityWalk.EVEN, promptTokens, tokens, policy),
                new QualityVerifiers(
                        outcome,
                        QualityVerifier.of(0.8).with(new NoiseShares(0.1, 0, 0.7, 0.2)),
                        new QualityJudge(QualityVerifier.of(0.7), 2, 0.1),
                        tokensPerCall,
                        verifier));
    }

    /**
     * The world of the contract: solutions of 4 steps that may recover, problems of every difficulty, wrong answers that
     * agree, an outcome verifier (Boolean where the strategy needs one), a process verifier, a judge, and costs in every
     * resource.
     */
    static World usual(Set<Capability> needs) {
        if (needs.contains(Capability.PARTS)) {
            return parts(new PartPolicy(0.1, 0.9, 3, 100, 40, POLICY_TARIFF), 300, VERIFIER_TARIFF, 8);
        }
        if (needs.contains(Capability.VARY) || needs.contains(Capability.VERIFIERS)) {
            return quality(40, 100, POLICY_TARIFF, 300, VERIFIER_TARIFF, 8);
        }
        Verifier outcome = needs.contains(Capability.BOOLEAN_VERIFIER) ? Verifier.of(0.9, 0.2) : Verifier.of(1.2);
        Verifier process = Verifier.of(1).withPersistence(0.5);
        Policy policy = new Policy(
                new CountLaw.Constant(4),
                0.1,
                StepProfile.UNIFORM,
                new Zipf(5, 1),
                new CountLaw.Constant(100),
                new CountLaw.UniformCount(20, 60),
                POLICY_TARIFF);
        return among(
                needs,
                new SyntheticWorld(
                        new Problems(new Empirical(0.02, 0.1, 0.3, 0.5, 0.7, 0.95, 0, 1), 8),
                        able(policy, needs, IDEAS, READING),
                        new Verifiers(
                                outcome.with(new NoiseShares(0.1, 0.2, 0.5, 0.2)),
                                process.with(new NoiseShares(0.1, 0, 0.7, 0.2)),
                                new Judge(Verifier.of(1), 2, 0.1),
                                300,
                                VERIFIER_TARIFF)));
    }

    /** A candidate of four steps costs 4,000 tokens, 10 cents, 10 s and 10^12 FLOPs, a verdict half as much; one runs at a time. */
    static World priced(Set<Capability> needs) {
        if (needs.contains(Capability.PARTS)) {
            return parts(new PartPolicy(0.1, 0.9, 3, 0, 1000, CANDIDATE_TARIFF), 1000, VERDICT_TARIFF, 2);
        }
        if (needs.contains(Capability.VARY) || needs.contains(Capability.VERIFIERS)) {
            return quality(1000, 0, CANDIDATE_TARIFF, 1000, VERDICT_TARIFF, 2);
        }
        Verifier outcome = needs.contains(Capability.BOOLEAN_VERIFIER) ? Verifier.of(0.9, 0.2) : Verifier.of(1);
        Policy policy = new Policy(
                new CountLaw.Constant(4),
                0,
                StepProfile.UNIFORM,
                new Zipf(5, 1),
                new CountLaw.Constant(0),
                new CountLaw.Constant(1000),
                CANDIDATE_TARIFF);
        return among(
                needs,
                new SyntheticWorld(
                        new Problems(new Empirical(0.1, 0.9), 2),
                        able(policy, needs, IdeaLaw.of(2), ReadingLaw.NOTHING),
                        new Verifiers(outcome, Verifier.of(1), new Judge(Verifier.of(1), 1, 0), 1000, VERDICT_TARIFF)));
    }

    /** A policy that revises and merges where the strategy needs it, with every part of either law. */
    private static Policy able(Policy policy, Set<Capability> needs, IdeaLaw ideas, ReadingLaw reading) {
        Policy able = policy;
        if (needs.contains(Capability.CHAIN)) {
            able = able.with(CHAIN.withAvoidance(0.5, 3));
        }
        able = needs.contains(Capability.IDEAS) ? able.with(ideas) : able;
        able = needs.contains(Capability.READING) ? able.with(reading) : able;
        return needs.contains(Capability.MERGE) ? able.with(MERGING) : able;
    }

    /** A world whose policy revises and merges where the strategy needs it, by laws whose consequences are known. */
    static SyntheticWorld able(SyntheticWorld world, Set<Capability> needs) {
        Policy policy = world.policy();
        policy = needs.contains(Capability.CHAIN) ? policy.with(CHAIN) : policy;
        policy = needs.contains(Capability.MERGE) ? policy.with(MERGING) : policy;
        policy = needs.contains(Capability.IDEAS) ? policy.with(IDEAS) : policy;
        policy = needs.contains(Capability.READING) ? policy.with(READING) : policy;
        return among(needs, world.with(world.problems(), policy, world.verifiers()));
    }

    /**
     * A world with other policies and a signal where the strategy needs them: a better policy that costs four times as much, and one
     * that is worse and costs half, with mistakes of their own.
     */
    private static SyntheticWorld among(Set<Capability> needs, SyntheticWorld world) {
        SyntheticWorld seen = needs.contains(Capability.SIGNAL)
                ? world.with(new SignalLaw(0.5, new CountLaw.Constant(5), SignalLaw.GRADED))
                : world;
        if (!needs.contains(Capability.POLICIES)) {
            return seen;
        }
        return seen.with(Ensemble.of(
                        "usual",
                        other("better", world.policy(), 4, new UniformDifficulty(0.4, 0.9)),
                        other("cheaper", world.policy(), 0.5, new UniformDifficulty(0, 0.6)))
                .withCorrelation(0.6)
                .withOverlap(0.8));
    }

    private static NamedPolicy other(String name, Policy like, double factor, DifficultyLaw law) {
        Tariff tariff = like.tariff();
        Latency latency = tariff.latency();
        return new NamedPolicy(
                name,
                like.with(new Tariff(
                        factor * tariff.parameters(),
                        tariff.price().times(factor),
                        new Latency(factor * latency.prefill(), factor * latency.perToken(), latency.concurrency()))),
                new Skill.Own(law));
    }

    /** {@link #naming(SyntheticWorld, List)}; in worlds of other kinds nothing has a name. */
    static World naming(World world, List<NamedPart> names) {
        return world instanceof SyntheticWorld declared ? naming(declared, names) : world;
    }

    /**
     * A world with the policies and verifiers that a strategy names: verifiers that cost half as much again as the world's own and
     * agree with it now and then, policies that are weaker than the first.
     */
    static SyntheticWorld naming(SyntheticWorld world, List<NamedPart> names) {
        List<NamedVerifier> verifiers = new ArrayList<>();
        List<NamedPolicy> policies = new ArrayList<>();
        Verifier own = world.verifiers().outcome();
        Tariff tariff = world.verifiers().tariff();
        int tokens = world.verifiers().tokensPerCall();
        if (own != null) {
            verifiers.add(new NamedVerifier("own", own, tokens, tariff));
        }
        for (NamedPart part : together(names)) {
            if (part.part() == NamedPart.Part.VERIFIER) {
                Verifier law =
                        part.able().contains(Capability.BOOLEAN_VERIFIER) ? Verifier.of(0.8, 0.3) : Verifier.of(0.9);
                verifiers.add(new NamedVerifier(part.name(), law, tokens + tokens / 2, tariff));
            } else if (!world.ensemble().names().contains(part.name())) {
                policies.add(new NamedPolicy(
                        part.name(), able(world.policy(), part.able(), IDEAS, READING), new Skill.Own(new Beta(1, 2))));
            }
        }
        SyntheticWorld named = world;
        if (verifiers.size() > 1) {
            VerifierPanel panel = VerifierPanel.of(verifiers.toArray(NamedVerifier[]::new))
                    .with(NoiseCorrelation.common(verifiers.size(), 0.3));
            named = named.with(
                    world.problems(), world.policy(), world.verifiers().with(panel));
        }
        return policies.isEmpty() ? named : named.with(Ensemble.of("own", policies.toArray(NamedPolicy[]::new)));
    }

    /** Each part that has a name once, able to do all that is asked of it. */
    private static List<NamedPart> together(List<NamedPart> names) {
        List<NamedPart> together = new ArrayList<>();
        for (NamedPart part : names) {
            if (part.name().equals(NamedPart.FIRST)) {
                continue;
            }
            Set<Capability> able = new HashSet<>(part.able());
            for (NamedPart other : names) {
                if (other.part() == part.part() && other.name().equals(part.name())) {
                    able.addAll(other.able());
                }
            }
            NamedPart whole = new NamedPart(part.part(), part.name(), able);
            if (!together.contains(whole)) {
                together.add(whole);
            }
        }
        return together;
    }

    /** Three amounts that pay for little, some and many candidates of the world of the contract. */
    static List<Double> amounts(Resource resource) {
        return switch (resource) {
            case GENERATIONS -> List.of(1.0, 5.0, 20.0);
            case STEPS -> List.of(3.0, 22.0, 81.0);
            case TOKENS -> List.of(100.0, 700.0, 3000.0);
            case INPUT_TOKENS -> List.of(100.0, 1500.0, 9000.0);
            case VERIFIER_CALLS -> List.of(1.0, 5.0, 40.0);
            case ROUNDS -> List.of(1.0, 2.0, 9.0);
            case LATENCY -> List.of(3.0, 7.0, 30.0);
            case FLOPS -> List.of(1e12, 4e12, 2e13);
            case USD -> List.of(0.0002, 0.0008, 0.004);
        };
    }

    /** Budgets that pay for a candidate of the priced world, which grows step by step in four rounds, for a verdict or two as well, and for a few more. */
    static Map<Resource, List<Double>> betweenCandidateAndVerdict() {
        double[] candidates = {1, 1.2, 1.5, 1.7, 2.2, 2.5, 2.8, 3.1, 4.6, 9.7};
        return Map.of(
                Resource.USD, Arrays.stream(candidates).mapToObj(x -> 0.1 * x).toList(),
                Resource.FLOPS,
                        Arrays.stream(candidates).mapToObj(x -> 1e12 * x).toList(),
                Resource.LATENCY,
                        Arrays.stream(candidates).mapToObj(x -> 10 * x).toList(),
                Resource.ROUNDS, List.of(4.0, 5.0, 6.0, 7.0, 8.0, 9.0, 12.0),
                Resource.TOKENS, List.of(4000.0, 4001.0, 7999.0, 9000.0),
                Resource.VERIFIER_CALLS, List.of(1.0, 2.0, 3.0, 4.0, 5.0, 9.0));
    }
}
