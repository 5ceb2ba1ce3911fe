package overthink.strategies.decomposition;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import overthink.core.api.Capability;
import overthink.core.api.Law;
import overthink.core.api.ParameterSpec;
import overthink.core.api.Parameters;
import overthink.core.api.Strategy;
import overthink.core.api.StrategyProvider;

/** Introduces {@link Atoms} as {@code atoms}. */
public final class AtomsProvider implements StrategyProvider {

    @Override
    public String name() {
        return "atoms";
    }

    @Override
    public String summary() {
        return "The first parts are contracted into the question that is left, and what is left is solved.";
    }

    @Override
    public List<ParameterSpec> parameters() {
        return List.of(
                ParameterSpec.integer(
                        "merges", 0, 0, 1_000_000, "contractions of one solution; 0 for all parts but one"),
                ParameterSpec.choice(
                        "select",
                        List.of("first", "vote"),
                        "whether one solution answers, or as many as the budget pays for vote"));
    }

    private static long merges(Parameters parameters) {
        long merges = parameters.integer("merges");
        return merges == 0 ? Law.UNBOUNDED : merges;
    }

    private static boolean votes(Parameters parameters) {
        return parameters.choice("select").equals("vote");
    }

    @Override
    public Strategy create(Parameters parameters) {
        return new Atoms(merges(parameters), votes(parameters));
    }

    @Override
    public boolean anytime(Parameters parameters) {
        return true;
    }

    @Override
    public Set<Capability> needs(Parameters parameters) {
        return Set.of(Capability.PARTS, Capability.STEPS, Capability.ANSWERS);
    }

    @Override
    public Optional<Law> law(Parameters parameters) {
        return votes(parameters) ? Optional.empty() : Optional.of(new Law.Contracted(merges(parameters)));
    }
}
