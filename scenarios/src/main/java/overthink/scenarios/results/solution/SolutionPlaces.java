package overthink.scenarios.results.solution;

import overthink.core.api.RealRange;
import overthink.scenarios.analysis.solve.Bounds;
import overthink.scenarios.analysis.solve.Crossing;
import overthink.scenarios.analysis.solve.SearchRange;
import overthink.scenarios.analysis.solve.Solution;
import overthink.scenarios.analysis.solve.Verdict.Stretch;
import overthink.scenarios.text.Figure;
import overthink.scenarios.text.Numbers;
import overthink.scenarios.text.Plain;

/** The places of a solution as people read them. */
final class SolutionPlaces {

    /** An interval of this share of what was searched is a place. */
    private static final double NARROW = 1e-6;

    private final Solution solution;

    SolutionPlaces(Solution solution) {
        this.solution = solution;
    }

    /** The ends of what was searched. */
    String ends() {
        return place(solution.range().least()) + " and "
                + place(solution.range().most());
    }

    /** A place with the digits that one reads, an end of the range with all that it has. */
    String place(double at) {
        SearchRange range = solution.range();
        return range.whole()
                ? Numbers.budget(at)
                : at == range.least() || at == range.most() ? RealRange.text(at) : Plain.of(at);
    }

    /** A crossing with the digits that its interval supports. */
    String place(Crossing crossing) {
        if (solution.range().whole()) {
            return place(crossing.at());
        }
        double error = Math.max(
                crossing.problems().upper() - crossing.at(),
                crossing.at() - crossing.problems().lower());
        return solution.exact() || !(error > 0 && Double.isFinite(error))
                ? Plain.of(crossing.at())
                : Figure.of(crossing.at(), error / 10, 12).value();
    }

    /** Where a stretch is, as it follows "it holds". */
    String where(Stretch stretch) {
        SearchRange range = solution.range();
        String from = stretch.start().map(this::place).orElse(place(stretch.from()));
        String to = stretch.end()
                .map(end -> range.whole() ? place(end.at() - 1) : place(end))
                .orElse(place(stretch.to()));
        if (from.equals(to)) {
            return "at " + from;
        }
        if (stretch.from() == range.least()) {
            return "up to " + to;
        }
        return stretch.to() == range.most() ? "from %s on".formatted(from) : "between %s and %s".formatted(from, to);
    }

    /** Whether the interval for the population is no wider than a place. */
    boolean isNarrow(Crossing crossing) {
        Bounds bounds = crossing.population();
        SearchRange range = solution.range();
        if (!(Double.isFinite(bounds.lower()) && Double.isFinite(bounds.upper()))) {
            return false;
        }
        return range.whole()
                ? bounds.lower() >= crossing.below() && bounds.upper() <= crossing.above()
                : range.share(bounds.upper()) - range.share(bounds.lower()) < NARROW;
    }

    /** An interval, as it follows "it is". */
    String bounds(Bounds bounds) {
        boolean low = Double.isFinite(bounds.lower());
        boolean high = Double.isFinite(bounds.upper());
        double width = bounds.upper() - bounds.lower();
        String lower = end(Math.floor(bounds.lower()), bounds.lower(), width);
        String upper = end(Math.ceil(bounds.upper()), bounds.upper(), width);
        if (low && high && lower.equals(upper)) {
            return "at " + lower;
        }
        if (low && high) {
            return "between %s and %s".formatted(lower, upper);
        }
        return low ? "above " + lower : high ? "below " + upper : "anywhere in the interval";
    }

    private String end(double outer, double at, double width) {
        if (solution.range().whole()) {
            return place(outer);
        }
        return width > 0 && Double.isFinite(width)
                ? Figure.of(at, width / 20, 12).value()
                : Plain.of(at);
    }
}
