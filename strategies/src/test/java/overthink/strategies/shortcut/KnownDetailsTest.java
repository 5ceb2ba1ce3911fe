package overthink.strategies.shortcut;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import overthink.core.api.StrategyProvider;
import overthink.core.estimate.BinPlan;
import overthink.core.estimate.Mean;
import overthink.core.estimate.Row;
import overthink.core.experiment.Budgets;
import overthink.core.experiment.ConfiguredStrategy;
import overthink.core.experiment.Experiment;
import overthink.core.experiment.MethodChoice;
import overthink.core.experiment.Observation;
import overthink.core.experiment.Progress;
import overthink.core.experiment.TrialPlan;
import overthink.core.law.answer.Silence;
import overthink.core.law.answer.Zipf;
import overthink.core.law.chain.ByDifficulty;
import overthink.core.law.chain.ChainLaw;
import overthink.core.law.chain.MergeLaw;
import overthink.core.law.chain.Revision;
import overthink.core.law.cost.CountLaw;
import overthink.core.law.cost.Tariff;
import overthink.core.law.difficulty.Empirical;
import overthink.core.law.step.StepProfile;
import overthink.core.law.verifier.Verifier;
import overthink.core.model.SyntheticWorld;
import overthink.core.run.Simulator;
import overthink.core.testkit.FalseAlarm;
import overthink.core.world.Policy;
import overthink.core.world.Problems;
import overthink.core.world.Verifiers;
import overthink.strategies.serial.ReviseProvider;

/**
 * Right candidates, different answers and lengths of every strategy whose rows are exact in one world, against its trials: what
 * is known without trials is what they count, of candidates that depend on one another, too. Some 40 comparisons of 1e-8 each.
 */
class KnownDetailsTest {

    private static final double EACH = 1e-8;
    private static final int TRIALS = 300;
    private static final double[] P = {0.2, 0.6};

    private static final SyntheticWorld WORLD = new SyntheticWorld(
            new Problems(new Empirical(P), P.length),
            new Policy(
                            new CountLaw.Constant(1),
                            0,
                            StepProfile.UNIFORM,
                            new Zipf(3, 1),
                            new CountLaw.Constant(100),
                            new CountLaw.Constant(10),
                            Tariff.FREE)
                    .with(new Silence.Share(0.2))
                    .with(ChainLaw.of(new Revision.Tendency(ByDifficulty.of(0.5), ByDifficulty.of(1)))
                            .withStop(0.4, 0.1))
                    .with(MergeLaw.of(0.2, 3)),
            new Verifiers(Verifier.of(0.8, 0.3), Verifier.of(1), null, 50, Tariff.FREE));

    private static List<Row> rows(StrategyProvider provider, Map<String, ?> given, MethodChoice method) {
        Experiment experiment = new Experiment(
                        WORLD,
                        Budgets.generations(2, 9),
                        List.of(ConfiguredStrategy.of(provider, given)),
                        new TrialPlan.Count(TRIALS),
                        new BinPlan.None(),
                        5,
                        method)
                .observing(Set.of(Observation.CANDIDATES));
        return Simulator.run(experiment, 2, Progress.SILENT).rows();
    }

    private static boolean exact(StrategyProvider provider, Map<String, ?> given) {
        ConfiguredStrategy strategy = ConfiguredStrategy.of(provider, given);
        return strategy.refusal(WORLD).isEmpty()
                && Simulator.refusal(WORLD, Budgets.generations(2, 9), strategy, MethodChoice.EXACT)
                        .isEmpty();
    }

    private static void compare(String what, Mean known, Mean counted) {
        if (!Double.isNaN(known.value())) {
            FalseAlarm.assertMean(what, known.value(), counted.value(), counted.stdError(), EACH);
        }
    }

    private static void compare(StrategyProvider provider, Map<String, ?> given) {
        List<Row> known = rows(provider, given, MethodChoice.EXACT);
        List<Row> played = rows(provider, given, MethodChoice.SIMULATED);
        for (int i = 0; i < known.size(); i++) {
            String what = "%s %s at %s: "
                    .formatted(provider.name(), given, known.get(i).budget());
            compare(
                    what + "right",
                    known.get(i).perTrial().correct(),
                    played.get(i).perTrial().correct());
            compare(
                    what + "different",
                    known.get(i).perTrial().distinct(),
                    played.get(i).perTrial().distinct());
            compare(
                    what + "length",
                    known.get(i).perTrial().length(),
                    played.get(i).perTrial().length());
        }
    }

    @Tag("slow")
    @Test
    void details_ofExactRows_areThoseOfTrials() {
        Set<String> compared = new TreeSet<>();
        for (StrategyProvider provider : ServiceLoader.load(StrategyProvider.class)) {
            Map<String, ?> given = Set.of("debate", "recursive-aggregation").contains(provider.name())
                    ? Map.of("select", "first")
                    : Map.of();
            if (exact(provider, given)) {
                compared.add(provider.name());
                compare(provider, given);
            }
        }
        assertTrue(
                compared.containsAll(Set.of("aggregate", "best-of-n", "debate", "revise", "single", "until-finished")),
                () -> "compared: " + compared);
    }

    /** A chain is right with f = 1/(1 + e⁻¹·(1 − p)/p) in the end, so that it makes other than p right ones a candidate. */
    @Test
    void details_ofAChainAsOfIndependentCandidates_areRejected() {
        Row played =
                rows(new ReviseProvider(), Map.of(), MethodChoice.SIMULATED).get(1);
        Mean planted = new Mean(9 * (P[0] + P[1]) / 2, 0, 0);
        assertThrows(
                AssertionError.class,
                () -> compare("planted", planted, played.perTrial().correct()));
    }
}
