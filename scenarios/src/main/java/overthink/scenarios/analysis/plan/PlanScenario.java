package overthink.scenarios.analysis.plan;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import overthink.core.estimate.Utility;
import overthink.scenarios.document.yaml.Node;
import overthink.scenarios.document.yaml.SourceLocation;
import overthink.scenarios.document.yaml.YamlReader;
import overthink.scenarios.document.yaml.YamlWriter;

/** The scenario that a plan recommends: the one planned for with the choice alone, under its budget. */
public final class PlanScenario {

    private static final SourceLocation PLACE = SourceLocation.whole("plan");

    /** What is asked of a scenario beside its rows, and would not apply to the one row of a plan. */
    private static final Set<String> LEFT_OUT =
            Set.of("expect", "sweep", "zip", "cases", "allocation", "learning", "round", "show");

    private PlanScenario() {}

    /**
     * The text of the file; running it gives the row that the plan has.
     *
     * @param text of the scenario planned for, whole
     * @param plan with a choice
     * @param command that makes it again
     */
    public static String text(String text, PlanQuestion question, Plan plan, String command) {
        Entrant chosen = plan.choice().chosen().orElseThrow();
        Node read = YamlReader.read(text, "the scenario planned for", (place, path, value, rule, hint) -> {
            throw new IllegalStateException("%s: %s".formatted(path, rule));
        });
        if (!(read instanceof Node.Entries scenario)) {
            throw new IllegalStateException("a scenario is a mapping");
        }
        List<Node.Entry> entries = new ArrayList<>();
        for (Node.Entry entry : scenario.entries()) {
            if (!LEFT_OUT.contains(entry.name()) && !entry.name().equals("utility")) {
                entries.add(replaced(entry, chosen));
            }
        }
        question.objective().utility().ifPresent(utility -> entries.add(Node.Entry.of("utility", utility(utility))));
        return "# A plan: %s, under %s %s.\n# Made by: %s\n%s"
                .formatted(
                        chosen.configuration().name(),
                        chosen.row().resource().label(),
                        number(chosen.configuration().budget()).text(),
                        command.replaceAll("\\p{Cntrl}", "?"),
                        YamlWriter.write(new Node.Entries(entries, PLACE)));
    }

    private static Node.Entry replaced(Node.Entry entry, Entrant chosen) {
        return switch (entry.name()) {
            case "strategies" -> Node.Entry.of("strategies", new Node.Items(List.of(strategy(chosen)), PLACE));
            case "budgets" ->
                Node.Entry.of(
                        "budgets", budgets(entry.value(), chosen.configuration().budget()));
            default -> entry;
        };
    }

    private static Node strategy(Entrant chosen) {
        Map<String, Object> given = chosen.configuration().strategy().given();
        String name = chosen.configuration().strategy().name();
        if (given.isEmpty()) {
            return Node.Scalar.text(name, PLACE);
        }
        List<Node.Entry> parameters = new ArrayList<>();
        given.forEach((key, value) -> parameters.add(Node.Entry.of(key, scalar(value))));
        return Node.Entries.single(name, new Node.Entries(parameters, PLACE), PLACE);
    }

    private static Node budgets(Node budgets, double value) {
        Node values = new Node.Items(List.of(number(value)), PLACE);
        if (!(budgets instanceof Node.Entries mapping)) {
            return Node.Entries.single("values", values, PLACE);
        }
        List<Node.Entry> entries = new ArrayList<>();
        for (Node.Entry entry : mapping.entries()) {
            entries.add(entry.name().equals("values") ? Node.Entry.of("values", values) : entry);
        }
        return new Node.Entries(entries, PLACE);
    }

    private static Node utility(Utility utility) {
        List<Node.Entry> entries = new ArrayList<>(List.of(
                Node.Entry.of("correct", number(utility.correct())),
                Node.Entry.of("wrong", number(utility.wrong())),
                Node.Entry.of("abstained", number(utility.abstained()))));
        if (!utility.prices().isEmpty()) {
            List<Node.Entry> prices = new ArrayList<>();
            utility.prices().forEach((resource, price) -> prices.add(Node.Entry.of(resource.label(), number(price))));
            entries.add(Node.Entry.of("per", new Node.Entries(prices, PLACE)));
        }
        return new Node.Entries(entries, PLACE);
    }

    private static Node scalar(Object value) {
        if (value instanceof Boolean flag) {
            return Node.Scalar.flag(flag, PLACE);
        }
        return value instanceof Number number
                ? number(number.doubleValue())
                : Node.Scalar.text(value.toString(), PLACE);
    }

    private static Node.Scalar number(double value) {
        return Node.Scalar.number(BigDecimal.valueOf(value), PLACE);
    }
}
