package overthink.strategies.search;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import overthink.core.api.Capability;
import overthink.core.api.LogOdds;
import overthink.core.api.ParameterSpec;
import overthink.core.api.Parameters;
import overthink.core.api.Session;
import overthink.strategies.voting.AnswerWeights;

/** How a search chooses among the whole candidates that it ends with. */
final class FinalChoice {

    /** The rules. */
    enum Rule {
        /** The best score, the first of equals. */
        ARGMAX,
        /** The answer that most of them give, of equals the one generated first. */
        VOTE,
        /** The answer with the greatest sum of scores as probabilities, of equals the one generated first. */
        WEIGHTED;

        static Rule of(Parameters parameters) {
            return valueOf(parameters.choice("select").toUpperCase(Locale.ROOT));
        }

        /** What the choice needs of a world, beside what the search needs. */
        Set<Capability> needs() {
            return this == ARGMAX
                    ? Set.of(Capability.STEPS, Capability.PROCESS_VERIFIER)
                    : Set.of(Capability.STEPS, Capability.PROCESS_VERIFIER, Capability.ANSWERS);
        }
    }

    private final Rule rule;
    private final AnswerWeights weights = new AnswerWeights();
    private int best;
    private double bestScore;

    FinalChoice(Rule rule) {
        this.rule = rule;
    }

    static ParameterSpec parameter() {
        return ParameterSpec.choice(
                "select",
                List.of("argmax", "vote", "weighted"),
                "which of the last candidates is the answer: the best score, the most frequent answer, or the answer of the"
                        + " greatest sum of scores as probabilities");
    }

    /** Begins a choice. */
    void start() {
        best = Session.NONE;
        bestScore = Double.NEGATIVE_INFINITY;
        weights.start();
    }

    /**
     * Adds a whole candidate.
     *
     * @param score in log-odds; negative infinity where it was not paid for
     */
    void add(Session session, int candidate, double score) {
        if (best == Session.NONE || score > bestScore) {
            best = candidate;
            bestScore = score;
        }
        if (rule != Rule.ARGMAX && session.answered(candidate)) {
            weights.add(session, candidate, rule == Rule.VOTE ? 0 : LogOdds.logProbability(score));
        }
    }

    /** The candidate chosen: the best where nothing votes; {@link Session#NONE} where there is none. */
    int choice() {
        int winner = rule == Rule.ARGMAX ? Session.NONE : weights.winner();
        return winner == Session.NONE ? best : winner;
    }
}
