package overthink.strategies.search;

import java.util.List;
import java.util.Set;
import overthink.core.api.Capability;
import overthink.core.api.ParameterSpec;
import overthink.core.api.Parameters;
import overthink.core.api.Strategy;
import overthink.core.api.StrategyProvider;

/** Introduces {@link Rebase} as {@code rebase}. */
public final class RebaseProvider implements StrategyProvider {

    @Override
    public String name() {
        return "rebase";
    }

    @Override
    public String summary() {
        return "A width shared at each depth in balance with the process scores; finished solutions lower it.";
    }

    @Override
    public List<ParameterSpec> parameters() {
        return List.of(
                ParameterSpec.real(
                        "temperature",
                        0.2,
                        1e-3,
                        1e6,
                        "shares grow with the exponential of the score by this temperature"),
                ParameterSpec.real(
                        "truncation",
                        1,
                        1e-6,
                        1,
                        "the part of the solutions, rounded up, that may have children, best first"),
                ParameterSpec.integer(
                        "max-depth",
                        0,
                        0,
                        1_000_000,
                        "the depth at which no solution gets children any more, 0 for none; 25 in"
                                + " the authors' code"),
                ParameterSpec.choice(
                        "arithmetic",
                        List.of("exact", "float32"),
                        "shares that keep to the width, or those of the authors' code, whose sum can exceed it"));
    }

    @Override
    public Strategy create(Parameters parameters) {
        double temperature = parameters.real("temperature");
        boolean exact = parameters.choice("arithmetic").equals("exact");
        if (!exact && temperature < 1 / SingleExponential.GREATEST) {
            throw new IllegalArgumentException(
                    "rebase: with arithmetic: float32 the temperature (%s) must be at least %.4f, below which shares overflow."
                            .formatted(temperature, 1 / SingleExponential.GREATEST));
        }
        return new Rebase(
                temperature,
                parameters.real("truncation"),
                parameters.intValue("max-depth"),
                exact ? Rebase.Arithmetic.EXACT : Rebase.Arithmetic.FLOAT32);
    }

    @Override
    public Set<Capability> needs(Parameters parameters) {
        return Set.of(Capability.STEPS, Capability.PROCESS_VERIFIER);
    }
}
