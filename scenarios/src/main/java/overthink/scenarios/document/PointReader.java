package overthink.scenarios.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import overthink.core.api.Resource;
import overthink.core.experiment.Experiment;
import overthink.scenarios.document.form.KeyPath;
import overthink.scenarios.document.form.ReadValue;
import overthink.scenarios.document.form.ReadingContext;
import overthink.scenarios.document.section.ScenarioForm;
import overthink.scenarios.document.section.ScenarioForm.Content;
import overthink.scenarios.document.section.SweepPlan;
import overthink.scenarios.document.yaml.Assignment;
import overthink.scenarios.document.yaml.Node;
import overthink.scenarios.document.yaml.YamlWriter;
import overthink.scenarios.expectation.PointKey;
import overthink.scenarios.files.Digests;

/** Reads a scenario at all points at which it is run, each as if it stood in a file of its own. */
final class PointReader {

    /** What a strategy's results do not depend on. */
    private static final Set<String> APART = Set.of("name", "strategies", "expect", "allocation", "sweep", "cases");

    /** What its trials do not depend on, unless a budget bounds what they cost: prices of the policy and the verifiers. */
    private static final Set<String> PRICES = Set.of("price", "parameters");

    private static final Set<String> PRICED = Set.of("policy", "verifier");

    private final ScenarioForm form;
    private final ReadingContext scene;
    private final PointMistakes mistakes;

    /**
     * A reader.
     *
     * @param mistakes hears those of the context
     */
    PointReader(ScenarioForm form, ReadingContext scene, PointMistakes mistakes) {
        this.form = form;
        this.scene = scene;
        this.mistakes = mistakes;
    }

    /**
     * The points.
     *
     * @param base what is said of all points
     * @param name of the scenario
     * @return null when there is a mistake, which is reported
     */
    @Nullable
    List<ScenarioPoint> read(Node base, SweepPlan plan, String name) {
        List<ScenarioPoint> points = new ArrayList<>();
        int size = (int) plan.size();
        for (int i = 0; i < size && !mistakes.enough(); i++) {
            PointKey key = plan.key(i);
            mistakes.turnTo(key);
            Node document = base;
            for (SweepPlan.Setting setting : plan.settings(i)) {
                document = Assignment.set(document, setting.path(), setting.value(), setting.place(), mistakes);
            }
            ReadValue<Content> reading =
                    form.named(name, ScenarioForm.Extent.POINT).read(document, new KeyPath("", scene));
            if (reading != null) {
                Experiment experiment = reading.value().experiment();
                boolean bought = experiment.budgets().resource() == Resource.USD
                        || experiment.budgets().resource() == Resource.FLOPS;
                Node setting = without(reading.explained(), APART);
                String digest = Digests.of(YamlWriter.write(setting));
                points.add(new ScenarioPoint(
                        key,
                        experiment,
                        reading.value().allocation(),
                        reading.value().learning(),
                        digest,
                        bought ? digest : Digests.of(YamlWriter.write(play(setting))),
                        experiment.utility().isPresent()
                                ? digest
                                : Digests.of(YamlWriter.write(
                                        within(setting, "world", world -> without(world, Set.of("verifier")))))));
            }
        }
        boolean sound = !mistakes.enough() && points.size() == size;
        mistakes.conclude();
        return sound ? points : null;
    }

    private static Node without(Node node, Set<String> names) {
        return node instanceof Node.Entries mapping
                ? new Node.Entries(
                        mapping.entries().stream()
                                .filter(entry -> !names.contains(entry.name()))
                                .toList(),
                        mapping.place())
                : node;
    }

    /** What trials depend on. */
    private static Node play(Node setting) {
        return within(without(setting, Set.of("utility")), "world", world -> {
            Node priceless = world;
            for (String priced : PRICED) {
                priceless = within(priceless, priced, tariff -> without(tariff, PRICES));
            }
            return priceless;
        });
    }

    private static Node within(Node node, String name, UnaryOperator<Node> change) {
        return node instanceof Node.Entries mapping
                ? new Node.Entries(
                        mapping.entries().stream()
                                .map(entry -> entry.name().equals(name)
                                        ? new Node.Entry(entry.key(), change.apply(entry.value()))
                                        : entry)
                                .toList(),
                        mapping.place())
                : node;
    }
}
