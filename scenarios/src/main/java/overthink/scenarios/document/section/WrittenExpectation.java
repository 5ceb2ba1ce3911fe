package overthink.scenarios.document.section;

import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import overthink.core.experiment.Observation;
import overthink.scenarios.document.form.LocatedValue;
import overthink.scenarios.document.yaml.Node;
import overthink.scenarios.expectation.Measure;
import overthink.scenarios.expectation.Relation;
import overthink.scenarios.expectation.RowFigure;
import overthink.scenarios.expectation.StrategyReference;

/**
 * An entry of a scenario's expectations as it is written, before its names are looked up: claims about every row of these
 * strategies under these budgets in these bins.
 *
 * @param points at which points; all where nothing is named
 * @param strategies at least one
 * @param budgets none for the largest
 * @param bins at least one
 * @param claims at least one
 * @param published what a paper says of it; empty when nothing is said
 */
record WrittenExpectation(
        Points points,
        List<LocatedValue<StrategyReference>> strategies,
        List<LocatedValue<Double>> budgets,
        List<LocatedValue<String>> bins,
        List<Claim> claims,
        String published) {

    /** Copies the lists. */
    WrittenExpectation {
        strategies = List.copyOf(strategies);
        budgets = List.copyOf(budgets);
        bins = List.copyOf(bins);
        claims = List.copyOf(claims);
    }

    /** The figures that it looks at. */
    Set<RowFigure> measures() {
        Set<RowFigure> measures = new LinkedHashSet<>();
        for (Claim claim : claims) {
            measures.add(claim.measure());
            if (claim.comparison().against() instanceof OtherRow other) {
                other.measure().ifPresent(measures::add);
            }
        }
        return measures;
    }

    /** What must be looked at in trials for it to be judged. */
    Set<Observation> observations() {
        Set<Observation> observations = EnumSet.noneOf(Observation.class);
        for (Claim claim : claims) {
            claim.measure().observation().ifPresent(observations::add);
            if (claim.comparison().against() instanceof OtherRow other) {
                other.measure().flatMap(Measure::observation).ifPresent(observations::add);
            }
        }
        return observations;
    }

    /**
     * Points of a scenario that is run at several.
     *
     * @param cases their cases; none for all
     * @param at values that they have at some paths; none for any
     */
    record Points(List<LocatedValue<String>> cases, Map<String, List<LocatedValue<Node>>> at) {

        /** Copies the collections. */
        Points {
            cases = List.copyOf(cases);
            at = Map.copyOf(at);
        }
    }

    /**
     * What is expected of one figure.
     *
     * @param measure the figure
     * @param comparison with what, and how
     */
    record Claim(RowFigure measure, Comparison comparison) {}

    /**
     * A comparison.
     *
     * @param relation how
     * @param margin beside chance
     * @param errors given to chance
     * @param against with what
     */
    record Comparison(Relation relation, double margin, double errors, Against against) {}

    /** What a figure is compared with. */
    sealed interface Against {}

    /**
     * A number.
     *
     * @param value the number
     */
    record Fixed(double value) implements Against {}

    /**
     * Another row, which is like the one in hand but for what is named.
     *
     * @param point its point
     * @param strategy its strategy
     * @param budget its budget
     * @param bin its bin
     * @param measure which of its figures
     * @param times multiplies it
     */
    record OtherRow(
            Points point,
            Optional<LocatedValue<StrategyReference>> strategy,
            Optional<LocatedValue<Double>> budget,
            Optional<LocatedValue<String>> bin,
            Optional<Measure> measure,
            double times)
            implements Against {}
}
