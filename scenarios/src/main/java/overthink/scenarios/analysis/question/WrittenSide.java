package overthink.scenarios.analysis.question;

import java.util.List;
import java.util.Optional;

/**
 * A sum of numbers and multiples of figures as it is written.
 *
 * @param terms at least one
 * @param text all of it
 */
public record WrittenSide(List<Term> terms, String text) {

    /** Copies the list. */
    public WrittenSide {
        terms = List.copyOf(terms);
    }

    /**
     * A number, or a multiple of a figure.
     *
     * @param times the number, or what multiplies the figure
     * @param figure empty for a number
     */
    public record Term(double times, Optional<WrittenFigure> figure) {}

    /** The figures that it is made of. */
    public List<WrittenFigure> figures() {
        return terms.stream().flatMap(term -> term.figure().stream()).toList();
    }
}
