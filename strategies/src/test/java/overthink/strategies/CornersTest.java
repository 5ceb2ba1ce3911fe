package overthink.strategies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import overthink.core.api.ParameterSpec;
import overthink.core.api.RealRange;
import overthink.core.api.Resource;
import overthink.core.api.StrategyProvider;
import overthink.core.estimate.BinPlan;
import overthink.core.estimate.Row;
import overthink.core.experiment.Budgets;
import overthink.core.experiment.ConfiguredStrategy;
import overthink.core.experiment.Experiment;
import overthink.core.experiment.MethodChoice;
import overthink.core.experiment.Progress;
import overthink.core.experiment.TrialPlan;
import overthink.core.law.answer.AnswerLaw;
import overthink.core.law.answer.Attractor;
import overthink.core.law.answer.Distinct;
import overthink.core.law.answer.PitmanYor;
import overthink.core.law.answer.UniformAnswers;
import overthink.core.law.answer.Zipf;
import overthink.core.law.chain.ByDifficulty;
import overthink.core.law.chain.ChainLaw;
import overthink.core.law.chain.MergeLaw;
import overthink.core.law.chain.Revision.Rates;
import overthink.core.law.chain.Revision.Tendency;
import overthink.core.law.cost.CountLaw;
import overthink.core.law.cost.Tariff;
import overthink.core.law.difficulty.Beta;
import overthink.core.law.difficulty.DifficultyLaw;
import overthink.core.law.difficulty.Empirical;
import overthink.core.law.difficulty.Kumaraswamy;
import overthink.core.law.difficulty.LogitNormal;
import overthink.core.law.difficulty.UniformDifficulty;
import overthink.core.law.step.StepProfile;
import overthink.core.law.verifier.Hack;
import overthink.core.law.verifier.Judge;
import overthink.core.law.verifier.NoiseLaw;
import overthink.core.law.verifier.NoiseShares;
import overthink.core.law.verifier.Prior;
import overthink.core.law.verifier.Scoring;
import overthink.core.law.verifier.Sensitivity;
import overthink.core.law.verifier.Verifier;
import overthink.core.model.SyntheticWorld;
import overthink.core.results.Results;
import overthink.core.run.Simulator;
import overthink.core.testkit.FalseAlarm;
import overthink.core.world.Policy;
import overthink.core.world.Problems;
import overthink.core.world.Verifiers;

/**
 * Every strategy in worlds at the bounds of the laws, one bound at a time and many at once: numbers are finite, accuracy is
 * at most coverage, what is spent is within the budget, and what is known exactly is what trials give.
 *
 * <p>False alarms: each of at most 10,000 comparisons fails a correct program with probability {@value #EACH}, together
 * below 10⁻⁶. A share of trials has at most the binomial's variance, since trials within problems vary less.
 */
@Tag("slow")
class CornersTest {

    private static final double EACH = 5e-11;

    /** What rare events, whose counts are not normal, may differ by: a Poisson count of mean 1 exceeds it once in 10²¹. */
    private static final double RARE = 25;

    private static final Budgets BUDGETS = new Budgets(Resource.GENERATIONS, List.of(1.0, 6.0));
    private static final int TRIALS = 60;
    private static final int CORNERS = 10;

    private static final List<StrategyProvider> PROVIDERS = ServiceLoader.load(StrategyProvider.class).stream()
            .map(ServiceLoader.Provider::get)
            .sorted((a, b) -> a.name().compareTo(b.name()))
            .toList();

    /** What a world is made of. */
    private static final class Parts {

        DifficultyLaw difficulty = new Empirical(0, 1e-9, 0.1, 0.4, 0.8, 1);
        AnswerLaw answers = new Zipf(5, 1);
        int steps = 4;
        double recovery;
        StepProfile profile = StepProfile.UNIFORM;
        double hard = 1;
        double easy = 1;
        double prior = 0.5;
        double sharpness = 1;
        double bias;
        NoiseLaw noise = new NoiseLaw.Gaussian();
        double problemShare;
        double answerShare;
        double callShare;
        double persistence;
        double hackShare;
        double shift;
        double beta = 1;
        double positionBias;
        double tpr = Double.NaN;
        double fpr;
        ChainLaw chain;
        MergeLaw merge;

        SyntheticWorld world() {
            Scoring scoring = Double.isNaN(tpr) ? graded() : new Scoring.Verdict(tpr, fpr);
            boolean verdict = scoring instanceof Scoring.Verdict;
            NoiseLaw law = verdict ? new NoiseLaw.Gaussian() : noise;
            Hack hack = verdict ? Hack.NONE : new Hack(hackShare, shift);
            NoiseShares shares = shares(answerShare);
            Verifier outcome = new Verifier(scoring, shares, law, 0, hack);
            Verifier process = new Verifier(scoring, shares(0), law, persistence, hack);
            Judge judge =
                    new Judge(new Verifier(graded(), shares, noise, 0, new Hack(hackShare, shift)), beta, positionBias);
            Policy policy = new Policy(
                    new CountLaw.Constant(steps),
                    recovery,
                    profile,
                    answers,
                    new CountLaw.Constant(10),
                    new CountLaw.Constant(3),
                    Tariff.FREE);
            policy = chain == null ? policy : policy.with(chain);
            policy = merge == null ? policy : policy.with(merge);
            return new SyntheticWorld(
                    new Problems(difficulty, 6), policy, new Verifiers(outcome, process, judge, 5, Tariff.FREE));
        }

        private Scoring.Graded graded() {
            return new Scoring.Graded(new Sensitivity(hard, easy), new Prior.Fixed(prior), sharpness, bias);
        }

        private NoiseShares shares(double answer) {
            double sum = Math.max(1, problemShare + answer + callShare);
            double problem = problemShare / sum;
            double call = callShare / sum;
            return new NoiseShares(problem, answer / sum, Math.max(0, 1 - problem - answer / sum - call), call);
        }
    }

    /** Changes of a world that go to a bound, of one part of it each. */
    private static final List<List<UnaryOperator<Parts>>> BOUNDS = bounds();

    private interface Setter {
        void set(Parts parts, double value);
    }

    private static UnaryOperator<Parts> change(java.util.function.Consumer<Parts> change) {
        return parts -> {
            change.accept(parts);
            return parts;
        };
    }

    private static List<UnaryOperator<Parts>> at(RealRange range, Setter setter, double... more) {
        List<UnaryOperator<Parts>> changes = new ArrayList<>();
        changes.add(change(parts -> setter.set(parts, range.least())));
        changes.add(change(parts -> setter.set(parts, range.most())));
        for (double value : more) {
            changes.add(change(parts -> setter.set(parts, value)));
        }
        return changes;
    }

    private static List<List<UnaryOperator<Parts>>> bounds() {
        RealRange shares = RealRange.PROBABILITY;
        List<UnaryOperator<Parts>> laws = new ArrayList<>();
        double few = Beta.SHAPE.least();
        double many = Beta.SHAPE.most();
        double sigma = LogitNormal.SIGMA.most();
        for (DifficultyLaw law : List.of(
                new Beta(few, few),
                new Beta(many, few),
                new Beta(many, many),
                new Kumaraswamy(few, many),
                new Kumaraswamy(many, few),
                new LogitNormal(LogitNormal.MU.least(), sigma),
                new LogitNormal(LogitNormal.MU.most(), LogitNormal.SIGMA.least()),
                new LogitNormal(0, sigma),
                new UniformDifficulty(0, 1))) {
            laws.add(change(parts -> parts.difficulty = law));
        }
        List<UnaryOperator<Parts>> answers = new ArrayList<>();
        int most = (int) AnswerLaw.ANSWERS.most();
        for (AnswerLaw law : List.of(
                new Distinct(),
                new UniformAnswers(1),
                new UniformAnswers(most),
                new Zipf(3, Zipf.EXPONENT.most()),
                new Zipf(50, Zipf.EXPONENT.least()),
                new Attractor(0, 2),
                new Attractor(1, 3),
                new PitmanYor(PitmanYor.DISCOUNT.most(), PitmanYor.CONCENTRATION.least() + 1e-8),
                new PitmanYor(0, 1e-9),
                new PitmanYor(PitmanYor.DISCOUNT.most(), 5),
                new PitmanYor(0, PitmanYor.CONCENTRATION.most()))) {
            answers.add(change(parts -> parts.answers = law));
        }
        List<UnaryOperator<Parts>> verdicts = new ArrayList<>();
        for (double[] rates : new double[][] {{0, 0}, {1, 1}, {0, 1}, {1, 0}, {1e-12, 0.3}, {0.9, 0.1}}) {
            verdicts.add(change(parts -> {
                parts.tpr = rates[0];
                parts.fpr = rates[1];
            }));
        }
        List<UnaryOperator<Parts>> steps = List.of(change(parts -> parts.steps = 1), change(parts -> {
            parts.steps = 3;
            parts.profile =
                    new StepProfile.Listed(StepProfile.WEIGHT.most(), StepProfile.WEIGHT.least(), Double.MIN_VALUE);
        }));
        RealRange freedom = NoiseLaw.StudentT.DEGREES_OF_FREEDOM;
        return List.of(
                laws,
                answers,
                verdicts,
                steps,
                at(shares, (parts, value) -> parts.recovery = value),
                at(Sensitivity.D, (parts, value) -> parts.hard = value, 0, 1e-300),
                at(Sensitivity.D, (parts, value) -> parts.easy = value, 0),
                at(Prior.Fixed.PROBABILITY, (parts, value) -> parts.prior = value),
                at(Scoring.Graded.SHARPNESS, (parts, value) -> parts.sharpness = value),
                at(Scoring.Graded.BIAS, (parts, value) -> parts.bias = value),
                at(freedom, (parts, value) -> parts.noise = new NoiseLaw.StudentT(value), 3),
                at(shares, (parts, value) -> parts.problemShare = value),
                at(shares, (parts, value) -> parts.answerShare = value),
                at(shares, (parts, value) -> parts.callShare = value),
                at(shares, (parts, value) -> parts.persistence = value),
                at(Hack.SHIFT, (parts, value) -> {
                    parts.hackShare = 0.4;
                    parts.shift = value;
                }),
                at(Judge.BETA, (parts, value) -> parts.beta = value),
                at(Judge.POSITION_BIAS, (parts, value) -> parts.positionBias = value));
    }

    private static List<Row> run(SyntheticWorld world, ConfiguredStrategy strategy, MethodChoice method) {
        Experiment experiment = new Experiment(
                world, BUDGETS, List.of(strategy), new TrialPlan.Count(TRIALS), new BinPlan.None(), 11, method);
        Results results = Simulator.run(experiment, 1, Progress.SILENT);
        assertEquals(List.of(), results.faults(), world::toString);
        return results.rows();
    }

    /** Every strategy by trials, and by every other method that it has. Each runs alone: nothing is compared in pairs. */
    private static void play(SyntheticWorld world, List<ConfiguredStrategy> all) {
        for (ConfiguredStrategy strategy : all) {
            if (strategy.lacking(world).isEmpty()) {
                List<Row> plain = run(world, strategy, MethodChoice.SIMULATED);
                plain.forEach(row -> check(world, row));
                for (MethodChoice method : List.of(MethodChoice.EXACT, MethodChoice.AGGREGATED)) {
                    if (Simulator.refusal(world, BUDGETS, strategy, method).isEmpty()) {
                        compare(world, plain, run(world, strategy, method));
                    }
                }
            }
        }
    }

    private static void check(SyntheticWorld world, Row row) {
        double[] shares = {
            row.accuracy(),
            row.coverage(),
            row.abstained(),
            row.falseAccepted(),
            row.lower(),
            row.upper(),
            row.stdError()
        };
        for (double share : shares) {
            assertTrue(share >= 0 && share <= 1, () -> row + " in " + world);
        }
        assertTrue(row.accuracy() <= row.coverage() + 1e-9, () -> row + " in " + world);
        assertEquals(1, row.accuracy() + row.abstained() + row.falseAccepted(), 1e-9, () -> row + " in " + world);
        assertTrue(row.lower() <= row.accuracy() && row.accuracy() <= row.upper(), () -> row + " in " + world);
        for (Resource resource : Resource.values()) {
            double cost = row.cost().of(resource);
            assertTrue(cost >= 0 && cost < 1e300, () -> resource + " of " + row + " in " + world);
        }
        assertTrue(row.cost().generations() <= row.budget() * (1 + 1e-12), () -> row + " in " + world);
    }

    private static void compare(SyntheticWorld world, List<Row> plain, List<Row> other) {
        for (int i = 0; i < plain.size(); i++) {
            Row slow = plain.get(i);
            Row quick = other.get(i);
            check(world, quick);
            String where = quick + " against " + slow + " in " + world;
            assertTrue(agree(slow.accuracy(), quick.accuracy(), slow.trials()), () -> "accuracy: " + where);
            assertTrue(agree(slow.coverage(), quick.coverage(), slow.trials()), () -> "coverage: " + where);
            assertTrue(agree(slow.abstained(), quick.abstained(), slow.trials()), () -> "abstained: " + where);
        }
    }

    /** Whether two shares may be one probability: of as many trials at least one of them, the other of as many or exact. */
    private static boolean agree(double one, double other, long trials) {
        double mean = 0.5 * (one + other);
        double error = Math.sqrt(2 * mean * (1 - mean) / trials);
        return Math.abs(one - other) <= FalseAlarm.standardErrors(EACH) * error + RARE / trials;
    }

    /** All strategies as they are, save that none draws more than ten candidates: exact values for 40 take their time. */
    private static List<ConfiguredStrategy> byDefault() {
        return PROVIDERS.stream()
                .map(provider -> ConfiguredStrategy.of(
                        provider,
                        provider.parameters().stream()
                                        .anyMatch(spec -> spec.name().equals("max-gens"))
                                ? Map.of("max-gens", 10L)
                                : Map.of()))
                .toList();
    }

    @Test
    void strategies_atOneBoundOfAWorld_areSound() {
        for (List<UnaryOperator<Parts>> part : BOUNDS) {
            for (UnaryOperator<Parts> bound : part) {
                play(bound.apply(new Parts()).world(), byDefault());
            }
        }
    }

    /** The stream is fixed; each corner takes half of the bounds. */
    @Test
    void strategies_atManyBoundsOfAWorld_areSound() {
        UniformRandomProvider random = RandomSource.SPLIT_MIX_64.create(20261128L);
        for (int i = 0; i < CORNERS; i++) {
            Parts parts = new Parts();
            for (List<UnaryOperator<Parts>> part : BOUNDS) {
                if (random.nextBoolean()) {
                    parts = part.get(random.nextInt(part.size())).apply(parts);
                }
            }
            play(parts.world(), byDefault());
        }
    }

    /** Chains and merging at the bounds of their laws, played by those that revise or merge, with and without verdicts. */
    @Test
    void chains_atTheBoundsOfTheirLaws_areSound() {
        List<ChainLaw> chains = new ArrayList<>();
        for (double anchoring : new double[] {0, 0.5, 1}) {
            for (double gain : new double[] {Tendency.GAIN.least(), 0, Tendency.GAIN.most()}) {
                chains.add(ChainLaw.of(new Tendency(ByDifficulty.of(anchoring), ByDifficulty.of(gain))));
            }
        }
        for (double[] rates : new double[][] {{0, 0}, {1, 0}, {0, 1}, {0.5, 0.5}}) {
            chains.add(ChainLaw.of(new Rates(ByDifficulty.of(rates[0]), ByDifficulty.of(rates[1]))));
        }
        chains.add(ChainLaw.FRESH.withDrift(ChainLaw.DRIFT.least()));
        chains.add(ChainLaw.FRESH.withDrift(ChainLaw.DRIFT.most()));
        chains.add(ChainLaw.FRESH.withAvoidance(1, (int) ChainLaw.CONTEXT.most()));
        chains.add(ChainLaw.FRESH.withAvoidance(1, 1).withTold(new Rates(ByDifficulty.of(1), ByDifficulty.of(0))));
        chains.add(ChainLaw.FRESH.withStop(0, 1).withTokens(new CountLaw.Constant(0)));
        chains.add(ChainLaw.FRESH.withStop(1, 0));
        List<MergeLaw> merges = List.of(
                MergeLaw.of(0, 0), MergeLaw.of(1, 0), MergeLaw.of(0, MergeLaw.DISCERNMENT.most()), MergeLaw.of(0.5, 1));
        List<ConfiguredStrategy> able = byDefault().stream()
                .filter(strategy -> !strategy.lacking(new Parts().world()).isEmpty())
                .toList();
        for (int i = 0; i < chains.size(); i++) {
            Parts parts = new Parts();
            parts.answers = i % 2 == 0 ? new UniformAnswers(2) : new Distinct();
            parts.tpr = i % 3 == 0 ? Double.NaN : 0.8;
            parts.fpr = 0.3;
            parts.chain = chains.get(i);
            parts.merge = merges.get(i % merges.size());
            play(parts.world(), able);
        }
    }

    /** Parameters that do not fit together are refused when the strategy is made. */
    @Test
    void strategies_atABoundOfTheirParameters_areSound() {
        List<ConfiguredStrategy> strategies = new ArrayList<>();
        for (StrategyProvider provider : PROVIDERS) {
            for (ParameterSpec spec : provider.parameters()) {
                for (Object value : extremes(spec)) {
                    Map<String, Object> given = new HashMap<>();
                    given.put(spec.name(), value);
                    ConfiguredStrategy strategy = ConfiguredStrategy.of(provider, given);
                    if (made(strategy)) {
                        strategies.add(strategy);
                    }
                }
            }
        }
        assertTrue(strategies.size() > 100, "strategies: " + strategies.size());
        play(new Parts().world(), strategies);
        Parts sharp = new Parts();
        sharp.hard = Sensitivity.D.most();
        sharp.easy = Sensitivity.D.most();
        sharp.sharpness = Scoring.Graded.SHARPNESS.most();
        play(sharp.world(), strategies);
    }

    private static boolean made(ConfiguredStrategy strategy) {
        try {
            strategy.provider().create(strategy.parameters());
            return true;
        } catch (IllegalArgumentException refused) {
            return false;
        }
    }

    private static List<Object> extremes(ParameterSpec spec) {
        return switch (spec.kind()) {
            case INTEGER -> List.of(spec.wholes().least(), most(spec));
            case REAL -> List.of(spec.reals().least(), spec.reals().most());
            case FLAG -> List.of(true, false);
            case CHOICE -> Collections.unmodifiableList(spec.choices());
            case NAME, NAMES, LIST -> List.of(spec.defaultValue());
        };
    }

    /** A million calls for each candidate, or descents for each step, take their time and show nothing else. */
    private static long most(ParameterSpec spec) {
        return Set.of("calls", "patience").contains(spec.name())
                ? 100
                : spec.wholes().most();
    }

    /** What a score beyond numbers did: exact .997 against .30 of trials. */
    @Test
    void agreement_ofAnotherProbability_isRefused() {
        assertFalse(agree(0.30, 0.997, 6L * TRIALS));
        assertTrue(agree(0.30, 0.30, 6L * TRIALS));
        assertEquals(54, PROVIDERS.size(), "strategies");
    }
}
