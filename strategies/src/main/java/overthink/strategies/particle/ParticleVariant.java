package overthink.strategies.particle;

import java.util.List;
import java.util.Locale;
import overthink.core.api.Law;
import overthink.core.api.ParameterSpec;
import overthink.core.api.Parameters;
import overthink.core.api.Strategy;
import overthink.core.api.StrategyProvider;

/** Whose definition of a particle method runs, and the parameters that the methods share. */
enum ParticleVariant {
    OVERTHINK,
    ITS_HUB,
    PROBABILISTIC_INFERENCE_SCALING;

    /** The length at which probabilistic-inference-scaling stops a particle. */
    private static final int STEPS_OF_PROBABILISTIC_INFERENCE_SCALING = 40;

    static ParameterSpec parameter() {
        return ParameterSpec.choice(
                "variant",
                List.of("overthink", "its-hub", "probabilistic-inference-scaling"),
                "whose definition: this project's, or that of the tool named");
    }

    static ParameterSpec temperature() {
        return ParameterSpec.real(
                "temperature",
                1,
                1e-6,
                1e6,
                "weights are odds to the power 1/temperature: near 0 the best score takes all, high is no resampling by"
                        + " score");
    }

    static ParameterSpec finalTemperature() {
        return ParameterSpec.real(
                "final-temperature",
                0,
                0,
                1e6,
                "where the temperature ends after annealing-steps; 0 leaves it where it is");
    }

    static ParameterSpec annealingSteps() {
        return ParameterSpec.integer(
                "annealing-steps",
                0,
                0,
                1_000_000,
                "steps in which the temperature goes in a straight line to final-temperature");
    }

    static ParameterSpec resampleInactive() {
        return ParameterSpec.flag(
                "resample-inactive",
                true,
                "probabilistic-inference-scaling: whether finished particles take part in the resampling");
    }

    static ParameterSpec maxSteps() {
        return ParameterSpec.integer(
                "max-steps",
                0,
                0,
                1_000_000,
                "its-hub: the length above which a particle is not extended, 0 for none;"
                        + " probabilistic-inference-scaling: the length at which one stops, 0 for the tool's 40");
    }

    static ParticleVariant of(Parameters parameters) {
        return valueOf(parameters.choice("variant").toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /** Whether the parameters of the temperature belong together. */
    static boolean anneals(Parameters parameters) {
        return (parameters.real("final-temperature") == 0) == (parameters.intValue("annealing-steps") == 0);
    }

    static Law.Annealing annealing(Parameters parameters) {
        double start = parameters.real("temperature");
        double end = parameters.real("final-temperature");
        int steps = parameters.intValue("annealing-steps");
        if (!anneals(parameters)) {
            throw new IllegalArgumentException(
                    "final-temperature (%s) and annealing-steps (%d) belong together; both are 0 or neither"
                            .formatted(end, steps));
        }
        if (end > 0 && end < 1e-6) {
            throw new IllegalArgumentException("final-temperature must be 0 or at least 1e-6, not " + end);
        }
        return end == 0 ? Law.Annealing.constant(start) : new Law.Annealing(start, end, steps);
    }

    static Strategy itsHub(
            String strategy, Parameters parameters, StrategyProvider provider, int iterations, int references) {
        ITS_HUB.refuse(
                strategy,
                parameters,
                provider,
                "temperature",
                "final-temperature",
                "annealing-steps",
                "resample-inactive");
        Selection selection = Selection.of(parameters);
        if (selection == Selection.VOTE) {
            throw new IllegalArgumentException(
                    strategy + ": variant its-hub selects by argmax or sample, not vote. Maybe select: sample.");
        }
        return new ItsHubParticles(iterations, references, parameters.intValue("max-steps"), selection);
    }

    static Strategy probabilisticInferenceScaling(Parameters parameters, int iterations) {
        int maxSteps = parameters.intValue("max-steps");
        return new ProbabilisticInferenceScaling(
                iterations,
                parameters.flag("resample-inactive"),
                annealing(parameters),
                maxSteps == 0 ? STEPS_OF_PROBABILISTIC_INFERENCE_SCALING : maxSteps,
                Selection.of(parameters));
    }

    /**
     * Checks that parameters which mean nothing to this variant are left at their defaults.
     *
     * @throws IllegalArgumentException naming the first that is not
     */
    void refuse(String strategy, Parameters parameters, StrategyProvider provider, String... names) {
        for (ParameterSpec spec : provider.parameters()) {
            Object value = parameters.asMap().get(spec.name());
            if (List.of(names).contains(spec.name()) && !spec.defaultValue().equals(value)) {
                throw new IllegalArgumentException("%s: %s (%s) has no meaning in variant %s. Leave it out."
                        .formatted(strategy, spec.name(), value, parameters.choice("variant")));
            }
        }
    }
}
