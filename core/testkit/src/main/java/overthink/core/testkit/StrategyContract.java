package overthink.core.testkit;

import java.time.Duration;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import overthink.core.api.Parameters;
import overthink.core.api.Strategy;
import overthink.core.api.StrategyProvider;
import overthink.core.model.World;
import overthink.core.testkit.Contract.Clause;

/**
 * What every strategy keeps, as tests that its own test class inherits:
 *
 * <pre>{@code
 * class BestOfNTest extends StrategyContract {
 *     @Override
 *     protected StrategyProvider provider() {
 *         return new BestOfNProvider();
 *     }
 * }
 * }</pre>
 *
 * <p>What is tested stands in {@link Contract}; {@code overthink strategies check JAR} does the same without JUnit.
 */
@Tag("contract")
public abstract class StrategyContract {

    /** For the strategy's subclasses. */
    protected StrategyContract() {}

    /** The strategy under test. */
    protected abstract StrategyProvider provider();

    /** The parameters that differ from their defaults. */
    protected Map<String, ?> parameters() {
        return Map.of();
    }

    /** The world that trials are played in. */
    protected World world() {
        return Contract.Terms.usual(provider(), parameterValues());
    }

    /** The budgets in generations under which it must end. */
    protected long[] budgets() {
        return Contract.Terms.BUDGETS.stream().mapToLong(Long::longValue).toArray();
    }

    /** Whether it may end without an answer although the budget pays for a whole solution. */
    protected boolean mayAbstain() {
        return false;
    }

    /** The seed of all randomness: 42, or the system property {@code overthink.seed}. */
    protected long seed() {
        return Long.getLong("overthink.seed", 42);
    }

    /** How long one of these tests may take before the strategy counts as hanging. */
    protected Duration patience() {
        return Contract.Terms.PATIENCE;
    }

    /** A fresh strategy. */
    protected final Strategy create() {
        return provider().create(parameterValues());
    }

    private Parameters parameterValues() {
        return Parameters.of(provider().parameters(), parameters());
    }

    private void keeps(Clause clause) {
        Contract contract = new Contract(new Contract.Terms(
                provider(),
                parameters(),
                world(),
                LongStream.of(budgets()).boxed().toList(),
                mayAbstain(),
                seed(),
                patience()));
        try {
            contract.check(clause);
        } catch (Contract.NotApplicable other) {
            Assumptions.abort(other.getMessage());
        }
    }

    /** {@link Clause#DECLARATION}. */
    @Test
    public final void declaration_isComplete() {
        keeps(Clause.DECLARATION);
    }

    /** {@link Clause#PREFIX}. */
    @Test
    public final void prefix_smallerBudgetsAreTheBeginningOfLarger() {
        keeps(Clause.PREFIX);
    }

    /** {@link Clause#RESOURCES}. */
    @Test
    public final void prefix_holdsForEveryResource() {
        keeps(Clause.RESOURCES);
    }

    /** {@link Clause#AMNESIA}. */
    @Test
    public final void amnesia_earlierTrialsChangeNothing() {
        keeps(Clause.AMNESIA);
    }

    /** {@link Clause#DETERMINISM}. */
    @Test
    public final void determinism_sameTrialSameCalls() {
        keeps(Clause.DETERMINISM);
    }

    /** {@link Clause#NON_INTERFERENCE}. */
    @Test
    public final void nonInterference_truthChangesNoCall() {
        keeps(Clause.NON_INTERFERENCE);
    }

    /** {@link Clause#CONSERVATION}. */
    @Test
    public final void conservation_whatWasDeliveredIsOnTheLedger() {
        keeps(Clause.CONSERVATION);
    }

    /** {@link Clause#ALLOCATION}. */
    @Test
    public final void allocation_noneAfterWarmUp() {
        keeps(Clause.ALLOCATION);
    }

    /** {@link Clause#TERMINATION}. */
    @Test
    public final void termination_endsWithinEveryBudget() {
        keeps(Clause.TERMINATION);
    }

    /** {@link Clause#ANSWERS}. */
    @Test
    public final void answers_whenItCan() {
        keeps(Clause.ANSWERS);
    }

    /** {@link Clause#LAW}. */
    @Test
    public final void law_claimed_isTheStrategys() {
        keeps(Clause.LAW);
    }
}
