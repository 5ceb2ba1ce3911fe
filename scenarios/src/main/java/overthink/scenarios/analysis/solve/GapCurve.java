package overthink.scenarios.analysis.solve;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import overthink.core.estimate.Method;
import overthink.core.estimate.Row;
import overthink.core.results.Results;
import overthink.core.world.Gathering;
import overthink.scenarios.analysis.question.Answer;
import overthink.scenarios.analysis.question.AskedComparison;
import overthink.scenarios.analysis.question.Evidence;

/** The gap between both sides of a comparison as a number changes, and both sides at the places that were looked at. */
public interface GapCurve extends Curve {

    /**
     * Both sides at a place.
     *
     * @throws IllegalArgumentException when it was not looked at
     */
    GapPoint sides(double at);

    /**
     * What rows say of a comparison.
     *
     * @throws UnansweredException when a row is missing
     */
    static GapPoint point(AskedComparison comparison, Results results, double at) {
        if (!results.faults().isEmpty()) {
            throw new UnansweredException("strategy %s was stopped: it %s"
                    .formatted(
                            results.faults().get(0).strategy(),
                            results.faults().get(0).message()));
        }
        Evidence evidence = Evidence.of(results);
        Optional<Answer> left = evidence.answer(comparison.left());
        Optional<Answer> right = evidence.answer(comparison.right());
        Optional<Answer> gap = evidence.answer(comparison.gap());
        if (left.isEmpty() || right.isEmpty() || gap.isEmpty()) {
            throw new UnansweredException(missing(comparison, evidence, at));
        }
        Set<Method> methods = EnumSet.noneOf(Method.class);
        results.rows().forEach(row -> methods.add(row.method()));
        boolean population = results.samples().stream().allMatch(sample -> sample.gathering() == Gathering.POPULATION);
        int problems = population
                ? 0
                : results.rows().stream().mapToInt(Row::problems).min().orElse(0);
        return new GapPoint(left.get(), right.get(), gap.get(), methods, problems);
    }

    private static String missing(AskedComparison comparison, Evidence evidence, double at) {
        return comparison.figures().stream()
                .filter(figure -> evidence.answer(figure).isEmpty())
                .map(figure -> figure.limit()
                        ? "%s is not known: nothing says where this curve ends".formatted(figure)
                        : "there is no row of %s at %s: no problem is in its bin".formatted(figure, at))
                .findFirst()
                .orElse("no answer at " + at);
    }

    /** A point of the curve. */
    static LookedPoint curvePoint(double at, GapPoint point) {
        Answer gap = point.gap();
        return new LookedPoint(at, gap.value(), gap.stdError(), gap.populationStdError(), gap.tolerance());
    }
}
