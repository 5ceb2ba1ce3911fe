package overthink.scenarios.document.section;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import overthink.core.estimate.BinPlan;
import overthink.core.experiment.Budgets;
import overthink.core.experiment.ConfiguredStrategy;
import overthink.scenarios.document.form.KeyPath;
import overthink.scenarios.document.form.LocatedValue;
import overthink.scenarios.document.form.Spelling;
import overthink.scenarios.document.yaml.SourceLocation;
import overthink.scenarios.expectation.BinNames;
import overthink.scenarios.expectation.Expectation;
import overthink.scenarios.expectation.Measure;
import overthink.scenarios.expectation.RowKey;
import overthink.scenarios.expectation.StrategyReference;
import overthink.scenarios.expectation.Target;
import overthink.scenarios.text.Numbers;

/** Looks up the names in expectations among what a scenario runs. */
final class ExpectationResolver {

    private final List<ConfiguredStrategy> strategies;
    private final Budgets budgets;
    private final List<String> bins;
    private final boolean utility;
    private boolean sound = true;

    /**
     * The names that there are.
     *
     * @param strategies the strategies
     * @param budgets the budgets
     * @param plan of the bins
     * @param levels the levels of the law of difficulty
     * @param utility whether it is stated what answers are worth
     */
    ExpectationResolver(
            List<ConfiguredStrategy> strategies, Budgets budgets, BinPlan plan, List<String> levels, boolean utility) {
        this.strategies = List.copyOf(strategies);
        this.budgets = budgets;
        this.bins = BinNames.of(plan, levels);
        this.utility = utility;
    }

    /** Whether every name looked up so far was found. */
    boolean sound() {
        return sound;
    }

    /** An expectation for each row and figure meant; names that do not exist are reported. */
    List<Expectation> expectations(List<LocatedValue<WrittenExpectation>> assertions) {
        List<Expectation> expectations = new ArrayList<>();
        for (int entry = 0; entry < assertions.size(); entry++) {
            LocatedValue<WrittenExpectation> assertion = assertions.get(entry);
            haveWhatTheyCompare(assertion);
            for (RowKey row : rows(assertion.value())) {
                for (WrittenExpectation.Claim claim : assertion.value().claims()) {
                    WrittenExpectation.Comparison comparison = claim.comparison();
                    expectations.add(new Expectation(
                            entry,
                            place(assertion),
                            row,
                            claim.measure(),
                            comparison.relation(),
                            comparison.margin(),
                            comparison.errors(),
                            target(row, claim.measure(), comparison.against())));
                }
            }
        }
        return expectations;
    }

    private void haveWhatTheyCompare(LocatedValue<WrittenExpectation> assertion) {
        boolean needed = assertion.value().claims().stream().anyMatch(ExpectationResolver::isOfUtility);
        if (needed && !utility) {
            sound = false;
            refuse(assertion, "rows have a utility only where the scenario states one, with the key utility", "");
        }
    }

    private static boolean isOfUtility(WrittenExpectation.Claim claim) {
        boolean against = claim.comparison().against() instanceof WrittenExpectation.OtherRow other
                && other.measure().filter(Measure.UTILITY::equals).isPresent();
        return claim.measure() == Measure.UTILITY || against;
    }

    private static String place(LocatedValue<WrittenExpectation> assertion) {
        SourceLocation place = assertion.node().place();
        return "%s%s: %s"
                .formatted(
                        place.source(),
                        place.inFile() ? ":" + place.line() : "",
                        assertion.spot().path());
    }

    private List<RowKey> rows(WrittenExpectation assertion) {
        List<Double> amounts = assertion.budgets().isEmpty()
                ? List.of(budgets.values().get(budgets.size() - 1))
                : assertion.budgets().stream().map(this::budget).toList();
        List<String> names = assertion.bins().stream().map(this::bin).toList();
        List<RowKey> rows = new ArrayList<>();
        for (LocatedValue<StrategyReference> reference : assertion.strategies()) {
            ConfiguredStrategy configured = strategy(reference);
            if (configured != null) {
                for (double amount : amounts) {
                    for (String name : names) {
                        rows.add(new RowKey(configured.name(), configured.given(), amount, name));
                    }
                }
            }
        }
        return rows;
    }

    private Target target(RowKey row, Measure measure, WrittenExpectation.Against against) {
        if (against instanceof WrittenExpectation.Fixed number) {
            return new Target.Constant(number.value());
        }
        WrittenExpectation.OtherRow other = (WrittenExpectation.OtherRow) against;
        Optional<ConfiguredStrategy> configured = other.strategy().map(this::strategy);
        return new Target.Other(
                new RowKey(
                        configured.map(ConfiguredStrategy::name).orElse(row.strategy()),
                        configured.map(ConfiguredStrategy::given).orElse(row.parameters()),
                        other.budget().map(this::budget).orElse(row.budget()),
                        other.bin().map(this::bin).orElse(row.bin())),
                other.measure().orElse(measure),
                other.times());
    }

    private @Nullable ConfiguredStrategy strategy(LocatedValue<StrategyReference> reference) {
        List<ConfiguredStrategy> meant = reference.value().among(strategies);
        if (meant.size() == 1) {
            return meant.get(0);
        }
        sound = false;
        String name = reference.value().name();
        if (!meant.isEmpty()) {
            refuse(
                    reference,
                    "several strategies fit: %s. Name parameters that tell them apart".formatted(list(meant)),
                    "");
        } else if (strategies.stream().anyMatch(configured -> configured.name().equals(name))) {
            refuse(
                    reference,
                    "no strategy here is %s; there are: %s".formatted(reference.value(), list(strategies)),
                    "");
        } else {
            refuse(
                    reference,
                    "there is no strategy %s in this scenario; there are: %s".formatted(name, list(strategies)),
                    Spelling.nearest(
                            name,
                            strategies.stream().map(ConfiguredStrategy::name).toList()));
        }
        return null;
    }

    private static String list(List<ConfiguredStrategy> strategies) {
        return String.join(
                ", ", strategies.stream().map(StrategyReference::describe).toList());
    }

    private double budget(LocatedValue<Double> amount) {
        if (!budgets.values().contains(amount.value())) {
            sound = false;
            String there = String.join(
                    ", ", budgets.values().stream().map(Numbers::budget).toList());
            refuse(
                    amount,
                    "must be one of the budgets, which are " + there + ", not "
                            + amount.node().excerpt(),
                    "");
        }
        return amount.value();
    }

    private String bin(LocatedValue<String> name) {
        if (!bins.contains(name.value())) {
            sound = false;
            refuse(
                    name,
                    "must be one of the bins, which are %s, not %s"
                            .formatted(String.join(", ", bins), name.node().excerpt()),
                    Spelling.nearest(name.value(), bins));
        }
        return name.value();
    }

    private static void refuse(LocatedValue<?> placed, String rule, String hint) {
        KeyPath spot = placed.spot();
        spot.report(placed.node().place(), rule, hint);
    }
}
