package overthink.strategies;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import overthink.core.api.Capability;
import overthink.core.api.ParameterSpec;
import overthink.core.api.Parameters;
import overthink.core.api.Strategy;
import overthink.core.api.StrategyProvider;
import overthink.core.experiment.Budgets;
import overthink.core.law.answer.UniformAnswers;
import overthink.core.law.chain.ChainLaw;
import overthink.core.law.chain.MergeLaw;
import overthink.core.law.cost.Tariff;
import overthink.core.law.difficulty.Point;
import overthink.core.law.idea.IdeaLaw;
import overthink.core.law.reading.ReadingLaw;
import overthink.core.law.verifier.Judge;
import overthink.core.law.verifier.Verifier;
import overthink.core.model.SyntheticWorld;
import overthink.core.trial.TrialRunner;
import overthink.core.world.Policy;
import overthink.core.world.Problems;
import overthink.core.world.Verifiers;

/**
 * Every parameter of every strategy at its extremes, in every variant, under a budget of four generations: what is allocated
 * goes by what the budget pays for, not by what a parameter says, and each trial ends.
 */
class ExtremeParametersTest {

    /** Far above what four generations of four steps need, far below an array by the greatest width. */
    private static final long MOST_BYTES = 4_000_000;

    /** Verifier calls on each candidate: what such a number costs is work that was asked for. */
    private static final long MOST_CALLS = 1_000;

    static Stream<StrategyProvider> providers() {
        return ServiceLoader.load(StrategyProvider.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(provider -> provider.getClass().getPackageName().startsWith("overthink.strategies."));
    }

    private static final SyntheticWorld WORLD = new SyntheticWorld(
            new Problems(new Point(0.5), 1),
            Policy.FLAT
                    .withSteps(4)
                    .with(new UniformAnswers(3))
                    .with(ChainLaw.FRESH)
                    .with(MergeLaw.FRESH)
                    .with(IdeaLaw.FRESH)
                    .with(ReadingLaw.NOTHING),
            new Verifiers(Verifier.of(1), Verifier.of(1), new Judge(Verifier.of(1), 1, 0), 0, Tariff.FREE));
    private static final SyntheticWorld BOOLEAN = new SyntheticWorld(
            WORLD.problems(),
            WORLD.policy(),
            new Verifiers(Verifier.of(0.9, 0.3), Verifier.of(1), null, 0, Tariff.FREE));

    @ParameterizedTest
    @MethodSource("providers")
    void run_extremeParameters_allocatesByBudget(StrategyProvider provider) {
        int played = 0;
        for (Map<String, Object> setting : settings(provider)) {
            Parameters parameters = Parameters.of(provider.parameters(), setting);
            Strategy strategy;
            try {
                strategy = provider.create(parameters);
            } catch (IllegalArgumentException refused) {
                // a combination without a meaning
                continue;
            }
            boolean bool = provider.needs(parameters).contains(Capability.BOOLEAN_VERIFIER);
            SyntheticWorld world = bool ? BOOLEAN : WORLD;
            Assumptions.assumeTrue(
                    world.capabilities().containsAll(provider.needs(parameters)), "it needs a world of another kind");
            long bytes = bytes(strategy, world);
            assertTrue(bytes < MOST_BYTES, () -> "%s %s allocates %d bytes".formatted(provider.name(), setting, bytes));
            played++;
        }
        assertTrue(played > 0, "no setting could be made");
    }

    /** An array as long as a parameter says is noticed. */
    @Test
    void run_roomByParameter_isNoticed() {
        Strategy planted = session -> {
            int[] room = new int[1_000_000];
            room[0] = session.generate();
            session.commit(room[0]);
        };
        assertTrue(bytes(planted, WORLD) >= MOST_BYTES);
    }

    /** The most bytes of three trials, the first of which makes room. */
    private static long bytes(Strategy strategy, SyntheticWorld world) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        TrialRunner runner = new TrialRunner(world, Budgets.generations(4), 1);
        long before = threads.getCurrentThreadAllocatedBytes();
        for (int trial = 0; trial < 3; trial++) {
            runner.runSilently(strategy, 0, trial);
        }
        return threads.getCurrentThreadAllocatedBytes() - before;
    }

    /** In every variant: each choice, each number at either end, all numbers at their least, all at their greatest. */
    private static List<Map<String, Object>> settings(StrategyProvider provider) {
        List<Map<String, Object>> settings = new ArrayList<>();
        for (Map<String, Object> variant : variants(provider)) {
            settings.add(variant);
            Map<String, Object> least = new HashMap<>(variant);
            Map<String, Object> greatest = new HashMap<>(variant);
            for (ParameterSpec spec : provider.parameters()) {
                for (Object extreme : extremes(spec)) {
                    Map<String, Object> one = new HashMap<>(variant);
                    one.put(spec.name(), extreme);
                    settings.add(one);
                }
                if (spec.kind() == ParameterSpec.Kind.INTEGER) {
                    least.put(spec.name(), extremes(spec).get(0));
                    greatest.put(spec.name(), extremes(spec).get(1));
                }
            }
            settings.add(least);
            settings.add(greatest);
        }
        return settings;
    }

    private static List<Map<String, Object>> variants(StrategyProvider provider) {
        return provider.parameters().stream()
                .filter(spec -> spec.name().equals("variant"))
                .flatMap(spec -> spec.choices().stream())
                .map(choice -> Map.<String, Object>of("variant", choice))
                .collect(Collectors.collectingAndThen(
                        Collectors.toList(), found -> found.isEmpty() ? List.of(Map.of()) : found));
    }

    private static List<?> extremes(ParameterSpec spec) {
        long most = spec.name().equals("calls") ? MOST_CALLS : (long) spec.max();
        return switch (spec.kind()) {
            case INTEGER -> List.of((long) spec.min(), most);
            case REAL -> List.of(spec.min(), spec.max());
            case FLAG -> List.of(false, true);
            case CHOICE -> spec.choices();
            case NAME, NAMES, LIST -> List.of(spec.defaultValue());
        };
    }
}
