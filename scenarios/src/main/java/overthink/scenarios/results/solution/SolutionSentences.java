package overthink.scenarios.results.solution;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import overthink.scenarios.analysis.question.Answer;
import overthink.scenarios.analysis.solve.Crossing;
import overthink.scenarios.analysis.solve.CrossingSearch;
import overthink.scenarios.analysis.solve.LookedPoint;
import overthink.scenarios.analysis.solve.SearchRange;
import overthink.scenarios.analysis.solve.Solution;
import overthink.scenarios.analysis.solve.Sought;
import overthink.scenarios.analysis.solve.Verdict;
import overthink.scenarios.expectation.Relation;
import overthink.scenarios.text.Amount;
import overthink.scenarios.text.Plain;

/** What a search found, in sentences. */
final class SolutionSentences {

    private final Sought sought;
    private final Solution solution;
    private final Verdict verdict;
    private final Relation relation;
    private final SolutionPlaces places;
    private final SolutionValues values;

    SolutionSentences(SolutionDocument document) {
        sought = document.sought();
        solution = document.solution();
        verdict = document.verdict();
        relation = verdict.relation();
        places = new SolutionPlaces(solution);
        values = new SolutionValues(document);
    }

    /** The answer. */
    String answer() {
        if (verdict.never()) {
            return "Never between %s: %s.".formatted(places.ends(), extreme());
        }
        if (verdict.always()) {
            return "Always: it holds everywhere between %s; %s.".formatted(places.ends(), nearest());
        }
        if (relation == Relation.EQUALS && !verdict.turns().isEmpty()) {
            return "Both sides are equal at %s."
                    .formatted(join(verdict.turns().stream().map(places::place).toList()));
        }
        if (verdict.unanswered()) {
            return "Trials do not tell whether it holds anywhere between %s: %s. More trials may, as --set trials.count=1000."
                    .formatted(places.ends(), extreme());
        }
        String open = verdict.open().isEmpty()
                ? ""
                : ". Trials do not tell %s"
                        .formatted(
                                join(verdict.open().stream().map(places::where).toList()));
        return "It holds %s%s."
                .formatted(join(verdict.holding().stream().map(places::where).toList()), open);
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
                ? "between %s and %s".formatted(places.place(crossing.below()), places.place(crossing.above()))
                : "at " + places.place(crossing);
        String jump = crossing.jump() == 0 ? "" : ", in a jump of " + values.gap(crossing.jump());
        return "The difference %s %s%s: %s.".formatted(way, where, jump, certainty(crossing));
    }

    private String certainty(Crossing crossing) {
        if (solution.exact() && values.problems() == 0) {
            return "exact for the population";
        }
        String problems = "these " + Amount.of(values.problems(), "problem");
        String these = solution.exact()
                ? "exact for " + problems
                : "for %s %s".formatted(problems, places.bounds(crossing.problems()));
        if (!crossing.population().known()) {
            return these + (solution.exact() ? "" : " (95 %)");
        }
        return solution.exact() && places.isNarrow(crossing)
                ? these + " and for the population"
                : "%s; for the population that they were drawn from %s (95 %%)"
                        .formatted(these, places.bounds(crossing.population()));
    }

    /** What holds beyond every budget; empty where that is not known. */
    String endless(Optional<Answer> gap) {
        return gap.map(answer -> "As the budget grows without end the difference goes to %s, where it %s."
                        .formatted(
                                values.value(answer, true),
                                relation.holds(answer.value(), 0, 0) ? "holds" : "does not hold"))
                .orElse("");
    }

    /** What it rests on. */
    String basis() {
        SearchRange range = solution.range();
        String looked = "Looked at %s between %s%s, more closely where the difference comes nearer to 0 in between."
                .formatted(
                        Amount.of(solution.points().size(), range.whole() ? "number" : "place"),
                        places.ends(),
                        range.logarithmic() ? " by their logarithms" : "");
        String rests = solution.exact()
                ? " All is exact, without trials%s."
                        .formatted(range.whole() ? "" : "; places of crossings to a ten-millionth of the interval")
                : " Every place has the same problems, seed and random addresses. A sign counts for these problems %s standard errors of trials from 0: chance gives any of at most %d places a wrong one with at most %s."
                        .formatted(
                                Plain.of(Math.round(100 * solution.errors()) / 100.0),
                                CrossingSearch.MOST_SEEN,
                                Plain.of(100 * CrossingSearch.ALARM) + " %");
        return looked + rests;
    }

    private static String join(List<String> parts) {
        return parts.size() < 3
                ? String.join(", and ", parts)
                : parts.subList(0, parts.size() - 1).stream().collect(Collectors.joining(", ")) + ", and "
                        + parts.get(parts.size() - 1);
    }

    /** The side that comes nearest to what is asked, where it never holds. */
    private String extreme() {
        boolean more = relation == Relation.AT_LEAST || relation == Relation.ABOVE;
        LookedPoint point = relation == Relation.EQUALS
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

    private String extreme(LookedPoint point, String word) {
        boolean alone = sought.comparison().right().terms().isEmpty();
        Answer answer = alone
                ? sought.curve().sides(point.at()).left()
                : sought.curve().sides(point.at()).gap();
        String subject = alone ? sought.question().left().text() : "the difference";
        return "the %s of %s is %s, at %s"
                .formatted(word, subject, values.value(answer, !alone), places.place(point.at()));
    }
}
