package overthink.scenarios.analysis.sweep;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import overthink.core.api.Capability;
import overthink.core.api.Parameters;
import overthink.core.experiment.ConfiguredStrategy;
import overthink.core.experiment.Experiment;
import overthink.scenarios.document.ScenarioPoint;

/**
 * One strategy at one point, or at several that are alike for it: what is run at once.
 *
 * @param number from 0
 * @param experiment of the strategy alone
 * @param play the number of the first unit with the same trials
 */
record Unit(int number, Experiment experiment, int play) {

    /** Strategies of which it is known that no price changes what they do, nor a verifier that they do not need. */
    private static final String OWN = "overthink.strategies.";

    private static final Set<Capability> VERIFIERS = Set.of(
            Capability.OUTCOME_VERIFIER, Capability.PROCESS_VERIFIER, Capability.BOOLEAN_VERIFIER, Capability.JUDGE);

    /** What a unit depends on. */
    private record Key(String setting, String strategy, Parameters parameters, Map<String, Object> given) {}

    /**
     * The units of some points.
     *
     * @param points for each point its units, in the order of its strategies
     * @param all in the order in which they are needed
     */
    record Plan(List<List<Unit>> points, List<Unit> all) {

        /** How many units have the same trials as a unit, itself included. */
        Map<Integer, Integer> sharing() {
            Map<Integer, Integer> sharing = new LinkedHashMap<>();
            all.forEach(unit -> sharing.merge(unit.play(), 1, Integer::sum));
            return sharing;
        }
    }

    /** Finds what the points have in common. */
    static Plan plan(List<ScenarioPoint> points) {
        Map<Key, Unit> units = new LinkedHashMap<>();
        Map<Key, Integer> plays = new LinkedHashMap<>();
        List<List<Unit>> byPoint = new ArrayList<>();
        for (ScenarioPoint point : points) {
            List<Unit> own = new ArrayList<>();
            for (ConfiguredStrategy strategy : point.experiment().strategies()) {
                Unit next = new Unit(
                        units.size(),
                        alone(point.experiment(), strategy),
                        plays.computeIfAbsent(key(playOf(point, strategy), strategy), key -> units.size()));
                own.add(units.computeIfAbsent(key(settingOf(point, strategy), strategy), key -> next));
            }
            byPoint.add(List.copyOf(own));
        }
        return new Plan(List.copyOf(byPoint), List.copyOf(units.values()));
    }

    private static String playOf(ScenarioPoint point, ConfiguredStrategy strategy) {
        return isOwn(strategy) ? point.play() : point.setting();
    }

    private static String settingOf(ScenarioPoint point, ConfiguredStrategy strategy) {
        boolean asks = strategy.needs().stream().anyMatch(VERIFIERS::contains);
        return isOwn(strategy) && !asks ? point.unverified() : point.setting();
    }

    private static boolean isOwn(ConfiguredStrategy strategy) {
        return strategy.provider().getClass().getName().startsWith(OWN);
    }

    private static Key key(String setting, ConfiguredStrategy strategy) {
        return new Key(setting, strategy.name(), strategy.parameters(), strategy.given());
    }

    private static Experiment alone(Experiment experiment, ConfiguredStrategy strategy) {
        return new Experiment(
                experiment.world(),
                experiment.budgets(),
                List.of(strategy),
                experiment.trials(),
                experiment.bins(),
                experiment.seed(),
                experiment.method(),
                experiment.utility(),
                experiment.observations());
    }
}
