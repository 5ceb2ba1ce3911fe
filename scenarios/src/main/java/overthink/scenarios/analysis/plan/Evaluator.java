package overthink.scenarios.analysis.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import overthink.core.estimate.Row;
import overthink.core.estimate.Sample;
import overthink.core.estimate.Utility;
import overthink.core.experiment.Budgets;
import overthink.core.experiment.ConfiguredStrategy;
import overthink.core.experiment.Execution;
import overthink.core.experiment.Experiment;
import overthink.core.experiment.MethodChoice;
import overthink.core.experiment.Observation;
import overthink.core.experiment.TrialPlan;
import overthink.core.fault.Fault;
import overthink.core.model.World;
import overthink.core.results.Results;
import overthink.core.run.Simulator;

/**
 * Runs configurations in one world with one seed: exact where that applies, else by trials whose numbers, and so whose
 * candidates, are the same for all of them.
 */
final class Evaluator {

    private final Experiment experiment;
    private final Execution execution;
    private final Optional<Utility> utility;
    private final List<Requirement.Cap> quantiles;
    private final Set<String> stopped = new LinkedHashSet<>();

    /**
     * An evaluator.
     *
     * @param experiment the world, the bins and the seed; the resource of the budgets
     * @param utility what answers are worth, where that is asked
     * @param quantiles caps on quantiles, which are then looked at; none where nobody asks
     */
    Evaluator(Experiment experiment, Optional<Utility> utility, List<Requirement.Cap> quantiles, Execution execution) {
        this.experiment = experiment;
        this.utility = utility;
        this.quantiles = List.copyOf(quantiles);
        this.execution = execution;
    }

    /** This evaluator in another world. */
    Evaluator in(World world) {
        Experiment other = new Experiment(
                world,
                experiment.budgets(),
                experiment.strategies(),
                experiment.trials(),
                experiment.bins(),
                experiment.seed(),
                experiment.method());
        return new Evaluator(other, utility, quantiles, execution);
    }

    /** Whether the run was told to stop. */
    boolean interrupted() {
        return execution.stop().getAsBoolean();
    }

    Experiment experiment() {
        return experiment;
    }

    /** What happened to strategies that were stopped: they are no choice. */
    List<String> stopped() {
        return List.copyOf(stopped);
    }

    /** Whether a configuration can be run. */
    boolean possible(Configuration configuration, MethodChoice method) {
        Budgets budgets;
        try {
            budgets = budgets(Set.of(configuration.budget()));
        } catch (IllegalArgumentException outside) {
            return false;
        }
        return budgets.refusal(experiment.world()).isEmpty()
                && Simulator.method(experiment.world(), budgets, configuration.strategy(), method)
                        .isPresent();
    }

    /** What is known of configurations after so many trials on each problem, those whose strategy was stopped left out. */
    List<Entrant> run(Collection<Configuration> configurations, long trialsPerProblem) {
        return run(configurations, trialsPerProblem, experiment.method());
    }

    /** What is known of one configuration after as many trials as the experiment asks for; empty when it was stopped. */
    Optional<Entrant> alone(Configuration configuration) {
        return run(List.of(configuration), experiment.trials(), experiment.method()).stream()
                .findFirst();
    }

    private List<Entrant> run(Collection<Configuration> configurations, long trialsPerProblem, MethodChoice method) {
        return run(configurations, new TrialPlan.Count(Math.toIntExact(Math.max(1, trialsPerProblem))), method);
    }

    private List<Entrant> run(Collection<Configuration> configurations, TrialPlan trials, MethodChoice method) {
        Map<Set<Double>, List<ConfiguredStrategy>> jobs = new LinkedHashMap<>();
        byStrategy(configurations)
                .forEach((strategy, budgets) ->
                        jobs.computeIfAbsent(budgets, some -> new ArrayList<>()).add(strategy));
        Map<Configuration, Entrant> found = new LinkedHashMap<>();
        jobs.forEach((budgets, strategies) -> {
            Experiment one = new Experiment(
                    experiment.world(),
                    budgets(budgets),
                    strategies,
                    trials,
                    experiment.bins(),
                    experiment.seed(),
                    method);
            Results results =
                    Simulator.run(quantiles.isEmpty() ? one : one.observing(Set.of(Observation.QUANTILES)), execution);
            for (Fault fault : results.faults()) {
                stopped.add("%s%s was stopped: it %s"
                        .formatted(
                                fault.strategy(),
                                fault.parameters().isEmpty() ? "" : " " + fault.parameters(),
                                fault.message()));
            }
            collect(results, strategies, found);
        });
        if (method != MethodChoice.SIMULATED) {
            playUnknown(found, trials);
        }
        return configurations.stream()
                .distinct()
                .filter(found::containsKey)
                .map(found::get)
                .toList();
    }

    /** Takes quantiles that mathematics does not know from trials; all else stays as it is known. */
    private void playUnknown(Map<Configuration, Entrant> found, TrialPlan trials) {
        List<Configuration> unknown = found.values().stream()
                .filter(entrant -> quantiles.stream().anyMatch(cap -> Double.isNaN(cap.value(entrant.row()))))
                .map(Entrant::configuration)
                .filter(configuration -> possible(configuration, MethodChoice.SIMULATED))
                .toList();
        if (unknown.isEmpty()) {
            return;
        }
        for (Entrant played : run(unknown, trials, MethodChoice.SIMULATED)) {
            Entrant known = found.get(played.configuration());
            if (known != null) {
                found.put(known.configuration(), known.withQuantilesOf(played));
            }
        }
    }

    private static Map<ConfiguredStrategy, Set<Double>> byStrategy(Collection<Configuration> configurations) {
        Map<String, ConfiguredStrategy> one = new LinkedHashMap<>();
        Map<String, Set<Double>> budgets = new LinkedHashMap<>();
        for (Configuration configuration : configurations) {
            String key =
                    configuration.strategy().name() + configuration.strategy().parameters();
            one.putIfAbsent(key, configuration.strategy());
            budgets.computeIfAbsent(key, some -> new TreeSet<>()).add(configuration.budget());
        }
        Map<ConfiguredStrategy, Set<Double>> all = new LinkedHashMap<>();
        one.forEach((key, strategy) -> all.put(strategy, budgets.getOrDefault(key, Set.of())));
        return all;
    }

    private Budgets budgets(Set<Double> values) {
        Budgets given = experiment.budgets();
        return new Budgets(given.resource(), List.copyOf(new TreeSet<>(values)), given.generations());
    }

    /** Rows name what was stated of a strategy, which is the same for no two of an experiment. */
    private void collect(Results results, List<ConfiguredStrategy> strategies, Map<Configuration, Entrant> found) {
        Map<Configuration, Map<String, Row>> rows = new LinkedHashMap<>();
        Map<Configuration, Map<String, Sample>> samples = new LinkedHashMap<>();
        for (int i = 0; i < results.rows().size(); i++) {
            Row row = results.rows().get(i);
            Sample sample = results.samples().get(i);
            ConfiguredStrategy strategy = strategies.stream()
                    .filter(one ->
                            one.name().equals(row.strategy()) && one.given().equals(row.parameters()))
                    .findFirst()
                    .orElseThrow();
            Configuration configuration = new Configuration(strategy, row.budget());
            rows.computeIfAbsent(configuration, some -> new LinkedHashMap<>()).put(row.bin(), row);
            samples.computeIfAbsent(configuration, some -> new LinkedHashMap<>())
                    .put(
                            row.bin(),
                            utility.<Sample>map(worth -> new WorthSample(sample, worth))
                                    .orElse(sample));
        }
        rows.forEach((configuration, own) -> found.put(
                configuration, new Entrant(configuration, own, samples.getOrDefault(configuration, Map.of()))));
    }
}
