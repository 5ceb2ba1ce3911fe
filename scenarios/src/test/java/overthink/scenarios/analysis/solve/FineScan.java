package overthink.scenarios.analysis.solve;

import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import overthink.scenarios.analysis.solve.Verdict.State;
import overthink.scenarios.analysis.solve.Verdict.Stretch;

/** Compares a verdict with the curve itself at many places, whatever found the verdict. */
final class FineScan {

    private FineScan() {}

    /** The first of some places at which a verdict says otherwise than the curve; empty when it says the same at all. */
    static Optional<String> disagreement(Verdict verdict, List<Double> places, DoubleUnaryOperator curve) {
        for (double at : places) {
            boolean near =
                    verdict.turns().stream().anyMatch(turn -> turn.problems().contains(at));
            if (!near) {
                boolean holds = verdict.relation().holds(curve.applyAsDouble(at), 0, 0);
                State said = said(verdict, at);
                if (said != State.OPEN && holds != (said == State.HOLDS)) {
                    return Optional.of("at %s the curve is %s, and the verdict is %s"
                            .formatted(at, curve.applyAsDouble(at), said));
                }
            }
        }
        return Optional.empty();
    }

    private static State said(Verdict verdict, double at) {
        Stretch last = verdict.stretches().get(0);
        for (Stretch stretch : verdict.stretches()) {
            boolean begun = stretch.start().map(start -> start.at() <= at).orElse(stretch.from() <= at);
            last = begun ? stretch : last;
        }
        return last.state();
    }

    /** So many places in even steps. */
    static List<Double> places(SearchRange range, int count) {
        return IntStream.rangeClosed(0, count)
                .mapToObj(i -> range.place((double) i / count))
                .distinct()
                .toList();
    }
}
