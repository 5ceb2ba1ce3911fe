package overthink.strategies.decomposition;

import java.util.Map;
import org.junit.jupiter.api.Nested;
import overthink.core.api.StrategyProvider;
import overthink.core.testkit.StrategyContract;
import overthink.strategies.VariantContract;

class AtomsTest extends StrategyContract {

    private static final StrategyProvider PROVIDER = new AtomsProvider();

    @Override
    protected StrategyProvider provider() {
        return PROVIDER;
    }

    @Nested
    class Voting extends VariantContract {

        @Override
        protected StrategyProvider provider() {
            return PROVIDER;
        }

        @Override
        protected Map<String, ?> parameters() {
            return Map.of("select", "vote", "merges", 1);
        }
    }
}
