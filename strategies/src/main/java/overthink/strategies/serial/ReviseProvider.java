package overthink.strategies.serial;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import overthink.core.api.Capability;
import overthink.core.api.Law;
import overthink.core.api.ParameterSpec;
import overthink.core.api.Parameters;
import overthink.core.api.Strategy;
import overthink.core.api.StrategyProvider;

/** Introduces {@link Revise} as {@code revise}. */
public final class ReviseProvider implements StrategyProvider {

    /** How many candidates a chain has at most. */
    static ParameterSpec most() {
        return ParameterSpec.integer(
                "most", 0, 0, Integer.MAX_VALUE, "the most candidates of the chain; 0 for all that the budget pays");
    }

    /** What a chain of so many candidates at most is in a law. */
    static long most(Parameters parameters) {
        long most = parameters.integer("most");
        return most == 0 ? Law.UNBOUNDED : most;
    }

    @Override
    public String name() {
        return "revise";
    }

    @Override
    public String summary() {
        return "One chain of revisions; the last, the most frequent or the best of it answers.";
    }

    @Override
    public List<ParameterSpec> parameters() {
        return List.of(
                ChainChoice.By.parameter(
                        "select", "which of the chain answers: the last, the most frequent answer, the highest score"),
                ParameterSpec.flag("tell", false, "whether each candidate is told to be wrong before it is revised"),
                most());
    }

    @Override
    public Strategy create(Parameters parameters) {
        return new Revise(
                ChainChoice.By.of(parameters, "select"), parameters.flag("tell"), parameters.intValue("most"));
    }

    @Override
    public boolean anytime(Parameters parameters) {
        return true;
    }

    @Override
    public Set<Capability> needs(Parameters parameters) {
        return switch (ChainChoice.By.of(parameters, "select")) {
            case LAST -> Set.of(Capability.CHAIN);
            case VOTE -> Set.of(Capability.CHAIN, Capability.ANSWERS);
            case BEST -> Set.of(Capability.CHAIN, Capability.OUTCOME_VERIFIER);
        };
    }

    @Override
    public Optional<Law> law(Parameters parameters) {
        return ChainChoice.By.of(parameters, "select") == ChainChoice.By.LAST
                ? Optional.of(new Law.Revised(parameters.flag("tell"), most(parameters)))
                : Optional.empty();
    }
}
