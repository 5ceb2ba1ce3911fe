package overthink.core.contract;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Method;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import overthink.core.api.Parameters;
import overthink.core.api.Resource;
import overthink.core.api.Session;
import overthink.core.api.Strategy;
import overthink.core.api.StrategyProvider;
import overthink.core.testkit.Contract;
import overthink.core.testkit.ForwardingSession;
import overthink.core.testkit.StrategyContract;
import overthink.core.testkit.TapeSession;

/** The contract passes a sound strategy and catches planted wrong ones, each by the test that is there for it. */
class StrategyContractTest {

    /** The newest candidate is the answer. */
    private static final class Newest implements Strategy {

        @Override
        public void run(Session session) {
            while (session.generate(Integer.MAX_VALUE) > 0) {
                session.commit(session.size() - 1);
            }
        }
    }

    private record Planted(String name, boolean anytime, Supplier<Strategy> maker) implements StrategyProvider {

        @Override
        public String summary() {
            return "A strategy planted to be caught.";
        }

        @Override
        public Strategy create(Parameters parameters) {
            return maker.get();
        }

        @Override
        public boolean anytime(Parameters parameters) {
            return anytime;
        }
    }

    private static StrategyContract contract(boolean anytime, Supplier<Strategy> maker) {
        return new StrategyContract() {
            @Override
            protected StrategyProvider provider() {
                return new Planted("planted", anytime, maker);
            }

            @Override
            protected Duration patience() {
                return Duration.ofSeconds(20);
            }
        };
    }

    private static void caught(
            String message, Consumer<StrategyContract> test, boolean anytime, Supplier<Strategy> maker) {
        StrategyContract contract = contract(anytime, maker);
        String found = String.valueOf(
                assertThrows(AssertionError.class, () -> test.accept(contract)).getMessage());
        assertTrue(found.contains(message), () -> "'%s' should say '%s'".formatted(found, message));
        assertTrue(found.startsWith("planted"), found);
    }

    @Test
    void sound_passesEverything() {
        StrategyContract contract = contract(true, Newest::new);
        contract.declaration_isComplete();
        contract.prefix_smallerBudgetsAreTheBeginningOfLarger();
        contract.amnesia_earlierTrialsChangeNothing();
        contract.determinism_sameTrialSameCalls();
        contract.nonInterference_truthChangesNoCall();
        contract.conservation_whatWasDeliveredIsOnTheLedger();
        contract.allocation_noneAfterWarmUp();
        contract.termination_endsWithinEveryBudget();
    }

    @Test
    void name_withSpaces_isCaught() {
        StrategyContract contract = new StrategyContract() {
            @Override
            protected StrategyProvider provider() {
                return new Planted("Best Of N", true, Newest::new);
            }
        };
        assertThrows(AssertionError.class, contract::declaration_isComplete);
    }

    /** What a provider answers is a guest's, too: a clause that asks it comes back, and says how it is broken. */
    @Tag("slow")
    @Test
    void anytime_throwsOrNeverReturns_isCaught() {
        List<BooleanSupplier> answers = List.of(
                () -> {
                    throw new IllegalStateException("not today");
                },
                () -> {
                    while (true) {
                        LockSupport.parkNanos(1_000_000);
                    }
                });
        List<String> reasons = new ArrayList<>();
        for (BooleanSupplier answer : answers) {
            StrategyProvider provider = new NewestProvider(answer);
            Contract.Terms usual = Contract.Terms.of(provider, Map.of(), 42);
            Contract contract = new Contract(new Contract.Terms(
                    provider, Map.of(), usual.world(), usual.budgets(), false, 42, Duration.ofMillis(500)));
            reasons.add(contract.judge(Contract.Clause.PREFIX).reason());
        }
        assertTrue(reasons.get(0).contains("not today"), reasons::toString);
        assertTrue(reasons.get(1).contains("it did not come back within 0.5 s"), reasons::toString);
    }

    private record NewestProvider(BooleanSupplier answer) implements StrategyProvider {

        @Override
        public String name() {
            return "newest";
        }

        @Override
        public String summary() {
            return "A provider planted to be caught.";
        }

        @Override
        public Strategy create(Parameters parameters) {
            return new Newest();
        }

        @Override
        public boolean anytime(Parameters parameters) {
            return answer.getAsBoolean();
        }
    }

    @Test
    void anytimeThatReadsItsLimit_isCaught() {
        caught(
                "at budget 2 of 1 to 64 it stood elsewhere than at 2 of 1, 2, 4",
                StrategyContract::prefix_smallerBudgetsAreTheBeginningOfLarger,
                true,
                () -> session -> {
                    boolean small = session.limit(Resource.GENERATIONS) < 64;
                    while (session.generate(Integer.MAX_VALUE) > 0) {
                        session.commit(small ? 0 : session.size() - 1);
                    }
                });
    }

    /** Portions end where checkpoints lie: what depends on their number depends on the budgets. */
    @Test
    void anytimeThatCountsPortions_isCaught() {
        caught(
                "at budget 4 of 1 to 64 it stood elsewhere than at 4 of 1, 2, 4",
                StrategyContract::prefix_smallerBudgetsAreTheBeginningOfLarger,
                true,
                () -> session -> {
                    int portions = 0;
                    while (session.generate(Integer.MAX_VALUE) > 0) {
                        session.commit(portions++);
                    }
                });
    }

    /** Answers with the first candidate in the first ten trials, with the newest later. */
    private static final class Learner implements Strategy {

        private int trials;

        @Override
        public void run(Session session) {
            trials++;
            while (session.generate(Integer.MAX_VALUE) > 0) {
                session.commit(trials <= 10 ? 0 : session.size() - 1);
            }
        }
    }

    @Test
    void memoryOfEarlierTrials_isCaught() {
        caught(
                "it played differently after other trials",
                StrategyContract::amnesia_earlierTrialsChangeNothing,
                true,
                Learner::new);
    }

    @Test
    void memoryOfEarlierBudgets_isCaught() {
        caught(
                "after a greater one differs",
                StrategyContract::prefix_smallerBudgetsAreTheBeginningOfLarger,
                false,
                () -> new Strategy() {
                    private long greatest;

                    @Override
                    public void run(Session session) {
                        greatest = Math.max(greatest, session.limit(Resource.GENERATIONS));
                        while (session.generate() != Session.NONE) {
                            session.commit(session.size() > 1 || greatest < 64 ? session.size() - 1 : 0);
                            if (greatest > session.size()) {
                                session.abstain();
                            }
                        }
                    }
                });
    }

    @Test
    void randomnessOfItsOwn_isCaught() {
        AtomicLong ambient = new AtomicLong();
        caught(
                "it played the same trial differently the second time",
                StrategyContract::determinism_sameTrialSameCalls,
                true,
                () -> session -> {
                    while (session.generate(Integer.MAX_VALUE) > 0) {
                        session.commit((int) (ambient.incrementAndGet() % session.size()));
                    }
                });
    }

    @Test
    void readerOfTheTruth_isCaught() {
        caught(
                "on a tape it played differently",
                StrategyContract::nonInterference_truthChangesNoCall,
                true,
                () -> session -> {
                    Session inner = session;
                    while (inner instanceof ForwardingSession && !(inner instanceof TapeSession)) {
                        inner = unwrap(inner);
                    }
                    while (session.generate(1) > 0) {
                        session.commit(session.size() - 1);
                        if (((TapeSession) inner).correct()) {
                            return;
                        }
                    }
                });
    }

    private static Session unwrap(Session session) {
        try {
            Method method = ForwardingSession.class.getDeclaredMethod("session");
            method.setAccessible(true);
            return (Session) method.invoke(session);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    @Tag("slow")
    @Test
    void allocationPerTrial_isCaught() {
        caught("allocates", StrategyContract::allocation_noneAfterWarmUp, true, () -> new Strategy() {
            private double[] scores = {};

            @Override
            public void run(Session session) {
                scores = new double[1 + scores.length % 2];
                new Newest().run(session);
            }
        });
    }

    @Test
    void allocationInOneOfManyTrials_isCaught() {
        caught("allocates", StrategyContract::allocation_noneAfterWarmUp, true, () -> new Strategy() {
            private double[] scores = {};
            private int trials;

            @Override
            public void run(Session session) {
                if (++trials % 200 == 0) {
                    scores = new double[1 + scores.length % 2];
                }
                int drawn = session.generate(Integer.MAX_VALUE);
                if (drawn > 0) {
                    session.commit(0);
                }
            }
        });
    }

    @Test
    void oneCandidateTooFew_isCaught() {
        caught(
                "it gave no answer although the budget pays for one",
                StrategyContract::termination_endsWithinEveryBudget,
                false,
                () -> session -> {
                    for (long i = 1; i < session.limit(Resource.GENERATIONS); i++) {
                        session.commit(session.generate());
                    }
                });
    }

    @Test
    void oneBeamTooMany_isCaught() {
        caught(
                "it gave no answer although the budget pays for one",
                StrategyContract::termination_endsWithinEveryBudget,
                false,
                () -> session -> {
                    int beams = (int) session.limit(Resource.GENERATIONS) + 1;
                    int[] nodes = new int[beams];
                    Arrays.fill(nodes, Session.NONE);
                    while (session.extend(nodes, beams) == beams) {
                        for (int i = 0; i < beams; i++) {
                            nodes[i] = session.size() - beams + i;
                        }
                        if (session.complete(nodes[0])) {
                            session.commit(nodes[0]);
                            return;
                        }
                    }
                });
    }

    @Test
    void partialSolutionAsAnswer_isCaught() {
        caught(
                "which is no candidate",
                StrategyContract::termination_endsWithinEveryBudget,
                false,
                () -> session -> session.commit(session.extend(Session.NONE)));
    }

    @Tag("slow")
    @Test
    void endlessLooking_isCaught() {
        caught("times without spending", StrategyContract::termination_endsWithinEveryBudget, false, () -> session -> {
            session.commit(session.generate());
            while (!session.complete(0) || session.answer(0) == 0) {
                session.depth(0);
            }
        });
    }

    @Test
    void endlessAsking_isCaught() {
        caught("it was stopped", StrategyContract::termination_endsWithinEveryBudget, false, () -> session -> {
            long generated = 0;
            while (generated <= session.limit(Resource.GENERATIONS)) {
                generated += session.generate(1);
            }
        });
    }

    @Test
    void hanging_isCaught() {
        StrategyContract contract = new StrategyContract() {
            @Override
            protected StrategyProvider provider() {
                return new Planted("planted", false, () -> session -> {
                    while (!Thread.currentThread().isInterrupted()) {
                        Thread.onSpinWait();
                    }
                });
            }

            @Override
            protected Duration patience() {
                return Duration.ofMillis(200);
            }
        };
        String message = String.valueOf(assertThrows(AssertionError.class, contract::termination_endsWithinEveryBudget)
                .getMessage());
        assertTrue(message.contains("planted: it did not come back"), message);
    }
}
