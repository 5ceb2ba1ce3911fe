package overthink.strategies.particle;

import java.util.List;
import java.util.Set;
import overthink.core.api.Capability;
import overthink.core.api.ParameterSpec;
import overthink.core.api.Parameters;
import overthink.core.api.Strategy;
import overthink.core.api.StrategyProvider;

/** Introduces {@link ParticleGibbs} and those of other tools as {@code particle-gibbs}. */
public final class ParticleGibbsProvider implements StrategyProvider {

    @Override
    public String name() {
        return "particle-gibbs";
    }

    @Override
    public String summary() {
        return "Particle filters one after the other, each with particles of the one before as references.";
    }

    @Override
    public List<ParameterSpec> parameters() {
        return List.of(
                ParticleVariant.parameter(),
                ParameterSpec.integer(
                        "iterations", 2, 1, 1_000_000, "how many filters; each has N/iterations particles"),
                ParameterSpec.integer("references", 1, 0, 1_000_000, "particles kept from an iteration to the next"),
                Selection.parameter(),
                ParticleVariant.temperature(),
                ParticleVariant.finalTemperature(),
                ParticleVariant.annealingSteps(),
                ParticleVariant.resampleInactive(),
                ParticleVariant.maxSteps());
    }

    @Override
    public Strategy create(Parameters parameters) {
        ParticleVariant variant = ParticleVariant.of(parameters);
        int iterations = parameters.intValue("iterations");
        int references = parameters.intValue("references");
        return switch (variant) {
            case OVERTHINK -> {
                variant.refuse(name(), parameters, this, "resample-inactive", "max-steps");
                yield new ParticleGibbs(
                        iterations, references, ParticleVariant.annealing(parameters), Selection.of(parameters));
            }
            case ITS_HUB -> ParticleVariant.itsHub(name(), parameters, this, iterations, references);
            case PROBABILISTIC_INFERENCE_SCALING -> {
                variant.refuse(name(), parameters, this, "references");
                yield ParticleVariant.probabilisticInferenceScaling(parameters, iterations);
            }
        };
    }

    @Override
    public Set<Capability> needs(Parameters parameters) {
        return Set.of(Capability.STEPS, Capability.PROCESS_VERIFIER);
    }
}
