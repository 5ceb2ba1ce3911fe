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

/** Introduces {@link UntilFinished} with a policy that is told to wait as {@code budget-forcing}. */
public final class BudgetForcingProvider implements StrategyProvider {

    @Override
    public String name() {
        return "budget-forcing";
    }

    @Override
    public String summary() {
        return "One chain, cut where the budget ends; whenever the policy considers it done it is told to wait.";
    }

    @Override
    public List<ParameterSpec> parameters() {
        return List.of(
                ParameterSpec.integer(
                        "waits",
                        0,
                        0,
                        Integer.MAX_VALUE,
                        "how many times a policy that is done is told to wait; 0 for always"),
                ReviseProvider.most());
    }

    @Override
    public Strategy create(Parameters parameters) {
        int waits = parameters.intValue("waits");
        return new UntilFinished(parameters.intValue("most"), waits == 0 ? Integer.MAX_VALUE : waits);
    }

    @Override
    public boolean anytime(Parameters parameters) {
        return true;
    }

    @Override
    public Set<Capability> needs(Parameters parameters) {
        return Set.of(Capability.CHAIN);
    }

    /** A chain that is never left alone is one of revisions. */
    @Override
    public Optional<Law> law(Parameters parameters) {
        return parameters.integer("waits") == 0
                ? Optional.of(new Law.Revised(false, ReviseProvider.most(parameters)))
                : Optional.empty();
    }
}
