package overthink.scenarios.document.section;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import overthink.core.api.NamedPart;
import overthink.core.experiment.ConfiguredStrategy;
import overthink.core.model.World;
import overthink.core.run.Simulator;
import overthink.scenarios.document.form.Fields;
import overthink.scenarios.document.form.Key;
import overthink.scenarios.document.form.LocatedValue;
import overthink.scenarios.document.yaml.Node;

/** What the strategies of a scenario ask of one another, of its world and of its budgets. */
final class StrategyChecks {

    private final Key<World> world;
    private final Key<List<LocatedValue<ConfiguredStrategy>>> strategies;

    StrategyChecks(Key<World> world, Key<List<LocatedValue<ConfiguredStrategy>>> strategies) {
        this.world = world;
        this.strategies = strategies;
    }

    /** No strategy stands twice with the same parameters. */
    void differ(Fields fields) {
        List<LocatedValue<ConfiguredStrategy>> all = fields.get(strategies);
        for (int i = 0; i < all.size(); i++) {
            for (int j = 0; j < i; j++) {
                if (same(all.get(i).value(), all.get(j).value())) {
                    fields.spoil();
                    all.get(i)
                            .spot()
                            .report(
                                    all.get(i).node().place(),
                                    "%s stands here twice with the same parameters, first as strategies[%d]"
                                            .formatted(all.get(i).value().name(), j),
                                    "");
                    break;
                }
            }
        }
    }

    private static boolean same(ConfiguredStrategy one, ConfiguredStrategy other) {
        return one.name().equals(other.name()) && one.parameters().equals(other.parameters());
    }

    /** The world has what strategies need. */
    void haveWhatTheyNeed(Fields fields) {
        for (LocatedValue<ConfiguredStrategy> strategy : fields.get(strategies)) {
            strategy.value().refusal(fields.get(world)).ifPresent(reason -> {
                fields.spoil();
                strategy.spot().report(culprit(strategy, fields.get(world)).place(), reason, "");
            });
        }
    }

    /** What a refusal is about: the name that the world has not, where there is one, else the strategy. */
    private static Node culprit(LocatedValue<ConfiguredStrategy> strategy, World in) {
        return strategy.value()
                .unnamed(in)
                .flatMap(part -> naming(strategy.node(), part))
                .orElse(strategy.node());
    }

    /** Where a policy or verifier is named, in a key that is called so. */
    private static Optional<Node> naming(Node node, NamedPart part) {
        if (node instanceof Node.Items list) {
            return list.items().stream()
                    .flatMap(item -> naming(item, part).stream())
                    .findFirst();
        }
        if (!(node instanceof Node.Entries mapping)) {
            return Optional.empty();
        }
        return mapping.entries().stream()
                .flatMap(entry -> entry.name().equals(part.part().label())
                                || entry.name().equals(part.part().labels())
                        ? named(entry.value(), part)
                        : naming(entry.value(), part).stream())
                .findFirst();
    }

    private static Stream<Node> named(Node value, NamedPart part) {
        List<Node> names = value instanceof Node.Items list ? list.items() : List.of(value);
        return names.stream()
                .filter(node ->
                        node instanceof Node.Scalar scalar && scalar.text().equals(part.name()));
    }

    /** The numbers of each strategy can be found as they are to be. */
    void haveTheMethod(Fields fields) {
        for (LocatedValue<ConfiguredStrategy> strategy : fields.get(strategies)) {
            if (strategy.value().refusal(fields.get(world)).isEmpty()) {
                Simulator.refusal(
                                fields.get(world),
                                fields.get(ScenarioSections.BUDGETS),
                                strategy.value(),
                                fields.get(ScenarioSections.METHOD))
                        .ifPresent(reason -> {
                            fields.spoil();
                            strategy.spot().report(strategy.node().place(), reason, "");
                        });
            }
        }
    }
}
