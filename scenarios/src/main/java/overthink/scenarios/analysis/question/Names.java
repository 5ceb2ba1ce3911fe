package overthink.scenarios.analysis.question;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import overthink.core.api.ParameterSpec;
import overthink.core.estimate.Bin;
import overthink.core.experiment.Budgets;
import overthink.core.experiment.ConfiguredStrategy;
import overthink.core.experiment.Experiment;
import overthink.core.model.World;
import overthink.scenarios.expectation.BinNames;
import overthink.scenarios.expectation.Measure;
import overthink.scenarios.expectation.RowKey;
import overthink.scenarios.expectation.StrategyReference;
import overthink.scenarios.text.Numbers;

/**
 * Looks up the names of questions in an experiment. A figure without a budget is under the largest, as in a scenario's
 * expectations, and one without a strategy is of the only one, unless {@link #budget} and {@link #strategy} say otherwise.
 */
public final class Names {

    private final List<ConfiguredStrategy> strategies;
    private final Budgets budgets;
    private final List<String> bins;
    private final boolean utility;
    /** Figures that rows do not have here. */
    private final Set<Measure> absent;

    private final boolean anyBudget;
    private final OptionalDouble budget;
    private final Optional<ConfiguredStrategy> strategy;

    private Names(
            List<ConfiguredStrategy> strategies,
            Budgets budgets,
            List<String> bins,
            boolean utility,
            Set<Measure> absent,
            boolean anyBudget,
            OptionalDouble budget,
            Optional<ConfiguredStrategy> strategy) {
        this.strategies = List.copyOf(strategies);
        this.budgets = budgets;
        this.bins = List.copyOf(bins);
        this.utility = utility;
        this.absent = absent;
        this.anyBudget = anyBudget;
        this.budget = budget;
        this.strategy = strategy;
    }

    /** The names of an experiment, and its budgets alone. */
    public static Names of(Experiment experiment) {
        return new Names(
                experiment.strategies(),
                experiment.budgets(),
                BinNames.of(experiment.bins(), experiment.world().levels()),
                experiment.utility().isPresent(),
                absent(experiment.world()),
                false,
                OptionalDouble.empty(),
                Optional.empty());
    }

    private static Set<Measure> absent(World world) {
        Set<Measure> absent = EnumSet.noneOf(Measure.class);
        for (Measure measure : Measure.values()) {
            boolean number = measure == Measure.QUALITY && world.qualities().isEmpty();
            if (number || (measure.ofRightOrWrong() && !world.rightOrWrong())) {
                absent.add(measure);
            }
        }
        return absent;
    }

    /** These names, and whatever budgets the resource has: for those who run what is asked. */
    public Names anyBudget() {
        return new Names(strategies, budgets, bins, utility, absent, true, budget, strategy);
    }

    /** These names, and a budget of figures that have none. */
    public Names budget(double amount) {
        return new Names(strategies, budgets, bins, utility, absent, anyBudget, OptionalDouble.of(amount), strategy);
    }

    /**
     * These names, and a strategy of figures that have none.
     *
     * @param figure that names the strategy, such as {@code beam-search{width: 4}}
     * @throws QuestionException when there is none such
     */
    public Names strategy(String figure) {
        WrittenFigure written = QuestionParser.figure(figure);
        return new Names(strategies, budgets, bins, utility, absent, anyBudget, budget, Optional.of(strategy(written)));
    }

    /**
     * What a comparison is of.
     *
     * @throws QuestionException when a name does not exist
     */
    public AskedComparison resolve(WrittenComparison written) {
        return new AskedComparison(
                resolve(written.left()), written.relation(), resolve(written.right()), written.text());
    }

    /**
     * What a sum is of.
     *
     * @throws QuestionException when a name does not exist
     */
    public Side resolve(WrittenSide written) {
        double constant = 0;
        List<Side.Term> terms = new ArrayList<>();
        for (WrittenSide.Term term : written.terms()) {
            if (term.figure().isPresent()) {
                terms.add(new Side.Term(term.times(), resolve(term.figure().get())));
            } else {
                constant += term.times();
            }
        }
        return new Side(terms, constant);
    }

    /**
     * What a figure is of.
     *
     * @throws QuestionException when a name does not exist
     */
    public AskedFigure resolve(WrittenFigure written) {
        if (written.measure() == Measure.UTILITY && !utility) {
            throw written.start()
                    .refuse("rows have a utility only where the scenario states one, with the key utility");
        }
        if (absent.contains(written.measure())) {
            throw written.start()
                    .refuse(
                            written.measure() == Measure.QUALITY
                                    ? "there is no quality: it is a number where world.problems.quality says so"
                                    : "there is no %s: here candidates are neither right nor wrong. Maybe ask for quality of it"
                                            .formatted(written.measure().label()));
        }
        ConfiguredStrategy configured = strategy(written);
        double amount = amount(written);
        if (Double.isInfinite(amount)
                && written.measure() != Measure.ACCURACY
                && written.measure() != Measure.COVERAGE) {
            throw written.start()
                    .refuse("where a curve ends is known of accuracy and coverage alone, not of %s"
                            .formatted(written.measure().label()));
        }
        return new AskedFigure(
                written.measure(), new RowKey(configured.name(), configured.given(), amount, bin(written)));
    }

    private ConfiguredStrategy strategy(WrittenFigure written) {
        if (written.strategy().isEmpty()) {
            return strategy.orElseGet(() -> only(written));
        }
        Word name = written.strategy().get();
        List<ConfiguredStrategy> named = strategies.stream()
                .filter(one -> one.name().equals(name.text()))
                .toList();
        if (named.isEmpty()) {
            List<String> there =
                    strategies.stream().map(ConfiguredStrategy::name).distinct().toList();
            List<String> all = new ArrayList<>(there);
            all.addAll(QuestionParser.labelList());
            throw name.refuse("there is no strategy %s in this scenario; there are: %s%s"
                    .formatted(name.text(), String.join(", ", there), Maybe.of(name.text(), all)));
        }
        StrategyReference reference = new StrategyReference(name.text(), parameters(name, written, named.get(0)));
        List<ConfiguredStrategy> meant = reference.among(strategies);
        if (meant.isEmpty()) {
            throw name.refuse("no strategy here is %s; there are: %s".formatted(reference, list(named)));
        }
        if (meant.size() > 1) {
            throw name.refuse("several strategies fit: %s. Name parameters that tell them apart, as %s{…}"
                    .formatted(list(meant), name.text()));
        }
        return meant.get(0);
    }

    private ConfiguredStrategy only(WrittenFigure written) {
        if (strategies.size() == 1) {
            return strategies.get(0);
        }
        throw written.start()
                .refuse("of which strategy? There are: %s. Maybe: %s of %s"
                        .formatted(
                                list(strategies),
                                written.measure().label(),
                                strategies.get(0).name()));
    }

    private static Map<String, Object> parameters(Word name, WrittenFigure written, ConfiguredStrategy configured) {
        Map<String, ParameterSpec> specs = configured.provider().parameters().stream()
                .collect(Collectors.toMap(ParameterSpec::name, spec -> spec, (a, b) -> a, LinkedHashMap::new));
        Map<String, Object> parameters = new LinkedHashMap<>();
        written.parameters().forEach((key, value) -> {
            ParameterSpec spec = specs.get(key);
            if (spec == null) {
                throw name.refuse("%s has no parameter %s; there are: %s%s"
                        .formatted(
                                name.text(),
                                key,
                                specs.isEmpty() ? "none" : String.join(", ", specs.keySet()),
                                Maybe.of(key, specs.keySet())));
            }
            parameters.put(key, value(name, spec, value));
        });
        return parameters;
    }

    private static Object value(Word name, ParameterSpec spec, Object value) {
        try {
            if (value instanceof BigDecimal number) {
                return spec.check(
                        spec.kind() == ParameterSpec.Kind.INTEGER
                                ? (Object) number.longValueExact()
                                : (Object) number.doubleValue());
            }
            return spec.check(value);
        } catch (IllegalArgumentException | ArithmeticException refused) {
            throw name.refuse("%s must be %s, not %s".formatted(spec.name(), spec.what(), value));
        }
    }

    private double amount(WrittenFigure written) {
        double largest = budgets.values().get(budgets.size() - 1);
        double amount = written.budget().orElse(budget.orElse(largest));
        if (Double.isInfinite(amount)) {
            return amount;
        }
        if (!anyBudget && !budgets.values().contains(amount)) {
            throw written.start()
                    .refuse("must be one of the budgets, which are %s, not %s"
                            .formatted(
                                    budgets.values().stream()
                                            .map(Numbers::budget)
                                            .collect(Collectors.joining(", ")),
                                    Numbers.budget(amount)));
        }
        try {
            new Budgets(budgets.resource(), List.of(amount), budgets.generations());
        } catch (IllegalArgumentException refused) {
            throw written.start().refuse(String.valueOf(refused.getMessage()));
        }
        return amount;
    }

    private String bin(WrittenFigure written) {
        if (written.bin().isEmpty()) {
            return Bin.ALL;
        }
        Word bin = written.bin().get();
        if (!bins.contains(bin.text())) {
            throw bin.refuse("there is no bin %s; there are: %s%s"
                    .formatted(bin.text(), String.join(", ", bins), Maybe.of(bin.text(), bins)));
        }
        return bin.text();
    }

    private static String list(List<ConfiguredStrategy> strategies) {
        return strategies.stream().map(StrategyReference::describe).collect(Collectors.joining(", "));
    }
}
