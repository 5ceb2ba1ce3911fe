package overthink.core.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import overthink.core.api.Capability;
import overthink.core.api.Law;
import overthink.core.api.ParameterSpec;
import overthink.core.api.Parameters;
import overthink.core.api.Strategy;
import overthink.core.api.StrategyProvider;
import overthink.core.estimate.Method;
import overthink.core.estimate.Row;
import overthink.core.experiment.Budgets;
import overthink.core.experiment.ConfiguredStrategy;
import overthink.core.experiment.MethodChoice;
import overthink.core.law.answer.AnswerLaw;
import overthink.core.law.verifier.Verifier;
import overthink.core.model.SyntheticWorld;
import overthink.core.model.World;
import overthink.core.results.Results;
import overthink.core.run.Simulator;

/**
 * What every shortcut keeps, as tests that its own test class inherits: on the same problems it has the plain strategy's
 * accuracy, coverage, abstentions and costs at every budget, on any number of threads, and it stands for a plugin that claims
 * its law, whatever its name, and for no other.
 *
 * <p>False alarms: a class compares a few hundred shares, each with a chance of 10<sup>−9</sup>; together below 1e−6.
 */
@Tag("slow")
public abstract class ShortcutContract {

    /** For the shortcuts' test classes. */
    protected ShortcutContract() {}

    /** The plain strategy. */
    protected abstract StrategyProvider provider();

    /** Where they are compared. */
    protected abstract List<SyntheticWorld> worlds();

    /** The methods that must apply in every one of these worlds. */
    protected abstract Set<Method> claims();

    /** The parameters that differ from their defaults; a list of sets of them. */
    protected List<Map<String, ?>> parameters() {
        return List.of(Map.of());
    }

    /** Trials of the plain strategy and of a sampler on each problem. */
    protected int trials() {
        return 3000;
    }

    /** Large budgets, by which rows on several threads are compared. */
    protected Budgets budgets() {
        return Budgets.generations(1, 3, 1000, 1_000_000);
    }

    /**
     * Ten problems from never to always solved, solutions of 4 steps that may recover, and costs in every resource.
     *
     * @param outcome the outcome verifier
     * @param process the process verifier
     */
    protected static SyntheticWorld world(AnswerLaw answers, Verifier outcome, Verifier process) {
        return RowComparison.world(answers, outcome, process);
    }

    /** {@link #world(AnswerLaw, Verifier, Verifier)} with a process verifier that does not matter. */
    protected static SyntheticWorld world(AnswerLaw answers, Verifier outcome) {
        return world(answers, outcome, Verifier.of(1));
    }

    @Test
    void shortcut_inEveryWorld_hasTheNumbersOfThePlainStrategy() {
        compareInEveryWorld(Budgets.generations(1, 2, 3, 4, 7, 16, 64));
    }

    @Test
    @Tag("slow")
    void shortcut_ofLargeBudgets_hasTheNumbersOfThePlainStrategy() {
        compareInEveryWorld(Budgets.generations(5, 700));
    }

    private void compareInEveryWorld(Budgets budgets) {
        for (Map<String, ?> given : parameters()) {
            for (SyntheticWorld world : worlds()) {
                compare(world, budgets, ConfiguredStrategy.of(provider(), given));
            }
        }
    }

    private void compare(SyntheticWorld world, Budgets budgets, ConfiguredStrategy strategy) {
        boolean large = budgets.amount(budgets.size() - 1) > 64;
        int trials = large ? trials() / 4 : trials();
        Results plain = run(world, budgets, strategy, trials, MethodChoice.SIMULATED, 2);
        for (Method method : claims()) {
            MethodChoice choice = method == Method.EXACT ? MethodChoice.EXACT : MethodChoice.AGGREGATED;
            assertEquals(Optional.empty(), Simulator.refusal(world, budgets, strategy, choice), world.toString());
            Results fast = run(world, budgets, strategy, trials, choice, 2);
            Law law = strategy.law().orElseThrow();
            RowComparison.assertSame(
                    plain, fast, RowComparison.spendsAtRandom(law), RowComparison.candidatesAlike(law));
        }
    }

    @Test
    void shortcut_anyNumberOfThreads_givesTheSameRows() {
        ConfiguredStrategy strategy =
                ConfiguredStrategy.of(provider(), parameters().get(0));
        Budgets budgets = budgets();
        for (Method method : claims()) {
            MethodChoice choice = method == Method.EXACT ? MethodChoice.EXACT : MethodChoice.AGGREGATED;
            SyntheticWorld world = worlds().get(0);
            List<Row> rows = run(world, budgets, strategy, 600, choice, 1).rows();
            assertEquals(method, rows.get(0).method());
            for (int threads : new int[] {2, 7}) {
                assertEquals(
                        rows,
                        run(world, budgets, strategy, 600, choice, threads).rows());
            }
        }
    }

    @Test
    void shortcut_pluginOfTheSameNameThatClaimsNothing_isPlayed() {
        StrategyProvider plugin = new Plugin(provider(), provider().name(), false);
        ConfiguredStrategy strategy = ConfiguredStrategy.of(plugin, Map.of());
        Budgets budgets = Budgets.generations(1, 2);
        for (SyntheticWorld world : worlds()) {
            assertEquals(Optional.of(Method.SIMULATED), Simulator.method(world, budgets, strategy, MethodChoice.AUTO));
            assertTrue(Simulator.refusal(world, budgets, strategy, MethodChoice.EXACT)
                    .isPresent());
        }
    }

    @Test
    void shortcut_pluginOfAnotherNameThatClaimsTheLaw_hasItsRows() {
        SyntheticWorld world = worlds().get(0);
        Map<String, ?> given = parameters().get(0);
        Budgets budgets = Budgets.generations(1, 7, 64);
        StrategyProvider plugin = new Plugin(provider(), "made-elsewhere", true);
        for (Method method : claims()) {
            MethodChoice choice = method == Method.EXACT ? MethodChoice.EXACT : MethodChoice.AGGREGATED;
            List<Row> rows = run(world, budgets, ConfiguredStrategy.of(plugin, given), 600, choice, 1)
                    .rows();
            List<Row> original = run(world, budgets, ConfiguredStrategy.of(provider(), given), 600, choice, 1)
                    .rows();
            assertEquals(method, rows.get(0).method());
            assertEquals("made-elsewhere", rows.get(0).strategy());
            assertEquals(accuracies(original), accuracies(rows));
        }
    }

    private static List<Double> accuracies(List<Row> rows) {
        return rows.stream().map(Row::accuracy).toList();
    }

    @Test
    void methods_ofTheLaw_areThoseThatApply() {
        for (Map<String, ?> given : parameters()) {
            Law law = ConfiguredStrategy.of(provider(), given).law().orElseThrow();
            assertTrue(Simulator.methods(law).containsAll(claims()), () -> law + ": " + Simulator.methods(law));
            assertFalse(Simulator.methods(law).contains(Method.SIMULATED), law::description);
        }
    }

    /**
     * The same strategy, made elsewhere.
     *
     * @param claims whether it claims the law
     */
    private record Plugin(StrategyProvider original, String name, boolean claims) implements StrategyProvider {

        @Override
        public String summary() {
            return original.summary();
        }

        @Override
        public List<ParameterSpec> parameters() {
            return original.parameters();
        }

        @Override
        public Strategy create(Parameters parameters) {
            return original.create(parameters);
        }

        @Override
        public boolean anytime(Parameters parameters) {
            return original.anytime(parameters);
        }

        @Override
        public Set<Capability> needs(Parameters parameters) {
            return original.needs(parameters);
        }

        @Override
        public Optional<Law> law(Parameters parameters) {
            return claims ? original.law(parameters) : Optional.empty();
        }
    }

    /** Runs one strategy by one method. */
    public static Results run(
            World world, Budgets budgets, ConfiguredStrategy strategy, int trials, MethodChoice method, int threads) {
        return RowComparison.run(world, budgets, strategy, trials, method, threads);
    }

    /**
     * Asserts that a shortcut's rows are those of the plain strategy as far as trials let one tell.
     *
     * @param plain rows of trials of the plain strategy
     * @param fast rows of the shortcut for the same experiment
     * @param spendsAtRandom whether trials under one budget differ in what they spend
     */
    public static void assertSame(Results plain, Results fast, boolean spendsAtRandom) {
        RowComparison.assertSame(plain, fast, spendsAtRandom);
    }
}
