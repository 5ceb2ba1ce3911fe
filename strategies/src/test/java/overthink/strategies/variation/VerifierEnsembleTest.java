package overthink.strategies.variation;

import java.util.Map;
import org.junit.jupiter.api.Nested;
import overthink.core.api.StrategyProvider;
import overthink.core.testkit.StrategyContract;
import overthink.strategies.VariantContract;

class VerifierEnsembleTest extends StrategyContract {

    private static final StrategyProvider PROVIDER = new VerifierEnsembleProvider();

    @Override
    protected StrategyProvider provider() {
        return PROVIDER;
    }

    @Nested
    class Scores extends VariantContract {

        @Override
        protected StrategyProvider provider() {
            return PROVIDER;
        }

        @Override
        protected Map<String, ?> parameters() {
            return Map.of("combine", "scores", "first", 0.7);
        }
    }
}
