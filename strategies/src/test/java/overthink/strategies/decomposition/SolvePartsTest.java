package overthink.strategies.decomposition;

import java.util.Map;
import org.junit.jupiter.api.Nested;
import overthink.core.api.StrategyProvider;
import overthink.core.testkit.StrategyContract;
import overthink.strategies.VariantContract;

class SolvePartsTest extends StrategyContract {

    private static final StrategyProvider PROVIDER = new SolvePartsProvider();

    @Override
    protected StrategyProvider provider() {
        return PROVIDER;
    }

    @Nested
    class Best extends VariantContract {

        @Override
        protected StrategyProvider provider() {
            return PROVIDER;
        }

        @Override
        protected Map<String, ?> parameters() {
            return Map.of("select", "best");
        }
    }
}
