package overthink.strategies.particle;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import overthink.core.api.Capability;
import overthink.core.api.Law;
import overthink.core.api.ParameterSpec;
import overthink.core.api.Parameters;
import overthink.core.api.Strategy;
import overthink.core.api.StrategyProvider;

/** Introduces {@link ParticleFilter} and the filters of other tools as {@code particle-filter}. */
public final class ParticleFilterProvider implements StrategyProvider {

    @Override
    public String name() {
        return "particle-filter";
    }

    @Override
    public String summary() {
        return "N particles, resampled before each later step by the odds of the latest process score; one is"
                + " selected.";
    }

    @Override
    public List<ParameterSpec> parameters() {
        return List.of(
                ParticleVariant.parameter(),
                Resampler.Scheme.parameter(),
                ParameterSpec.choice(
                        "when", List.of("every-step", "ess"), "resample at every step, or when weights are uneven"),
                ParameterSpec.real(
                        "ess-threshold",
                        0.5,
                        0,
                        1,
                        "with when: ess, resample when the effective sample size is below this part of the particles"),
                ParameterSpec.choice(
                        "weights",
                        List.of("latest", "incremental"),
                        "a step's weight: the odds of its score, or those by the odds of the score before"),
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
        if (variant != ParticleVariant.OVERTHINK) {
            variant.refuse(name(), parameters, this, "resampling", "when", "ess-threshold", "weights");
        }
        return switch (variant) {
            case OVERTHINK -> {
                variant.refuse(name(), parameters, this, "resample-inactive", "max-steps");
                boolean always = parameters.choice("when").equals("every-step");
                if (always && parameters.real("ess-threshold") != 0.5) {
                    throw new IllegalArgumentException(
                            "particle-filter: ess-threshold (%s) has a meaning with when: ess only. Maybe when: ess."
                                    .formatted(parameters.real("ess-threshold")));
                }
                yield new ParticleFilter(
                        Resampler.Scheme.of(parameters),
                        always ? Double.POSITIVE_INFINITY : parameters.real("ess-threshold"),
                        parameters.choice("weights").equals("latest")
                                ? ParticleFilter.Weights.LATEST
                                : ParticleFilter.Weights.INCREMENTAL,
                        ParticleVariant.annealing(parameters),
                        Selection.of(parameters));
            }
            case ITS_HUB -> ParticleVariant.itsHub(name(), parameters, this, 1, 0);
            case PROBABILISTIC_INFERENCE_SCALING -> ParticleVariant.probabilisticInferenceScaling(parameters, 1);
        };
    }

    @Override
    public Set<Capability> needs(Parameters parameters) {
        return Set.of(Capability.STEPS, Capability.PROCESS_VERIFIER);
    }

    @Override
    public Optional<Law> law(Parameters parameters) {
        return ParticleVariant.of(parameters) == ParticleVariant.OVERTHINK && ParticleVariant.anneals(parameters)
                ? Optional.of(new Law.Particles(
                        parameters.choice("weights").equals("incremental"),
                        ParticleVariant.annealing(parameters),
                        parameters.choice("when").equals("every-step")
                                && Resampler.Scheme.of(parameters) == Resampler.Scheme.MULTINOMIAL,
                        switch (Selection.of(parameters)) {
                            case ARGMAX -> Law.Particles.Select.BEST;
                            case SAMPLE -> Law.Particles.Select.DRAWN;
                            case VOTE -> Law.Particles.Select.VOTE;
                        }))
                : Optional.empty();
    }
}
