package overthink.strategies.selection;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import overthink.core.api.Capability;
import overthink.core.api.ParameterSpec;
import overthink.core.api.Parameters;
import overthink.core.api.Strategy;
import overthink.core.api.StrategyProvider;

/** Introduces {@link Tournament} as {@code tournament}. */
public final class TournamentProvider implements StrategyProvider {

    @Override
    public String name() {
        return "tournament";
    }

    @Override
    public String summary() {
        return "Candidates meet in pairs before a judge; the winner of a knockout or round-robin is the answer.";
    }

    @Override
    public List<ParameterSpec> parameters() {
        return List.of(
                ParameterSpec.choice(
                        "kind",
                        List.of("knockout", "round-robin"),
                        "single elimination with N - 1 matches, or all N(N - 1)/2 pairs"),
                ParameterSpec.choice(
                        "orders",
                        List.of("one", "both"),
                        "whether a match is one call with the earlier candidate named first, or one in each order"),
                ParameterSpec.integer(
                        "calls",
                        1,
                        1,
                        1_000,
                        "verdicts of a match in each order; the most win, and a coin an even split"));
    }

    @Override
    public Strategy create(Parameters parameters) {
        return new Tournament(
                Tournament.Kind.valueOf(
                        parameters.choice("kind").toUpperCase(Locale.ROOT).replace('-', '_')),
                parameters.choice("orders").equals("both"),
                parameters.intValue("calls"));
    }

    @Override
    public Set<Capability> needs(Parameters parameters) {
        return Set.of(Capability.JUDGE);
    }
}
