package overthink.scenarios.document.section;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import overthink.core.api.Resource;
import overthink.core.estimate.BinPlan;
import overthink.core.experiment.Budgets;
import overthink.core.experiment.MethodChoice;
import overthink.core.experiment.Observation;
import overthink.core.experiment.TrialPlan;
import overthink.scenarios.document.form.Block;
import overthink.scenarios.document.form.ChoiceForm;
import overthink.scenarios.document.form.Fields;
import overthink.scenarios.document.form.Form;
import overthink.scenarios.document.form.Key;
import overthink.scenarios.document.form.KeyPath;
import overthink.scenarios.document.form.ListForm;
import overthink.scenarios.document.form.OneOrMoreForm;
import overthink.scenarios.document.form.RealForm;
import overthink.scenarios.document.form.WholeForm;
import overthink.scenarios.document.form.WordForm;
import overthink.scenarios.document.yaml.Node;

/** How budgets, trials and bins are written. */
final class ExperimentForms {

    private static final Key<Resource> RESOURCE = Key.optional(
            "resource", new WordForm<>(resources()), Resource.GENERATIONS.label(), "What the budgets bound");
    private static final Key<List<Double>> VALUES = Key.required(
            "values",
            new ListForm<>(new RealForm(Budgets.AMOUNT), "budgets", 1, Budgets.MOST),
            "Ascending amounts: whole numbers, but seconds for latency and dollars for usd");
    private static final Key<Integer> GENERATIONS = Key.optional(
            "generations",
            WholeForm.ints(Budgets.GENERATIONS),
            Long.toString(Budgets.GENERATIONS_UNLESS_STATED),
            "The most generations of a trial, whatever the budget; of no effect where it is in generations or steps");

    /** The budgets. */
    static final Form<Budgets> BUDGETS = Block.of(
                    fields -> new Budgets(fields.get(RESOURCE), fields.get(VALUES), fields.get(GENERATIONS)),
                    RESOURCE,
                    VALUES,
                    GENERATIONS)
            .check(ExperimentForms::ascend, RESOURCE, VALUES);

    /** How many trials. */
    static final Form<TrialPlan> TRIALS = ChoiceForm.<TrialPlan>of("plan of trials")
            .option(
                    "count",
                    WholeForm.ints(TrialPlan.Count.PER_PROBLEM).map(TrialPlan.Count::new),
                    "So many for each problem")
            .option(
                    "precision",
                    new RealForm(TrialPlan.Precision.HALF_WIDTH).map(TrialPlan.Precision::new),
                    "Until the 95 % interval of every accuracy over these problems is at most this far to each side");

    /** The bins of difficulty. */
    static final Form<BinPlan> BINS = ChoiceForm.<BinPlan>of("plan of bins")
            .word("none", new BinPlan.None(), "All problems together")
            .word("thresholds", new BinPlan.Thresholds(), "easy from p = 0.5 on, medium from 0.1 on, hard below")
            .word("levels", new BinPlan.Levels(), "The named levels of the law of difficulty")
            .option(
                    "quantiles",
                    WholeForm.ints(BinPlan.Quantiles.COUNT).map(BinPlan.Quantiles::new),
                    "Equal shares of the problems by p, q1 the hardest");

    /** Which way to the numbers. */
    static final Form<MethodChoice> METHOD = new WordForm<>(methods());

    /** What is looked at in trials beside. */
    static final Form<Set<Observation>> MEASURES = new OneOrMoreForm<>(
                    new WordForm<>(observations()), "measures", Observation.values().length)
            .map(several -> several.stream().flatMap(Set::stream).collect(Collectors.toUnmodifiableSet()));

    private ExperimentForms() {}

    private static Map<String, Set<Observation>> observations() {
        Map<String, Set<Observation>> observations = new LinkedHashMap<>();
        observations.put("none", Set.of());
        for (Observation observation : Observation.values()) {
            observations.put(observation.label(), Set.of(observation));
        }
        return observations;
    }

    private static void ascend(Fields fields) {
        List<Double> values = fields.get(VALUES);
        for (int i = 1; i < values.size(); i++) {
            if (values.get(i) <= values.get(i - 1)) {
                Node.Items written = (Node.Items) fields.explained(VALUES);
                fields.spoil();
                KeyPath spot = fields.spot().key(VALUES.name()).item(i);
                spot.refuse(
                        written.items().get(i),
                        "must be above the budget before it, which is "
                                + written.items().get(i - 1).excerpt());
            }
        }
        if (fields.sound()) {
            fields.attempt(VALUES, () -> new Budgets(fields.get(RESOURCE), values));
        }
    }

    private static Map<String, MethodChoice> methods() {
        Map<String, MethodChoice> methods = new LinkedHashMap<>();
        for (MethodChoice choice : MethodChoice.values()) {
            methods.put(choice.label(), choice);
        }
        return methods;
    }

    private static Map<String, Resource> resources() {
        Map<String, Resource> resources = new LinkedHashMap<>();
        for (Resource resource : Resource.values()) {
            resources.put(resource.label(), resource);
        }
        return resources;
    }
}
