package overthink.scenarios.command.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import overthink.core.api.Resource;
import overthink.core.api.StrategyProvider;
import overthink.core.experiment.Charges;
import overthink.core.experiment.ConfiguredStrategy;
import overthink.core.experiment.Experiment;
import overthink.scenarios.analysis.plan.Objective;
import overthink.scenarios.analysis.plan.Requirement;

/** Resources that nothing costs. */
final class IdleResources {

    private IdleResources() {}

    /** Whether what some of these strategies do costs a resource. */
    static boolean bound(List<ConfiguredStrategy> strategies, Experiment experiment, Resource resource) {
        Charges charges = new Charges(experiment.world());
        return strategies.stream().anyMatch(strategy -> charges.bound(strategy, resource));
    }

    /** Adds caps on what nothing costs, and an objective of it, to {@code problems}. */
    static void refuse(
            Experiment experiment,
            List<StrategyProvider> further,
            List<Requirement> requirements,
            Objective objective,
            List<String> problems) {
        Set<Resource> asked = new TreeSet<>();
        requirements.stream()
                .filter(Requirement.Cap.class::isInstance)
                .forEach(cap -> asked.add(((Requirement.Cap) cap).resource()));
        if (!objective.most()) {
            asked.add(Resource.valueOf(objective.quantity().name()));
        }
        List<ConfiguredStrategy> all = new ArrayList<>(experiment.strategies());
        further.forEach(provider -> all.add(ConfiguredStrategy.of(provider, Map.of())));
        for (Resource resource : asked) {
            if (!bound(all, experiment, resource)) {
                List<String> missing = new Charges(experiment.world()).missing(all.get(0), resource);
                problems.add("%s: nothing that these strategies do costs any %s, so that it decides nothing.%s"
                        .formatted(
                                objective.most() || !objective.equals(Objective.least(resource))
                                        ? "--max-" + resource.label()
                                        : "--minimise " + resource.label(),
                                resource.label(),
                                missing.isEmpty()
                                        ? ""
                                        : " What makes it cost: %s".formatted(String.join(", ", missing))));
            }
        }
    }
}
