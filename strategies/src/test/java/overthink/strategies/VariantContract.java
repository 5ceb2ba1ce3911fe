package overthink.strategies;

import org.junit.jupiter.api.Tag;
import overthink.core.testkit.StrategyContract;

/**
 * The contract for a strategy with other parameters than its defaults. An everyday build leaves these out.
 */
@Tag("variant")
public abstract class VariantContract extends StrategyContract {

    /** For the strategy's subclasses. */
    protected VariantContract() {}

    /** That of the contract, or the system property {@code overthink.variants.seed}. */
    @Override
    protected final long seed() {
        return Long.getLong("overthink.variants.seed", super.seed());
    }
}
