package overthink.strategies.reading;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import overthink.core.api.Capability;
import overthink.core.api.ParameterSpec;
import overthink.core.api.Parameters;
import overthink.core.api.Strategy;
import overthink.core.api.StrategyProvider;
import overthink.strategies.voting.CandidateChoice;

/** Introduces {@link RetrieveThenRead} as {@code retrieve-then-read}. */
public final class RetrieveThenReadProvider implements StrategyProvider {

    @Override
    public String name() {
        return "retrieve-then-read";
    }

    @Override
    public String summary() {
        return "Reads documents and demonstrations once, and samples side by side.";
    }

    @Override
    public List<ParameterSpec> parameters() {
        return List.of(
                ParameterSpec.integer("documents", 8, 0, 1_000_000, "how many documents are read"),
                ParameterSpec.integer("demonstrations", 0, 0, 1_000_000, "how many demonstrations are shown"),
                CandidateChoice.By.parameter());
    }

    @Override
    public Strategy create(Parameters parameters) {
        return new RetrieveThenRead(
                parameters.intValue("documents"),
                parameters.intValue("demonstrations"),
                CandidateChoice.By.of(parameters));
    }

    @Override
    public boolean anytime(Parameters parameters) {
        return true;
    }

    @Override
    public Set<Capability> needs(Parameters parameters) {
        return EnumSet.of(Capability.READING, CandidateChoice.By.of(parameters).needs());
    }
}
