package overthink.strategies.particle;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import overthink.core.api.Capability;
import overthink.core.api.ParameterSpec;
import overthink.core.api.Parameters;
import overthink.core.api.Strategy;
import overthink.core.api.StrategyProvider;

/** Introduces {@link FeynmanKac} as {@code feynman-kac}. */
public final class FeynmanKacProvider implements StrategyProvider {

    @Override
    public String name() {
        return "feynman-kac";
    }

    @Override
    public String summary() {
        return "N particles steered by potentials of their process scores towards the odds of the last one.";
    }

    @Override
    public List<ParameterSpec> parameters() {
        return List.of(
                ParameterSpec.choice(
                        "potential",
                        List.of("difference", "max", "sum"),
                        "what a step's weight grows with: the rise of the score, its maximum so far, or its sum"),
                ParameterSpec.choice(
                        "reward",
                        List.of("probability", "score"),
                        "what potentials are of: the probability that a score stands for, or the score itself"),
                ParameterSpec.real(
                        "lambda",
                        10,
                        0,
                        1000,
                        "paths come up in proportion to the exponential of lambda times the last score"),
                Resampler.Scheme.parameter(),
                ParameterSpec.integer(
                        "interval",
                        0,
                        0,
                        1_000_000,
                        "resample at every so-many-th step; 0 for when the weights are uneven"),
                ParameterSpec.real(
                        "ess-threshold",
                        0.5,
                        0,
                        1,
                        "with interval: 0, resample when the effective sample size is below this part of the particles"),
                Selection.parameter());
    }

    @Override
    public Strategy create(Parameters parameters) {
        int interval = parameters.intValue("interval");
        double threshold = parameters.real("ess-threshold");
        if (interval > 0 && threshold != 0.5) {
            throw new IllegalArgumentException(
                    "feynman-kac: ess-threshold (%s) has a meaning with interval: 0 only. Maybe interval: 0."
                            .formatted(threshold));
        }
        return new FeynmanKac(
                FeynmanKac.Potential.valueOf(parameters.choice("potential").toUpperCase(Locale.ROOT)),
                parameters.choice("reward").equals("score"),
                parameters.real("lambda"),
                Resampler.Scheme.of(parameters),
                interval,
                threshold,
                Selection.of(parameters));
    }

    @Override
    public Set<Capability> needs(Parameters parameters) {
        return Set.of(Capability.STEPS, Capability.PROCESS_VERIFIER);
    }
}
