package overthink.strategies.serial;

import java.util.List;
import java.util.Set;
import overthink.core.api.Capability;
import overthink.core.api.ParameterSpec;
import overthink.core.api.Parameters;
import overthink.core.api.Strategy;
import overthink.core.api.StrategyProvider;

/** Introduces {@link Reflexion} as {@code reflexion}. */
public final class ReflexionProvider implements StrategyProvider {

    @Override
    public String name() {
        return "reflexion";
    }

    @Override
    public String summary() {
        return "Revises what its own tests reject, told so, until they accept.";
    }

    @Override
    public List<ParameterSpec> parameters() {
        return List.of(
                ParameterSpec.flag("tell", true, "whether the policy is told that its candidate was rejected"),
                ReviseProvider.most());
    }

    @Override
    public Strategy create(Parameters parameters) {
        return new Reflexion(parameters.flag("tell"), parameters.intValue("most"));
    }

    @Override
    public boolean anytime(Parameters parameters) {
        return true;
    }

    @Override
    public Set<Capability> needs(Parameters parameters) {
        return Set.of(Capability.CHAIN, Capability.BOOLEAN_VERIFIER);
    }
}
