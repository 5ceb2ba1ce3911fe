package overthink.scenarios.analysis.allocation;

import java.util.Map;

/**
 * What a budget is spent on.
 *
 * @param strategy its name; what it is instead where it is no single strategy
 * @param parameters as given in the scenario
 * @param kind which of the kinds
 */
public record Candidate(String strategy, Map<String, Object> parameters, Kind kind) {

    /** What there is to spend on. */
    public enum Kind {
        /** One strategy, under different budgets. */
        STRATEGY,
        /** Any strategy under any budget, for each class of problems the best. */
        ANY,
        /** Candidates that are drawn until enough of them are right. */
        RIGHT_ANSWERS
    }

    /** Copies the map. */
    public Candidate {
        parameters = Map.copyOf(parameters);
    }

    /** All strategies. */
    static final Candidate ANY_STRATEGY = new Candidate("best strategy for each", Map.of(), Kind.ANY);

    /** Right answers. */
    static final Candidate COLLECTED = new Candidate("right answers", Map.of(), Kind.RIGHT_ANSWERS);
}
