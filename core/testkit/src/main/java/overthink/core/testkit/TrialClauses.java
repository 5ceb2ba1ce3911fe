package overthink.core.testkit;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import overthink.core.api.Resource;
import overthink.core.api.Session;
import overthink.core.api.Strategy;
import overthink.core.experiment.Budgets;
import overthink.core.model.World;
import overthink.core.testkit.Contract.Broken;
import overthink.core.testkit.Contract.Terms;
import overthink.core.trial.TrialRunner.Grade;
import overthink.core.trial.TrialRunner.Outcome;

/** The clauses of {@link Contract} that are about trials. */
final class TrialClauses {

    private static final long[] TO_4 = {1, 2, 4};
    private static final long[] TO_64 = LongStream.rangeClosed(1, 64).toArray();
    private static final long[] AT_64 = {64};
    private static final int TRIALS = 48;
    private static final int ANSWERED_TRIALS = 6;
    /** Of many candidates, where each of the calls that are compared has many chances to differ. */
    private static final int LONG_TRIALS = 8;

    private static final int TAPE_ANSWERS = 5;

    private final Terms terms;

    TrialClauses(Terms terms) {
        this.terms = terms;
    }

    void prefix() {
        if (terms.anytime()) {
            onePassServesAll();
        } else {
            eachPassStandsAlone();
        }
    }

    private void onePassServesAll() {
        ContractTrials to4 = new ContractTrials(terms, TO_4);
        ContractTrials to64 = new ContractTrials(terms, TO_64);
        ContractTrials at64 = new ContractTrials(terms, AT_64);
        for (int trial = 0; trial < TRIALS; trial++) {
            List<Outcome> whole = to64.run(terms.strategy(), trial);
            List<Outcome> beginning = to4.run(terms.strategy(), trial);
            for (int i = 0; i < TO_4.length; i++) {
                int budget = (int) TO_4[i];
                to64.expectSame(
                        () -> "at budget %d of 1 to 64 it stood elsewhere than at %d of 1, 2, 4"
                                .formatted(budget, budget),
                        beginning.get(i),
                        whole.get(budget - 1),
                        trial);
            }
            to64.expectSame(
                    () -> "at budget 64 of 1 to 64 it stood elsewhere than at 64 alone",
                    at64.run(terms.strategy(), trial).get(0),
                    whole.get(63),
                    trial);
        }
    }

    private void eachPassStandsAlone() {
        Strategy shared = terms.strategy();
        for (int trial = 0; trial < TRIALS; trial++) {
            for (long budget : new long[] {64, 4, 1}) {
                ContractTrials trials = new ContractTrials(terms, budget);
                trials.expectSame(
                        () -> "budget %d after a greater one differs from budget %d alone".formatted(budget, budget),
                        trials.run(terms.strategy(), trial).get(0),
                        trials.run(shared, trial).get(0),
                        trial);
            }
        }
    }

    void resources() {
        Contract.applies(terms.anytime(), "each budget has a pass of its own");
        for (Resource resource : Resource.values()) {
            expectOnePassLikeMany(terms.world(), resource, ContractWorlds.amounts(resource), TRIALS);
        }
        ContractWorlds.betweenCandidateAndVerdict()
                .forEach(
                        (resource, values) -> expectOnePassLikeMany(terms.priced(), resource, values, ANSWERED_TRIALS));
    }

    private void expectOnePassLikeMany(World world, Resource resource, List<Double> values, int trials) {
        ContractTrials together = new ContractTrials(terms, new Budgets(resource, values, 64), world);
        List<List<Outcome>> passes = IntStream.range(0, trials)
                .mapToObj(trial -> together.run(terms.strategy(), trial))
                .toList();
        for (int i = 0; i < values.size(); i++) {
            double value = values.get(i);
            ContractTrials alone = new ContractTrials(terms, new Budgets(resource, List.of(value), 64), world);
            for (int trial = 0; trial < trials; trial++) {
                together.expectSame(
                        () -> "at %s %s of %s it stood elsewhere than with that budget alone"
                                .formatted(value, resource.label(), values),
                        alone.run(terms.strategy(), trial).get(0),
                        passes.get(trial).get(i),
                        trial);
            }
        }
    }

    void amnesia() {
        Strategy shared = terms.strategy();
        long[] budgets = {64, 3, 1, 7};
        ContractTrials[] used = Arrays.stream(budgets)
                .mapToObj(budget -> new ContractTrials(terms, budget))
                .toArray(ContractTrials[]::new);
        for (int trial = 0; trial < TRIALS; trial++) {
            ContractTrials trials = used[trial % used.length];
            ContractTrials fresh = new ContractTrials(terms, trials.budgets());
            fresh.expectSame(
                    "it played differently after other trials",
                    fresh.calls(terms.strategy(), trial),
                    trials.calls(shared, trial),
                    trial);
        }
    }

    void determinism() {
        ContractTrials trials = new ContractTrials(terms, 7);
        for (int trial = 0; trial < TRIALS; trial++) {
            trials.expectSame(
                    "it played the same trial differently the second time",
                    trials.calls(terms.strategy(), trial),
                    trials.calls(terms.strategy(), trial),
                    trial);
        }
    }

    void nonInterference() {
        for (int generations : new int[] {1, 3, 64}) {
            ContractTrials trials = new ContractTrials(terms, generations);
            for (int trial = 0; trial < (generations > 3 ? LONG_TRIALS : TRIALS); trial++) {
                TapeSession.Tape tape = tape(trial, generations);
                List<String> expected = null;
                for (int truth = 0; truth < TAPE_ANSWERS; truth++) {
                    boolean[] correct = new boolean[TAPE_ANSWERS];
                    correct[truth] = true;
                    RecordingSession session = new RecordingSession(
                            new TapeSession(tape, correct, generations).withNamesOf(terms.world()));
                    terms.strategy().run(new WatchfulSession(session));
                    expected = expected == null ? session.calls() : expected;
                    trials.expectSame(
                            "on a tape it played differently when answer %d was true instead of 0".formatted(truth),
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

    void conservation() {
        for (long budget : new long[] {1, 3, 64}) {
            ContractTrials trials = new ContractTrials(terms, budget);
            for (int trial = 0; trial < TRIALS; trial++) {
                Strategy strategy = terms.strategy();
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
                                        ContractTrials.spent(outcome, Resource.STEPS),
                                        ContractTrials.spent(outcome, Resource.TOKENS),
                                        ContractTrials.spent(outcome, Resource.VERIFIER_CALLS)),
                        trial);
            }
        }
    }

    void allocation() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        Contract.applies(
                threads.isThreadAllocatedMemorySupported() && threads.isThreadAllocatedMemoryEnabled(),
                "this machine does not count allocated bytes");
        ContractTrials trials = new ContractTrials(terms, AT_64);
        Strategy strategy = terms.strategy();
        int perPass = 256;
        // The same trials again and again: what has grown for them once need not grow again, and what the virtual
        // machine allocates for itself does not come back in every pass.
        trials.runSilently(strategy, perPass);
        long least = Long.MAX_VALUE;
        for (int pass = 0; pass < 47 && least > 0; pass++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            trials.runSilently(strategy, perPass);
            least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
        }
        if (least > 0) {
            throw new Broken(
                    "%s allocates: %d trials took at least %d bytes each time they were repeated. Repeat: %s"
                            .formatted(terms.provider().name(), perPass, least, trials.recipe("0 to " + (perPass - 1))),
                    null);
        }
    }

    void termination() {
        for (long budget : terms.budgets()) {
            ContractTrials trials = new ContractTrials(terms, budget);
            for (int trial = 0; trial < (budget > 100 ? 8 : TRIALS); trial++) {
                expectWithin(trials, trial, !terms.mayAbstain());
            }
        }
        for (double steps = 1; steps <= 9; steps++) {
            ContractTrials trials = new ContractTrials(terms, new Budgets(Resource.STEPS, List.of(steps)));
            for (int trial = 0; trial < TRIALS; trial++) {
                expectWithin(trials, trial, false);
            }
        }
    }

    private void expectWithin(ContractTrials trials, int trial, boolean answers) {
        Strategy strategy = terms.strategy();
        Outcome outcome = trials.run(session -> strategy.run(new WatchfulSession(session)), trial)
                .get(0);
        Resource resource = trials.budgets().resource();
        if (ContractTrials.spent(outcome, resource) > trials.budgets().amount(0)) {
            trials.fail("it spent %d %s".formatted(ContractTrials.spent(outcome, resource), resource.label()), trial);
        }
        if (answers && outcome.grade() == Grade.ABSTAINED) {
            trials.fail("it gave no answer although the budget pays for one", trial);
        }
        if ((outcome.grade() == Grade.ABSTAINED) != (outcome.committed() == Session.NONE)) {
            trials.fail("it was graded %s and committed %d".formatted(outcome.grade(), outcome.committed()), trial);
        }
    }

    void answers() {
        Contract.applies(!terms.mayAbstain(), "it abstains by design");
        World priced = terms.priced();
        ContractWorlds.betweenCandidateAndVerdict().forEach((resource, values) -> {
            if (terms.anytime()) {
                expectAnswers(priced, new Budgets(resource, values, 64));
            } else {
                values.forEach(value -> expectAnswers(priced, new Budgets(resource, List.of(value), 64)));
            }
        });
    }

    private void expectAnswers(World priced, Budgets budgets) {
        ContractTrials trials = new ContractTrials(terms, budgets, priced);
        for (int trial = 0; trial < ANSWERED_TRIALS; trial++) {
            List<Outcome> outcomes = trials.run(terms.strategy(), trial);
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
}
