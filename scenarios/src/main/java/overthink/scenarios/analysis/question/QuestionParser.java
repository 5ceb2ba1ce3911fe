package overthink.scenarios.analysis.question;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import overthink.scenarios.expectation.Measure;
import overthink.scenarios.expectation.Relation;

/**
 * Reads questions.
 *
 * <pre>
 * figure     := [MEASURE "of"] STRATEGY ["{" parameter ":" value, … "}"] ["@" BUDGET] ["on" BIN]  |  MEASURE ["@" BUDGET] ["on" BIN]
 * term       := NUMBER  |  [NUMBER "*"] figure
 * side       := term (("-" | "+") term)*
 * comparison := side ("&gt;=" | "&lt;=" | "&gt;" | "&lt;" | "=") side
 * </pre>
 *
 * MEASURE is a label of {@link Measure}, accuracy unless said; BUDGET a number, or {@code inf} for where the curve ends; BIN a
 * bin of difficulty, in quotes when it has blanks; NUMBER a decimal, or a percentage. Names have hyphens, so a minus between
 * names has blanks around it.
 */
public final class QuestionParser {

    private static final String WHAT = "a figure, such as best-of-n@16 or 'coverage of best-of-n@16', or a number";

    private final QuestionCursor cursor;

    private QuestionParser(String text) {
        cursor = new QuestionCursor(text);
    }

    /**
     * Reads a comparison, such as {@code best-of-n@16 >= majority-vote@16}.
     *
     * @throws QuestionException when it is none
     */
    public static WrittenComparison comparison(String text) {
        QuestionParser parser = new QuestionParser(text);
        WrittenSide left = parser.side();
        Relation relation = parser.relation();
        WrittenSide right = parser.side();
        parser.end("nothing can follow the second side");
        if (left.figures().isEmpty() && right.figures().isEmpty()) {
            throw new QuestionException(text, 1, "one side must be a figure, such as best-of-n@16");
        }
        return new WrittenComparison(left, relation, right, text.strip());
    }

    /**
     * Reads a figure or a difference, such as {@code best-of-n@16 - majority-vote@16}.
     *
     * @throws QuestionException when it is none
     */
    public static WrittenSide difference(String text) {
        QuestionParser parser = new QuestionParser(text);
        WrittenSide side = parser.side();
        parser.end("nothing can follow a figure but '-' or '+'");
        if (side.figures().isEmpty()) {
            throw new QuestionException(text, 1, "there must be a figure, such as best-of-n@16");
        }
        return side;
    }

    /**
     * Reads one figure, such as {@code coverage of best-of-n@16 on hard}.
     *
     * @throws QuestionException when it is none
     */
    public static WrittenFigure figure(String text) {
        QuestionParser parser = new QuestionParser(text);
        WrittenFigure figure = parser.readFigure();
        parser.end("nothing can follow a figure here");
        return figure;
    }

    private void end(String rule) {
        if (!cursor.atEnd()) {
            throw cursor.refuse("%s, not '%s'".formatted(rule, cursor.rest()));
        }
    }

    private Relation relation() {
        Optional<String> sign = cursor.take(">=", "≥", "<=", "≤", "==", ">", "<", "=");
        if (sign.isEmpty()) {
            throw cursor.refuse("there must be >=, <=, >, < or = here, not " + cursor.found());
        }
        return switch (sign.get()) {
            case ">=", "≥" -> Relation.AT_LEAST;
            case "<=", "≤" -> Relation.AT_MOST;
            case ">" -> Relation.ABOVE;
            case "<" -> Relation.BELOW;
            default -> Relation.EQUALS;
        };
    }

    private WrittenSide side() {
        int start = cursor.column();
        List<WrittenSide.Term> terms = new ArrayList<>();
        terms.add(term(1));
        for (Optional<String> sign = sign(); sign.isPresent(); sign = sign()) {
            terms.add(term(sign.get().equals("+") ? 1 : -1));
        }
        return new WrittenSide(terms, cursor.since(start));
    }

    private Optional<String> sign() {
        return cursor.take("-", "−", "+");
    }

    private WrittenSide.Term term(int sign) {
        int start = cursor.column();
        OptionalDouble number = cursor.number();
        if (number.isEmpty()) {
            return new WrittenSide.Term(sign, Optional.of(readFigure()));
        }
        double times = sign * number.getAsDouble();
        if (cursor.take("*", "×").isEmpty()) {
            return new WrittenSide.Term(times, Optional.empty());
        }
        if (times == 0) {
            throw cursor.refuse(start, "a figure times 0 says nothing");
        }
        return new WrittenSide.Term(times, Optional.of(readFigure()));
    }

    private WrittenFigure readFigure() {
        Word first = cursor.word()
                .orElseThrow(() -> cursor.refuse("%s must stand here, not %s".formatted(WHAT, cursor.found())));
        Optional<Measure> measure = measure(first.text());
        boolean of = cursor.takeWord("of");
        if (of && measure.isEmpty()) {
            throw first.refuse("before 'of' stands one of %s, not %s%s"
                    .formatted(labels(), first.text(), Maybe.of(first.text(), labelList())));
        }
        Optional<Word> strategy = of
                ? Optional.of(cursor.word()
                        .orElseThrow(() -> cursor.refuse("a strategy must follow 'of', not " + cursor.found())))
                : measure.isPresent() ? Optional.empty() : Optional.of(first);
        Map<String, Object> parameters = strategy.isPresent() ? cursor.parameters() : Map.of();
        return new WrittenFigure(first, measure.orElse(Measure.ACCURACY), strategy, parameters, budget(), bin());
    }

    private OptionalDouble budget() {
        if (cursor.take("@").isEmpty()) {
            return OptionalDouble.empty();
        }
        if (cursor.takeWord("inf")
                || cursor.takeWord("infinity")
                || cursor.take("∞").isPresent()) {
            return OptionalDouble.of(Double.POSITIVE_INFINITY);
        }
        int column = cursor.column();
        String found = cursor.found();
        OptionalDouble amount = cursor.number();
        if (amount.isEmpty() || amount.getAsDouble() <= 0) {
            throw cursor.refuse(column, "a budget must follow '@': a number above 0, or inf; not " + found);
        }
        return amount;
    }

    private Optional<Word> bin() {
        return cursor.takeWord("on")
                ? Optional.of(
                        cursor.name().orElseThrow(() -> cursor.refuse("a bin must follow 'on', not " + cursor.found())))
                : Optional.empty();
    }

    private static Optional<Measure> measure(String label) {
        return Arrays.stream(Measure.values())
                .filter(one -> one.label().equals(label))
                .findFirst();
    }

    /** The labels of all measures. */
    static List<String> labelList() {
        return Arrays.stream(Measure.values()).map(Measure::label).toList();
    }

    private static String labels() {
        return labelList().stream().collect(Collectors.joining(", "));
    }
}
