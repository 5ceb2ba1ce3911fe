package overthink.strategies.decomposition;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import overthink.core.api.Capability;
import overthink.core.api.Law;
import overthink.core.api.ParameterSpec;
import overthink.core.api.Parameters;
import overthink.core.api.Strategy;
import overthink.core.api.StrategyProvider;

/** Introduces {@link SolveParts} as {@code solve-parts}. */
public final class SolvePartsProvider implements StrategyProvider {

    @Override
    public String name() {
        return "solve-parts";
    }

    @Override
    public String summary() {
        return "Attempts at each part, those that are ready side by side; one is chosen and read by the parts that wait.";
    }

    @Override
    public List<ParameterSpec> parameters() {
        return List.of(
                ParameterSpec.choice(
                        "select",
                        List.of("vote", "best", "first"),
                        "which attempt at a part is chosen: of the answer that most give, of the best process score, or the only one"));
    }

    private static Law.PartChoice choice(Parameters parameters) {
        return Law.PartChoice.valueOf(parameters.choice("select").toUpperCase(Locale.ROOT));
    }

    @Override
    public Strategy create(Parameters parameters) {
        return new SolveParts(choice(parameters));
    }

    @Override
    public boolean anytime(Parameters parameters) {
        return false;
    }

    @Override
    public Set<Capability> needs(Parameters parameters) {
        return choice(parameters) == Law.PartChoice.BEST
                ? Set.of(Capability.PARTS, Capability.PROCESS_VERIFIER)
                : Set.of(Capability.PARTS);
    }

    @Override
    public Optional<Law> law(Parameters parameters) {
        return Optional.of(new Law.InParts(choice(parameters)));
    }
}
