package overthink.strategies.policies;

import java.util.List;
import overthink.core.api.Law;
import overthink.core.api.NamedPart;
import overthink.core.api.ParameterSpec;
import overthink.core.api.Parameters;
import overthink.core.api.StrategyProvider;

/** Introduces a strategy that chooses among equally many candidates of each of several policies. */
abstract class AbstractEnsembleProvider implements StrategyProvider {

    private static final String SAMPLES = "samples";

    @Override
    public final List<ParameterSpec> parameters() {
        return List.of(
                AskedPolicies.parameter("which policies generate; none named: all of the world"),
                ParameterSpec.integer(
                        SAMPLES, 0, 0, 1_000_000, "the most candidates of each; 0 for all that the budget pays"));
    }

    /** The most candidates of each policy; 0 for all that the budget pays. */
    static int samples(Parameters parameters) {
        return parameters.intValue(SAMPLES);
    }

    /** The most candidates of each policy, as laws have it. */
    static long most(Parameters parameters) {
        return samples(parameters) == 0 ? Law.UNBOUNDED : samples(parameters);
    }

    @Override
    public final boolean anytime(Parameters parameters) {
        return false;
    }

    @Override
    public final List<NamedPart> names(Parameters parameters) {
        return AskedPolicies.named(parameters);
    }
}
