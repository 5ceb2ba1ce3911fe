package overthink.scenarios.results.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import overthink.core.estimate.Bin;
import overthink.core.estimate.Leader;
import overthink.core.estimate.Row;
import overthink.scenarios.results.ResultDocument;
import overthink.scenarios.text.Amount;

/** The two or three things that matter of a page, in sentences: who leads under the largest budget, and who turns down. */
final class Headline {

    /** More curves that fall are counted. */
    private static final int MOST = 3;

    private final ResultDocument document;
    private final String infinity;
    private final ErrorScope error;

    Headline(ResultDocument document, String infinity, ErrorScope error) {
        this.document = document;
        this.infinity = infinity;
        this.error = error;
    }

    /** What matters most, in sentences; empty when there is nothing to compare. */
    static String of(ResultDocument document, String infinity, ErrorScope error) {
        Headline headline = new Headline(document, infinity, error);
        return Grid.all(document.rows()).stream()
                .filter(grid -> grid.rows().get(0).bin().equals(Bin.ALL))
                .map(headline::of)
                .collect(Collectors.joining(" "))
                .strip();
    }

    /** The sentences of one resource's curves on all problems; empty when there is nothing to compare. */
    String of(Grid grid) {
        String unit = grid.unit();
        List<String> sentences = new ArrayList<>();
        document.leaders().stream()
                .filter(leader -> leader.bin().equals(Bin.ALL) && leader.resource() == grid.resource())
                .findFirst()
                .ifPresent(leader -> sentences.add(leader(leader, grid, unit)));
        Map<Grid.Line, TurnText> turns = TurnSection.of(grid, document.turningPoints(), infinity, error);
        if (!turns.isEmpty()) {
            sentences.add(falls(turns, unit));
        }
        return String.join(" ", sentences);
    }

    private String leader(Leader leader, Grid grid, String unit) {
        List<String> equal = rivals(leader, rival -> !rival.lead().seen());
        List<String> equalElsewhere =
                rivals(leader, rival -> rival.lead().seen() && !rival.lead().seenOverPopulation());
        String tied = "";
        if (equal.size() == leader.rivals().size()) {
            tied = equal.size() == 1
                    ? ", but cannot be told from " + equal.get(0)
                    : ", but cannot be told from any of the others";
        } else if (!equal.isEmpty()) {
            tied = ", but cannot be told from " + either(equal);
        }
        if (!equalElsewhere.isEmpty()) {
            tied += (tied.isEmpty()
                            ? ", but over the population it cannot be told from "
                            : ", nor over the population from ")
                    + either(equalElsewhere);
        }
        Grid.Line line = Grid.Line.of(leader.strategy(), leader.parameters());
        String accuracy = Optional.ofNullable(grid.lines().get(line))
                .map(rows -> rows.get(leader.budget()))
                .map(this::percent)
                .orElse("");
        return "At %s %s is the most accurate%s%s."
                .formatted(Amount.budget(leader.budget(), unit), TurnSection.name(line), accuracy, tied);
    }

    private String percent(Row row) {
        Cell cell = error.accuracy(row, false);
        return " (" + cell.whole() + cell.fraction() + " %)";
    }

    private static List<String> rivals(Leader leader, java.util.function.Predicate<Leader.Rival> which) {
        return leader.rivals().stream()
                .filter(which)
                .map(rival -> TurnSection.name(Grid.Line.of(rival.strategy(), rival.parameters())))
                .toList();
    }

    private static String either(List<String> names) {
        int last = names.size() - 1;
        return last == 0 ? names.get(0) : String.join(", ", names.subList(0, last)) + " or " + names.get(last);
    }

    private static String falls(Map<Grid.Line, TurnText> turns, String unit) {
        List<String> falls = turns.entrySet().stream()
                .filter(entry -> entry.getValue().turnsDown())
                .map(entry -> fall(entry.getKey(), entry.getValue(), unit))
                .toList();
        if (falls.isEmpty()) {
            boolean slightly = turns.values().stream().anyMatch(TurnText::falls);
            return "%s seen to turn down%s."
                    .formatted(
                            turns.size() == 1 ? "It is not" : "None is",
                            slightly ? " by more than 5 % of its gain and beyond these problems" : "");
        }
        String more = falls.size() > MOST ? ", and " + (falls.size() - MOST) + " more do" : "";
        return falls.stream().limit(MOST).collect(Collectors.joining("; ")) + more + ".";
    }

    private static String fall(Grid.Line line, TurnText turn, String unit) {
        return "%s turns down after %s, from %s %% to %s %% %s"
                .formatted(
                        TurnSection.name(line),
                        turn.best(unit),
                        turn.accuracy(),
                        turn.endAccuracy(),
                        Double.isInfinite(turn.turn().end()) ? "in the end" : "at " + turn.end());
    }
}
