package overthink.scenarios.explore;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import overthink.core.api.Capability;
import overthink.core.api.NamedPart;
import overthink.core.estimate.Row;
import overthink.core.experiment.ConfiguredStrategy;
import overthink.core.experiment.Execution;
import overthink.core.experiment.Experiment;
import overthink.core.model.SyntheticWorld;
import overthink.core.run.Simulator;

/**
 * Rows that mathematics knows, kept while nothing moves that they follow from: those of a strategy that asks no verifier hold
 * whatever the verifiers of a world of declared laws are. Not for two threads.
 */
final class ExactRows {

    /** So many strategies' are kept. */
    private static final int MOST = 24;

    private static final Set<Capability> VERIFIERS = EnumSet.of(
            Capability.OUTCOME_VERIFIER,
            Capability.BOOLEAN_VERIFIER,
            Capability.PROCESS_VERIFIER,
            Capability.VERIFIERS,
            Capability.JUDGE);

    private final Map<List<Object>, List<Row>> kept = new LinkedHashMap<>();
    private int solved;

    /** The rows of all strategies of an experiment, in their order; fewer when it is stopped. */
    List<Row> of(Experiment experiment, Execution execution) {
        List<ConfiguredStrategy> unknown = experiment.strategies().stream()
                .filter(strategy -> !kept.containsKey(key(experiment, strategy)))
                .toList();
        List<Row> fresh = unknown.isEmpty()
                ? List.of()
                : Simulator.run(with(experiment, unknown), execution).rows();
        boolean whole = !execution.stop().getAsBoolean();
        List<Row> rows = new ArrayList<>();
        for (ConfiguredStrategy strategy : experiment.strategies()) {
            List<Object> key = key(experiment, strategy);
            List<Row> known = kept.remove(key);
            if (known == null) {
                known = fresh.stream().filter(row -> isOf(row, strategy)).toList();
                solved += whole ? 1 : 0;
            }
            rows.addAll(known);
            if (whole && experiment.world() instanceof SyntheticWorld) {
                kept.put(key, known);
            }
        }
        List<List<Object>> keys = List.copyOf(kept.keySet());
        keys.subList(0, Math.max(0, keys.size() - MOST)).forEach(kept::remove);
        return rows;
    }

    /** How often a strategy's rows were worked out. */
    int solved() {
        return solved;
    }

    /** Whether a row is a strategy's. */
    static boolean isOf(Row row, ConfiguredStrategy strategy) {
        return row.strategy().equals(strategy.name()) && row.parameters().equals(strategy.given());
    }

    /** An experiment with some of its strategies alone. */
    static Experiment with(Experiment all, List<ConfiguredStrategy> strategies) {
        return ExploreRun.with(all, all.world(), strategies, all.trials());
    }

    /** What a strategy's rows follow from. */
    private static List<Object> key(Experiment experiment, ConfiguredStrategy strategy) {
        return List.of(
                strategy.name(),
                strategy.given(),
                seen(experiment, strategy),
                experiment.budgets(),
                experiment.bins(),
                experiment.seed(),
                experiment.method(),
                experiment.utility());
    }

    private static Object seen(Experiment experiment, ConfiguredStrategy strategy) {
        boolean judged = strategy.needs().stream().anyMatch(VERIFIERS::contains)
                || strategy.names().stream().anyMatch(name -> name.part() == NamedPart.Part.VERIFIER);
        return experiment.world() instanceof SyntheticWorld world && !judged
                ? List.of(
                        world.problems(),
                        world.policy(),
                        world.ensemble(),
                        Optional.ofNullable(world.signal()),
                        world.payees())
                : experiment.world();
    }
}
