package overthink.scenarios.analysis.solve;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import overthink.scenarios.expectation.Relation;

/**
 * Where a relation holds between a curve and 0.
 *
 * @param stretches from one end of the range to the other: neighbours differ in their state
 * @param turns where the relation begins or ceases to hold, ascending; for {@link Relation#EQUALS} every crossing
 */
public record Verdict(Relation relation, List<Stretch> stretches, List<Crossing> turns) {

    /** Copies the lists. */
    public Verdict {
        stretches = List.copyOf(stretches);
        turns = List.copyOf(turns);
    }

    /** What is known of a place. */
    public enum State {
        /** The relation holds. */
        HOLDS("yes"),
        /** It does not. */
        FAILS("no"),
        /** Chance does not let one tell. */
        OPEN("?");

        private final String label;

        State(String label) {
            this.label = label;
        }

        /** The name in results. */
        public String label() {
            return label;
        }
    }

    /**
     * Places of one state.
     *
     * @param from the first
     * @param to the last
     * @param state what is known of them
     * @param start where the state begins; empty at the end of the range, or where a sign ceases to count without a crossing
     * @param end where it ends; empty likewise
     */
    public record Stretch(double from, double to, State state, Optional<Crossing> start, Optional<Crossing> end) {}

    /** Where a relation holds, of a solution. */
    public static Verdict of(Solution solution, Relation relation) {
        List<Stretch> stretches = new ArrayList<>();
        for (Span span : solution.spans()) {
            State state = state(relation, span.sign(), solution.exact());
            int last = stretches.size() - 1;
            Optional<Crossing> between = solution.crossings().stream()
                    .filter(crossing -> crossing.above() == span.from())
                    .findFirst();
            if (last >= 0 && stretches.get(last).state() == state && relation != Relation.EQUALS) {
                Stretch before = stretches.get(last);
                stretches.set(last, new Stretch(before.from(), span.to(), state, before.start(), Optional.empty()));
            } else {
                if (last >= 0) {
                    Stretch before = stretches.get(last);
                    stretches.set(
                            last, new Stretch(before.from(), before.to(), before.state(), before.start(), between));
                }
                stretches.add(new Stretch(span.from(), span.to(), state, between, Optional.empty()));
            }
        }
        List<Crossing> turns = relation == Relation.EQUALS
                ? solution.crossings()
                : stretches.stream()
                        .flatMap(stretch -> stretch.start().stream())
                        .toList();
        return new Verdict(relation, stretches, turns);
    }

    private static State state(Relation relation, int sign, boolean exact) {
        return sign == 0 && !exact ? State.OPEN : relation.holds(sign, 0, 0) ? State.HOLDS : State.FAILS;
    }

    /** What is known of a point of the curve. */
    public State at(LookedPoint point, Solution solution) {
        return state(relation, point.sign(solution.errors()), point.exact());
    }

    /** Where it holds. */
    public List<Stretch> holding() {
        return stretches.stream()
                .filter(stretch -> stretch.state() == State.HOLDS)
                .toList();
    }

    /** Where one cannot tell. */
    public List<Stretch> open() {
        return stretches.stream()
                .filter(stretch -> stretch.state() == State.OPEN)
                .toList();
    }

    /** Whether it holds everywhere in the range. */
    public boolean always() {
        return stretches.stream().allMatch(stretch -> stretch.state() == State.HOLDS);
    }

    /** Whether it holds nowhere in the range, as far as was looked. */
    public boolean never() {
        return stretches.stream().allMatch(stretch -> stretch.state() == State.FAILS)
                && !(relation == Relation.EQUALS && !turns.isEmpty());
    }

    /** Whether there is no place where it can be said to hold. */
    public boolean unanswered() {
        return holding().isEmpty() && !(relation == Relation.EQUALS && !turns.isEmpty());
    }
}
