package overthink.core.run;

import java.util.function.Supplier;
import overthink.core.api.Parameters;
import overthink.core.api.Strategy;
import overthink.core.api.StrategyProvider;

/**
 * A strategy that a test gives.
 *
 * @param isAnytime whether it runs in one pass, or in one for each budget
 */
record Given(String name, boolean isAnytime, Supplier<Strategy> maker) implements StrategyProvider {

    static Given of(String name, boolean isAnytime, Strategy strategy) {
        return new Given(name, isAnytime, () -> strategy);
    }

    @Override
    public String summary() {
        return name;
    }

    @Override
    public boolean anytime(Parameters parameters) {
        return isAnytime;
    }

    @Override
    public Strategy create(Parameters parameters) {
        return maker.get();
    }
}
