package overthink.strategies.serial;

import java.util.List;
import java.util.Set;
import overthink.core.api.Capability;
import overthink.core.api.ParameterSpec;
import overthink.core.api.Parameters;
import overthink.core.api.Strategy;
import overthink.core.api.StrategyProvider;

/** Introduces {@link AbMcts} as {@code ab-mcts}. */
public final class AbMctsProvider implements StrategyProvider {

    @Override
    public String name() {
        return "ab-mcts";
    }

    @Override
    public String summary() {
        return "A fresh candidate or a revision of one, whichever Thompson sampling of the scores prefers; the best answers.";
    }

    @Override
    public List<ParameterSpec> parameters() {
        return List.of(ParameterSpec.real(
                "prior", 1, 1, 1000, "successes, and failures, that every posterior of scores starts from"));
    }

    @Override
    public Strategy create(Parameters parameters) {
        return new AbMcts(parameters.real("prior"));
    }

    @Override
    public boolean anytime(Parameters parameters) {
        return true;
    }

    @Override
    public Set<Capability> needs(Parameters parameters) {
        return Set.of(Capability.CHAIN, Capability.OUTCOME_VERIFIER);
    }
}
