package overthink.scenarios.analysis.plan;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import overthink.core.api.Resource;
import overthink.core.api.StrategyProvider;
import overthink.core.estimate.Utility;
import overthink.core.experiment.Execution;
import overthink.core.experiment.Experiment;
import overthink.core.experiment.Progress;
import overthink.scenarios.document.Scenario;
import overthink.scenarios.document.ScenarioReader;
import overthink.scenarios.plugins.StrategyCatalog;

/** Makes plans of scenarios' texts. */
final class Plans {

    static final StrategyCatalog CATALOG = StrategyCatalog.load(List.of());

    private Plans() {}

    static Scenario scenario(Path folder, String text) {
        try {
            return new ScenarioReader(CATALOG).read(Files.writeString(folder.resolve("planned.yaml"), text), List.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static PlanQuestion question(Experiment experiment, Objective objective, Requirement... requirements) {
        return new PlanQuestion(
                experiment, objective, List.of(requirements), List.of(), false, false, Optional.empty());
    }

    static PlanQuestion withFlips(Experiment experiment, Objective objective, Requirement... requirements) {
        return new PlanQuestion(experiment, objective, List.of(requirements), List.of(), false, true, Optional.empty());
    }

    static PlanQuestion with(Experiment experiment, List<StrategyProvider> further, Requirement... requirements) {
        return new PlanQuestion(
                experiment, Objective.ACCURACY, List.of(requirements), further, false, false, Optional.empty());
    }

    static Plan plan(PlanQuestion question) {
        return new Planner(question, CATALOG, new Execution(2, Execution.PATIENCE, Progress.SILENT), stage -> {})
                .plan();
    }

    static Objective wrongCosts(double worth) {
        return Objective.utility(new Utility(1, 0 - worth, 0, Map.of()));
    }

    static Requirement.Cap cap(Resource resource, double limit) {
        return new Requirement.Cap(resource, Rank.MEAN, limit);
    }

    static Entrant chosen(Plan plan) {
        return plan.choice().chosen().orElseThrow();
    }
}
