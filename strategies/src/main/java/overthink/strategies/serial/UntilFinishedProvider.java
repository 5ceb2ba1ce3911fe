package overthink.strategies.serial;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import overthink.core.api.Capability;
import overthink.core.api.Law;
import overthink.core.api.ParameterSpec;
import overthink.core.api.Parameters;
import overthink.core.api.Strategy;
import overthink.core.api.StrategyProvider;

/** Introduces {@link UntilFinished} as {@code until-finished}. */
public final class UntilFinishedProvider implements StrategyProvider {

    @Override
    public String name() {
        return "until-finished";
    }

    @Override
    public String summary() {
        return "One chain that the policy goes on with until it considers it done; the last candidate answers.";
    }

    @Override
    public List<ParameterSpec> parameters() {
        return List.of(ReviseProvider.most());
    }

    @Override
    public Strategy create(Parameters parameters) {
        return new UntilFinished(parameters.intValue("most"), 0);
    }

    @Override
    public boolean anytime(Parameters parameters) {
        return true;
    }

    @Override
    public Set<Capability> needs(Parameters parameters) {
        return Set.of(Capability.CHAIN);
    }

    @Override
    public Optional<Law> law(Parameters parameters) {
        return Optional.of(new Law.UntilFinished(ReviseProvider.most(parameters)));
    }
}
