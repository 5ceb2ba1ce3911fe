package overthink.core.testkit;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import overthink.core.api.Capability;
import overthink.core.api.Law;
import overthink.core.api.ParameterSpec;
import overthink.core.api.Parameters;
import overthink.core.api.Strategy;
import overthink.core.api.StrategyProvider;
import overthink.core.fault.Thrown;
import overthink.core.model.World;
import overthink.core.trial.TrialRunner;

/**
 * What every strategy keeps, clause by clause, as plain code: {@link StrategyContract} makes JUnit tests of it, and {@code
 * overthink strategies check} a report.
 *
 * <p>A failure names the strategy, its parameters, the budgets, the problem, the trial and the seed that repeat it with a
 * {@link TrialRunner}.
 */
public final class Contract {

    private final Terms terms;

    /** The contract of a strategy on these terms. */
    public Contract(Terms terms) {
        this.terms = terms;
    }

    /**
     * Who is judged, and where.
     *
     * @param provider of the strategy
     * @param parameters those that differ from their defaults
     * @param world that trials are played in; that of {@link #of} unless there is a reason
     * @param budgets in generations, under which it must end
     * @param mayAbstain whether it may end without an answer although the budget pays for a whole solution
     * @param seed of all randomness
     * @param patience how long one clause may take before the strategy counts as hanging
     */
    public record Terms(
            StrategyProvider provider,
            Map<String, ?> parameters,
            World world,
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
            return new Terms(provider, parameters, usual(provider, values), BUDGETS, false, seed, PATIENCE);
        }

        /** The world of the contract for a strategy: it has what the strategy needs and names. */
        static World usual(StrategyProvider provider, Parameters values) {
            return ContractWorlds.naming(ContractWorlds.usual(provider.needs(values)), provider.names(values));
        }

        /** The world with prices for a strategy, likewise. */
        World priced() {
            return ContractWorlds.naming(ContractWorlds.priced(needs()), provider.names(values()));
        }

        Parameters values() {
            return Parameters.of(provider.parameters(), parameters);
        }

        Strategy strategy() {
            Strategy strategy = provider.create(values());
            if (strategy == null) {
                throw failure("create() returned null");
            }
            return strategy;
        }

        Set<Capability> needs() {
            return provider.needs(values());
        }

        boolean anytime() {
            return provider.anytime(values());
        }

        Optional<Law> law() {
            return provider.law(values());
        }

        Broken failure(String what) {
            return new Broken("%s: %s. Parameters: %s".formatted(provider.name(), what, values()), null);
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
        inTime(() -> {
            TrialClauses trials = new TrialClauses(terms);
            switch (clause) {
                case DECLARATION -> declaration();
                case PREFIX -> trials.prefix();
                case RESOURCES -> trials.resources();
                case AMNESIA -> trials.amnesia();
                case DETERMINISM -> trials.determinism();
                case NON_INTERFERENCE -> trials.nonInterference();
                case CONSERVATION -> trials.conservation();
                case ALLOCATION -> trials.allocation();
                case TERMINATION -> trials.termination();
                case ANSWERS -> trials.answers();
                case LAW -> new LawClaim(terms).check();
            }
        });
    }

    /** A clause is broken. */
    static final class Broken extends AssertionError {

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

    private void expect(boolean kept, String otherwise) {
        if (!kept) {
            throw terms.failure(otherwise);
        }
    }

    private void declaration() {
        StrategyProvider provider = terms.provider();
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
        expect(terms.law().equals(terms.law()), "asked twice, it must claim the same law");
        Set<Capability> lacking = EnumSet.noneOf(Capability.class);
        lacking.addAll(terms.needs());
        lacking.removeAll(terms.world().capabilities());
        expect(lacking.isEmpty(), "the world of the contract must have what the strategy needs, and lacks " + lacking);
    }

    /** Says that a clause is about other strategies, unless it is about this one. */
    static void applies(boolean applicable, String otherwise) {
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
                "contract: " + terms.provider().name());
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
            throw terms.failure("it did not come back within %s s"
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
                            .formatted(terms.provider().name(), Thrown.withPlace(found), terms.values()),
                    found);
        }
    }
}
