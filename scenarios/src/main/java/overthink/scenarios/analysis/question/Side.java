package overthink.scenarios.analysis.question;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A number plus multiples of figures.
 *
 * @param terms the multiples
 * @param constant the number
 */
public record Side(List<Term> terms, double constant) {

    /** Puts together the multiples of one figure, and leaves out what comes to nothing. */
    public Side {
        Map<AskedFigure, Double> sums = new LinkedHashMap<>();
        terms.forEach(term -> sums.merge(term.figure(), term.times(), Double::sum));
        terms = sums.entrySet().stream()
                .filter(sum -> sum.getValue() != 0)
                .map(sum -> new Term(sum.getValue(), sum.getKey()))
                .toList();
    }

    /**
     * A multiple of a figure.
     *
     * @param times what multiplies it
     * @param figure the figure
     */
    public record Term(double times, AskedFigure figure) {}

    /** The figures. */
    public List<AskedFigure> figures() {
        return terms.stream().map(Term::figure).toList();
    }

    /** This less another. */
    public Side minus(Side other) {
        List<Term> all = new ArrayList<>(terms);
        other.terms.forEach(term -> all.add(new Term(-term.times(), term.figure())));
        return new Side(all, constant - other.constant);
    }
}
