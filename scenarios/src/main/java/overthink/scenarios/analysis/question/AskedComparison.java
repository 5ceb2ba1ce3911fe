package overthink.scenarios.analysis.question;

import java.util.List;
import java.util.stream.Stream;
import overthink.scenarios.expectation.Relation;

/**
 * A comparison of figures, or of a figure and a number.
 *
 * @param left what is compared
 * @param relation how it is to stand to the other side
 * @param right what it is compared with
 * @param text as it was asked
 */
public record AskedComparison(Side left, Relation relation, Side right, String text) {

    /** How much more the left side is than the right one. */
    public Side gap() {
        return left.minus(right);
    }

    /** The figures of both sides. */
    public List<AskedFigure> figures() {
        return Stream.concat(left.figures().stream(), right.figures().stream())
                .distinct()
                .toList();
    }

    /**
     * Whether it holds, chance apart.
     *
     * @param gap what {@link #gap} is
     */
    public boolean holds(double gap) {
        return relation.holds(gap, 0, 0);
    }
}
