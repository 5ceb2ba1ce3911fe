package overthink.scenarios.document.remark;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import overthink.core.api.Resource;
import overthink.core.estimate.Row;
import overthink.core.experiment.Budgets;
import overthink.core.experiment.Charges;
import overthink.core.experiment.ConfiguredStrategy;
import overthink.core.experiment.Experiment;
import overthink.core.model.World;

/** Which strategies a budget does not bound, because nothing that they do costs any of its resource. */
public final class BudgetRemarks {

    /** Means of what is spent, and what they are compared with, are rounded. */
    private static final double ROUNDING = 1e-9;

    private final Resource resource;
    private final long generations;
    private final int strategies;
    private final List<String> free = new ArrayList<>();
    private final Set<String> missing = new LinkedHashSet<>();

    /** Of an experiment. */
    public BudgetRemarks(Experiment experiment) {
        this(experiment.world(), experiment.budgets(), experiment.strategies());
    }

    /** Remarks on the budgets of strategies in a world. */
    public BudgetRemarks(World world, Budgets budgets, List<ConfiguredStrategy> strategies) {
        resource = budgets.resource();
        generations = budgets.generations();
        this.strategies = strategies.size();
        Charges charges = new Charges(world);
        for (ConfiguredStrategy strategy : strategies) {
            if (!charges.bound(strategy, resource)) {
                free.add(named(strategy));
                missing.addAll(charges.missing(strategy, resource));
            }
        }
    }

    private static String named(ConfiguredStrategy strategy) {
        return strategy.given().isEmpty() ? strategy.name() : strategy.name() + " " + strategy.given();
    }

    /** Why the budgets bound nothing at all; empty when they bound some strategy. */
    public Optional<String> obstacle() {
        if (free.size() < strategies) {
            return Optional.empty();
        }
        return Optional.of(
                resource == Resource.VERIFIER_CALLS
                        ? "a budget in verifier-calls bounds nothing here: no strategy calls a verifier"
                        : "a budget in %s bounds nothing here: nothing that a strategy does costs any. What makes it cost: %s"
                                .formatted(resource.label(), String.join(", ", missing)));
    }

    /** What to beware of. */
    public List<String> cautions() {
        if (free.isEmpty()) {
            return List.of();
        }
        String keys = missing.isEmpty() ? "" : " What makes it cost: %s.".formatted(String.join(", ", missing));
        return List.of(
                ("budgets: nothing that %s %s costs any %s, so that no budget here bounds it; budgets.generations does,"
                                + " which is %,d.%s")
                        .formatted(
                                String.join(", ", free),
                                free.size() == 1 ? "does" : "do",
                                resource.label(),
                                generations,
                                keys));
    }

    /** Which rows' spending was bounded by the generations beside the budget, in one sentence; empty when none was. */
    public String bounded(List<Row> rows) {
        if (resource == Resource.GENERATIONS || resource == Resource.STEPS) {
            return "";
        }
        Set<String> names = new LinkedHashSet<>();
        for (Row row : rows) {
            if (row.cost().generations() >= generations * (1 - ROUNDING)
                    && row.cost().of(resource) < row.budget() * (1 - ROUNDING)) {
                names.add(row.strategy());
            }
        }
        return names.isEmpty()
                ? ""
                : "%s came to the %,d generations of budgets.generations before some budget in %s was spent."
                        .formatted(String.join(", ", names), generations, resource.label());
    }
}
