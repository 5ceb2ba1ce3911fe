package overthink.core.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.commons.rng.UniformRandomProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import overthink.core.api.Capability;
import overthink.core.api.Parameters;
import overthink.core.api.Session;
import overthink.core.api.Strategy;
import overthink.core.api.StrategyProvider;
import overthink.core.estimate.BinPlan;
import overthink.core.estimate.Row;
import overthink.core.experiment.Budgets;
import overthink.core.experiment.ConfiguredStrategy;
import overthink.core.experiment.Execution;
import overthink.core.experiment.Experiment;
import overthink.core.experiment.Progress;
import overthink.core.experiment.TrialPlan;
import overthink.core.fault.ContractViolation;
import overthink.core.fault.Fault;
import overthink.core.fault.Fault.Kind;
import overthink.core.law.difficulty.Beta;
import overthink.core.results.Results;
import overthink.core.route.Route;
import overthink.core.route.RoutePlan;
import overthink.core.trial.GuardedSession;
import overthink.core.trial.GuardedStream;
import overthink.core.trial.Worlds;

/** Strategies that break the contract in every way we know: each is named and stopped, and nobody else notices. */
@Timeout(60)
class HostileStrategiesTest {

    /** Enough for those that call now and then, on a machine that has other things to do. */
    private static final Duration SHORT = Duration.ofMillis(1500);

    /** Draws, so that another's use of its stream would show in its rows. */
    private static final Strategy HONEST = session -> {
        int n = session.generate(4);
        for (int i = 0; i < 5; i++) {
            session.commit(session.random().nextInt(n));
        }
    };

    /** A provider whose answers and strategy are made when asked. */
    private record Made(
            String name, Supplier<Boolean> passesOnce, Supplier<Set<Capability>> wants, Supplier<Strategy> maker)
            implements StrategyProvider {

        static Made of(String name, Supplier<Strategy> maker) {
            return new Made(name, () -> true, Set::of, maker);
        }

        @Override
        public String summary() {
            return name;
        }

        @Override
        public boolean anytime(Parameters parameters) {
            return passesOnce.get();
        }

        @Override
        public Set<Capability> needs(Parameters parameters) {
            return wants.get();
        }

        @Override
        public Strategy create(Parameters parameters) {
            return maker.get();
        }
    }

    private static Results run(Duration patience, StrategyProvider... providers) {
        return run(patience, 2, providers);
    }

    private static Results run(Duration patience, int threads, StrategyProvider... providers) {
        Experiment experiment = new Experiment(
                Worlds.flat(new Beta(0.9, 1.6), 20),
                Budgets.generations(1, 2, 8),
                Arrays.stream(providers)
                        .map(provider -> ConfiguredStrategy.of(provider, Map.of()))
                        .toList(),
                new TrialPlan.Count(20),
                new BinPlan.Thresholds(),
                11);
        return ExperimentRun.followPlans(
                experiment,
                Collections.nCopies(providers.length, RoutePlan.of(Route.PLAIN)),
                new Execution(threads, patience, Progress.SILENT));
    }

    private static List<Row> alone = List.of();

    @BeforeAll
    static void playAlone() {
        Results results = run(ExperimentRun.PATIENCE, Made.of("honest", () -> HONEST), Made.of("other", () -> HONEST));
        alone = results.rows();
        assertEquals(2 * 3 * 4, alone.size(), results.faults().toString());
    }

    /** The rows are those of the two honest ones alone. */
    private static void assertUntouched(Results results) {
        assertTrue(
                alone.equals(results.rows()),
                () -> "other rows: "
                        + results.rows().stream().map(Row::strategy).toList() + results.faults());
    }

    /** The fault of a strategy between two honest ones, whose rows are as if it were not there. */
    private static Fault fault(Supplier<Strategy> hostile) {
        return fault(ExperimentRun.PATIENCE, hostile);
    }

    private static Fault fault(Duration patience, Supplier<Strategy> hostile) {
        Results results = run(
                patience, Made.of("honest", () -> HONEST), Made.of("hostile", hostile), Made.of("other", () -> HONEST));
        assertUntouched(results);
        assertEquals(1, results.faults().size(), results.faults().toString());
        Fault fault = results.faults().get(0);
        assertEquals("hostile", fault.strategy());
        assertTrue(fault.message().matches("[^\\p{Cntrl}]* \\(problem \\d+, trial \\d+, seed 11\\)"), fault.message());
        assertTrue(
                fault.message().length() < 1000,
                "a message of " + fault.message().length());
        return fault;
    }

    private static Fault fault(Strategy hostile) {
        return fault(() -> hostile);
    }

    private static void assertFault(Kind kind, String part, Fault fault) {
        assertEquals(kind, fault.kind(), fault.message());
        assertTrue(fault.message().contains(part), fault.message());
    }

    // ---- what it throws ----

    @SuppressWarnings("TypeParameterUnusedInFormals")
    private static <T extends Throwable> RuntimeException sneaky(Throwable thrown) throws T {
        @SuppressWarnings("unchecked")
        T unchecked = (T) thrown;
        throw unchecked;
    }

    private static final class OwnError extends Error {
        private static final long serialVersionUID = 1;
    }

    /** A throwable that does not want to be described. */
    private static final class Unspeakable extends RuntimeException {
        private static final long serialVersionUID = 1;

        @Override
        public String getMessage() {
            throw new OwnError();
        }

        @Override
        public String toString() {
            throw new OwnError();
        }

        @Override
        @SuppressWarnings("NullAway")
        public StackTraceElement[] getStackTrace() {
            return null;
        }
    }

    enum Missile {
        OWN_ERROR(OwnError::new, "$OwnError at "),
        THREAD_DEATH(ThreadDeath::new, "threw java.lang.ThreadDeath"),
        OUT_OF_MEMORY(() -> new OutOfMemoryError("Java heap space"), "OutOfMemoryError: Java heap space"),
        STACK_OVERFLOW(StackOverflowError::new, "StackOverflowError"),
        ASSERTION(() -> new AssertionError("never"), "AssertionError: never"),
        CHECKED(() -> new Exception("not declared"), "java.lang.Exception: not declared"),
        INTERRUPTED(InterruptedException::new, "InterruptedException"),
        WITHOUT_MESSAGE(() -> new IllegalStateException((String) null), "threw java.lang.IllegalStateException at "),
        UNSPEAKABLE(Unspeakable::new, "$Unspeakable ("),
        LONG(() -> new IllegalStateException("x".repeat(20_000_000)), "xxx… (20000000 characters)"),
        ESCAPES(() -> new IllegalStateException("\u001b[2J\nrows: 0\u202e"), "\\u001b[2J\\nrows: 0\\u202e"),
        OF_THE_ENGINE(() -> new ContractViolation(Kind.LOOPED, "as if"), "as if");

        private final Supplier<Throwable> thrown;
        private final String part;

        Missile(Supplier<Throwable> thrown, String part) {
            this.thrown = thrown;
            this.part = part;
        }
    }

    @Tag("slow")
    @ParameterizedTest
    @EnumSource
    void throwing_anything_isNamed(Missile missile) {
        Fault fault = fault(session -> {
            session.generate();
            throw sneaky(missile.thrown.get());
        });
        assertTrue(fault.message().contains(missile.part), fault.message());
        assertTrue(missile == Missile.OF_THE_ENGINE || fault.kind() == Kind.THREW);
        Fault late = fault(() -> {
            throw sneaky(missile.thrown.get());
        });
        assertFault(Kind.THREW, "could not be made: create threw ", late);
        assertTrue(late.message().contains(missile.part.replace("threw ", "")), late.message());
    }

    @Test
    void create_null_isSaid() {
        assertFault(Kind.THREW, "create returned null", fault(() -> null));
    }

    @Test
    void recursion_withoutEnd_isNamed() {
        assertFault(Kind.THREW, "StackOverflowError", fault(new Strategy() {
            @Override
            public void run(Session session) {
                run(session);
            }
        }));
    }

    // ---- what it catches ----

    /** Goes on for ever whatever is thrown, as {@code while (true)} with a catch does. */
    private static Strategy stubborn(Strategy call) {
        return session -> {
            while (true) {
                try {
                    call.run(session);
                } catch (Throwable ignored) {
                    // on and on
                }
            }
        };
    }

    @Tag("slow")
    @Test
    void swallowing_everything_isStoppedForWhatItDidFirst() {
        assertFault(Kind.OVERSPENT, "asked 100", fault(stubborn(Session::generate)));
        assertFault(Kind.OVERSPENT, "asked 100", fault(stubborn(session -> session.generate(8))));
        assertFault(Kind.LOOPED, "called its session 50000000 times", fault(stubborn(Session::size)));
        assertFault(Kind.THREW, "there is no node 17; there are 0", fault(stubborn(session -> session.commit(17))));
        assertFault(
                Kind.THREW, "has no outcome verifier", fault(stubborn(session -> session.verify(session.generate()))));
        assertFault(Kind.THREW, "IndexOutOfBounds", fault(stubborn(session -> {
            session.generate();
            session.complete(0, 1, new boolean[0], -1);
        })));
    }

    @Test
    void swallowing_once_isStoppedAllTheSame() {
        assertFault(Kind.THREW, "there is no node 17", fault(session -> {
            assertThrows(IllegalArgumentException.class, () -> session.commit(17));
            session.generate();
        }));
        assertFault(Kind.THREW, "there is no node 17", fault(session -> {
            try {
                session.commit(17);
            } catch (IllegalArgumentException e) {
                throw new IllegalStateException("it was not me");
            }
        }));
    }

    // ---- how long it takes ----

    @Tag("slow")
    @Test
    void silent_forLongerThanThePatience_isStoppedAndToldHowToAllowIt() {
        String part = "neither called its session nor came back for 1.5 s; --patience allows more";
        // what nobody can end would keep a processor from the tests that follow
        AtomicBoolean over = new AtomicBoolean();
        assertFault(Kind.LOOPED, part, fault(SHORT, () -> session -> {
            while (!over.get()) {
                Thread.onSpinWait();
            }
        }));
        assertFault(Kind.LOOPED, part, fault(SHORT, () -> session -> {
            while (true) {
                try {
                    Thread.sleep(100_000);
                } catch (InterruptedException e) {
                    // no
                }
            }
        }));
        assertFault(Kind.LOOPED, part, fault(SHORT, () -> {
            while (!over.get()) {
                Thread.onSpinWait();
            }
            throw new IllegalStateException("the test is over");
        }));
        over.set(true);
    }

    /** Each trial calls once, so that what the watcher sees differs only in which trial it is. */
    @Tag("slow")
    @Test
    void slow_belowThePatience_isServed() {
        Strategy slow = session -> {
            session.generate();
            session.commit(0);
            if (session.random().nextInt(40) == 0) {
                try {
                    Thread.sleep(SHORT.toMillis() / 3);
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            }
        };
        Results results = run(SHORT, Made.of("slow", () -> slow));
        assertEquals(List.of(), results.faults());
        assertFalse(results.rows().isEmpty());
    }

    // ---- what it leaves behind ----

    @Tag("slow")
    @Test
    void interruptFlag_leftSet_endsWithTheTrial() {
        AtomicInteger leftovers = new AtomicInteger();
        Strategy interrupting = session -> {
            HONEST.run(session);
            leftovers.addAndGet(Thread.currentThread().isInterrupted() ? 1 : 0);
            Thread.currentThread().interrupt();
        };
        Strategy noticing = session -> {
            leftovers.addAndGet(Thread.currentThread().isInterrupted() ? 1 : 0);
            HONEST.run(session);
        };
        for (int threads : new int[] {1, 4}) {
            Results results =
                    run(ExperimentRun.PATIENCE, threads, Made.of("honest", () -> interrupting), Made.of("other", () -> {
                        Thread.currentThread().interrupt();
                        return noticing;
                    }));
            assertUntouched(results);
            assertEquals(List.of(), results.faults());
            assertEquals(0, leftovers.get());
        }
    }

    /** Calls from a thread of its own, from the first trial of one shard until the others have been played. */
    private static Fault meddling(Strategy keeping, Runnable call) throws InterruptedException {
        CountDownLatch over = new CountDownLatch(1);
        AtomicInteger served = new AtomicInteger();
        AtomicReference<@Nullable Thread> thread = new AtomicReference<>();
        Fault fault = fault(session -> {
            keeping.run(session);
            Thread meddler = new Thread(() -> {
                while (over.getCount() > 0) {
                    try {
                        call.run();
                        served.incrementAndGet();
                    } catch (RuntimeException refused) {
                        Thread.onSpinWait();
                    }
                }
            });
            if (thread.compareAndSet(null, meddler)) {
                meddler.setDaemon(true);
                meddler.start();
                try {
                    TimeUnit.MILLISECONDS.sleep(50);
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            }
        });
        over.countDown();
        Thread meddler = thread.get();
        assertNotNull(meddler);
        meddler.join();
        assertEquals(0, served.get(), "calls that were served");
        return fault;
    }

    @Test
    void session_onAnotherThread_isRefusedAndItsOwnerIsBlamed() throws InterruptedException {
        AtomicReference<@Nullable Session> kept = new AtomicReference<>();
        assertFault(
                Kind.TRESPASSED,
                "on the thread 'Thread-",
                meddling(kept::set, () -> Objects.requireNonNull(kept.get()).generate()));
    }

    @Test
    void stream_onAnotherThread_isRefusedAndItsOwnerIsBlamed() throws InterruptedException {
        AtomicReference<@Nullable UniformRandomProvider> kept = new AtomicReference<>();
        assertFault(
                Kind.TRESPASSED,
                "on the thread 'Thread-",
                meddling(
                        session -> kept.set(session.random()),
                        () -> Objects.requireNonNull(kept.get()).nextLong()));
    }

    @Test
    void session_ofAnEarlierShard_isDead() {
        List<Session> kept = Collections.synchronizedList(new ArrayList<>());
        assertFault(Kind.TRESPASSED, "did not play its trial", fault(session -> {
            kept.add(session);
            kept.get(0).size();
        }));
    }

    /** Keeps something of a trial, and uses it in the next. */
    private static final class Keeper<T> implements Strategy {

        private final Function<Session, T> part;
        private final Consumer<T> use;
        private @Nullable T kept;

        Keeper(Function<Session, T> part, Consumer<T> use) {
            this.part = part;
            this.use = use;
        }

        @Override
        public void run(Session session) {
            T earlier = kept;
            kept = part.apply(session);
            session.generate();
            if (earlier != null) {
                use.accept(earlier);
                throw new IllegalStateException("was served");
            }
        }
    }

    @Test
    void session_ofTheTrialBefore_isDead() {
        Fault fault = fault(() -> new Keeper<>(session -> session, Session::generate));
        assertFault(Kind.TRESPASSED, "did not play its trial", fault);
        assertFault(Kind.TRESPASSED, ", trial 1, seed 11)", fault);
        assertFault(
                Kind.TRESPASSED,
                ", trial 1, seed 11)",
                fault(() -> new Keeper<>(Session::random, UniformRandomProvider::nextLong)));
    }

    @Test
    void session_inCreate_isDead() {
        AtomicReference<@Nullable Session> kept = new AtomicReference<>();
        Fault fault = fault(() -> {
            Session session = kept.get();
            if (session != null) {
                session.generate();
            }
            return own -> {
                kept.set(own);
                throw new IllegalStateException("once more");
            };
        });
        assertEquals("hostile", fault.strategy());
    }

    @Test
    void everyMethod_isGuarded() {
        for (Class<?> type : List.of(Session.class, UniformRandomProvider.class)) {
            Class<?> guard = type == Session.class ? GuardedSession.class : GuardedStream.class;
            for (Method method : type.getMethods()) {
                if (!Modifier.isStatic(method.getModifiers())
                        && !method.getReturnType().getSimpleName().endsWith("Stream")) {
                    Method guarded = assertDeclared(guard, method);
                    assertEquals(guard, guarded.getDeclaringClass(), method.toString());
                }
            }
        }
    }

    private static Method assertDeclared(Class<?> guard, Method method) {
        try {
            return guard.getMethod(method.getName(), method.getParameterTypes());
        } catch (NoSuchMethodException e) {
            throw new AssertionError(e);
        }
    }

    // ---- how it introduces itself ----

    @Test
    void answers_thatChange_areTheFirstOnes() {
        AtomicInteger asked = new AtomicInteger();
        ConfiguredStrategy configured = ConfiguredStrategy.of(
                new Made(
                        "honest",
                        () -> asked.getAndIncrement() == 0,
                        () -> asked.get() > 1 ? Set.of(Capability.JUDGE) : Set.of(),
                        () -> HONEST),
                Map.of());
        assertTrue(configured.anytime() && configured.anytime());
        assertEquals(Set.of(), configured.needs());
        assertEquals(Set.of(), configured.lacking(Worlds.flat(0.5)));
    }

    @Test
    void faults_areTheSameOnAnyNumberOfThreads() {
        Strategy sometimes = session -> {
            session.generate();
            if (session.random().nextInt(100) == 0) {
                stubborn(own -> own.commit(99)).run(session);
            }
        };
        List<Fault> one = run(ExperimentRun.PATIENCE, 1, Made.of("hostile", () -> sometimes))
                .faults();
        assertEquals(1, one.size());
        assertEquals(
                one,
                run(ExperimentRun.PATIENCE, 4, Made.of("hostile", () -> sometimes))
                        .faults());
    }
}
