package overthink.strategies.selection;

import java.util.Optional;
import overthink.core.api.Law;
import overthink.core.api.Parameters;
import overthink.core.api.Strategy;
import overthink.core.api.StrategyProvider;

/** Introduces {@link Single} as {@code single}. */
public final class SingleProvider implements StrategyProvider {

    @Override
    public String name() {
        return "single";
    }

    @Override
    public String summary() {
        return "One candidate, whatever the budget.";
    }

    @Override
    public Strategy create(Parameters parameters) {
        return new Single();
    }

    @Override
    public boolean anytime(Parameters parameters) {
        return true;
    }

    @Override
    public Optional<Law> law(Parameters parameters) {
        return Optional.of(new Law.FirstCandidate());
    }
}
