package overthink.core.testkit;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import overthink.core.api.Capability;
import overthink.core.api.Law;
import overthink.core.api.ParameterSpec;
import overthink.core.api.Parameters;
import overthink.core.api.Resource;
import overthink.core.api.Session;
import overthink.core.api.Strategy;
import overthink.core.api.StrategyProvider;
import overthink.core.experiment.Budgets;
import overthink.core.experiment.ConfiguredStrategy;
import overthink.core.experiment.MethodChoice;
import overthink.core.fault.ContractViolation;
import overthink.core.fault.Thrown;
import overthink.core.law.answer.Zipf;
import overthink.core.law.cost.CountLaw;
import overthink.core.law.cost.Latency;
import overthink.core.law.cost.Price;
import overthink.core.law.cost.Tariff;
import overthink.core.law.difficulty.Empirical;
import overthink.core.law.step.StepProfile;
import overthink.core.law.verifier.Judge;
import overthink.core.law.verifier.NoiseShares;
import overthink.core.law.verifier.Verifier;
import overthink.core.model.SyntheticWorld;
import overthink.core.results.Results;
import overthink.core.run.Simulator;
import overthink.core.trial.TrialRunner;
import overthink.core.trial.TrialRunner.Grade;
import overthink.core.trial.TrialRunner.Outcome;
import overthink.core.world.Policy;
import overthink.core.world.Problems;
import overthink.core.world.Verifiers;

/**
 * What every strategy keeps, clause by clause, as plain code: {@link StrategyContract} makes JUnit tests of it, and {@code
 * overthink strategies check} a report.
 *
 * <p>A failure names the strategy, its parameters, the budgets, the problem, the trial and the seed that repeat it with a
 * {@link TrialRunner}.
 */
public final class Contract {

    private static final long[] TO_4 = {1, 2, 4};
    private static final long[] TO_64 = LongStream.rangeClosed(1, 64).toArray();
    private static final long[] AT_64 = {64};
    private static final int TRIALS = 48;
    private static final int ANSWERED_TRIALS = 6;
    private static final int TAPE_ANSWERS = 5;
    private static final int LAW_TRIALS = 1000;
    private static final long[] LAW_BUDGETS = {1, 2, 3, 5, 8, 64};

    private final Terms terms;
    private final StrategyProvider provider;

    /** The contract of a strategy on these terms. */
    public Contract(Terms terms) {
        this.terms = terms;
        provider = terms.provider();
    }

    /**
     * Who is judged, and where.
     *
     * @param provider of the strategy
     * @param parameters those that differ from their defaults
     * @param world that trials are played in; {@link #world(Set)} unless there is a reason
     * @param budgets in generations, under which it must end
     * @param mayAbstain whether it may end without an answer although the budget pays for a whole solution
     * @param seed of all randomness
     * @param patience how long one clause may take before the strategy counts as hanging
     */
    public record Terms(
            StrategyProvider provider,
            Map<String, ?> parameters,
            SyntheticWorld world,
            List<Long> budgets,
            boolean mayAbstain,
            long seed,
            Duration patience) {

        /** The budgets that are small, odd, round and large. */
        public static final List<Long> BUDGETS = List.of(1L, 2L, 3L, 5L, 7L, 64L, 1000L);

        /** Long enough for the slowest of honest strategies. */
        public static final Duration PATIENCE = Duration.ofMinutes(2);

        /** The usual terms. */
        public static Terms of(StrategyProvider provider, Map<String, ?> parameters, long seed) {
            Parameters values = Parameters.of(provider.parameters(), parameters);
            return new Terms(
                    provider, parameters, Contract.world(provider.needs(values)), BUDGETS, false, seed, PATIENCE);
        }
    }

    /** The parts of the contract. */
    public enum Clause {
        /** Its name is well formed, it says what it is, its defaults are within their ranges, and the world has what it needs. */
        DECLARATION("declaration", "its name, summary and parameters are well formed"),
        /**
         * An anytime strategy gives in one pass to 64 what passes to 4 and to 64 alone give, in grade, commitment and every
         * cost; one that is not anytime gives under each budget what it gives when no other was played before.
         */
        PREFIX("prefix", "a smaller budget is the beginning of a larger one"),
        /** Prefix under budgets that charge more than steps: one pass over three gives what a pass to each alone gives. */
        RESOURCES("resources", "the same in every resource"),
        /** A trial goes the same way, call by call, whatever trials the instance and its session served before. */
        AMNESIA("amnesia", "earlier trials change nothing"),
        /** The same trial twice goes the same way, call by call. */
        DETERMINISM("determinism", "the same trial is played the same way again"),
        /** On a tape of the same observables it makes the same calls, whichever answer is true. */
        NON_INTERFERENCE("non-interference", "the truth changes no call"),
        /** The steps, tokens and verifier calls delivered are those on the ledger and in the outcome. */
        CONSERVATION("conservation", "what was delivered is on the ledger"),
        /** Once its scratch space has grown, trials allocate nothing. */
        ALLOCATION("allocation", "after the first trials it allocates nothing"),
        /**
         * It ends within every budget, commits nothing but candidates, and has an answer whenever the budget pays for a whole
         * solution; budgets that pay for less than one are no trouble.
         */
        TERMINATION("termination", "it ends within every budget"),
        /**
         * It has an answer under every budget that pays for a whole candidate generated at once, also where the money ends
         * between a candidate and its verdict. An anytime strategy has it at every checkpoint of one pass.
         */
        ANSWERS("answers", "it has an answer when the budget pays for one"),
        /**
         * Trials agree with what mathematics makes of the law that its provider claims, in accuracy, coverage, abstentions and
         * every cost, under graded scores and under verdicts, by every method that applies.
         *
         * <p>Each problem of ten is played 1,000 times, so that the standard error of a share over all of them is at most 0.5
         * points and claims that are 4 points off are rejected. At most four comparisons of six budgets in four bins make six
         * numbers each; the chance of a false alarm of one is 10<sup>−9</sup>, of all below 10<sup>−6</sup>.
         */
        LAW("law", "it is what its provider claims it to be");

        private final String label;
        private final String meaning;

        Clause(String label, String meaning) {
            this.label = label;
            this.meaning = meaning;
        }

        /** Its name in a report. */
        public String label() {
            return label;
        }

        /** What a strategy that keeps it does, in a few words. */
        public String meaning() {
            return meaning;
        }
    }

    /** How a strategy stands to a clause. */
    public enum Standing {
        /** It keeps it. */
        KEPT,
        /** It breaks it. */
        BROKEN,
        /** The clause is about other strategies. */
        NOT_APPLICABLE
    }

    /**
     * How a strategy stands to a clause.
     *
     * @param reason how it is broken, with what repeats it, or why it does not apply; empty where it is kept
     */
    public record Verdict(Clause clause, Standing standing, String reason) {}

    /** Judges the strategy by one clause. */
    public Verdict judge(Clause clause) {
        try {
            check(clause);
            return new Verdict(clause, Standing.KEPT, "");
        } catch (NotApplicable other) {
            return new Verdict(clause, Standing.NOT_APPLICABLE, String.valueOf(other.getMessage()));
        } catch (AssertionError broken) {
            return new Verdict(clause, Standing.BROKEN, String.valueOf(broken.getMessage()));
        }
    }

    /**
     * Checks one clause.
     *
     * @throws AssertionError when the strategy breaks it, with what repeats it
     * @throws NotApplicable when it is about other strategies
     */
    void check(Clause clause) {
        switch (clause) {
            case DECLARATION -> inTime(this::declaration);
            case PREFIX -> inTime(anytime() ? this::onePassServesAll : this::eachPassStandsAlone);
            case RESOURCES -> resources();
            case AMNESIA -> inTime(this::amnesia);
            case DETERMINISM -> inTime(this::determinism);
            case NON_INTERFERENCE -> inTime(this::nonInterference);
            case CONSERVATION -> inTime(this::conservation);
            case ALLOCATION -> allocation();
            case TERMINATION -> inTime(this::termination);
            case ANSWERS -> answers();
            case LAW -> claimedLaw();
        }
    }

    /** A clause is broken. */
    private static final class Broken extends AssertionError {

        private static final long serialVersionUID = 1;

        Broken(String message, @Nullable Throwable cause) {
            super(message, cause);
        }
    }

    /** A clause is about other strategies. */
    static final class NotApplicable extends RuntimeException {

        private static final long serialVersionUID = 1;

        NotApplicable(String reason) {
            super(reason);
        }
    }

    /**
     * The world of the contract: solutions of 4 steps that may recover, problems of every difficulty, wrong answers that
     * agree, an outcome verifier (Boolean where the strategy needs one), a process verifier, a judge, and costs in every
     * resource.
     */
    public static SyntheticWorld world(Set<Capability> needs) {
        Verifier outcome = needs.contains(Capability.BOOLEAN_VERIFIER) ? Verifier.of(0.9, 0.2) : Verifier.of(1.2);
        Verifier process = Verifier.of(1).withPersistence(0.5);
        Tariff policyTariff = new Tariff(1e9, new Price(0.1, 0.4), new Latency(0.2, 0.01, 8));
        Tariff verifierTariff = new Tariff(1e8, new Price(0.05, 0), new Latency(0.1, 0.001, 16));
        return new SyntheticWorld(
                new Problems(new Empirical(0.02, 0.1, 0.3, 0.5, 0.7, 0.95, 0, 1), 8),
                new Policy(
                        new CountLaw.Constant(4),
                        0.1,
                        StepProfile.UNIFORM,
                        new Zipf(5, 1),
                        new CountLaw.Constant(100),
                        new CountLaw.UniformCount(20, 60),
                        policyTariff),
                new Verifiers(
                        outcome.with(new NoiseShares(0.1, 0.2, 0.5, 0.2)),
                        process.with(new NoiseShares(0.1, 0, 0.7, 0.2)),
                        new Judge(Verifier.of(1), 2, 0.1),
                        300,
                        verifierTariff));
    }

    private Strategy create() {
        Strategy strategy = provider.create(parameterValues());
        if (strategy == null) {
            throw failure("create() returned null");
        }
        return strategy;
    }

    private Broken failure(String what) {
        return new Broken("%s: %s. Parameters: %s".formatted(provider.name(), what, parameterValues()), null);
    }

    private void expect(boolean kept, String otherwise) {
        if (!kept) {
            throw failure(otherwise);
        }
    }

    private Parameters parameterValues() {
        return Parameters.of(provider.parameters(), terms.parameters());
    }

    private Set<Capability> needs() {
        return provider.needs(parameterValues());
    }

    private boolean anytime() {
        return provider.anytime(parameterValues());
    }

    private void declaration() {
        expect(
                provider.name().matches("[a-z0-9]+(-[a-z0-9]+)*"),
                "a name is lower case words joined by hyphens, not '%s'".formatted(provider.name()));
        expect(!provider.summary().isBlank(), "there must be a summary");
        for (ParameterSpec spec : provider.parameters()) {
            Object checked = spec.check(spec.defaultValue());
            expect(
                    spec.defaultValue().equals(checked),
                    "the default of %s is %s, and counts as %s".formatted(spec.name(), spec.defaultValue(), checked));
            expect(!spec.description().isBlank(), spec.name() + " must have a description");
        }
        expect(provider.create(Parameters.defaults(provider.parameters())) != null, "create() returned null");
        expect(law().equals(law()), "asked twice, it must claim the same law");
        Set<Capability> lacking = EnumSet.noneOf(Capability.class);
        lacking.addAll(needs());
        lacking.removeAll(terms.world().capabilities());
        expect(lacking.isEmpty(), "the world of the contract must have what the strategy needs, and lacks " + lacking);
    }

    private void onePassServesAll() {
        Trials to4 = new Trials(TO_4);
        Trials to64 = new Trials(TO_64);
        Trials at64 = new Trials(AT_64);
        for (int trial = 0; trial < TRIALS; trial++) {
            List<Outcome> whole = to64.run(create(), trial);
            List<Outcome> beginning = to4.run(create(), trial);
            for (int i = 0; i < TO_4.length; i++) {
                int budget = (int) TO_4[i];
                to64.expectSame(
                        "at budget %d of 1 to 64 it stood elsewhere than at %d of 1, 2, 4".formatted(budget, budget),
                        show(beginning.get(i)),
                        show(whole.get(budget - 1)),
                        trial);
            }
            to64.expectSame(
                    "at budget 64 of 1 to 64 it stood elsewhere than at 64 alone",
                    show(at64.run(create(), trial).get(0)),
                    show(whole.get(63)),
                    trial);
        }
    }

    private void resources() {
        applies(anytime(), "each budget has a pass of its own");
        inTime(() -> {
            for (Resource resource : Resource.values()) {
                expectOnePassLikeMany(terms.world(), resource, amounts(resource), TRIALS);
            }
            betweenCandidateAndVerdict()
                    .forEach((resource, values) ->
                            expectOnePassLikeMany(pricedWorld(), resource, values, ANSWERED_TRIALS));
        });
    }

    private void expectOnePassLikeMany(SyntheticWorld world, Resource resource, List<Double> values, int trials) {
        Trials together = new Trials(new Budgets(resource, values, 64), world);
        for (int i = 0; i < values.size(); i++) {
            Trials alone = new Trials(new Budgets(resource, List.of(values.get(i)), 64), world);
            for (int trial = 0; trial < trials; trial++) {
                together.expectSame(
                        "at %s %s of %s it stood elsewhere than with that budget alone"
                                .formatted(values.get(i), resource.label(), values),
                        show(alone.run(create(), trial).get(0)),
                        show(together.run(create(), trial).get(i)),
                        trial);
            }
        }
    }

    /** Three amounts that pay for little, some and many candidates of the world of the contract. */
    private static List<Double> amounts(Resource resource) {
        return switch (resource) {
            case GENERATIONS -> List.of(1.0, 5.0, 20.0);
            case STEPS -> List.of(3.0, 22.0, 81.0);
            case TOKENS -> List.of(100.0, 700.0, 3000.0);
            case VERIFIER_CALLS -> List.of(1.0, 5.0, 40.0);
            case ROUNDS -> List.of(1.0, 2.0, 9.0);
            case LATENCY -> List.of(3.0, 7.0, 30.0);
            case FLOPS -> List.of(1e12, 4e12, 2e13);
            case USD -> List.of(0.0002, 0.0008, 0.004);
        };
    }

    private void eachPassStandsAlone() {
        Strategy shared = create();
        for (int trial = 0; trial < TRIALS; trial++) {
            for (long budget : new long[] {64, 4, 1}) {
                Trials trials = new Trials(budget);
                trials.expectSame(
                        "budget %d after a greater one differs from budget %d alone".formatted(budget, budget),
                        show(trials.run(create(), trial).get(0)),
                        show(trials.run(shared, trial).get(0)),
                        trial);
            }
        }
    }

    private void amnesia() {
        Strategy shared = create();
        long[] budgets = {64, 3, 1, 7};
        Trials[] used = Arrays.stream(budgets).mapToObj(Trials::new).toArray(Trials[]::new);
        for (int trial = 0; trial < TRIALS; trial++) {
            Trials trials = used[trial % used.length];
            Trials fresh = new Trials(trials.budgets);
            fresh.expectSame(
                    "it played differently after other trials",
                    fresh.calls(create(), trial),
                    trials.calls(shared, trial),
                    trial);
        }
    }

    private void determinism() {
        Trials trials = new Trials(7);
        for (int trial = 0; trial < TRIALS; trial++) {
            trials.expectSame(
                    "it played the same trial differently the second time",
                    trials.calls(create(), trial),
                    trials.calls(create(), trial),
                    trial);
        }
    }

    private void nonInterference() {
        for (int generations : new int[] {1, 3, 64}) {
            for (int trial = 0; trial < TRIALS; trial++) {
                TapeSession.Tape tape = tape(trial, generations);
                List<String> expected = null;
                for (int truth = 0; truth < TAPE_ANSWERS; truth++) {
                    boolean[] correct = new boolean[TAPE_ANSWERS];
                    correct[truth] = true;
                    RecordingSession session = new RecordingSession(new TapeSession(tape, correct, generations));
                    create().run(new WatchfulSession(session));
                    expected = expected == null ? session.calls() : expected;
                    new Trials(generations)
                            .expectSame(
                                    "on a tape it played differently when answer %d was true instead of 0"
                                            .formatted(truth),
                                    expected,
                                    session.calls(),
                                    trial);
                }
            }
        }
    }

    private TapeSession.Tape tape(long trial, int generations) {
        int steps = 4;
        SplittableRandom random = new SplittableRandom(terms.seed() + trial);
        int length = steps * generations;
        return new TapeSession.Tape(
                steps,
                random.ints(length, 0, TAPE_ANSWERS).toArray(),
                random.doubles(length, -4, 4).map(Math::rint).toArray(),
                random.doubles(length, -4, 4).map(Math::rint).toArray());
    }

    private void conservation() {
        for (long budget : new long[] {1, 3, 64}) {
            Trials trials = new Trials(budget);
            for (int trial = 0; trial < TRIALS; trial++) {
                Strategy strategy = create();
                StringBuilder delivered = new StringBuilder();
                StringBuilder ledger = new StringBuilder();
                Outcome outcome = trials.run(
                                session -> {
                                    RecordingSession recording = new RecordingSession(session);
                                    strategy.run(recording);
                                    delivered.append("steps %d, tokens %d, verifier calls %d"
                                            .formatted(
                                                    recording.stepsDelivered(),
                                                    recording.tokensDelivered(),
                                                    recording.verifierCallsDelivered()));
                                    ledger.append("steps %d, tokens %d, verifier calls %d"
                                            .formatted(
                                                    session.spent(Resource.STEPS),
                                                    session.spent(Resource.TOKENS),
                                                    session.spent(Resource.VERIFIER_CALLS)));
                                },
                                trial)
                        .get(0);
                trials.expectSame("delivered and ledger differ", delivered.toString(), ledger.toString(), trial);
                trials.expectSame(
                        "ledger and outcome differ",
                        ledger.toString(),
                        "steps %d, tokens %d, verifier calls %d"
                                .formatted(
                                        spent(outcome, Resource.STEPS),
                                        spent(outcome, Resource.TOKENS),
                                        spent(outcome, Resource.VERIFIER_CALLS)),
                        trial);
            }
        }
    }

    private void allocation() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        applies(
                threads.isThreadAllocatedMemorySupported() && threads.isThreadAllocatedMemoryEnabled(),
                "this machine does not count allocated bytes");
        inTime(() -> {
            Trials trials = new Trials(AT_64);
            Strategy strategy = create();
            int perPass = 256;
            // The same trials again and again: what has grown for them once need not grow again, and what the virtual
            // machine allocates for itself does not come back in every pass.
            for (int pass = 0; pass < 16; pass++) {
                trials.runSilently(strategy, perPass);
            }
            long least = Long.MAX_VALUE;
            for (int pass = 0; pass < 32 && least > 0; pass++) {
                long before = threads.getCurrentThreadAllocatedBytes();
                trials.runSilently(strategy, perPass);
                least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
            }
            if (least > 0) {
                throw new Broken(
                        "%s allocates: %d trials took at least %d bytes each time they were repeated. Repeat: %s"
                                .formatted(provider.name(), perPass, least, trials.recipe("0 to " + (perPass - 1))),
                        null);
            }
        });
    }

    private void termination() {
        for (long budget : terms.budgets()) {
            Trials trials = new Trials(budget);
            for (int trial = 0; trial < (budget > 100 ? 8 : TRIALS); trial++) {
                expectWithin(trials, trial, !terms.mayAbstain());
            }
        }
        for (double steps = 1; steps <= 9; steps++) {
            Trials trials = new Trials(new Budgets(Resource.STEPS, List.of(steps)));
            for (int trial = 0; trial < TRIALS; trial++) {
                expectWithin(trials, trial, false);
            }
        }
    }

    private void expectWithin(Trials trials, int trial, boolean answers) {
        Strategy strategy = create();
        Outcome outcome = trials.run(session -> strategy.run(new WatchfulSession(session)), trial)
                .get(0);
        Resource resource = trials.budgets.resource();
        if (spent(outcome, resource) > trials.budgets.amount(0)) {
            trials.fail("it spent %d %s".formatted(spent(outcome, resource), resource.label()), trial);
        }
        if (answers && outcome.grade() == Grade.ABSTAINED) {
            trials.fail("it gave no answer although the budget pays for one", trial);
        }
        if ((outcome.grade() == Grade.ABSTAINED) != (outcome.committed() == Session.NONE)) {
            trials.fail("it was graded %s and committed %d".formatted(outcome.grade(), outcome.committed()), trial);
        }
    }

    private void answers() {
        applies(!terms.mayAbstain(), "it abstains by design");
        inTime(() -> {
            SyntheticWorld priced = pricedWorld();
            betweenCandidateAndVerdict().forEach((resource, values) -> {
                if (anytime()) {
                    expectAnswers(priced, new Budgets(resource, values, 64));
                } else {
                    values.forEach(value -> expectAnswers(priced, new Budgets(resource, List.of(value), 64)));
                }
            });
        });
    }

    private void expectAnswers(SyntheticWorld priced, Budgets budgets) {
        Trials trials = new Trials(budgets, priced);
        for (int trial = 0; trial < ANSWERED_TRIALS; trial++) {
            List<Outcome> outcomes = trials.run(create(), trial);
            for (int i = 0; i < outcomes.size(); i++) {
                if (outcomes.get(i).grade() == Grade.ABSTAINED) {
                    trials.fail(
                            "it had no answer at %s %s, where a candidate of four steps costs 10 cents, 10 s or 10^12 FLOPs, and a verdict half of that"
                                    .formatted(
                                            budgets.values().get(i),
                                            budgets.resource().label()),
                            trial);
                }
            }
        }
    }

    /** Budgets that pay for a candidate of the priced world, for a verdict or two as well, and for a few more. */
    private static Map<Resource, List<Double>> betweenCandidateAndVerdict() {
        double[] candidates = {1, 1.2, 1.5, 1.7, 2.2, 2.5, 2.8, 3.1, 4.6, 9.7};
        return Map.of(
                Resource.USD, Arrays.stream(candidates).mapToObj(x -> 0.1 * x).toList(),
                Resource.FLOPS,
                        Arrays.stream(candidates).mapToObj(x -> 1e12 * x).toList(),
                Resource.LATENCY,
                        Arrays.stream(candidates).mapToObj(x -> 10 * x).toList(),
                Resource.TOKENS, List.of(4000.0, 4001.0, 7999.0, 9000.0),
                Resource.VERIFIER_CALLS, List.of(1.0, 2.0, 3.0, 4.0, 5.0, 9.0));
    }

    /** A candidate of four steps costs 4,000 tokens, 10 cents, 10 s and 10^12 FLOPs, a verdict half as much; one runs at a time. */
    private SyntheticWorld pricedWorld() {
        Verifier outcome = needs().contains(Capability.BOOLEAN_VERIFIER) ? Verifier.of(0.9, 0.2) : Verifier.of(1);
        return new SyntheticWorld(
                new Problems(new Empirical(0.1, 0.9), 2),
                new Policy(
                        new CountLaw.Constant(4),
                        0,
                        StepProfile.UNIFORM,
                        new Zipf(5, 1),
                        new CountLaw.Constant(0),
                        new CountLaw.Constant(1000),
                        new Tariff(1.25e8, new Price(0, 25), new Latency(0, 0.0025, 1))),
                new Verifiers(
                        outcome,
                        Verifier.of(1),
                        new Judge(Verifier.of(1), 1, 0),
                        1000,
                        new Tariff(2.5e8, new Price(50, 0), new Latency(0, 0.005, 1))));
    }

    private void claimedLaw() {
        applies(law().isPresent(), "it claims no law");
        Law law = law().orElseThrow();
        inTime(() -> {
            boolean compared = false;
            for (boolean verdicts : new boolean[] {false, true}) {
                compared |= compareWithLaw(law, verdicts);
            }
            applies(compared, "no solver takes this law, and no row is made of it");
        });
    }

    private Optional<Law> law() {
        return provider.law(parameterValues());
    }

    /** Compares trials with the law's rows by every method that applies; false when none does. */
    private boolean compareWithLaw(Law law, boolean verdicts) {
        Verifier outcome = verdicts ? Verifier.of(0.83, 0.27) : Verifier.of(1.2);
        SyntheticWorld world =
                RowComparison.world(new Zipf(3, 1), outcome, Verifier.of(1).withPersistence(0.5));
        ConfiguredStrategy strategy = ConfiguredStrategy.of(provider, terms.parameters());
        if (!strategy.lacking(world).isEmpty()) {
            return false;
        }
        Budgets budgets = Budgets.generations(LAW_BUDGETS);
        List<MethodChoice> methods = Stream.of(MethodChoice.EXACT, MethodChoice.AGGREGATED)
                .filter(method ->
                        Simulator.refusal(world, budgets, strategy, method).isEmpty())
                .toList();
        if (methods.isEmpty()) {
            return false;
        }
        Results trials = lawRows(world, budgets, strategy, MethodChoice.SIMULATED);
        for (MethodChoice method : methods) {
            Results rows = lawRows(world, budgets, strategy, method);
            try {
                RowComparison.assertSame(trials, rows, RowComparison.spendsAtRandom(law));
            } catch (AssertionError difference) {
                throw new Broken(
                        "%s claims to be %s, and its trials are not the law's %s rows where candidates have %s: %s. Repeat: parameters %s, budgets %s in generations, seed %d"
                                .formatted(
                                        provider.name(),
                                        law.description(),
                                        rows.rows().get(0).method().label(),
                                        verdicts ? "verdicts" : "graded scores",
                                        difference.getMessage(),
                                        parameterValues(),
                                        budgets.values(),
                                        RowComparison.SEED),
                        difference);
            }
        }
        return true;
    }

    private static Results lawRows(
            SyntheticWorld world, Budgets budgets, ConfiguredStrategy strategy, MethodChoice method) {
        return RowComparison.run(world, budgets, strategy, LAW_TRIALS, method, 2);
    }

    private static String said(Throwable thrown) {
        String message =
                thrown instanceof ContractViolation || thrown instanceof AssertionError ? Thrown.message(thrown) : null;
        return message == null ? "it threw " + Thrown.withPlace(thrown) : message;
    }

    private static void applies(boolean applicable, String otherwise) {
        if (!applicable) {
            throw new NotApplicable(otherwise);
        }
    }

    /** Runs on a thread of its own, which is left behind when it does not come back. */
    private void inTime(Runnable clause) {
        AtomicReference<@Nullable Throwable> thrown = new AtomicReference<>();
        Thread thread = new Thread(
                () -> {
                    try {
                        clause.run();
                    } catch (Throwable whatever) { // a guest throws what it likes
                        thrown.set(whatever);
                    }
                },
                "contract: " + provider.name());
        thread.setDaemon(true);
        thread.start();
        try {
            thread.join(terms.patience().toMillis());
        } catch (InterruptedException e) {
            thread.interrupt();
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
        if (thread.isAlive()) {
            thread.interrupt();
            throw failure("it did not come back within %s s"
                    .formatted(terms.patience().toMillis() / 1e3));
        }
        Throwable found = thrown.get();
        if (found instanceof NotApplicable other) {
            throw other;
        }
        if (found instanceof Broken broken) {
            throw broken;
        }
        if (found != null) {
            throw new AssertionError(
                    "%s: it threw %s. Parameters: %s"
                            .formatted(provider.name(), Thrown.withPlace(found), parameterValues()),
                    found);
        }
    }

    private static long spent(Outcome outcome, Resource resource) {
        return outcome.spent()[resource.ordinal()];
    }

    private static String show(Outcome outcome) {
        StringBuilder shown = new StringBuilder("%s, committed %d, %s"
                .formatted(outcome.grade(), outcome.committed(), outcome.covered() ? "covered" : "not covered"));
        for (Resource resource : Resource.values()) {
            shown.append(", %s %d".formatted(resource.label(), spent(outcome, resource)));
        }
        return shown.toString();
    }

    /** Trials under some budgets; trial t is played on problem t modulo the number of problems. */
    private final class Trials {

        private final Budgets budgets;
        private final TrialRunner runner;
        private final int problems;

        Trials(long... generations) {
            this(Budgets.generations(generations));
        }

        Trials(Budgets budgets) {
            this(budgets, terms.world());
        }

        Trials(Budgets budgets, SyntheticWorld world) {
            this.budgets = budgets;
            problems = world.problems().count();
            runner = new TrialRunner(world, budgets, terms.seed());
        }

        List<Outcome> run(Strategy strategy, int trial) {
            try {
                return runner.run(strategy, trial % problems, trial);
            } catch (Broken broken) {
                throw broken;
            } catch (Throwable thrown) { // a guest throws what it likes
                throw new Broken(message("it was stopped: " + said(thrown), trial), thrown);
            }
        }

        void runSilently(Strategy strategy, int count) {
            for (int trial = 0; trial < count; trial++) {
                runner.runSilently(strategy, trial % problems, trial);
            }
        }

        /** The calls of a trial, and what came out. */
        List<String> calls(Strategy strategy, int trial) {
            List<String> lines = new ArrayList<>();
            List<Outcome> outcomes = run(
                    session -> {
                        RecordingSession recording = new RecordingSession(session);
                        strategy.run(recording);
                        lines.addAll(recording.calls());
                    },
                    trial);
            outcomes.forEach(outcome -> lines.add(show(outcome)));
            return lines;
        }

        void expectSame(String what, String expected, String actual, int trial) {
            expectSame(what, List.of(expected), List.of(actual), trial);
        }

        void expectSame(String what, List<String> expected, List<String> actual, int trial) {
            if (expected.equals(actual)) {
                return;
            }
            int line = 0;
            while (line < Math.min(expected.size(), actual.size())
                    && expected.get(line).equals(actual.get(line))) {
                line++;
            }
            fail(
                    "%s. Line %d: expected <%s>, was <%s>"
                            .formatted(what, line + 1, line(expected, line), line(actual, line)),
                    trial);
        }

        private static String line(List<String> lines, int line) {
            return line < lines.size() ? lines.get(line) : "the end";
        }

        void fail(String what, int trial) {
            throw new Broken(message(what, trial), null);
        }

        private String message(String what, int trial) {
            return "%s: %s. Repeat: %s".formatted(provider.name(), what, recipe(Integer.toString(trial)));
        }

        String recipe(String trial) {
            return "parameters %s, budgets %s in %s, problem: the trial modulo %d, trial %s, seed %d"
                    .formatted(
                            parameterValues(),
                            budgets.values(),
                            budgets.resource().label(),
                            problems,
                            trial,
                            terms.seed());
        }
    }
}
