package overthink.strategies.particle;

import java.util.List;
import java.util.Set;
import overthink.core.api.Capability;
import overthink.core.api.ParameterSpec;
import overthink.core.api.Parameters;
import overthink.core.api.Strategy;
import overthink.core.api.StrategyProvider;

/** Introduces {@link ParallelTempering} as {@code parallel-tempering}. */
public final class ParallelTemperingProvider implements StrategyProvider {

    @Override
    public String name() {
        return "parallel-tempering";
    }

    @Override
    public String summary() {
        return "Chains of whole solutions at several temperatures that redo their endings and exchange.";
    }

    @Override
    public List<ParameterSpec> parameters() {
        return List.of(
                ParameterSpec.integer(
                        "chains", 4, 1, 1_000_000, "how many, or as many as the budget pays a solution for"),
                ParameterSpec.real("temperature", 1, 1e-6, 1e6, "that of the coldest chain"),
                ParameterSpec.real("max-temperature", 8, 1e-6, 1e6, "that of the hottest chain"),
                ParameterSpec.choice(
                        "score",
                        List.of("outcome", "process"),
                        "whose odds a solution is weighted by: its outcome score's, or its last process score's"),
                ParameterSpec.choice(
                        "select",
                        List.of("best", "last"),
                        "the best solution seen, or the one that the coldest chain holds"));
    }

    @Override
    public Strategy create(Parameters parameters) {
        double coldest = parameters.real("temperature");
        double hottest = parameters.real("max-temperature");
        if (hottest < coldest) {
            throw new IllegalArgumentException(
                    "parallel-tempering: max-temperature (%s) must not be below temperature (%s). Maybe max-temperature: %s."
                            .formatted(hottest, coldest, 8 * coldest));
        }
        return new ParallelTempering(
                parameters.intValue("chains"),
                coldest,
                hottest,
                parameters.choice("score").equals("outcome"),
                parameters.choice("select").equals("best"));
    }

    @Override
    public Set<Capability> needs(Parameters parameters) {
        boolean outcome = parameters.choice("score").equals("outcome");
        return Set.of(Capability.STEPS, outcome ? Capability.OUTCOME_VERIFIER : Capability.PROCESS_VERIFIER);
    }
}
