package overthink.scenarios.results;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import overthink.core.api.RealRange;
import overthink.core.estimate.Estimate;
import overthink.scenarios.analysis.question.Answer;
import overthink.scenarios.analysis.solve.Bounds;
import overthink.scenarios.analysis.solve.Crossing;
import overthink.scenarios.analysis.solve.CrossingSearch;
import overthink.scenarios.analysis.solve.CurvePoint;
import overthink.scenarios.analysis.solve.SearchRange;
import overthink.scenarios.analysis.solve.Solution;
import overthink.scenarios.analysis.solve.Sought;
import overthink.scenarios.analysis.solve.Verdict;
import overthink.scenarios.analysis.solve.Verdict.State;
import overthink.scenarios.analysis.solve.Verdict.Stretch;
import overthink.scenarios.expectation.Relation;
import overthink.scenarios.text.Amount;
import overthink.scenarios.text.Figure;
import overthink.scenarios.text.Numbers;
import overthink.scenarios.text.Plain;

/** What a search found, in sentences. */
final class SolutionSentences {

    /** An interval of this share of what was searched is a place. */
    private static final double NARROW = 1e-6;

    /** A difference of this share of the greatest one is none. */
    private static final double NOTHING = 1e-6;

    private final Sought sought;
    private final Solution solution;
    private final Verdict verdict;
    private final Relation relation;
    private final boolean shares;

    SolutionSentences(SolutionDocument document) {
        sought = document.sought();
        solution = document.solution();
        verdict = document.verdict();
        relation = verdict.relation();
        shares = sought.comparison().figures().stream()
                .allMatch(figure -> figure.measure().quantity().share());
    }

    /** The answer. */
    String answer() {
        if (verdict.never()) {
            return "Never between %s: %s.".formatted(ends(), extreme());
        }
        if (verdict.always()) {
            return "Always: it holds everywhere between %s; %s.".formatted(ends(), nearest());
        }
        if (relation == Relation.EQUALS && !verdict.turns().isEmpty()) {
            return "Both sides are equal at %s."
                    .formatted(join(verdict.turns().stream().map(this::place).toList()));
        }
        if (verdict.unanswered()) {
            return "Trials do not tell whether it holds anywhere between %s: %s. More trials may, as --set trials.count=1000."
                    .formatted(ends(), extreme());
        }
        String open = verdict.open().isEmpty()
                ? ""
                : ". Trials do not tell %s"
                        .formatted(join(verdict.open().stream().map(this::where).toList()));
        return "It holds %s%s."
                .formatted(join(verdict.holding().stream().map(this::where).toList()), open);
    }

    /** What the number is in the scenario, and what holds there; empty where it is not known. */
    String current() {
        OptionalDouble current = sought.current();
        if (current.isEmpty()) {
            return "";
        }
        String state = verdict.stretches().stream()
                .filter(stretch -> current.getAsDouble() >= stretch.from() && current.getAsDouble() <= stretch.to())
                .findFirst()
                .map(stretch -> switch (stretch.state()) {
                    case HOLDS -> ", where it holds";
                    case FAILS -> ", where it does not hold";
                    case OPEN -> ", where trials do not tell";
                })
                .orElse("");
        return "In the scenario it is %s%s.".formatted(Plain.of(current.getAsDouble()), state);
    }

    /** Where and how surely a crossing is. */
    String crossing(Crossing crossing) {
        String way = crossing.from() == crossing.to()
                ? "touches 0"
                : crossing.rising() ? "rises through 0" : "falls through 0";
        String where = solution.range().whole()
                ? "between %s and %s".formatted(place(crossing.below()), place(crossing.above()))
                : "at " + place(crossing);
        String jump = crossing.jump() == 0 ? "" : ", in a jump of " + gap(crossing.jump());
        String problems = "these " + Amount.of(problems(), "problem");
        String these = solution.exact()
                ? "exact for " + problems
                : "for %s %s".formatted(problems, bounds(crossing.problems()));
        String population = !crossing.population().known()
                ? ""
                : solution.exact() && isNarrow(crossing)
                        ? " and for the population"
                        : "; for the population that they were drawn from %s".formatted(bounds(crossing.population()));
        String confidence = solution.exact() && !population.startsWith(";") ? "" : " (95 %)";
        return "The difference %s %s%s: %s%s%s.".formatted(way, where, jump, these, population, confidence);
    }

    /** What it rests on. */
    String basis() {
        SearchRange range = solution.range();
        String looked = "Looked at %s between %s%s, more closely where the difference comes nearer to 0 in between."
                .formatted(
                        Amount.of(solution.points().size(), range.whole() ? "number" : "place"),
                        ends(),
                        range.logarithmic() ? " by their logarithms" : "");
        String rests = solution.exact()
                ? " All is exact, without trials%s."
                        .formatted(range.whole() ? "" : "; places of crossings to a ten-millionth of the interval")
                : " Every place has the same problems, seed and random addresses. A sign counts %s standard errors from 0: chance gives any of at most %d places a wrong one with at most %s."
                        .formatted(
                                Plain.of(Math.round(100 * solution.errors()) / 100.0),
                                CrossingSearch.MOST_SEEN,
                                Plain.of(100 * CrossingSearch.ALARM) + " %");
        return looked + rests;
    }

    // ---- places ----

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

    private String where(Stretch stretch) {
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

    private boolean isNarrow(Crossing crossing) {
        Bounds bounds = crossing.population();
        SearchRange range = solution.range();
        if (!(Double.isFinite(bounds.lower()) && Double.isFinite(bounds.upper()))) {
            return false;
        }
        return range.whole()
                ? bounds.lower() >= crossing.below() && bounds.upper() <= crossing.above()
                : range.share(bounds.upper()) - range.share(bounds.lower()) < NARROW;
    }

    private String bounds(Bounds bounds) {
        boolean low = Double.isFinite(bounds.lower());
        boolean high = Double.isFinite(bounds.upper());
        double width = bounds.upper() - bounds.lower();
        String lower = end(Math.floor(bounds.lower()), bounds.lower(), width);
        String upper = end(Math.ceil(bounds.upper()), bounds.upper(), width);
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

    private static String join(List<String> parts) {
        return parts.size() < 3
                ? String.join(", and ", parts)
                : parts.subList(0, parts.size() - 1).stream().collect(Collectors.joining(", ")) + ", and "
                        + parts.get(parts.size() - 1);
    }

    // ---- values ----

    /** The side that comes nearest to what is asked, where it never holds. */
    private String extreme() {
        boolean more = relation == Relation.AT_LEAST || relation == Relation.ABOVE;
        CurvePoint point = relation == Relation.EQUALS
                ? solution.points().stream()
                        .min(Comparator.comparingDouble(one -> Math.abs(one.value())))
                        .orElseThrow()
                : more ? solution.most() : solution.least();
        return extreme(point, relation == Relation.EQUALS ? "nearest" : more ? "most" : "least");
    }

    /** The side that comes nearest to not holding, where it always does. */
    private String nearest() {
        boolean more = relation == Relation.AT_LEAST || relation == Relation.ABOVE;
        return extreme(more ? solution.least() : solution.most(), more ? "least" : "most");
    }

    private String extreme(CurvePoint point, String word) {
        boolean alone = sought.comparison().right().terms().isEmpty();
        Answer answer = alone
                ? sought.curve().sides(point.at()).left()
                : sought.curve().sides(point.at()).gap();
        String subject = alone ? sought.question().left().text() : "the difference";
        return "the %s of %s is %s, at %s".formatted(word, subject, value(answer, !alone), place(point.at()));
    }

    /** A value with the error of trials. */
    private String value(Answer answer, boolean signed) {
        double times = shares ? 100 : 1;
        double error = Estimate.Z95 * times * answer.stdError();
        String text = error > 0
                ? Figure.of(times * answer.value(), error, 12).value() + " ±"
                        + Figure.of(times * answer.value(), error, 12).error()
                : shares ? Figure.exact(times * answer.value(), 0, 2).value() : Plain.of(answer.value());
        return (signed && answer.value() > 0 ? "+" : "") + text + (shares ? " %" : "");
    }

    private String gap(double gap) {
        return shares ? Plain.of(Math.round(1e4 * gap) / 1e2) + " %" : Plain.of(gap);
    }

    /** Cells of the table: one side, its error that of trials alone. */
    Cell side(Answer answer) {
        double times = shares ? 100 : 1;
        double error = Estimate.Z95 * times * answer.stdError();
        return error > 0
                ? Cell.number(Figure.of(times * answer.value(), error, 12).value(), shares ? " %" : "", false)
                : shares
                        ? Cell.number(Figure.exact(times * answer.value(), 0, 2).value(), " %", false)
                        : Cell.number(Plain.of(answer.value()), "", false);
    }

    /** The difference with its error over the population, or of trials where that is not known. */
    Cell difference(Answer answer) {
        double times = shares ? 100 : 1;
        double known = Double.isFinite(answer.populationStdError()) ? answer.populationStdError() : answer.stdError();
        double error = Estimate.Z95 * times * known;
        double greatest = greatest();
        if (!(error > NOTHING * times * greatest)) {
            return Math.abs(answer.value()) < NOTHING * greatest ? Cell.number("0", "", false) : side(answer);
        }
        Figure figure = Figure.of(times * answer.value(), error, 12);
        String sign = answer.value() > 0 && !figure.value().matches("[0.]*") ? "+" : "";
        return Cell.number(sign + figure.value(), " ±" + figure.error(), false);
    }

    /** What ± in the table is; empty without any. */
    String errors() {
        boolean population =
                solution.points().stream().anyMatch(point -> point.populationStdError() > NOTHING * greatest());
        boolean trials = solution.points().stream().anyMatch(point -> point.stdError() > 0);
        return population
                ? "± is the 95 %% half-width of the difference over the population of problems, of which these are %d, paired by problem."
                        .formatted(problems())
                : trials ? "± is the 95 % half-width of the difference over these problems, paired." : "";
    }

    /** The difference that is furthest from 0. */
    private double greatest() {
        return Math.max(solution.most().value(), -solution.least().value());
    }

    private int problems() {
        return sought.curve().sides(solution.points().get(0).at()).problems();
    }

    /** Which rows the table shows: places at even steps, and those next to crossings. */
    List<CurvePoint> shown(int most) {
        List<CurvePoint> points = solution.points();
        List<Double> places = new ArrayList<>(CrossingSearch.places(solution.range(), most));
        solution.crossings().forEach(crossing -> {
            places.add(crossing.below());
            places.add(crossing.above());
        });
        if (!solution.range().whole()) {
            solution.crossings().forEach(crossing -> {
                double hidden = solution.exact() ? crossing.below() : Double.NaN;
                places.removeIf(place -> place == hidden);
            });
        }
        return points.stream().filter(point -> places.contains(point.at())).toList();
    }

    /** What is known at a point. */
    String state(CurvePoint point) {
        State state = verdict.at(point, solution);
        return state.label();
    }
}
