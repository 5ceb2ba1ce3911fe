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

/** Introduces {@link IterativeRetrieval} as {@code iterative-retrieval}. */
public final class IterativeRetrievalProvider implements StrategyProvider {

    @Override
    public String name() {
        return "iterative-retrieval";
    }

    @Override
    public String summary() {
        return "Reads more documents before each candidate, round by round.";
    }

    @Override
    public List<ParameterSpec> parameters() {
        return List.of(
                ParameterSpec.integer("documents", 4, 0, 10_000, "how many more documents each round reads"),
                ParameterSpec.integer("demonstrations", 0, 0, 1_000_000, "how many demonstrations are shown"),
                ParameterSpec.integer(
                        "rounds", 4, 1, 100, "after how many rounds it begins anew with the first documents"),
                ParameterSpec.flag(
                        "until-accepted",
                        false,
                        "whether it ends with the first outcome score above 0; with select: best"),
                CandidateChoice.By.parameter());
    }

    /** Makes it; refuses to look for acceptance where no scores are asked for. */
    @Override
    public Strategy create(Parameters parameters) {
        CandidateChoice.By by = CandidateChoice.By.of(parameters);
        boolean stops = parameters.flag("until-accepted");
        if (stops && by == CandidateChoice.By.VOTE) {
            throw new IllegalArgumentException(
                    "iterative-retrieval: until-accepted (true) needs scores. Maybe select: best.");
        }
        return new IterativeRetrieval(
                parameters.intValue("documents"),
                parameters.intValue("demonstrations"),
                parameters.intValue("rounds"),
                stops,
                by);
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
