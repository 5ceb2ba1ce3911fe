package overthink.core.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import overthink.core.api.Capability;
import overthink.core.api.Law;
import overthink.core.api.ParameterSpec;
import overthink.core.api.Parameters;
import overthink.core.api.Strategy;
import overthink.core.api.StrategyProvider;
import overthink.core.estimate.BinPlan;
import overthink.core.estimate.Method;
import overthink.core.estimate.Row;
import overthink.core.experiment.Budgets;
import overthink.core.experiment.ConfiguredStrategy;
import overthink.core.experiment.Experiment;
import overthink.core.experiment.MethodChoice;
import overthink.core.experiment.Progress;
import overthink.core.experiment.TrialPlan;
import overthink.core.law.answer.AnswerLaw;
import overthink.core.law.cost.CountLaw;
import overthink.core.law.cost.Latency;
import overthink.core.law.cost.Price;
import overthink.core.law.cost.Tariff;
import overthink.core.law.difficulty.Empirical;
import overthink.core.law.step.StepProfile;
import overthink.core.law.verifier.Verifier;
import overthink.core.model.SyntheticWorld;
import overthink.core.results.Results;
import overthink.core.run.Simulator;
import overthink.core.world.Policy;
import overthink.core.world.Problems;
import overthink.core.world.Verifiers;

/**
 * What every shortcut keeps, as tests that its own test class inherits: on the same problems it has the plain strategy's
 * accuracy, coverage, abstentions and costs at every budget, on any number of threads, and it stands for a plugin that claims
 * its law, whatever its name, and for no other.
 *
 * <p>False alarms: a class compares a few hundred shares, each with a chance of {@value #EACH}; together below 1e−6.
 */
public abstract class ShortcutContract {

    /** The chance of a false alarm of one comparison. */
    private static final double EACH = 1e-9;

    /** What rare events, whose counts are not normal, may differ by. */
    private static final double RARE = 20;

    /** What means of costs that are not random may differ by. */
    private static final double ROUNDING = 1e-9;

    static final long SEED = 42;

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

    /** Whether trials of a law under one budget differ in what they spend. */
    static boolean spendsAtRandom(Law law) {
        return law instanceof Law.FirstAccepted
                || law instanceof Law.VoteUntil
                || law instanceof Law.VoteUntilAgreed
                || law instanceof Law.BestUntil;
    }

    /** Trials of the plain strategy and of a sampler on each problem. */
    protected int trials() {
        return 3000;
    }

    /**
     * Ten problems from never to always solved, solutions of 4 steps that may recover, and costs in every resource.
     *
     * @param outcome the outcome verifier
     * @param process the process verifier
     */
    protected static SyntheticWorld world(AnswerLaw answers, Verifier outcome, Verifier process) {
        Tariff policy = new Tariff(1e9, new Price(0.1, 0.4), new Latency(0.2, 0.01, 8));
        Tariff verifier = new Tariff(1e8, new Price(0.05, 0), new Latency(0.1, 0.001, 16));
        return new SyntheticWorld(
                new Problems(new Empirical(0.02, 0.1, 0.15, 0.25, 0.3, 0.5, 0.7, 0.95, 0, 1), 10),
                new Policy(
                        new CountLaw.Constant(4),
                        0.1,
                        StepProfile.UNIFORM,
                        answers,
                        new CountLaw.Constant(100),
                        new CountLaw.Constant(30),
                        policy),
                new Verifiers(outcome, process, null, 300, verifier));
    }

    /** {@link #world(AnswerLaw, Verifier, Verifier)} with a process verifier that does not matter. */
    protected static SyntheticWorld world(AnswerLaw answers, Verifier outcome) {
        return world(answers, outcome, Verifier.of(1));
    }

    @Test
    void shortcut_inEveryWorld_hasTheNumbersOfThePlainStrategy() {
        for (Map<String, ?> given : parameters()) {
            for (SyntheticWorld world : worlds()) {
                for (Budgets budgets :
                        List.of(Budgets.generations(1, 2, 3, 4, 7, 16, 64), Budgets.generations(5, 700))) {
                    compare(world, budgets, ConfiguredStrategy.of(provider(), given));
                }
            }
        }
    }

    private void compare(SyntheticWorld world, Budgets budgets, ConfiguredStrategy contestant) {
        boolean large = budgets.amount(budgets.size() - 1) > 64;
        int trials = large ? trials() / 4 : trials();
        Results plain = run(world, budgets, contestant, trials, MethodChoice.SIMULATED, 2);
        for (Method method : claims()) {
            MethodChoice choice = method == Method.EXACT ? MethodChoice.EXACT : MethodChoice.AGGREGATED;
            assertEquals(Optional.empty(), Simulator.refusal(world, budgets, contestant, choice), world.toString());
            Results fast = run(world, budgets, contestant, trials, choice, 2);
            assertSame(plain, fast, spendsAtRandom(contestant.law().orElseThrow()));
        }
    }

    @Test
    void shortcut_anyNumberOfThreads_givesTheSameRows() {
        ConfiguredStrategy contestant =
                ConfiguredStrategy.of(provider(), parameters().get(0));
        Budgets budgets = Budgets.generations(1, 3, 1000, 1_000_000);
        for (Method method : claims()) {
            MethodChoice choice = method == Method.EXACT ? MethodChoice.EXACT : MethodChoice.AGGREGATED;
            SyntheticWorld world = worlds().get(0);
            List<Row> rows = run(world, budgets, contestant, 600, choice, 1).rows();
            assertEquals(method, rows.get(0).method());
            for (int threads : new int[] {2, 7}) {
                assertEquals(
                        rows,
                        run(world, budgets, contestant, 600, choice, threads).rows());
            }
        }
    }

    @Test
    void shortcut_pluginOfTheSameNameThatClaimsNothing_isPlayed() {
        StrategyProvider plugin = new Plugin(provider(), provider().name(), false);
        ConfiguredStrategy contestant = ConfiguredStrategy.of(plugin, Map.of());
        Budgets budgets = Budgets.generations(1, 2);
        for (SyntheticWorld world : worlds()) {
            assertEquals(
                    Optional.of(Method.SIMULATED), Simulator.method(world, budgets, contestant, MethodChoice.AUTO));
            assertTrue(Simulator.refusal(world, budgets, contestant, MethodChoice.EXACT)
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
            SyntheticWorld world,
            Budgets budgets,
            ConfiguredStrategy contestant,
            int trials,
            MethodChoice method,
            int threads) {
        Experiment experiment = new Experiment(
                world,
                budgets,
                List.of(contestant),
                new TrialPlan.Count(trials),
                new BinPlan.Thresholds(),
                SEED,
                method);
        Results results = Simulator.run(experiment, threads, Progress.SILENT);
        assertEquals(List.of(), results.faults());
        return results;
    }

    /**
     * Asserts that a shortcut's rows are those of the plain strategy as far as trials let one tell.
     *
     * @param plain rows of trials of the plain strategy
     * @param fast rows of the shortcut for the same experiment
     * @param spendsAtRandom whether trials under one budget differ in what they spend
     */
    public static void assertSame(Results plain, Results fast, boolean spendsAtRandom) {
        assertEquals(plain.rows().size(), fast.rows().size());
        List<String> differences = new ArrayList<>();
        for (int i = 0; i < plain.rows().size(); i++) {
            Row slow = plain.rows().get(i);
            Row quick = fast.rows().get(i);
            assertEquals(slow.bin(), quick.bin());
            assertEquals(slow.budget(), quick.budget());
            assertEquals(slow.problems(), quick.problems());
            double trials = slow.trials();
            double error = Math.hypot(slow.stdError(), quick.stdError()) + (quick.upper() - quick.lower()) / 100;
            differ(differences, "accuracy", slow, quick, slow.accuracy() - quick.accuracy(), error);
            differ(
                    differences,
                    "coverage",
                    slow,
                    quick,
                    slow.coverage() - quick.coverage(),
                    pooled(slow.coverage(), quick.coverage(), trials));
            differ(
                    differences,
                    "abstained",
                    slow,
                    quick,
                    slow.abstained() - quick.abstained(),
                    pooled(slow.abstained(), quick.abstained(), trials));
            assertEquals(1, quick.accuracy() + quick.abstained() + quick.falseAccepted(), 1e-12);
            assertTrue(quick.accuracy() <= quick.coverage() + 1e-9, quick::toString);
            compareCosts(slow, quick, spendsAtRandom);
        }
        assertFalse(!differences.isEmpty(), () -> String.join("\n", differences));
    }

    /** Of two means of so many trials; that of trials within problems is less. */
    private static double pooled(double one, double other, double trials) {
        double mean = 0.5 * (one + other);
        return Math.sqrt(2 * mean * (1 - mean) / trials);
    }

    private static void differ(
            List<String> differences, String what, Row slow, Row quick, double difference, double error) {
        double allowed = FalseAlarm.standardErrors(EACH) * error + RARE / slow.trials() + 1e-12;
        if (!(Math.abs(difference) <= allowed)) {
            differences.add("%s differs by %s, and %s is allowed: %s against %s"
                    .formatted(what, difference, allowed, slow, quick));
        }
    }

    private static void compareCosts(Row slow, Row quick, boolean spendsAtRandom) {
        double scale = 1;
        if (spendsAtRandom) {
            // Popoviciu: the standard deviation of what lies between 0 and N is at most N/2.
            double error = 0.5 * slow.budget() / Math.sqrt(slow.trials());
            FalseAlarm.assertMean(
                    "generations", quick.cost().generations(), slow.cost().generations(), error, EACH);
            scale = slow.cost().generations() / quick.cost().generations();
        }
        assertShare(
                "generations",
                slow,
                slow.cost().generations(),
                scale * quick.cost().generations());
        assertShare("steps", slow, slow.cost().steps(), scale * quick.cost().steps());
        assertShare("tokens", slow, slow.cost().tokens(), scale * quick.cost().tokens());
        assertShare(
                "verifier calls",
                slow,
                slow.cost().verifierCalls(),
                scale * quick.cost().verifierCalls());
        boolean oneByOne = Math.abs(quick.cost().rounds() - quick.cost().generations()) <= ROUNDING;
        if (spendsAtRandom && !oneByOne) {
            compareRounds(slow, quick);
            return;
        }
        assertShare("rounds", slow, slow.cost().rounds(), scale * quick.cost().rounds());
        if (!spendsAtRandom) {
            assertShare("FLOPs", slow, slow.cost().flops(), quick.cost().flops());
            assertShare("dollars", slow, slow.cost().usd(), quick.cost().usd());
        }
        assertShare(
                "latency",
                slow,
                slow.cost().latencySeconds(),
                scale * quick.cost().latencySeconds());
    }

    /** Rounds of several candidates: they, and their waves, are N at most, and a wave is no longer than the mean round. */
    private static void compareRounds(Row slow, Row quick) {
        double error = 0.5 * slow.budget() / Math.sqrt(slow.trials());
        FalseAlarm.assertMean("rounds", quick.cost().rounds(), slow.cost().rounds(), error, EACH);
        double secondsEach = quick.cost().latencySeconds() / quick.cost().rounds();
        FalseAlarm.assertMean(
                "latency", quick.cost().latencySeconds(), slow.cost().latencySeconds(), secondsEach * error, EACH);
    }

    private static void assertShare(String what, Row row, double trials, double shortcut) {
        assertEquals(
                1,
                trials == shortcut ? 1 : trials / shortcut,
                ROUNDING,
                () -> "%s differ at budget %s: %s in trials, %s by the shortcut"
                        .formatted(what, row.budget(), trials, shortcut));
    }
}
