package overthink.scenarios.document.section;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import overthink.core.estimate.CostShares;
import overthink.core.experiment.Budgets;
import overthink.core.experiment.ConfiguredStrategy;
import overthink.core.experiment.Experiment;
import overthink.core.law.cost.Payees;
import overthink.core.model.World;
import overthink.scenarios.document.form.KeyPath;
import overthink.scenarios.document.form.LocatedValue;
import overthink.scenarios.document.form.Spelling;
import overthink.scenarios.document.yaml.SourceLocation;
import overthink.scenarios.expectation.AttributeQuality;
import overthink.scenarios.expectation.BinNames;
import overthink.scenarios.expectation.Expectation;
import overthink.scenarios.expectation.Measure;
import overthink.scenarios.expectation.PaidShare;
import overthink.scenarios.expectation.RowFigure;
import overthink.scenarios.expectation.RowKey;
import overthink.scenarios.expectation.StrategyReference;
import overthink.scenarios.expectation.Target;
import overthink.scenarios.text.Numbers;

/** Looks up the names in expectations among what a scenario runs. */
final class ExpectationResolver {

    private final PointSelection selection;
    private final List<Names> points;
    private boolean sound = true;

    /**
     * The names that there are.
     *
     * @param plan of the points at which the scenario is run
     * @param points the names at each of them
     */
    ExpectationResolver(SweepPlan plan, List<Names> points) {
        this.selection = new PointSelection(plan);
        this.points = List.copyOf(points);
    }

    /**
     * The names that there are at one point.
     *
     * @param strategies the strategies
     * @param budgets the budgets
     * @param bins the bins
     * @param utility whether it is stated what answers are worth
     * @param payees the policies and verifiers whose costs are told apart; none where one has them all
     * @param attributes of the quality; none where it is one number, or none
     */
    record Names(
            List<ConfiguredStrategy> strategies,
            Budgets budgets,
            List<String> bins,
            boolean utility,
            List<String> payees,
            List<String> attributes) {

        /** The names in an experiment. */
        static Names of(Experiment experiment) {
            return new Names(
                    experiment.strategies(),
                    experiment.budgets(),
                    BinNames.of(experiment.bins(), experiment.world().levels()),
                    experiment.utility().isPresent(),
                    payees(experiment.world()),
                    attributes(experiment.world()));
        }

        /** The numbers of a quality beside the whole, which is the first. */
        static List<String> attributes(World world) {
            return world.qualities().stream().skip(1).toList();
        }

        /** Whose costs are told apart in a world. */
        static List<String> payees(World world) {
            Payees payees = world.payees();
            return payees.several() ? CostShares.labels(payees.policies(), payees.verifiers()) : List.of();
        }
    }

    /** Whether every name looked up so far was found. */
    boolean sound() {
        return sound && selection.sound();
    }

    /** An expectation for each row and figure meant; names that do not exist are reported. */
    List<Expectation> expectations(List<LocatedValue<WrittenExpectation>> assertions) {
        List<Expectation> expectations = new ArrayList<>();
        for (int entry = 0; entry < assertions.size(); entry++) {
            LocatedValue<WrittenExpectation> assertion = assertions.get(entry);
            for (int point : selection.points(assertion.value().points())) {
                haveWhatTheyCompare(assertion, points.get(point).utility());
                payeesExist(assertion, points.get(point).payees());
                attributesExist(assertion, points.get(point).attributes());
                for (RowKey row : rows(assertion.value(), points.get(point))) {
                    for (WrittenExpectation.Claim claim : assertion.value().claims()) {
                        WrittenExpectation.Comparison comparison = claim.comparison();
                        expectations.add(new Expectation(
                                entry,
                                place(assertion),
                                selection.key(point),
                                row,
                                claim.measure(),
                                comparison.relation(),
                                comparison.margin(),
                                comparison.errors(),
                                target(assertion, point, row, claim.measure(), comparison.against()),
                                assertion.value().published()));
                    }
                }
            }
        }
        return expectations;
    }

    private void haveWhatTheyCompare(LocatedValue<WrittenExpectation> assertion, boolean utility) {
        boolean needed = assertion.value().claims().stream().anyMatch(ExpectationResolver::isOfUtility);
        if (needed && !utility) {
            sound = false;
            refuse(assertion, "rows have a utility only where the scenario states one, with the key utility", "");
        }
    }

    private void payeesExist(LocatedValue<WrittenExpectation> assertion, List<String> payees) {
        for (WrittenExpectation.Claim claim : assertion.value().claims()) {
            if (claim.measure() instanceof PaidShare share && !payees.contains(share.payee())) {
                sound = false;
                refuse(
                        assertion,
                        payees.isEmpty()
                                ? "costs are divided where there are several policies, or several verifiers whose calls are told apart"
                                : "%s: there is no policy or verifier %s; there are: %s"
                                        .formatted(share.label(), share.payee(), String.join(", ", payees)),
                        Spelling.nearest(share.payee(), payees));
            }
        }
    }

    private void attributesExist(LocatedValue<WrittenExpectation> assertion, List<String> attributes) {
        for (WrittenExpectation.Claim claim : assertion.value().claims()) {
            if (claim.measure() instanceof AttributeQuality attribute && !attributes.contains(attribute.name())) {
                sound = false;
                refuse(
                        assertion,
                        attributes.isEmpty()
                                ? "%s: a quality has several numbers where world.problems.quality.attributes names them"
                                        .formatted(attribute.label())
                                : "%s: there is no attribute %s; there are: %s"
                                        .formatted(attribute.label(), attribute.name(), String.join(", ", attributes)),
                        Spelling.nearest(attribute.name(), attributes));
            }
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

    private List<RowKey> rows(WrittenExpectation assertion, Names here) {
        Budgets budgets = here.budgets();
        List<Double> amounts = assertion.budgets().isEmpty()
                ? List.of(budgets.values().get(budgets.size() - 1))
                : assertion.budgets().stream()
                        .map(amount -> budget(amount, budgets))
                        .toList();
        List<String> names =
                assertion.bins().stream().map(name -> bin(name, here.bins())).toList();
        List<RowKey> rows = new ArrayList<>();
        for (LocatedValue<StrategyReference> reference : assertion.strategies()) {
            ConfiguredStrategy configured = strategy(reference, here.strategies());
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

    private Target target(
            LocatedValue<WrittenExpectation> assertion,
            int point,
            RowKey row,
            RowFigure measure,
            WrittenExpectation.Against against) {
        if (against instanceof WrittenExpectation.Fixed number) {
            return new Target.Constant(number.value());
        }
        WrittenExpectation.OtherRow other = (WrittenExpectation.OtherRow) against;
        int otherPoint = selection.from(point, other.point());
        Names there = points.get(otherPoint);
        ConfiguredStrategy configured = other.strategy()
                .map(name -> strategy(name, there.strategies()))
                .orElseGet(() -> counterpart(row, point, there));
        if (configured == null && other.strategy().isEmpty()) {
            sound = false;
            refuse(
                    assertion,
                    "%s is not run at the other row's point; there are: %s".formatted(row, list(there.strategies())),
                    "");
        }
        return new Target.Other(
                selection.key(otherPoint),
                new RowKey(
                        configured == null ? row.strategy() : configured.name(),
                        configured == null ? row.parameters() : configured.given(),
                        other.budget()
                                .map(amount -> budget(amount, there.budgets()))
                                .orElse(row.budget()),
                        other.bin().map(name -> bin(name, there.bins())).orElse(row.bin())),
                other.measure().<RowFigure>map(one -> one).orElse(measure),
                other.times());
    }

    /** The strategy of a row at another point: in its place, since its parameters may be swept. Null when there is none. */
    private @Nullable ConfiguredStrategy counterpart(RowKey row, int point, Names there) {
        List<ConfiguredStrategy> here = points.get(point).strategies();
        for (int i = 0; i < here.size(); i++) {
            boolean meant = here.get(i).name().equals(row.strategy())
                    && here.get(i).given().equals(row.parameters());
            if (meant
                    && i < there.strategies().size()
                    && there.strategies().get(i).name().equals(row.strategy())) {
                return there.strategies().get(i);
            }
        }
        return there.strategies().stream()
                .filter(one -> one.name().equals(row.strategy()) && one.given().equals(row.parameters()))
                .findFirst()
                .orElse(null);
    }

    private @Nullable ConfiguredStrategy strategy(
            LocatedValue<StrategyReference> reference, List<ConfiguredStrategy> strategies) {
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

    private double budget(LocatedValue<Double> amount, Budgets budgets) {
        if (!Double.isInfinite(amount.value()) && !budgets.values().contains(amount.value())) {
            sound = false;
            String there = String.join(
                    ", ", budgets.values().stream().map(Numbers::budget).toList());
            refuse(
                    amount,
                    "must be one of the budgets, which are " + there + ", or " + AmountForm.ENDLESS + ", not "
                            + amount.node().excerpt(),
                    "");
        }
        return amount.value();
    }

    private String bin(LocatedValue<String> name, List<String> bins) {
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
