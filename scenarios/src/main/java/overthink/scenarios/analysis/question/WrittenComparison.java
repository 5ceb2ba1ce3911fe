package overthink.scenarios.analysis.question;

import java.util.List;
import java.util.stream.Stream;
import overthink.scenarios.expectation.Relation;

/**
 * A comparison as it is written.
 *
 * @param left what is compared
 * @param relation how it is to stand to the other side
 * @param right what it is compared with
 * @param text all of it
 */
public record WrittenComparison(WrittenSide left, Relation relation, WrittenSide right, String text) {

    /** The figures of both sides. */
    public List<WrittenFigure> figures() {
        return Stream.concat(left.figures().stream(), right.figures().stream()).toList();
    }
}
