package overthink.strategies.serial;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import overthink.core.api.Capability;
import overthink.core.api.ParameterSpec;
import overthink.core.api.Parameters;
import overthink.core.api.Strategy;
import overthink.core.api.StrategyProvider;

/** Introduces {@link IterativeDeepening} as {@code iterative-deepening}. */
public final class IterativeDeepeningProvider implements StrategyProvider {

    @Override
    public String name() {
        return "iterative-deepening";
    }

    @Override
    public String summary() {
        return "One chain that is made to correct itself at growing intervals.";
    }

    @Override
    public List<ParameterSpec> parameters() {
        return List.of(
                ParameterSpec.integer("first", 1, 1, 1_000_000, "candidates before the first self-correction"),
                ParameterSpec.real("growth", 2, 1, 1000, "each interval as a multiple of the one before"),
                ChainChoice.By.parameter(
                        "select", "which of the chain answers: the last, the most frequent answer, the highest score"),
                ReviseProvider.most());
    }

    @Override
    public Strategy create(Parameters parameters) {
        return new IterativeDeepening(
                ChainChoice.By.of(parameters, "select"),
                parameters.intValue("first"),
                parameters.real("growth"),
                parameters.intValue("most"));
    }

    @Override
    public boolean anytime(Parameters parameters) {
        return true;
    }

    @Override
    public Set<Capability> needs(Parameters parameters) {
        Set<Capability> needs = EnumSet.of(Capability.CHAIN);
        switch (ChainChoice.By.of(parameters, "select")) {
            case LAST -> {
                // nothing more
            }
            case VOTE -> needs.add(Capability.ANSWERS);
            case BEST -> needs.add(Capability.OUTCOME_VERIFIER);
        }
        return needs;
    }
}
