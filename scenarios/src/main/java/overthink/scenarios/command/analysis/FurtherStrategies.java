package overthink.scenarios.command.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import overthink.core.api.StrategyProvider;
import overthink.core.experiment.ConfiguredStrategy;
import overthink.core.experiment.Experiment;
import overthink.scenarios.plugins.StrategyCatalog;
import overthink.scenarios.text.NearestName;
import picocli.CommandLine.Option;

/** Which strategies are looked at beside the scenario's. */
final class FurtherStrategies {

    private static final String ALL = "all";

    @Option(
            names = "--strategies",
            paramLabel = "all|NAME,...",
            split = ",",
            description = "Beside the scenario's strategies also look at these, or all that the world can run, and at"
                    + " values of their parameters.")
    private List<String> strategies = new ArrayList<>();

    /** These, of a catalog, as far as the world of an experiment can run them; what is wrong is added to {@code problems}. */
    List<StrategyProvider> find(StrategyCatalog catalog, Experiment experiment, List<String> problems) {
        if (strategies.contains(ALL)) {
            if (strategies.size() > 1) {
                problems.add("--strategies: all are all: no name beside it");
            }
            return catalog.all().stream()
                    .filter(provider -> lack(provider, experiment).isEmpty())
                    .toList();
        }
        List<StrategyProvider> found = new ArrayList<>();
        for (String name : strategies) {
            Optional<StrategyProvider> provider = catalog.find(name.strip());
            if (provider.isEmpty()) {
                problems.add("--strategies: there is no strategy '%s'; there are: %s%s"
                        .formatted(
                                name.strip(),
                                String.join(", ", catalog.names()),
                                NearestName.to(name.strip(), catalog.names())
                                        .map(". Maybe: "::concat)
                                        .orElse("")));
                continue;
            }
            lack(provider.get(), experiment).ifPresent(reason -> problems.add("--strategies: " + reason));
            found.add(provider.get());
        }
        return found;
    }

    private static Optional<String> lack(StrategyProvider provider, Experiment experiment) {
        return ConfiguredStrategy.of(provider, Map.of()).refusal(experiment.world());
    }
}
